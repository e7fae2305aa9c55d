"""What a step of analysis yields, by going round until nothing is added any more.

The sentences quoted are those of ``kg.query.query``, ``kg.analysis.reach`` and ``kg.analysis.lose``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

from kg.query.query import Lost, Noun, Parts, Step, Upstream, Vital
from tests.reference.world import Statement, World

#: Stated statements that the context admits, each as it is read.
Told = list[tuple[Statement, dict[str, str]]]


def yielded(step: Step, world: World, told: Told, covered: Callable[[Noun], Iterable[str]]) -> set[str]:
    """Return the things that a step yields."""
    match step:
        case Upstream():
            tiers = upstream(step, world, told)
            near = {thing for thing, tier in tiers.items() if step.within is None or tier <= step.within}
            return {thing for thing in near if step.tier in (None, tiers[thing])}
        case Parts(whole, full):
            return _parts(whole, full, world, told)
        case Lost(lost, substitutes):
            gone = set(covered(lost))
            return lost_without(gone, world, told, substitutes) - gone
        case Vital(whole, substitutes):
            # "each thing whose loss, alone, stops it"; a name covers what is of its kind
            candidates = {thing for thing in world.things if thing != whole}
            return {
                thing
                for thing in candidates
                if whole not in _below(thing, world)
                and whole in lost_without(_below(thing, world), world, told, substitutes)
                and thing in _behind(whole, world, told, substitutes)
            }


def _pairs(world: World, told: Told, ends: str, *, turned: bool = False) -> list[tuple[str, str]]:
    """Return (first, second) of the statements of the frames that declare such ends."""
    found = []
    for statement, roles in told:
        pair = getattr(world.frames[statement.frame], ends)
        if pair and pair[0] in roles and pair[1] in roles:
            one, other = roles[pair[0]], roles[pair[1]]
            found.append((other, one) if turned else (one, other))
    return found


def _below(thing: str, world: World) -> set[str]:
    return {one for one in world.things if thing in world.kinds_of(one)}


def _parts(whole: str, full: bool, world: World, told: Told) -> set[str]:
    found: set[str] = set()
    waiting = [whole]
    while waiting:
        here = waiting.pop()
        for one, part in ((r["whole"], r["part"]) for s, r in told if s.frame == "Part"):
            if one == here and part not in found:
                found.add(part)
                waiting += [part] if full else []
    return found - {whole}


# ---------------------------------------------------------------- upstream and downstream


def upstream(step: Upstream, world: World, told: Told) -> dict[str, int]:
    """Return what is reached and how many companies away: every walk is tried, one more step at a time."""
    words = {thing.id for thing in world.things.values() if world.classes[thing.cls].kinds_of}
    starts = {one for name in step.names for one in _below(name, world)}
    stays = [
        *_pairs(world, told, "composes"),
        *((kind, thing.id) for thing in world.things.values() for kind in thing.kinds),
    ]
    flow = _pairs(world, told, "flow", turned=True)
    offers = _pairs(world, told, "offers", turned=True)
    received = [
        (roles["customer"], roles["item"])
        for statement, roles in told
        if statement.frame == "Supply" and {"customer", "item"} <= set(roles)
    ]
    if step.direction == "up":
        steps = [(one, other, 0) for one, other in stays] + [(one, other, 1) for one, other in (*flow, *offers)]
        ends = received
        begins: list[tuple[str, str]] = []
    else:
        steps = [(b, a, 0) for a, b in (*stays, *offers)] + [(b, a, 1) for a, b in flow]
        ends, begins = [], [(b, a) for a, b in received]
    tiers = dict.fromkeys(starts, 0)
    for one, other in begins:
        if one in starts and other not in words:
            tiers.setdefault(other, 1)
    changed = True
    while changed:
        changed = False
        for one, other, more in steps:
            if one in tiers and other not in words and tiers[one] + more < tiers.get(other, 10_000):
                tiers[other] = tiers[one] + more
                changed = True
    reached = dict(tiers)
    for one, other in ends:
        if one in tiers:
            reached[other] = min(reached.get(other, 10_000), tiers[one] + 1)
    found = {thing: tier for thing, tier in reached.items() if thing not in starts}
    if step.leaves:
        leading = {one for one, other, _ in steps if (one, other) not in offers or step.direction == "down"}
        return {thing: tier for thing, tier in found.items() if thing not in leading}
    return found


# ---------------------------------------------------------------- what if


def lost_without(gone: set[str], world: World, told: Told, substitutes: bool) -> set[str]:
    """Return everything that cannot be had: what is gone, and what follows from it, until nothing more does."""
    lost = set(gone)
    while True:
        more = {
            thing for thing in world.things if thing not in lost and _is_lost(thing, lost, world, told, substitutes)
        }
        if not more:
            return lost
        lost |= more


def _is_lost(thing: str, lost: set[str], world: World, told: Told, substitutes: bool) -> bool:
    parts = {part for whole, part in _pairs(world, told, "composes") if whole == thing and part != thing}
    own = _providers(thing, world, told).values()
    kinds = {one.id for one in world.things.values() if thing in one.kinds and _is_known(one.id, world, told)}
    # "when something that it is made of or requires is lost; or when all who provide it are lost, frame by frame,
    # and so is all that is of its kind"
    unprovided = bool(own or kinds) and (not own or any(some <= lost for some in own)) and kinds <= lost
    itself = bool(parts & lost) or unprovided
    if not itself or not substitutes:
        return itself
    known = {new for new, old in _pairs(world, told, "replaces") if old == thing and _is_known(new, world, told)}
    # "a thing is only lost when each known substitute of it is lost as well"
    return (known - {thing}) <= lost


def _providers(thing: str, world: World, told: Told) -> dict[str, set[str]]:
    """Return who provides exactly this thing, by the frame that says so."""
    found: dict[str, set[str]] = {}
    for statement, roles in told:
        offers = world.frames[statement.frame].offers
        if offers and set(offers) <= set(roles) and roles[offers[1]] == thing:
            found.setdefault(statement.frame, set()).add(roles[offers[0]])
    return found


def _is_known(thing: str, world: World, told: Told) -> bool:
    made = any(whole == thing for whole, part in _pairs(world, told, "composes") if part != whole)
    return made or any(_providers(one, world, told) for one in _below(thing, world))


def _behind(whole: str, world: World, told: Told, substitutes: bool) -> set[str]:
    """Return what the whole hangs on: its parts, who provides it, what is of its kind, and so on."""
    found = {whole}
    while True:
        more: set[str] = set()
        for thing in found:
            more |= {part for one, part in _pairs(world, told, "composes") if one == thing}
            more |= {who for some in _providers(thing, world, told).values() for who in some}
            more |= {one for one in _below(thing, world) if _is_known(one, world, told)}
            if substitutes:
                more |= {
                    new for new, old in _pairs(world, told, "replaces") if old == thing and _is_known(new, world, told)
                }
        if more <= found:
            return found
        found |= more


def smallest_cuts(whole: str, world: World, told: Told, substitutes: bool) -> set[frozenset[str]]:
    """Return the smallest sets of companies without which the whole cannot be had, by trying all sets."""
    offers = _pairs(world, told, "offers")
    companies = sorted({who for who, _ in offers})
    for size in range(1, len(companies) + 1):
        found = {
            frozenset(some)
            for some in combinations(companies, size)
            if whole in lost_without(set(some), world, told, substitutes)
        }
        if found:
            return found
    return set()
