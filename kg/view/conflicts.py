"""Statements in; those that say different numbers of the same, side by side, out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kg.answer.answer import Statement
from kg.pack.pack import Frame, Pack
from kg.view.alike import SameFrame


def conflicts(statements: Iterable[Statement], pack: Pack) -> tuple[tuple[Statement, ...], ...]:
    """Return the groups of stated statements that agree in everything but their numbers; ranges that touch agree.

    Statements of different years do not differ: the number has changed.
    """
    groups: dict[str, list[Statement]] = {}
    for one in statements:
        if one.rule is None and one.claims:
            subject = f"{subject_of(one, pack.frames.get(one.frame))}|{one.valid_from[:4]}|{one.valid_to[:4]}"
            groups.setdefault(subject, []).append(one)
    return tuple(
        tuple(group) for group in groups.values() if len(group) > 1 and _differ(group, pack.frames.get(group[0].frame))
    )


def subject_of(one: Statement, frame: Frame | None) -> str:
    """Return what statements must share to be compared: the frame, its things and its choices."""
    choices = _choices(SameFrame(frame)) if frame else ()
    things = [f"{role}={cell.id}" for role, cell in one.roles.items()]
    return "|".join((one.frame, *things, *(f"{key}={one.qualifiers.get(key, '')}" for key in choices)))


@lru_cache(maxsize=256)
def _choices(same: SameFrame) -> tuple[str, ...]:
    return tuple(each.id for each in same.frame.qualifiers if each.type in ("choice", "text", "period"))


def _differ(group: list[Statement], frame: Frame | None) -> bool:
    if frame is None:
        return False
    return any(
        _apart([_range(one, each.id, each.upper) for one in group])
        for each in frame.qualifiers
        if each.type == "number"
    )


def _apart(ranges: list[tuple[float, float] | None]) -> bool:
    known = [one for one in ranges if one is not None]
    return bool(known) and max(low for low, _ in known) > min(high for _, high in known)


def _range(one: Statement, qualifier: str, upper: str | None) -> tuple[float, float] | None:
    low = one.qualifiers.get(qualifier)
    if not isinstance(low, int | float):
        return None
    high = one.qualifiers.get(upper) if upper else None
    return float(low), float(high) if isinstance(high, int | float) else float(low)
