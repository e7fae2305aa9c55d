"""A store's path in; its pack, words and graph, as a session works on them, out. And back: a session's graph, kept."""

from __future__ import annotations

from pathlib import Path

from kg.base.errors import StoreError
from kg.lexicon.lexicon import Lexicon
from kg.pack.pack import Pack
from kg.session.opening import Opened
from kg.store.blob import from_bytes, to_bytes
from kg.store.cache import Built
from kg.store.persistent import FORMAT, other_format, read_store, write_store


def open_store(path: Path) -> Opened:
    """Open a store as it is now: what is written to it later is seen by those that open it later.

    Raise StoreError when there is none, when it is damaged, or of another format.
    """
    kept = read_store(path)
    kept.opened.store.held = kept.held
    parts = kept.opened.parts
    try:
        pack, lexicon = from_bytes(parts["pack"], Pack), from_bytes(parts["lexicon"], Lexicon)
    except (StoreError, KeyError):  # whole, by its digest: another version made it of other parts
        raise other_format(path, str(FORMAT), kept.writer) from None
    return Opened(path, pack, lexicon, kept.opened.store)


def keep_store(opened: Opened, path: Path) -> None:
    """Write a graph that is open to a store, in one step. Errors as for ``write_store``."""
    parts = {"pack": to_bytes(opened.pack), "lexicon": to_bytes(opened.lexicon)}
    write_store(path, Built(opened.store.nquads(), parts))
