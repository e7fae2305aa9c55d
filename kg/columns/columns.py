"""The stated statements of a graph as arrays: who fills which role, and the links between things that follow."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kg.base.terms import Iri
from kg.columns.links import Links, Numbers, incidence, links
from kg.columns.texts import Texts

_Made = TypeVar("_Made")


class FrameColumns(Struct, frozen=True):
    """The statements of one frame, in the order of their IRIs; plain triples, which have none, by what they link.

    ``first``  the number of the first of them among the statements of all frames.
    """

    id: str
    roles: tuple[str, ...]
    first: int
    count: int
    names: Texts | None


class Columns(Struct, frozen=True, dict=True, eq=False, weakref=True):
    """``fillers``: a row for each statement, frame by frame; the number of the thing in each role, -1 for none.

    Things are numbered in the order of their IRIs.
    """

    things: Texts
    frames: tuple[FrameColumns, ...]
    fillers: NDArray[np.int32]

    def frame_of(self, statement: int) -> FrameColumns:
        """Return the frame of a statement."""
        return self.frames[int(np.searchsorted(self._firsts, statement, side="right")) - 1]

    def frame(self, id: str) -> FrameColumns:
        """Return the frame of that id; KeyError when there is none."""
        return {frame.id: frame for frame in self.frames}[id]

    def thing(self, number: int) -> Iri:
        """Return the IRI of a thing."""
        return Iri(self.things[number])

    def name(self, statement: int) -> Iri | None:
        """Return the IRI of a statement, None for a plain triple."""
        frame = self.frame_of(statement)
        return None if frame.names is None else Iri(frame.names[statement - frame.first])

    def statement(self, name: str) -> int | None:
        """Return the number of a statement, None when there is none of this IRI."""
        places = ((frame.first, frame.names.find(name)) for frame in self.frames if frame.names is not None)
        return next((first + place for first, place in places if place is not None), None)

    def places(self) -> dict[str, int]:
        """Return the number of each statement that has an IRI: for many look-ups at once."""
        named = [(frame.first, frame.names) for frame in self.frames if frame.names is not None]
        return {names[number]: first + number for first, names in named for number in range(len(names))}

    def roles(self, statement: int) -> tuple[tuple[str, Iri], ...]:
        """Return the roles of a statement that are filled, and by what."""
        row = self.fillers[statement].tolist()
        return tuple(
            (role, self.thing(filler))
            for role, filler in zip(self.frame_of(statement).roles, row, strict=False)
            if filler >= 0
        )

    def column(self, frame: FrameColumns, role: str) -> Numbers:
        """Return who fills a role of each statement of a frame."""
        return self.fillers[frame.first : frame.first + frame.count, frame.roles.index(role)]

    @cached_property
    def together(self) -> Links:
        """From each thing to all that stands in one statement with it."""
        return incidence(self.fillers, len(self.things))

    def leading(self, pairs: Mapping[str, tuple[str, str]]) -> Links:
        """Return the links from one role to another, by frame; made once for each such choice."""
        return self.once(tuple(sorted(pairs.items())), lambda: self._links(pairs))

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what follows from the columns under this key, made when it is first asked for."""
        if key not in self._made:
            self._made[key] = make()
        made: _Made = self._made[key]
        return made

    def _links(self, pairs: Mapping[str, tuple[str, str]]) -> Links:
        source, target = np.full((2, len(self.fillers)), -1, dtype=np.int32)
        for frame in self.frames:
            if frame.id in pairs:
                start, end = pairs[frame.id]
                source[frame.first : frame.first + frame.count] = self.column(frame, start)
                target[frame.first : frame.first + frame.count] = self.column(frame, end)
        return links(source, target, len(self.things))

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}

    @cached_property
    def _firsts(self) -> NDArray[np.int64]:
        return np.array([frame.first for frame in self.frames], dtype=np.int64)
