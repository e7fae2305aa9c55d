"""A pack reads nothing outside its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.base.errors import PackError
from kg.pack.inside import inside


def test_a_file_of_the_folder_is_found(tmp_path: Path) -> None:
    assert inside(tmp_path, "facts/things.csv", "pack.toml") == tmp_path / "facts/things.csv"


@pytest.mark.parametrize("file", ["../other.csv", "/etc/hostname", "facts/../../other.csv"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, file: str) -> None:
    with pytest.raises(PackError) as caught:
        inside(tmp_path, file, "pack.toml")
    assert caught.value.diagnostics[0].code == "P040"


def test_a_link_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "secret.csv").write_text("id\n", encoding="utf-8")
    (tmp_path / "pack/things.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(PackError):
        inside(tmp_path / "pack", "things.csv", "pack.toml")


def test_a_folder_that_is_itself_a_link_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "pack")
    assert inside(tmp_path / "link", "things.csv", "pack.toml") == tmp_path / "link/things.csv"
