from __future__ import annotations

from pathlib import Path

import pytest

from kg.pack import resources
from kg.pack.resources import core_files, core_shapes, default_pack_folder, shipped_folder


def test_a_checkout_has_the_pack_beside_the_library() -> None:
    assert (default_pack_folder() / "pack.toml").is_file()
    assert all(path.is_file() for path in (*core_files(), core_shapes()))


def test_an_installed_library_carries_its_files_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "kg"
    (package / "_data" / "ontology" / "ai-compute").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert default_pack_folder() == package / "_data" / "ontology" / "ai-compute"


def test_a_damaged_installation_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "kg")
    with pytest.raises(FileNotFoundError, match="without its folder 'queries'"):
        shipped_folder("queries")
