"""Statements of shares -> shares as intervals of percent, each with the whole that it is a share of.

A frame tells of shares when it has a number and a choice of bases. The pack says of each basis to which roles its
whole belongs (``Choice.whole``): a share of a supplier's revenue is a share of another whole than one of a market.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from kg.analysis.interval import Interval, hull
from kg.answer.answer import EntityCell, Statement
from kg.pack.pack import Choice, Frame, Pack, Qualifier

#: The dimension of units that tell parts of a whole; its base unit is the percent.
FRACTION = "fraction"
WHOLE = 100.0
_AT_LEAST = "at_least"


class Share(Struct, frozen=True):
    """One statement's share: of which basis and period (as written, empty when there is none)."""

    statement: Statement
    basis: Choice
    period: str
    percent: Interval


class Bases(Struct, frozen=True):
    """The qualifiers by which a frame tells shares."""

    number: Qualifier
    basis: Qualifier
    period: Qualifier | None


def bases(frame: Frame) -> Bases | None:
    """Return the qualifiers by which a frame tells shares, None when it tells none."""
    basis = next((one for one in frame.qualifiers if any(choice.whole for choice in one.choices)), None)
    uppers = {one.upper for one in frame.qualifiers}
    number = next((one for one in frame.qualifiers if one.type == "number" and one.id not in uppers), None)
    period = next((one for one in frame.qualifiers if one.type == "period"), None)
    return Bases(number, basis, period) if number is not None and basis is not None else None


def read_shares(statements: Iterable[Statement], frame: Frame, pack: Pack) -> Iterator[Share]:
    """Yield the shares; statements without a number in percent, or without a basis, give none."""
    told = bases(frame)
    if told is None:
        return
    choices: Mapping[object, Choice] = {choice.id: choice for choice in told.basis.choices}
    for statement in statements:
        basis = choices.get(statement.qualifiers.get(told.basis.id))
        percent = _percent(statement, told.number, frame, pack)
        if basis is not None and percent is not None:
            period = statement.qualifiers.get(told.period.id, "") if told.period else ""
            yield Share(statement, basis, str(period), percent)


def _percent(statement: Statement, number: Qualifier, frame: Frame, pack: Pack) -> Interval | None:
    value = statement.qualifiers.get(number.id)
    upper = statement.qualifiers.get(number.upper) if number.upper else None
    unit = pack.units.get(str(statement.qualifiers.get(number.unit))) if number.unit else None
    if not isinstance(value, int | float) or unit is None or unit.dimension != FRACTION:
        return None
    high = float(upper) if isinstance(upper, int | float) else float(value)
    if _is_bound(statement, frame):
        high = WHOLE / unit.factor
    return Interval(value * unit.factor, high * unit.factor)


def _is_bound(statement: Statement, frame: Frame) -> bool:
    """Tell whether the number is only a lower bound."""
    return any(q.type == "choice" and statement.qualifiers.get(q.id) == _AT_LEAST for q in frame.qualifiers)


def accounts(shares: Iterable[Share], role: str) -> dict[str, tuple[EntityCell, Interval, tuple[str, ...]]]:
    """Return who fills a role, with all accounts of its share as one interval, and the statements, by id."""
    found: dict[str, list[Share]] = {}
    for share in shares:
        if role in share.statement.roles:
            found.setdefault(share.statement.roles[role].id, []).append(share)
    return {
        id: (
            of_one[0].statement.roles[role],
            hull(share.percent for share in of_one),
            tuple(share.statement.id for share in of_one),
        )
        for id, of_one in found.items()
    }
