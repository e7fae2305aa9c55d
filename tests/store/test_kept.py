from pathlib import Path

import pytest

from kg.store.kept import keep, kept


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    keep(tmp_path / "new" / "file", b"data")
    assert kept(tmp_path / "new" / "file") == b"data"


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 100])
def test_a_damaged_file_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    assert kept(tmp_path / "file") is None


def test_a_missing_file_is_none(tmp_path: Path) -> None:
    assert kept(tmp_path / "file") is None


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    (tmp_path / "file" / "in the way").touch()
    with pytest.raises(OSError, match="file"):
        keep(tmp_path / "file", b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
