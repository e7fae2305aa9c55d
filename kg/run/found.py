"""What matches bring back: things, and the keys of the statements behind them."""

from __future__ import annotations

from msgspec import Struct

from kg.base.terms import Iri


class NodeKey(Struct, frozen=True, order=True):
    """A statement that is a node of the graph; ``derived``: in the graph of what rules derive."""

    iri: Iri
    derived: bool = False


class TripleKey(Struct, frozen=True, order=True):
    """A statement that is a plain triple of a frame."""

    frame: str
    subject: Iri
    object: Iri


Key = NodeKey | TripleKey


class Hit(Struct, frozen=True):
    """One row of a match: the thing, the counted filler (Group), and the statements behind it.

    ``told`` are those that the form speaks of; ``keys`` are all, these first.
    """

    thing: Iri
    counted: Iri | None
    told: tuple[Key, ...]
    keys: tuple[Key, ...]
