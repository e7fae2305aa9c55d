"""A drawing in; where its boxes stand, in columns from upstream to downstream, out. No randomness, no clock."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil, sqrt

from msgspec import Struct, field

from kg.view.web.drawing import Box, Column, Drawing, Layout, Line, Spot, Texts
from kg.view.web.hops import LANGUAGES
from kg.view.web.measure import box_size, text_width
from kg.view.web.order import order
from kg.view.web.place import place
from kg.view.web.ranks import ranks

_GAP_Y, _LANE = 20.0, 16.0
#: Distance between columns: room for the words on the lines, within bounds.
_LEAST_GAP, _MOST_GAP = 96.0, 230.0
_LABEL_FONT = 12.0
#: Lines reserve lanes through the columns that they pass in pictures of at most so many.
_WITH_LANES = 1500


class _Grid(Struct):
    """The columns while they are worked on; a lane is named ``lane:<line>:<column>``.

    ``sizes`` are those of the boxes; ``folds`` says into how many staggered files each column is folded.
    """

    columns: list[list[str]]
    sizes: dict[str, tuple[float, float]] = field(default_factory=dict)
    folds: list[int] = field(default_factory=list)
    left: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    right: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lanes: dict[str, list[str]] = field(default_factory=dict)


def layout(drawing: Drawing) -> Layout:
    """Place every box of a drawing: no two overlap, and lines lead to the right unless they point upstream."""
    boxes = {box.id: box for box in drawing.boxes}
    lines = [line for line in drawing.lines if line.start in boxes and line.end in boxes]
    rank = _ranks(boxes, lines)
    grid = _grid(list(boxes), lines, rank)
    grid.columns = order(grid.columns, grid.left, grid.right)
    grid.sizes = _aligned(grid.columns, {key: _size(box) for key, box in boxes.items()})
    grid.folds = [_folds(column, grid.sizes) for column in grid.columns]
    return _placed(grid, lines, _heights(grid), drawing.headings)


def _ranks(boxes: Mapping[str, Box], lines: Sequence[Line]) -> dict[str, int]:
    """Rank the boxes that lines touch; the others follow in columns of their own, as near to a square as can be."""
    touched = {key for line in lines for key in (line.start, line.end)}
    rank = ranks([key for key in boxes if key in touched], lines)
    loose = [key for key in boxes if key not in touched]
    rows = max(ceil(sqrt(len(loose) * 2.2)), 8 if touched else 1)
    first = max(rank.values(), default=-1) + 1
    return rank | {key: first + index // rows for index, key in enumerate(loose)}


def _size(box: Box) -> tuple[float, float]:
    sizes = [box_size(box.label[lang], box.note[lang]) for lang in LANGUAGES]
    return max(width for width, _ in sizes), max(height for _, height in sizes)


def _aligned(
    columns: Sequence[Sequence[str]], sizes: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Make the boxes of a column as wide as its widest."""
    widest = [max((sizes[key][0] for key in column if key in sizes), default=0.0) for column in columns]
    return {
        key: (widest[index], sizes[key][1]) for index, column in enumerate(columns) for key in column if key in sizes
    }


def _grid(boxes: Sequence[str], lines: Sequence[Line], rank: Mapping[str, int]) -> _Grid:
    grid = _Grid([[] for _ in range(max(rank.values(), default=-1) + 1)])
    for key in _by_component(boxes, lines):
        grid.columns[rank[key]].append(key)
    with_lanes = len(lines) <= _WITH_LANES
    for line in lines:
        first, last = sorted((line.start, line.end), key=rank.__getitem__)
        if rank[first] == rank[last] or (rank[last] - rank[first] > 1 and not with_lanes):
            continue
        chain = [first]
        for column in range(rank[first] + 1, rank[last]):
            lane = f"lane:{line.id}:{column}"
            grid.columns[column].append(lane)
            grid.lanes.setdefault(line.id, []).append(lane)
            chain.append(lane)
        chain.append(last)
        for one, two in pairwise(chain):
            grid.right[one].append(two)
            grid.left[two].append(one)
    return grid


def _by_component(boxes: Sequence[str], lines: Sequence[Line]) -> list[str]:
    """Return the boxes so that those that hang together stand together, in the order of the answer."""
    beside: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        beside[line.start].append(line.end)
        beside[line.end].append(line.start)
    found: dict[str, None] = {}
    for box in boxes:
        queue = [box]
        while queue:
            one = queue.pop(0)
            if one not in found:
                found[one] = None
                queue.extend(other for other in beside[one] if other not in found)
    return list(found)


def _folds(column: Sequence[str], sizes: Mapping[str, tuple[float, float]]) -> int:
    """Return into how many staggered files a long column is folded, so that the picture stays near 16 to 10."""
    count = sum(key in sizes for key in column)
    return max(1, ceil(count / min(max(14, sqrt(len(sizes)) * 1.6), 60)))


def _heights(grid: _Grid) -> dict[str, float]:
    gaps = [_gaps(column, fold, grid.sizes) for column, fold in zip(grid.columns, grid.folds, strict=True)]
    neighbours = {key: [*grid.left.get(key, ()), *grid.right.get(key, ())] for column in grid.columns for key in column}
    weights = {key: 1.0 + 0.25 * len(others) if key in grid.sizes else 0.4 for key, others in neighbours.items()}
    return place(grid.columns, neighbours, gaps, weights)


def _gaps(column: Sequence[str], fold: int, sizes: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    """Return the least distance from each box or lane of a column to the next."""
    tallest = max((sizes[key][1] for key in column if key in sizes), default=0.0)
    gap: dict[str, float] = {}
    for one, two in zip(column, [*column[1:], ""], strict=True):
        if fold > 1:
            gap[one] = (tallest + _GAP_Y) / fold if one in sizes else _LANE / fold
        else:
            half = (sizes[one][1] if one in sizes else _LANE) / 2
            gap[one] = half + (sizes[two][1] if two in sizes else _LANE) / 2 + (_GAP_Y if one in sizes else 4.0)
    return gap


def _placed(
    grid: _Grid, lines: Sequence[Line], heights: Mapping[str, float], headings: Mapping[str, tuple[Texts, ...]]
) -> Layout:
    gaps = _column_gaps(lines, grid.columns)
    spots: dict[str, Spot] = {}
    columns: list[Column] = []
    left = 0.0
    for index, column in enumerate(grid.columns):
        real = [key for key in column if key in grid.sizes]
        width = max((grid.sizes[key][0] for key in real), default=0.0)
        step = width + 28.0
        for number, key in enumerate(real):
            x = left + width / 2 + (number % grid.folds[index]) * step
            spots[key] = Spot(round(x), round(heights[key]), *grid.sizes[key], index)
        right = left + width + (grid.folds[index] - 1) * step
        columns.append(Column(round(left), round(right), _heading(real, headings)))
        left = right + gaps[index]
    top = min((spot.y - spot.height / 2 for spot in spots.values()), default=0.0)
    lanes = {line: round(sum(heights[one] for one in found) / len(found)) for line, found in grid.lanes.items()}
    return Layout(spots, lanes, tuple(columns), top)


def _column_gaps(lines: Sequence[Line], columns: Sequence[Sequence[str]]) -> list[float]:
    rank = {key: index for index, column in enumerate(columns) for key in column}
    gaps = [_LEAST_GAP] * len(columns)
    for line in lines:
        first, last = sorted((rank[line.start], rank[line.end]))
        if last - first == 1:
            label = max(text_width(line.label[lang], _LABEL_FONT) for lang in LANGUAGES)
            gaps[first] = max(gaps[first], min(label + 64.0, _MOST_GAP))
        elif first == last:
            gaps[first] = max(gaps[first], 150.0)
    return gaps


def _heading(column: Sequence[str], headings: Mapping[str, tuple[Texts, ...]]) -> Texts:
    """Return what most boxes of a column are in their statements: one role, or two where both are common."""
    found: Counter[str] = Counter()
    texts: dict[str, Texts] = {}
    for key in column:
        for text in headings.get(key, ())[:1]:
            found[text["en"]] += 1
            texts[text["en"]] = text
    common = [texts[key] for key, count in found.most_common(2) if count * 3 >= len(column)]
    return {lang: " · ".join(dict.fromkeys(text[lang] for text in common)) for lang in LANGUAGES}
