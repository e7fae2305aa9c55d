"""A store and a pack -> their columns, read at the first question that wants them and kept as long as the store is.

A store that is inside of this process is never written to once it is open, so that what was read stays true.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from weakref import WeakKeyDictionary

from kg.columns.columns import Columns
from kg.columns.read_columns import read_columns
from kg.pack.pack import Pack
from kg.store.embedded import EmbeddedStore

#: Store -> the pack that its columns were read by, and the columns.
_kept: WeakKeyDictionary[EmbeddedStore, tuple[Pack, Columns]] = WeakKeyDictionary()
_reading = Lock()


def columns_of(store: EmbeddedStore, pack: Pack, check: Callable[[], None] = lambda: None) -> Columns:
    """Return the columns of a store; ``check`` ends their reading by raising."""
    with _reading:
        kept = _kept.get(store)
        if kept is None or kept[0] is not pack:
            kept = _kept[store] = (pack, read_columns(store, pack.frames.values(), check))
        return kept[1]
