from pathlib import Path

import pytest

from kg.base.errors import StoreError
from kg.store.embedded import from_folder, from_nquads, write_folder

DATA = b"<http://e/a> <http://e/p> <http://e/b> .\n"


def test_a_folder_holds_what_was_written(tmp_path: Path) -> None:
    write_folder(DATA, tmp_path / "store")
    assert from_folder(tmp_path / "store").nquads() == from_nquads(DATA).nquads()


def test_several_stores_may_read_one_folder_at_once(tmp_path: Path) -> None:
    write_folder(DATA, tmp_path / "store")
    stores = [from_folder(tmp_path / "store") for _ in range(3)]
    assert all(store.ask("ASK { ?s ?p ?o }") for store in stores)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        from_folder(tmp_path / "nowhere")


def test_a_folder_that_is_no_store_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="cannot be read"):
        from_folder(tmp_path)


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot write"):
        write_folder(DATA, tmp_path / "file" / "store")
