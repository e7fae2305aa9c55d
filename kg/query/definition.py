"""Definition: a word of the user's own, and what it stands for."""

from __future__ import annotations

from msgspec import Struct

from kg.query.query import Noun


class Definition(Struct, frozen=True):
    """``noun`` is what the word stands for; of a ``verb``, what is true of the one that it is said of.

    ``classes`` are those that its things may have; none for anything.
    """

    name: str
    text: str
    noun: Noun
    verb: bool = False
    classes: tuple[str, ...] = ()
