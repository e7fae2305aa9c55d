"""Things with their direct kinds in; all kinds of each thing, and the circles among them, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def all_kinds(direct: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return every thing's kinds, itself first, nearest next; circles do no harm.

    >>> all_kinds({"rye": ["flour"], "flour": ["powder"], "powder": []})["rye"]
    ('rye', 'flour', 'powder')
    """
    found: dict[str, tuple[str, ...]] = {}
    for thing in direct:
        reached = {thing: None}
        queue = [thing]
        for current in queue:
            fresh = [kind for kind in direct.get(current, ()) if kind not in reached]
            reached.update(dict.fromkeys(fresh))
            queue.extend(fresh)
        found[thing] = tuple(reached)
    return found


def circles(direct: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Return every circle of kinds once, beginning and ending with its smallest id.

    >>> circles({"a": ["b"], "b": ["a"]})
    [('a', 'b', 'a')]
    """
    kinds = all_kinds(direct)
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for thing in sorted(direct):
        round_trip = {other for other in kinds[thing] if thing in kinds.get(other, ()) and other in direct}
        if thing in seen or (len(round_trip) == 1 and thing not in direct[thing]):
            continue
        seen |= round_trip
        found.append(_walk(thing, direct, round_trip))
    return found


def _walk(start: str, direct: Mapping[str, Sequence[str]], within: set[str]) -> tuple[str, ...]:
    """Return the shortest way from ``start`` back to it inside one knot of circles."""
    queue: list[tuple[str, ...]] = [(start,)]
    for way in queue:
        for kind in direct[way[-1]]:
            if kind == start:
                return (*way, start)
            if kind in within and kind not in way:
                queue.append((*way, kind))
    raise AssertionError(f"{start} is in no circle")
