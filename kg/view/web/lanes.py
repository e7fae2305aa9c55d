"""Paths as lists of things in; for each the boxes of its lane, out: a box is shared only where paths run together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

#: More paths than these have no lanes of their own: each thing is one box.
MOST_LANES = 16


def lanes(paths: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the ids of the boxes along each path.

    Paths share boxes as long as they begin alike, and from where they end alike; what two of them merely pass at
    some place in between stands in the lane of each. The first box of a thing has the thing's id.

    >>> lanes([["a", "b", "c", "z"], ["a", "c", "b", "z"]])
    [['a', 'b', 'c', 'z'], ['a', 'lane-1:c', 'lane-1:b', 'z']]
    """
    if len(paths) > MOST_LANES:
        return [list(path) for path in paths]
    begins = Counter(tuple(path[: place + 1]) for path in paths for place in range(len(path)))
    ends = Counter(tuple(path[place:]) for path in paths for place in range(len(path)))
    ids: dict[tuple[object, ...], str] = {}
    taken: Counter[str] = Counter()
    found: list[list[str]] = []
    for number, path in enumerate(paths):
        lane: list[str] = []
        for place, thing in enumerate(path):
            key: tuple[object, ...] = (number, place)
            if begins[tuple(path[: place + 1])] > 1:
                key = ("begins", *path[: place + 1])
            elif ends[tuple(path[place:])] > 1:
                key = ("ends", *path[place:])
            if key not in ids:
                ids[key] = f"lane-{taken[thing]}:{thing}" if taken[thing] else thing
                taken[thing] += 1
            lane.append(ids[key])
        found.append(lane)
    return found
