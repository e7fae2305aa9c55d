"""What a step of analysis yields: things, each with the statements by which it does, and what must be said of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from kg.analysis.notes import Note
from kg.analysis.saying import Saying
from kg.base.terms import Iri


class Yielded(Struct, frozen=True):
    """``things`` in order; ``cut`` says why some may be missing."""

    things: Mapping[Iri, tuple[Saying, ...]]
    notes: tuple[Note, ...] = ()
    cut: str | None = None


_Told = TypeVar("_Told")


class Lazily(Mapping[Iri, _Told]):
    """What is told of each of some things, made for those that are asked for: few of many become rows."""

    def __init__(self, things: Collection[Iri], tell: Callable[[Iri], _Told]) -> None:
        self._things = things
        self._tell = tell
        self._told: dict[Iri, _Told] = {}

    def __getitem__(self, thing: Iri) -> _Told:
        if thing not in self._told:
            if thing not in self._things:
                raise KeyError(thing)
            self._told[thing] = self._tell(thing)
        return self._told[thing]

    def __iter__(self) -> Iterator[Iri]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)
