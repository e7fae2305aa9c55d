"""A store and a pack -> their columns, read at the first question that wants them and kept as long as the store is.

A store that is inside of this process is never written to once it is open, so that what was read stays true. Those of
a large store on disk are written beside it, and later processes only open them.
"""

from __future__ import annotations

from threading import Lock
from weakref import WeakKeyDictionary

from kg.columns.awaited import Awaited
from kg.columns.columns import Columns
from kg.columns.kept_columns import load_columns, save_columns
from kg.columns.read_columns import read_columns
from kg.pack.pack import Pack
from kg.store.embedded import EmbeddedStore

#: Store -> the pack that its columns were read by, and the columns.
_kept: WeakKeyDictionary[EmbeddedStore, tuple[Pack, Awaited[Columns]]] = WeakKeyDictionary()
_opening = Lock()


def columns_of(store: EmbeddedStore, pack: Pack, seconds: float = 30.0) -> Columns:
    """Return the columns of a store; raise BudgetError when they are not there in time, they are the next time."""
    with _opening:
        kept = _kept.get(store)
        if kept is None or kept[0] is not pack or kept[1].failed:
            kept = _kept[store] = (pack, Awaited(lambda: _opened(store, pack)))
    return kept[1].get(seconds)


def _opened(store: EmbeddedStore, pack: Pack) -> Columns:
    frames = tuple(pack.frames.values())
    columns = load_columns(store, frames)
    if columns is None:
        columns = read_columns(store, frames)
        save_columns(columns, store, frames)
    return columns
