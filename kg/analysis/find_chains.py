"""Steps between things, two ends and what to pass -> all chains of the wanted lengths, in order.

Iterative deepening: for each length in turn a depth-first search, which turns back where the things
that are still to be passed and the end cannot be reached any more in time. How far that is from each
thing is told by a ``Search``: of a mapping the one below, of a large graph ``kg.columns.search``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Generic, Protocol, TypeVar

from msgspec import Struct, field

Thing = TypeVar("Thing", bound=str | int)
Sought = TypeVar("Sought", bound=str | int)

#: Where all chains are wanted, longer ones are not looked for: there are too many of them to read.
MOST_STEPS = 16
#: Nor are shortest chains that are longer than this.
_DEEPEST = 250
#: After so many steps of the search the time is looked at.
_PATIENCE = 256


class Chains(Struct, Generic[Thing], frozen=True):
    """Chains as the things along them, shorter ones first, then by the things; ``cut`` says where it stopped."""

    paths: tuple[tuple[Thing, ...], ...]
    cut: str | None = None


class Search(Protocol[Sought]):
    """What is known of the way from one thing to another."""

    @property
    def least(self) -> int | None:
        """How many steps it takes at least, with all that must be passed; None when the end is out of reach."""
        ...

    @property
    def reaching(self) -> int:
        """From how many things the end can be reached."""
        ...

    def onward(self, here: Sought, rest: frozenset[Sought], length: int) -> Iterable[Sought]:
        """Return the things one step on, in order, without those from which the rest takes more than is left.

        It may leave out less than that. ``length``: how many steps are left from here.
        """
        ...


class Ways(Protocol[Sought]):
    """Steps between things, ready to be searched: more than anyone would put into a mapping."""

    def search(
        self, start: Sought, end: Sought, through: frozenset[Sought], blocked: frozenset[Sought]
    ) -> Search[Sought]:
        """Return a search that passes nothing blocked, except the start itself."""
        ...

    def between(
        self, start: Sought, end: Sought, blocked: Collection[Sought], most: int
    ) -> Sequence[tuple[Sought, Sought]] | None:
        """Return the steps on walks from one thing to another; None when there are more than ``most``."""
        ...


_Open = Callable[[Thing, Thing, frozenset[Thing], frozenset[Thing]], Search[Thing]]


class _Search(Struct, Generic[Thing], frozen=True):
    from_each: Mapping[Thing, Sequence[Thing]]
    start: Thing
    end: Thing
    through: frozenset[Thing]
    blocked: frozenset[Thing]
    #: The end and each thing to be passed -> how many steps it takes to get there from each thing.
    away: Mapping[Thing, Mapping[Thing, int]]

    @property
    def least(self) -> int | None:
        return self._least(self.start, self.through)

    @property
    def reaching(self) -> int:
        return len(self.away[self.end])

    def onward(self, here: Thing, rest: frozenset[Thing], length: int) -> Iterator[Thing]:
        for thing in self.from_each.get(here, ()):
            if thing not in self.blocked:
                least = self._least(thing, rest - {thing})
                if least is not None and least < length:
                    yield thing

    def _least(self, here: Thing, rest: Collection[Thing]) -> int | None:
        if not rest:
            return self.away[self.end].get(here)
        bounds: list[int] = []
        for thing in rest:
            there, on = self.away[thing].get(here), self.away[self.end].get(thing)
            if there is None or on is None:
                return None
            bounds.append(there + on)
        return max(bounds)


class _Walk(Struct, Generic[Thing]):
    search: Search[Thing]
    end: Thing
    out_of_time: Callable[[], bool]
    looked: int = field(default=0)
    stopped: bool = field(default=False)

    def of_length(self, path: list[Thing], rest: frozenset[Thing], length: int) -> Iterator[tuple[Thing, ...]]:
        """Yield the chains that begin with ``path`` and have exactly ``length`` more steps."""
        self.looked += 1
        if self.stopped or (self.looked % _PATIENCE == 0 and self.out_of_time()):
            self.stopped = True
            return
        for thing in self.search.onward(path[-1], rest, length):
            if thing == self.end:
                if length == 1 and not rest:
                    yield (*path, thing)
            elif length > 1 and thing not in path:
                path.append(thing)
                yield from self.of_length(path, rest - {thing}, length - 1)
                path.pop()


def find_chains(
    onward: Mapping[Thing, Sequence[Thing]] | Ways[Thing],
    start: Thing,
    end: Thing,
    *,
    within: int | None = None,
    shortest: int | None = None,
    through: Collection[Thing] = (),
    avoiding: Collection[Thing] = (),
    most: int = 200,
    out_of_time: Callable[[], bool] = lambda: False,
) -> Chains[Thing]:
    """Return the chains from ``start`` to ``end`` in which no thing stands twice.

    ``onward`` has the things one step on in order, or is ready to be searched. ``within`` None: the
    shortest, all ties; else all of at most so many steps. ``shortest``: longer ones too until there are
    so many, all ties with the last. At most ``most`` are returned, the first ones.

    >>> find_chains({"a": "bc", "b": "d", "c": "d"}, "a", "d").paths
    (('a', 'b', 'd'), ('a', 'c', 'd'))
    """
    rest = frozenset(through) - {start, end}
    blocked = frozenset(avoiding)
    if start == end or end in blocked or rest & blocked:
        return Chains(())
    open_search = _mapped(onward) if isinstance(onward, Mapping) else onward.search
    walk = _Walk(open_search(start, end, rest, blocked), end, out_of_time)
    least = walk.search.least
    if least is None or (within is not None and least > within):
        return Chains(())
    enough = shortest if shortest is not None else (1 if within is None else None)
    if enough == 1 and not rest and within is None:
        if least > _DEEPEST:
            return Chains((), f"steps: the shortest chains have {least} steps")
        return _gathered(walk, start, rest, range(least, least + 1), most, enough)
    longest = min(within if within is not None else MOST_STEPS, max(MOST_STEPS, least))
    chains = _gathered(walk, start, rest, range(least, longest + 1), most, enough)
    satisfied = enough is not None and len(chains.paths) >= enough
    if chains.cut is None and not satisfied and longest != within and longest < walk.search.reaching:
        return Chains(chains.paths, f"steps: chains of more than {longest} steps were not looked for")
    return chains


def _mapped(onward: Mapping[Thing, Sequence[Thing]]) -> _Open[Thing]:
    def search(start: Thing, end: Thing, through: frozenset[Thing], blocked: frozenset[Thing]) -> Search[Thing]:
        back = _reversed(onward, blocked - {start})
        away = {thing: _distances(back, thing) for thing in (*through, end)}
        return _Search(onward, start, end, through, blocked, away)

    return search


def _gathered(
    walk: _Walk[Thing], start: Thing, rest: frozenset[Thing], lengths: range, most: int, enough: int | None
) -> Chains[Thing]:
    found: list[tuple[Thing, ...]] = []
    for length in lengths:
        found += islice(walk.of_length([start], rest, length), most + 1 - len(found))
        if walk.stopped:
            return Chains(tuple(found[:most]), f"time: stopped after {len(found[:most])} paths")
        if len(found) > most:
            return Chains(tuple(found[:most]), f"paths: the first {most} are shown, there are more")
        if enough is not None and len(found) >= enough:
            break
    return Chains(tuple(found))


def _reversed(onward: Mapping[Thing, Sequence[Thing]], blocked: Collection[Thing]) -> dict[Thing, list[Thing]]:
    back: dict[Thing, list[Thing]] = {}
    for thing, targets in onward.items():
        if thing not in blocked:
            for target in targets:
                back.setdefault(target, []).append(thing)
    return back


def _distances(back: Mapping[Thing, Sequence[Thing]], end: Thing) -> dict[Thing, int]:
    """Return how many steps it takes from each thing to the end."""
    found = {end: 0}
    waiting = deque([end])
    while waiting:
        here = waiting.popleft()
        for thing in back.get(here, ()):
            if thing not in found:
                found[thing] = found[here] + 1
                waiting.append(thing)
    return found
