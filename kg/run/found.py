"""What matches bring back: things, and the keys of the statements behind them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.base.terms import Iri


@dataclass(frozen=True, slots=True, order=True)
class NodeKey:
    """A statement that is a node of the graph; ``derived``: in the graph of what rules derive."""

    iri: Iri
    derived: bool = False


@dataclass(frozen=True, slots=True, order=True)
class TripleKey:
    """A statement that is a plain triple of a frame."""

    frame: str
    subject: Iri
    object: Iri


Key = NodeKey | TripleKey


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of a match: the thing, the counted filler (Group), and the statements behind it.

    ``told`` are those that the form speaks of; ``keys`` are all, these first.
    """

    thing: Iri
    counted: Iri | None
    told: tuple[Key, ...]
    keys: tuple[Key, ...]
