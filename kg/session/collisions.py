"""A lexicon and its pack in; the words that mean several things, and the text that selects each, out."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kg.lexicon.lexicon import Lexicon
from kg.pack.pack import Pack
from kg.session.words import Entry, meant

#: What "[id]" behind a word selects.
_SELECTABLE = ("thing", "class")


class Collision(Struct, frozen=True):
    """A word and its meanings. ``settled``: "asked", when a question has to say which unless a class decides;
    "place", when they are of different kinds (a noun and a verb) and the place in the sentence tells."""

    text: str
    meanings: tuple[Entry, ...]
    settled: Literal["asked", "place"]

    @property
    def selecting(self) -> tuple[str, ...]:
        """The text that selects each meaning, empty where only the place in the sentence does."""
        return tuple(f"{self.text} [{entry.id}]" if entry.kind in _SELECTABLE else "" for entry in self.meanings)


def collisions(lexicon: Lexicon, pack: Pack) -> tuple[Collision, ...]:
    """Return every word of several meanings, those that are asked back about first, each group ordered as text."""
    found: list[Collision] = []
    for _, word in lexicon.entries():
        entries = tuple(dict.fromkeys(meant(word.shown, meaning, lexicon, pack) for meaning in word.meanings))
        counted = [entry for entry in entries if entry.kind not in ("source", "adjective")]
        if len(counted) < 2 or all(entry.kind == "unit" for entry in counted):  # what is measured decides
            continue
        things = [entry for entry in counted if entry.kind == "thing"]
        found.append(Collision(word.shown, tuple(counted), "asked" if len(things) > 1 else "place"))
    return tuple(sorted(found, key=lambda one: (one.settled, one.text.casefold())))
