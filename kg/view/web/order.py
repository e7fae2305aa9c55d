"""Columns of boxes and the lines between them in; the columns in an order with few crossings, out."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

Neighbours = Mapping[str, Sequence[str]]

_SWEEPS = 12
#: More is tried in pictures of at most so many boxes and lanes.
_SWAPPED = 400
#: The sweeps of pictures with more boxes than can be seen at once; the first ones do nearly all.
_MANY, _FEW_SWEEPS = 3000, 6


def order(columns: Sequence[Sequence[str]], left: Neighbours, right: Neighbours) -> list[list[str]]:
    """Return each column in the order that crosses fewest lines between neighbouring columns.

    ``left`` and ``right`` are the neighbours of a box in the column before and after it. Barycentre sweeps to
    and fro (Sugiyama, Tagawa and Toda 1981), the best order kept; in smaller pictures from both sides, with swaps
    of neighbours at the end.
    """
    best, fewest = [list(column) for column in columns], crossings(columns, right)
    size = sum(map(len, columns))
    starts = (0, 1) if size <= _SWAPPED else (0,)
    sweeps = _SWEEPS if size <= _MANY else _FEW_SWEEPS
    for first in starts:
        current = [list(column) for column in columns]
        for sweep in range(first, first + sweeps):
            if not fewest:
                return best
            _sweep(current, left, right, forward=sweep % 2 == 0)
            found = crossings(current, right)
            if found < fewest:
                best, fewest = [list(column) for column in current], found
    if fewest and len(starts) > 1:
        _swap(best, left, right)
    return best


def _sweep(columns: list[list[str]], left: Neighbours, right: Neighbours, *, forward: bool) -> None:
    """Sort every column by the one beside it, from left to right or from right to left."""
    if forward:
        for index in range(1, len(columns)):
            _sort(columns[index], columns[index - 1], left)
    else:
        for index in range(len(columns) - 2, -1, -1):
            _sort(columns[index], columns[index + 1], right)


def crossings(columns: Sequence[Sequence[str]], right: Neighbours) -> int:
    """Count the pairs of lines between neighbouring columns that cross."""
    total = 0
    for first, second in pairwise(columns):
        place = {box: index for index, box in enumerate(second)}
        seen: list[int] = []
        for box in first:
            ends = sorted(place[other] for other in right.get(box, ()) if other in place)
            total += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def _sort(column: list[str], fixed: Sequence[str], neighbours: Neighbours) -> None:
    """Sort a column by the mean place of the neighbours; boxes without any keep their places."""
    place = {box: index for index, box in enumerate(fixed)}
    means: dict[str, float] = {}
    for box in column:
        places = [place[other] for other in neighbours.get(box, ()) if other in place]
        if places:
            means[box] = sum(places) / len(places)
    moving = iter(sorted(means, key=means.__getitem__))
    column[:] = [next(moving) if box in means else box for box in column]


def _swap(columns: list[list[str]], left: Neighbours, right: Neighbours) -> None:
    """Swap neighbours in a column as long as that takes away crossings."""
    for _ in range(6):
        swapped = False
        for index, column in enumerate(columns):
            before = {box: place for place, box in enumerate(columns[index - 1])} if index else {}
            after = {box: place for place, box in enumerate(columns[index + 1])} if index + 1 < len(columns) else {}
            for place in range(len(column) - 1):
                one, two = column[place], column[place + 1]
                gain = _crossed(one, two, left, before) + _crossed(one, two, right, after)
                gain -= _crossed(two, one, left, before) + _crossed(two, one, right, after)
                if gain > 0:
                    column[place], column[place + 1] = two, one
                    swapped = True
        if not swapped:
            return


def _crossed(above: str, below: str, neighbours: Neighbours, place: Mapping[str, int]) -> int:
    ends = sorted(place[other] for other in neighbours.get(below, ()) if other in place)
    return sum(bisect_right(ends, place[other] - 1) for other in neighbours.get(above, ()) if other in place)
