"""Steps that stay in a tier, steps that lead to the next one, and starts -> in which tier each thing is reached.

The tiers are searched one after the other, and within a tier the things that take fewest steps come first: the same
distance is never looked at twice, and what leads to a thing is only looked up for things that someone wants to see.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from kg.columns.links import Links, Mask, Numbers, numbers_of

#: The tier of what is not reached, and of what may not be.
_NOWHERE, _CLOSED = -1, -2


class Step(Struct, frozen=True, eq=False):
    """One kind of step, there and back: the links of several roles that tell of the same."""

    there: tuple[Links, ...]
    back: tuple[Links, ...]

    def onward(self, things: Numbers, mask: Mask | None) -> Numbers:
        """Return the things one step on, with repeats."""
        return np.concatenate([links.onward(things, mask) for links in self.there])

    def before(self, thing: int, mask: Mask | None) -> Numbers:
        """Return the things from which a step leads to a thing, with repeats."""
        only = np.array([thing], dtype=np.int32)
        return np.concatenate([links.onward(only, mask) for links in self.back])

    def told(self, one: int, other: int, mask: Mask | None) -> list[int]:
        """Return the statements that make the step from one thing to another."""
        only = np.array([other], dtype=np.int32)
        found = ((links, links.told(only, mask)) for links in self.back)
        return [statement for links, told in found for statement in told[links.targets[told] == one].tolist()]

    def leading(self, mask: Mask | None) -> Mask:
        """Return the things from which some step leads on."""
        found = np.zeros(len(self.there[0].offsets) - 1, dtype=np.bool_)
        for links in self.there:
            things = np.repeat(np.arange(len(found)), np.diff(links.offsets))
            found[things if mask is None else things[mask[links.statements]]] = True
        return found


class Course(Struct, frozen=True, eq=False):
    """The steps of one direction. ``none`` stay in the tier, ``one`` lead to the next.

    ``last``   lead to the next tier and no further.
    ``first``  lead to the next tier, from a start only.
    """

    none: tuple[Step, ...]
    one: tuple[Step, ...]
    last: tuple[Step, ...] = ()
    first: tuple[Step, ...] = ()


class Closure(Struct, frozen=True, eq=False):
    """What is reached, by number: in which tier and by how many steps; less than nothing where it is not.

    ``received``  in which tier a ``last`` step leads to a thing.
    """

    course: Course
    mask: Mask | None
    starts: frozenset[int]
    tier: NDArray[np.int32]
    steps: NDArray[np.int32]
    received: NDArray[np.int32]
    _known: dict[int, tuple[int, list[int]]] = field(default_factory=dict)

    def nearest(self) -> NDArray[np.int32]:
        """Return the tier of each thing by any way; less than nothing for starts and for what is not reached."""
        earlier = (self.received >= 0) & ((self.tier < 0) | (self.tier > self.received))
        tier = np.where(earlier, self.received, self.tier)
        tier[list(self.starts)] = _NOWHERE
        return tier

    def nearest_of(self, thing: int) -> int:
        """Return the tier of one thing."""
        tiers = (int(self.tier[thing]), int(self.received[thing]))
        return min(tier for tier in tiers if tier >= 0)

    def way(self, thing: int) -> tuple[int, list[list[int]]]:
        """Return the thing before this one, and the statements of each step from a start to it.

        Of the shortest ways it is the one that is first by tier and then by number, looked at from its end.
        """
        before, told = self._step(thing) if self.nearest_of(thing) == self.tier[thing] else self._last_step(thing)
        said = [told]
        here = before
        while here not in self.starts:
            here, told = self._step(here)
            said.append(told)
        return before, said[::-1]

    def _step(self, thing: int) -> tuple[int, list[int]]:
        if thing not in self._known:  # ways to several things begin alike
            self._known[thing] = self._find_step(thing)
        return self._known[thing]

    def _find_step(self, thing: int) -> tuple[int, list[int]]:
        tier, steps = int(self.tier[thing]), int(self.steps[thing])
        kinds = [(step, tier) for step in self.course.none] + [(step, tier - 1) for step in self.course.one]
        kinds += [(step, 0) for step in self.course.first if tier == steps == 1]
        found: list[tuple[int, int, int]] = []
        for place, (step, from_tier) in enumerate(kinds):
            before = step.before(thing, self.mask)
            before = before[(self.tier[before] == from_tier) & (self.steps[before] == steps - 1)]
            if len(before):
                found.append((from_tier, int(before.min()), place))
        _, one, place = min(found)
        return one, kinds[place][0].told(one, thing, self.mask)

    def _last_step(self, thing: int) -> tuple[int, list[int]]:
        found: list[tuple[int, int, int]] = []
        for place, step in enumerate(self.course.last):
            before = step.before(thing, self.mask)
            before = before[self.tier[before] == self.received[thing] - 1]
            if len(before):
                fewest = before[self.steps[before] == self.steps[before].min()]
                found.append((int(self.steps[fewest[0]]), int(fewest.min()), place))
        _, one, place = min(found)
        return one, self.course.last[place].told(one, thing, self.mask)


def close(course: Course, mask: Mask | None, starts: Sequence[int], closed: Sequence[int], things: int) -> Closure:
    """Return what is reached from the starts; ``closed`` things are not reached by any step but a last one."""
    tier: NDArray[np.int32] = np.full(things, _NOWHERE, dtype=np.int32)
    steps: NDArray[np.int32] = np.full(things, _NOWHERE, dtype=np.int32)
    tier[list(closed)] = _CLOSED
    tier[list(starts)] = _NOWHERE
    waiting = {(0, 0): [np.array(sorted(starts), dtype=np.int32)]}
    while waiting:
        here = min(waiting)
        met = np.concatenate(waiting.pop(here))
        met = met[tier[met] == _NOWHERE]
        if not len(met):
            continue
        tier[met], steps[met] = here
        rim = np.unique(met) if len(met) < things // 16 else numbers_of((tier == here[0]) & (steps == here[1]))
        for step, more in _steps(course, first=here == (0, 0)):
            onward = step.onward(rim, mask)
            waiting.setdefault((here[0] + more, here[1] + 1), []).append(onward[tier[onward] == _NOWHERE])
    return Closure(course, mask, frozenset(starts), tier, steps, _received(course, mask, tier, starts))


def _steps(course: Course, first: bool) -> list[tuple[Step, int]]:
    further = (*course.one, *(course.first if first else ()))
    return [*((step, 0) for step in course.none), *((step, 1) for step in further)]


def _received(course: Course, mask: Mask | None, tier: NDArray[np.int32], starts: Sequence[int]) -> NDArray[np.int32]:
    received: NDArray[np.int32] = np.full(len(tier), _NOWHERE, dtype=np.int32)
    for here in range(int(tier.max(initial=_NOWHERE)), -1, -1):  # a nearer tier is written over a farther one
        rim = numbers_of(tier == here)
        for step in course.last:
            received[step.onward(rim, mask)] = here + 1
    received[list(starts)] = _NOWHERE
    return received
