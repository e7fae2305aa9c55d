"""Steps between things, two ends and what to pass -> all chains of the wanted lengths, in order.

Iterative deepening: for each length in turn a depth-first search, which turns back where the things
that are still to be passed and the end cannot be reached any more. The bound is exact at each thing
without ``through`` (breadth-first distances), so that the search for shortest chains walks nothing
but shortest chains.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Generic, TypeVar

from msgspec import Struct, field

Thing = TypeVar("Thing", bound=str)

#: Where all chains are wanted, longer ones are not looked for: there are too many of them to read.
MOST_STEPS = 16
#: Nor are shortest chains that are longer than this.
_DEEPEST = 250
#: After so many steps of the search the time is looked at.
_PATIENCE = 2048


class Chains(Struct, Generic[Thing], frozen=True):
    """Chains as the things along them, shorter ones first, then by the things; ``cut`` says where it stopped."""

    paths: tuple[tuple[Thing, ...], ...]
    cut: str | None = None


class _Search(Struct, Generic[Thing]):
    onward: Mapping[Thing, Sequence[Thing]]
    end: Thing
    blocked: frozenset[Thing]
    #: The end and each thing to be passed -> how many steps it takes to get there from each thing.
    away: Mapping[Thing, Mapping[Thing, int]]
    out_of_time: Callable[[], bool]
    looked: int = field(default=0)
    stopped: bool = field(default=False)

    def least(self, here: Thing, rest: Collection[Thing]) -> int | None:
        """Return how many more steps it takes at least; None when the end is out of reach."""
        if not rest:
            return self.away[self.end].get(here)
        bounds: list[int] = []
        for thing in rest:
            there, on = self.away[thing].get(here), self.away[self.end].get(thing)
            if there is None or on is None:
                return None
            bounds.append(there + on)
        return max(bounds)

    def of_length(self, path: list[Thing], rest: frozenset[Thing], length: int) -> Iterator[tuple[Thing, ...]]:
        """Yield the chains that begin with ``path`` and have exactly ``length`` more steps."""
        self.looked += 1
        if self.stopped or (self.looked % _PATIENCE == 0 and self.out_of_time()):
            self.stopped = True
            return
        for thing in self.onward.get(path[-1], ()):
            if thing == self.end:
                if length == 1 and not rest:
                    yield (*path, thing)
                continue
            if thing in self.blocked or thing in path:
                continue
            least = self.least(thing, rest - {thing})
            if least is not None and least < length:
                path.append(thing)
                yield from self.of_length(path, rest - {thing}, length - 1)
                path.pop()


def find_chains(
    onward: Mapping[Thing, Sequence[Thing]],
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

    ``onward`` has the things one step on in order. ``within`` None: the shortest, all ties; else all
    of at most so many steps. ``shortest``: longer ones too until there are so many, all ties with the
    last. At most ``most`` are returned, the first ones.

    >>> find_chains({"a": "bc", "b": "d", "c": "d"}, "a", "d").paths
    (('a', 'b', 'd'), ('a', 'c', 'd'))
    """
    rest = frozenset(through) - {start, end}
    blocked = frozenset(avoiding)
    if start == end or end in blocked or rest & blocked:
        return Chains(())
    back = _reversed(onward, blocked - {start})
    search = _Search(onward, end, blocked, {thing: _distances(back, thing) for thing in (*rest, end)}, out_of_time)
    least = search.least(start, rest)
    if least is None or (within is not None and least > within):
        return Chains(())
    enough = shortest if shortest is not None else (1 if within is None else None)
    if enough == 1 and not rest and within is None:
        if least > _DEEPEST:
            return Chains((), f"steps: the shortest chains have {least} steps")
        return _gathered(search, start, rest, range(least, least + 1), most, enough)
    longest = min(within if within is not None else MOST_STEPS, max(MOST_STEPS, least), max(least, len(back)))
    chains = _gathered(search, start, rest, range(least, longest + 1), most, enough)
    wanted = within if within is not None else len(back)
    satisfied = enough is not None and len(chains.paths) >= enough
    if chains.cut is None and not satisfied and longest < min(wanted, len(back)):
        return Chains(chains.paths, f"steps: chains of more than {longest} steps were not looked for")
    return chains


def _gathered(
    search: _Search[Thing], start: Thing, rest: frozenset[Thing], lengths: range, most: int, enough: int | None
) -> Chains[Thing]:
    found: list[tuple[Thing, ...]] = []
    for length in lengths:
        found += islice(search.of_length([start], rest, length), most + 1 - len(found))
        if search.stopped:
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
