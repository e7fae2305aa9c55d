"""Columns beside the store on disk that they were read from."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kg.columns import kept_columns
from kg.columns.columns import Columns
from kg.columns.kept_columns import load_columns, save_columns
from kg.columns.read_columns import read_columns
from kg.store.embedded import EmbeddedStore, from_folder, from_nquads, write_folder
from tests.columns.test_read_columns import WORLD, statements
from tests.reference.layout import pack_of, to_nquads

FRAMES = tuple(pack_of(WORLD).frames.values())


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EmbeddedStore:
    monkeypatch.setattr(kept_columns, "_FEW", 1)
    write_folder(to_nquads(WORLD), tmp_path / "store")
    found = from_folder(tmp_path / "store")
    save_columns(read_columns(found, FRAMES), found, FRAMES)
    return found


def kept(store: EmbeddedStore) -> Path:
    assert store.folder is not None
    (place,) = store.folder.parent.glob("store-columns-*")
    return place


def all_statements(columns: Columns) -> list[object]:
    return [statements(columns, frame.id) for frame in columns.frames]


def test_what_is_opened_is_what_was_read(store: EmbeddedStore) -> None:
    opened = load_columns(store, FRAMES)
    assert opened is not None
    assert all_statements(opened) == all_statements(read_columns(store, FRAMES))


def test_columns_of_other_frames_are_not_opened(store: EmbeddedStore) -> None:
    other = (replace(FRAMES[0], roles=FRAMES[0].roles[:1]), *FRAMES[1:])
    assert load_columns(store, other) is None


@pytest.mark.parametrize("file", ["manifest.json", "fillers.npy", "things-ends.npy"])
def test_damaged_columns_are_not_opened(store: EmbeddedStore, file: str) -> None:
    place = kept(store) / file
    place.write_bytes(place.read_bytes()[:-7])
    assert load_columns(store, FRAMES) is None


@pytest.mark.parametrize("file", ["manifest.json", "fillers.npy"])
def test_damaged_columns_give_way_to_those_read_anew(store: EmbeddedStore, file: str) -> None:
    place = kept(store) / file
    place.write_bytes(b"")
    assert load_columns(store, FRAMES) is None
    save_columns(read_columns(store, FRAMES), store, FRAMES)
    assert load_columns(store, FRAMES) is not None


def test_columns_of_a_store_in_memory_are_not_kept() -> None:
    store = from_nquads(to_nquads(WORLD))
    save_columns(read_columns(store, FRAMES), store, FRAMES)
    assert load_columns(store, FRAMES) is None


def test_where_nothing_can_be_written_nothing_is(store: EmbeddedStore, tmp_path: Path) -> None:
    store.folder = tmp_path / "nowhere"
    save_columns(read_columns(store, FRAMES), store, FRAMES)
    assert load_columns(store, FRAMES) is None
