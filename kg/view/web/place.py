"""Ordered columns in; the height of each box, near its neighbours and clear of the boxes beside it, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_SWEEPS = 10
#: The sweeps of pictures with more boxes than can be seen at once; the first ones do nearly all.
_MANY, _FEW_SWEEPS = 3000, 4


def place(
    columns: Sequence[Sequence[str]],
    neighbours: Mapping[str, Sequence[str]],
    gaps: Sequence[Mapping[str, float]],
    weights: Mapping[str, float],
) -> dict[str, float]:
    """Return heights so that boxes of a column keep their order and their distance.

    ``gaps[c][box]`` is the least distance from ``box`` to the next one below it in column ``c``. Each sweep puts
    a column as near as its order allows (by least squares) to the mean height of its boxes' neighbours.
    """
    heights: dict[str, float] = {}
    for column, gap in zip(columns, gaps, strict=True):
        heights.update(_stacked(column, gap))
    held = {box: [other for other in others if other in heights] for box, others in neighbours.items()}
    for sweep in range(_SWEEPS if len(heights) <= _MANY else _FEW_SWEEPS):
        indices = range(len(columns)) if sweep % 2 == 0 else range(len(columns) - 1, -1, -1)
        for index in indices:
            column = columns[index]
            wanted = [_mean(box, held, heights) for box in column]
            heights.update(_spread(column, wanted, gaps[index], weights))
    return heights


def _stacked(column: Sequence[str], gap: Mapping[str, float]) -> dict[str, float]:
    heights: dict[str, float] = {}
    height = -sum(gap[box] for box in column[:-1]) / 2
    for box in column:
        heights[box] = height
        height += gap[box]
    return heights


def _mean(box: str, neighbours: Mapping[str, Sequence[str]], heights: Mapping[str, float]) -> float:
    found = neighbours.get(box)
    return sum([heights[other] for other in found]) / len(found) if found else heights[box]


def _spread(
    column: Sequence[str], wanted: Sequence[float], gap: Mapping[str, float], weights: Mapping[str, float]
) -> dict[str, float]:
    """Return the heights nearest to the wanted ones with every gap kept: isotonic regression by pooling neighbours."""
    offsets: list[float] = []
    offset = 0.0
    for box in column:
        offsets.append(offset)
        offset += gap[box]
    pools: list[tuple[float, float, int]] = []  # mean, weight, number of boxes
    for box, want, shift in zip(column, wanted, offsets, strict=True):
        mean, weight, count = want - shift, weights.get(box, 1.0), 1
        while pools and pools[-1][0] > mean:
            other_mean, other_weight, other_count = pools.pop()
            mean = (mean * weight + other_mean * other_weight) / (weight + other_weight)
            weight, count = weight + other_weight, count + other_count
        pools.append((mean, weight, count))
    means = [mean for mean, _, count in pools for _ in range(count)]
    return {box: mean + shift for box, mean, shift in zip(column, means, offsets, strict=True)}
