"""A number that is only known to lie between two bounds; sums, products and squares of such numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from math import fsum

from msgspec import Struct

#: With more ranges than this the upper bound of a sum of squares is the plain one, which may be too high.
_EXACT = 10


class Interval(Struct, frozen=True, order=True):
    """From ``low`` to ``high``, both included."""

    low: float
    high: float

    def times(self, other: Interval) -> Interval:
        """Return the product of two numbers, neither below nought."""
        return Interval(self.low * other.low, self.high * other.high)


def hull(intervals: Iterable[Interval]) -> Interval:
    """Return the interval that holds all of some."""
    found = list(intervals)
    return Interval(min(one.low for one in found), max(one.high for one in found))


def rest(parts: Sequence[Interval], whole: float) -> Interval:
    """Return what is left of a whole when parts of it are taken away.

    >>> rest([Interval(62, 62), Interval(17, 20)], 100)
    Interval(low=18.0, high=21.0)
    """
    low = whole - fsum(part.high for part in parts)
    return Interval(max(0.0, low), max(0.0, whole - fsum(part.low for part in parts)))


def squares(parts: Sequence[Interval], whole: float) -> Interval:
    """Return the sum of the squares of all parts of a whole, some known to lie in intervals, the rest unknown.

    Lowest: each part as small as may be, the rest in no end of small ones. Highest: the rest in one piece, and as
    much as there is to give away in the largest parts (a convex sum is largest where all parts but one are at an end).
    """
    remainder = rest(parts, whole)
    lowest = fsum(part.low**2 for part in parts)
    open_parts = [part for part in (*parts, Interval(0.0, remainder.high)) if part.low < part.high]
    fixed = [part.low for part in parts if part.low == part.high]
    if len(open_parts) > _EXACT:
        return Interval(lowest, min(whole**2, fsum(part.high**2 for part in parts) + remainder.high**2))
    left = whole - fsum(fixed)
    highest = max((_filled(ends, index, open_parts, left) for index, ends in _corners(open_parts)), default=0.0)
    return Interval(lowest, max(lowest, fsum(value**2 for value in fixed) + highest))


def _corners(parts: list[Interval]) -> Iterable[tuple[int, tuple[float, ...]]]:
    """Yield, for each part that takes what is left, the ends of all others."""
    for index in range(len(parts)):
        others = parts[:index] + parts[index + 1 :]
        for ends in product(*((part.low, part.high) for part in others)):
            yield index, ends


def _filled(ends: tuple[float, ...], index: int, parts: Sequence[Interval], left: float) -> float:
    """Return the sum of squares with one part filled up to the whole; nothing when it does not fit there."""
    value = left - fsum(ends)
    if not parts[index].low - 1e-9 <= value <= parts[index].high + 1e-9:
        return 0.0
    return fsum(end**2 for end in ends) + value**2
