"""Links, two ends and what to pass or avoid -> how far it is, and which steps still lead to the end in time.

The shortest distance is found from both ends at once, by the side that has fewer statements before it: of a large
graph only the surroundings of the two ends are looked at. Where things must be passed on the way, the distances to
each of them are worked out in full.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from kg.columns.links import Links, Mask, Numbers, numbers_of

#: The distance of what was not met, and of what may not be passed.
_FAR, _BLOCKED = -1, -2
#: So many steps are taken without knowing whether they lead to the end in time.
_FEW = 1000


class Web(Struct, frozen=True, eq=False):
    """Steps between things: where they lead, where they come from, and which statements may make them."""

    forward: Links
    backward: Links
    mask: Mask | None = None
    _searches: dict[tuple[int, int, frozenset[int], frozenset[int]], Search] = field(default_factory=dict)

    def search(self, start: int, end: int, through: Collection[int], blocked: Collection[int]) -> Search:
        """Return the search from one thing to another."""
        key = start, end, frozenset(through), frozenset(blocked)
        if key not in self._searches:
            self._searches[key] = Search(self, *key)
        return self._searches[key]


class _Ball:
    """What is at most so many steps away from a thing, grown step by step."""

    def __init__(self, links: Links, mask: Mask | None, centre: int, blocked: Iterable[int]) -> None:
        self.depth = 0
        self.distance: NDArray[np.int32] = np.full(len(links.offsets) - 1, _FAR, dtype=np.int32)
        self.distance[list(blocked)] = _BLOCKED
        self.distance[centre] = 0
        self.rim: Numbers = np.array([centre], dtype=np.int32)
        self._links = links
        self._mask = mask

    @property
    def cost(self) -> int:
        """How many statements the next step has to look at; 0 when there is nothing further."""
        return self._links.degree(self.rim)

    def grow(self) -> None:
        met = self._links.onward(self.rim, self._mask)
        met = met[self.distance[met] == _FAR]
        self.depth += 1
        self.distance[met] = self.depth
        self.rim = np.unique(met) if len(met) < len(self.distance) // 16 else numbers_of(self.distance == self.depth)

    def grow_to(self, depth: int) -> None:
        while self.depth < depth and len(self.rim):
            self.grow()


class Search:
    """A search from ``start`` to ``end`` that passes nothing blocked, except the start itself."""

    def __init__(
        self,
        web: Web,
        start: int,
        end: int,
        through: frozenset[int] = frozenset(),
        blocked: frozenset[int] = frozenset(),
    ) -> None:
        self._web = web
        self._fore = _Ball(web.forward, web.mask, start, blocked - {start})
        self._back = {end: _Ball(web.backward, web.mask, end, blocked - {start, end})}
        self._start, self._end = start, end
        self._blocked = blocked - {start}
        self._leading: NDArray[np.bool_] | None = None
        for thing in sorted(through):
            self._back[thing] = _Ball(web.backward, web.mask, thing, self._blocked)
            self._back[thing].grow_to(len(self._fore.distance))
        self._least = self._farthest(through) if through else self._meet()

    @property
    def least(self) -> int | None:
        """How many steps it takes at least; None when the end is out of reach."""
        return self._least

    @property
    def reaching(self) -> int:
        """From how many things the end can be reached, itself included."""
        back = self._back[self._end]
        back.grow_to(len(back.distance))
        return int((back.distance >= 0).sum())

    @property
    def met(self) -> int:
        """How many things were met so far from which the start or the end can be reached, at least."""
        return max(int((ball.distance >= 0).sum()) for ball in (self._fore, self._back[self._end]))

    def onward(self, here: int, rest: frozenset[int], length: int) -> list[int]:
        """Return the things one step on, in order; left out are those from which the rest takes too long.

        Where leaving them out would cost more than meeting them they stay: the caller counts the steps.
        """
        met = self._web.forward.onward(np.array([here], dtype=np.int32), self._web.mask)
        found = np.unique(met[self._in_time(here, met, rest, length)])
        return [thing for thing in found.tolist() if thing != here and thing not in self._blocked]

    def _in_time(self, here: int, met: Numbers, rest: frozenset[int], length: int) -> Mask:
        back, left = self._back[self._end], length - 1
        gone = int(self._fore.distance[here])
        if left > back.depth and not rest and gone >= 0 and gone + length == self._least:
            on_the_way: Mask = self._on_the_way[met] & (self._fore.distance[met] == gone + 1)
            return on_the_way
        if here != self._start or len(met) > _FEW:  # a few first steps cost less than the distances of all things
            back.grow_to(left)
        found = (back.distance[met] >= 0) & (back.distance[met] <= left) if left <= back.depth else met >= 0
        for thing in rest:
            away, on = self._back[thing].distance, int(back.distance[thing])
            found &= (away[met] >= 0) & (away[met] + on <= left)
        return found

    def _meet(self) -> int | None:
        fore, back = self._fore, self._back[self._end]
        while True:
            near, far = (fore, back) if fore.cost <= back.cost else (back, fore)
            if not len(near.rim):
                return None
            near.grow()
            if (far.distance[near.rim] >= 0).any():
                return fore.depth + back.depth

    def _farthest(self, through: Collection[int]) -> int | None:
        back = self._back[self._end]
        back.grow_to(len(back.distance))
        ways = [(int(self._back[thing].distance[self._start]), int(back.distance[thing])) for thing in through]
        return max((there + on for there, on in ways)) if all(min(way) >= 0 for way in ways) else None

    @property
    def _on_the_way(self) -> Mask:
        """The things between the start and where the two sides met, on some shortest way."""
        if self._leading is None:
            fore, back = self._fore, self._back[self._end]
            here = numbers_of(fore.distance == fore.depth)
            here = here[back.distance[here] == (self._least or 0) - fore.depth]
            self._leading = np.zeros(len(fore.distance), dtype=np.bool_)
            self._leading[here] = True
            for depth in range(fore.depth - 1, 0, -1):
                met = self._web.backward.onward(here, self._web.mask)
                here = np.unique(met[fore.distance[met] == depth])
                self._leading[here] = True
        return self._leading
