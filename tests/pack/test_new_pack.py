"""A new pack is sound from the start, and is named after its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.base.errors import KgError
from kg.pack.manifest import read_manifest
from kg.pack.new_pack import new_pack


def test_a_new_pack_is_named_after_its_folder(tmp_path: Path) -> None:
    new_pack(tmp_path / "Hill Tea")
    manifest = read_manifest(tmp_path / "Hill Tea")
    assert (manifest.id, manifest.namespace) == ("hill-tea", "https://example.org/hill-tea/")


def test_the_ontology_uses_the_namespace_of_the_pack(tmp_path: Path) -> None:
    new_pack(tmp_path / "tea")
    assert "my-pack" not in "".join(file.read_text(encoding="utf-8") for file in (tmp_path / "tea").glob("*.*"))


def test_its_files_are_told_the_manifest_first(tmp_path: Path) -> None:
    files = new_pack(tmp_path / "tea")
    assert files[0] == "pack.toml"
    assert all((tmp_path / "tea" / file).is_file() for file in files)


def test_an_empty_folder_may_be_there_already(tmp_path: Path) -> None:
    (tmp_path / "tea").mkdir()
    assert "facts.toml" in new_pack(tmp_path / "tea")


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "tea").mkdir()
    (tmp_path / "tea/notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(KgError, match="not empty"):
        new_pack(tmp_path / "tea")
    assert [path.name for path in tmp_path.rglob("*")] == ["tea", "notes.txt"]
