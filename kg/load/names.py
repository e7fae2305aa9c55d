"""What things are called, in every language: a name in, the thing that it names, out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from msgspec import Struct

from kg.load.facts import Facts
from kg.pack.problems import Place, Problems, listed


def fold_name(name: str) -> str:
    """Return a name without regard to letter case and width."""
    return unicodedata.normalize("NFKC", name).casefold()


class Names(Struct, frozen=True):
    """The things of each folded name; an id names its thing before any name does."""

    things: Mapping[str, tuple[str, ...]]
    ids: frozenset[str]

    @staticmethod
    def of(facts: Facts) -> Names:
        """Gather the names of all things."""
        found: dict[str, dict[str, None]] = {}
        for key, fact in facts.things.items():
            for words in fact.thing.names.values():
                for name in words.all:
                    found.setdefault(fold_name(name), {})[key] = None
        return Names({name: tuple(things) for name, things in found.items()}, frozenset(facts.things))

    def settle(self, name: str, place: Callable[[], Place], problems: Problems) -> str:
        """Return the id of the one thing of that name; empty, and noted, when there is none or several."""
        if name in self.ids:
            return name
        found = self.things.get(fold_name(name), ())
        if len(found) == 1:
            return found[0]
        if found:
            problems.add("P042", place(), near=found, text=name, things=listed(found))
        else:
            near = problems.near(fold_name(name), self.things)
            problems.add("P041", place(), near=near, text=name, guess=listed(near))
        return ""
