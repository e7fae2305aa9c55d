"""Conditions put together and made canonical: the same meaning is the same value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec.structs import replace

from kg.pack.pack import Frame, Pack
from kg.query.query import Among, And, Condition, Every, Fill, Holds, Lost, Not, Noun, Or, OtherThan, Some


def all_of(parts: Sequence[Condition]) -> Condition:
    """Return the conjunction, flat and without repeats; the part itself when there is one."""
    flat = tuple(dict.fromkeys(p for part in parts for p in (part.parts if isinstance(part, And) else (part,))))
    return flat[0] if len(flat) == 1 else And(flat)


def any_of(parts: Sequence[Condition]) -> Condition:
    """Return the disjunction, flat and without repeats; the part itself when there is one."""
    flat = tuple(dict.fromkeys(p for part in parts for p in (part.parts if isinstance(part, Or) else (part,))))
    return flat[0] if len(flat) == 1 else Or(flat)


def joined(op: Literal["and", "or"], parts: Sequence[Condition]) -> Condition:
    """Return the parts joined by and, or."""
    return all_of(parts) if op == "and" else any_of(parts)


def parts_of(where: Condition | None) -> tuple[Condition, ...]:
    """Return the parts of a conjunction; the condition itself when it is none."""
    return where.parts if isinstance(where, And) else () if where is None else (where,)


def canonical_noun(noun: Noun, pack: Pack, role_ranges: tuple[str, ...] = ()) -> Noun:
    """Return the noun without what its place or its conditions already say.

    ``role_ranges`` are the classes of the role that it fills: its own class goes when they imply it.
    """
    where = canonical(noun.where, pack) if noun.where is not None else None
    cls = noun.cls
    if cls and _implied(cls, role_ranges, pack):
        cls = None
    if cls and any(_implied(cls, _ranges(part, pack), pack) for part in _positive(where)):
        cls = None
    return Noun(cls, noun.names, where, noun.exact)


def canonical(condition: Condition, pack: Pack) -> Condition:
    """Return the condition with fills in role order, flat conjunctions, and nothing said twice."""
    match condition:
        case Holds():
            return _holds(condition, pack)
        case Not(part):
            inner = canonical(part, pack)
            return inner.part if isinstance(inner, Not) else Not(inner)
        case And(parts):
            done = all_of([canonical(part, pack) for part in parts])
            return all_of(sorted(_without_weaker(done.parts), key=repr)) if isinstance(done, And) else done
        case Among(Lost(lost, substitutes)):
            return Among(Lost(canonical_noun(lost, pack), substitutes))
        case Among():
            return condition
        case OtherThan(names):
            return OtherThan(tuple(sorted(set(names))))
        case Or(parts):
            either = any_of([canonical(part, pack) for part in parts])
            return Or(tuple(sorted(either.parts, key=repr))) if isinstance(either, Or) else either


def _holds(holds: Holds, pack: Pack) -> Holds:
    frame = pack.frames[holds.frame]
    if frame.symmetric and holds.role == frame.roles[1].id:
        holds = _mirrored(holds, frame.roles[0].id, frame.roles[1].id)
    order = {role.id: index for index, role in enumerate(frame.roles)}
    fills = tuple(
        Fill(fill.role, canonical_noun(fill.noun, pack, _said_by_role(fill, frame)), fill.quantifier)
        for fill in sorted(holds.fills, key=lambda fill: order[fill.role])
    )
    fills = tuple(fill for fill in fills if not (frame.role(fill.role).required and _says_nothing(fill)))
    places = {qualifier.id: index for index, qualifier in enumerate(frame.qualifiers)}
    tests = tuple(sorted(dict.fromkeys(holds.tests), key=lambda test: places[test.qualifier]))
    return replace(holds, fills=fills, tests=tests)


def _said_by_role(fill: Fill, frame: Frame) -> tuple[str, ...]:
    """Return the classes that the role says of its filler; of "every" thing it says nothing."""
    return () if isinstance(fill.quantifier, Every) else frame.role(fill.role).ranges


def _mirrored(holds: Holds, first: str, second: str) -> Holds:
    """Return a statement of a symmetric frame seen from its first role."""
    other = {first: second, second: first}
    return replace(
        holds, role=first, fills=tuple(Fill(other.get(f.role, f.role), f.noun, f.quantifier) for f in holds.fills)
    )


def _says_nothing(fill: Fill) -> bool:
    """Whether a fill only says that a role is filled: of a required role that is nothing."""
    return fill.noun == Noun() and isinstance(fill.quantifier, Some)


def _implied(cls: str, ranges: tuple[str, ...], pack: Pack) -> bool:
    return bool(ranges) and all(pack.is_a(found, cls) for found in ranges)


def _ranges(holds: Holds, pack: Pack) -> tuple[str, ...]:
    return pack.frames[holds.frame].role(holds.role).ranges


def _positive(condition: Condition | None) -> Iterable[Holds]:
    match condition:
        case Holds():
            return (condition,)
        case And(parts):
            return tuple(part for part in parts if isinstance(part, Holds))
        case _:
            return ()


def _without_weaker(parts: tuple[Condition, ...]) -> list[Condition]:
    """Drop a condition that another one implies: "customers that get …" says "customer" twice."""
    return [part for part in parts if not any(part != other and _implies(other, part) for other in parts)]


def _implies(stronger: Condition, weaker: Condition) -> bool:
    return (
        isinstance(stronger, Holds)
        and isinstance(weaker, Holds)
        and (stronger.frame, stronger.role, stronger.reach) == (weaker.frame, weaker.role, weaker.reach)
        and set(weaker.fills) <= set(stronger.fills)
        and set(weaker.tests) <= set(stronger.tests)
        and all(isinstance(fill.quantifier, Some) for fill in weaker.fills)
        and not any(_may_be_none(fill) for fill in stronger.fills)
    )


def _may_be_none(fill: Fill) -> bool:
    quantifier = fill.quantifier
    op = getattr(quantifier, "op", "")
    return op in ("<", "<=") or (op == "=" and getattr(quantifier, "count", 1) == 0)
