"""Paths between two things and needs along the parts of a whole, by trying every way.

The sentences quoted are those of ``kg.query.query``.
"""

from __future__ import annotations

from itertools import combinations

from kg.query.query import Need, Passed, Paths
from tests.reference.conditions import Scene

Path = tuple[str, ...]


def paths(form: Paths, scene: Scene) -> list[Path]:
    """Return the paths as the things along them, none twice on one path, shortest first.

    A path is told by its things: two statements between the same two things make one path, not two.
    """
    found = _every(form, scene)
    ordered = sorted(found, key=lambda path: (len(path), path))
    if form.disjoint:
        return _disjoint(ordered)
    if form.within is not None:
        ordered = [path for path in ordered if len(path) - 1 <= form.within]  # "at most so many steps"
    if form.within is not None and form.shortest is None:
        return ordered
    # "the k shortest, whatever their lengths"; None: "the shortest, all ties"
    last = ordered[: form.shortest or 1][-1:]
    return [path for path in ordered if len(path) <= len(last[0])] if last else []


def passed(form: Passed, scene: Scene) -> list[str]:
    """Return what every path goes through, in the order of the paths."""
    every = _every(Paths(form.start, form.end, form.along), scene)
    return [thing for thing in every[0][1:-1] if all(thing in path for path in every)] if every else []


def _disjoint(every: list[Path]) -> list[Path]:
    """Return a largest set of paths that share nothing in between, by trying all; one with fewest steps in all."""
    for size in range(len({path[1] for path in every}), 0, -1):
        sets = [some for some in combinations(every, size) if _share_nothing(some)]
        if sets:
            return list(min(sets, key=lambda some: sum(map(len, some))))
    return []


def _share_nothing(some: tuple[Path, ...]) -> bool:
    between = [thing for path in some for thing in path[1:-1]]
    return len(between) == len({*between})


def _every(form: Paths, scene: Scene) -> list[Path]:
    ways = _ways(form, scene)
    found: list[Path] = []
    waiting: list[Path] = [(form.start,)]
    while waiting:
        path = waiting.pop()
        if path[-1] == form.end:
            if len(path) > 1 and set(form.through) <= set(path):
                found.append(path)
            continue
        waiting += [
            (*path, onto) for here, onto in ways if here == path[-1] and onto not in path and onto not in form.avoiding
        ]
    return found


def _ways(form: Paths, scene: Scene) -> set[tuple[str, str]]:
    ways: set[tuple[str, str]] = set()
    for roles, frame in ((one.roles, scene.world.frames[one.statement.frame]) for one in scene.seen):
        if form.along == "supply":  # "from supplier to customer only"
            if frame.flow and frame.flow[0] in roles and frame.flow[1] in roles:
                ways.add((roles[frame.flow[0]], roles[frame.flow[1]]))
            continue
        # "every frame, either direction": from any filler of a statement to any other
        ways |= {(one, other) for one in roles.values() for other in roles.values() if one != other}
    return ways


def needs(form: Need, scene: Scene) -> tuple[list[tuple[str | float | None, ...]], float | None]:
    """Return one row for each chain of parts, and the number when it is certain.

    A row is the things of the chain and then what it comes to, None when a count on the way is unknown.
    The number is the sum over the chains; unknown when a chain's is, or when a pair on the way has
    counts that differ (they are alternatives, not a sum), or when nothing is known.
    """
    chains = _explosion(form.whole, form.part, scene)
    per = 1.0
    if form.per is not None:
        _, base = _summed(_explosion(form.whole, form.per, scene), 1.0)
        if not base:
            return [], None
        per = base
    return _summed(chains, form.count / per)


def _summed(
    chains: list[tuple[Path, float | None]], factor: float
) -> tuple[list[tuple[str | float | None, ...]], float | None]:
    rows: list[tuple[str | float | None, ...]] = [
        (*path, None if amount is None else amount * factor) for path, amount in chains
    ]
    amounts = [amount for _, amount in chains]
    alternatives = len({path for path, _ in chains}) < len(chains)
    if not amounts or alternatives or None in amounts:
        return rows, None
    return rows, sum(amount for amount in amounts if amount is not None) * factor


def _explosion(whole: str, part: str, scene: Scene) -> list[tuple[Path, float | None]]:
    found: list[tuple[Path, float | None]] = []
    waiting: list[tuple[Path, float | None]] = [((whole,), 1.0)]
    while waiting:
        path, amount = waiting.pop()
        if len(path) > 1 and part in scene.world.kinds_of(path[-1]):
            found.append((path, amount))
            continue
        counts = {
            (seen.roles["part"], seen.statement.qualifier("quantity"))
            for seen in scene.seen
            if seen.statement.frame == "Part" and seen.roles["whole"] == path[-1] and seen.roles["part"] not in path
        }
        for onto, count in counts:
            times = amount * count if amount is not None and isinstance(count, float) else None
            waiting.append(((*path, onto), times))
    return sorted(found, key=lambda chain: chain[0])
