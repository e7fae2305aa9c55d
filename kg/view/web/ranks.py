"""Boxes and the lines between them in; for each box the number of its column, upstream to downstream, out."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.view.web.drawing import Line

Arcs = Mapping[str, Mapping[str, float]]

#: A line of a frame that leads downstream outweighs those that merely read from left to right.
_FLOW, _READING = 8.0, 1.0


def ranks(boxes: Sequence[str], lines: Iterable[Line]) -> dict[str, int]:
    """Return columns from 0 so that lines lead to the right, except the lightest that close a circle.

    Longest-path layering; boxes without anything upstream then move next to what they lead to.
    """
    lines = tuple(lines)
    arcs = _arcs(boxes, lines)
    kept = _without_circles(boxes, arcs)
    columns = _longest_paths(boxes, kept)
    _pull_right(boxes, kept, columns)
    _beside_equals(lines, kept, columns)
    used = {column: index for index, column in enumerate(sorted(set(columns.values())))}
    return {box: used[column] for box, column in columns.items()}


def _arcs(boxes: Sequence[str], lines: Iterable[Line]) -> dict[str, dict[str, float]]:
    weights: dict[str, dict[str, float]] = {box: {} for box in boxes}
    for line in lines:
        if line.level or line.start == line.end:
            continue
        first, second = (line.end, line.start) if line.downstream < 0 else (line.start, line.end)
        weight = _FLOW if line.downstream else _READING
        against = weights[second].get(first, 0.0)
        if against > weight:
            weights[second][first] = against - weight
        else:
            weights[second].pop(first, None)
            weights[first][second] = weights[first].get(second, 0.0) + weight - against
    return weights


def _without_circles(boxes: Sequence[str], arcs: Arcs) -> dict[str, list[str]]:
    """Take the arcs in, the heaviest first, and leave out each that would close a circle."""
    heaviest = sorted(((box, other) for box in boxes for other in arcs[box]), key=lambda arc: -arcs[arc[0]][arc[1]])
    kept = _Acyclic(boxes)
    for start, end in heaviest:
        kept.add(start, end)
    return kept.after


class _Acyclic:
    """A graph without circles that keeps an order in which every arc leads forward (Pearce and Kelly 2006)."""

    def __init__(self, boxes: Iterable[str]) -> None:
        self.place = {box: index for index, box in enumerate(boxes)}
        self.after: dict[str, list[str]] = {box: [] for box in self.place}
        self._before: dict[str, list[str]] = {box: [] for box in self.place}

    def add(self, start: str, end: str) -> bool:
        """Add an arc unless it closes a circle; tell whether it was added."""
        if self.place[start] > self.place[end] and not self._make_room(start, end):
            return False
        self.after[start].append(end)
        self._before[end].append(start)
        return True

    def _make_room(self, start: str, end: str) -> bool:
        """Reorder the boxes between so that ``start`` comes before ``end``; False when ``end`` leads to ``start``."""
        low, high = self.place[end], self.place[start]
        beyond = self._reached(end, self.after, lambda place: place <= high)
        if start in beyond:
            return False
        behind = self._reached(start, self._before, lambda place: place >= low)
        moving = sorted(behind, key=self.place.__getitem__) + sorted(beyond, key=self.place.__getitem__)
        for box, place in zip(moving, sorted(self.place[box] for box in moving), strict=True):
            self.place[box] = place
        return True

    def _reached(self, box: str, arcs: Mapping[str, Sequence[str]], within: Callable[[int], bool]) -> set[str]:
        found = {box}
        queue = [box]
        while queue:
            for other in arcs[queue.pop()]:
                if other not in found and within(self.place[other]):
                    found.add(other)
                    queue.append(other)
        return found


def _longest_paths(boxes: Sequence[str], kept: Mapping[str, Sequence[str]]) -> dict[str, int]:
    columns = dict.fromkeys(boxes, 0)
    for box in topological(boxes, kept):
        for other in kept[box]:
            columns[other] = max(columns[other], columns[box] + 1)
    return columns


def topological(boxes: Sequence[str], kept: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the boxes so that every arc leads forward; the arcs hold no circle."""
    waiting: dict[str, int] = defaultdict(int)
    for box in boxes:
        for other in kept[box]:
            waiting[other] += 1
    ready = deque(box for box in boxes if not waiting[box])
    found = []
    while ready:
        box = ready.popleft()
        found.append(box)
        for other in kept[box]:
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    return found


def _pull_right(boxes: Sequence[str], kept: Mapping[str, Sequence[str]], columns: dict[str, int]) -> None:
    """Move boxes that nothing leads to next to the nearest box that they lead to."""
    reached = {other for box in boxes for other in kept[box]}
    for box in boxes:
        if box not in reached and kept[box]:
            columns[box] = min(columns[other] for other in kept[box]) - 1


def _beside_equals(lines: Iterable[Line], kept: Mapping[str, Sequence[str]], columns: dict[str, int]) -> None:
    """Put a box that only stands in symmetric statements into the column of its partner."""
    bound = {box for box, others in kept.items() if others} | {other for others in kept.values() for other in others}
    for line in lines:
        if line.level and line.start in bound and line.end not in bound:
            columns[line.end] = columns[line.start]
        elif line.level and line.end in bound and line.start not in bound:
            columns[line.start] = columns[line.end]
