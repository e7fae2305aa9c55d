"""A statement with a number -> an account: of what it tells, how much, when, of which scope, and who says so.

What a number is of is told by a choice that has units of its own or says whose whole a share is of, if the frame has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from msgspec import Struct

from kg.analysis.figure import number_of
from kg.analysis.interval import Interval
from kg.analysis.statement_cell import scope_of
from kg.answer.answer import Statement
from kg.pack.pack import Choice, Frame, Pack

#: The choice of a qualifier that says that a number is only a lower bound.
_AT_LEAST = "at_least"


class Account(Struct, frozen=True):
    """``told`` is what two accounts must share to tell of the same, apart from time and scope.

    ``lasting``  the thing has it whatever the day: neither dates nor the words of the scope tell two such accounts apart
                 for certain.
    """

    statement: Statement
    told: tuple[str, ...]
    number: Interval
    period: str
    scope: tuple[str, ...]
    lasting: bool

    @property
    def sources(self) -> frozenset[str]:
        """Who says so."""
        return frozenset(claim.source.id for claim in self.statement.claims)


def accounting_frames(pack: Pack) -> tuple[Frame, ...]:
    """Return the frames whose statements give accounts."""
    frames = (frame for frame in pack.frames.values() if frame.form == "node")
    return tuple(frame for frame in frames if any(one.type == "number" for one in frame.qualifiers))


def account_of(statement: Statement, pack: Pack) -> Account | None:
    """Return the account that a statement gives, None when it gives none."""
    frame = pack.frames[statement.frame]
    number = number_of(statement, frame)
    if number is None or not isinstance(number.value, int | float) or not statement.claims:
        return None
    unit = pack.units.get(number.unit) if number.unit else None
    factor = unit.factor if unit else 1.0
    high = float(number.upper if number.upper is not None else number.value)
    interval = Interval(float(number.value) * factor, inf if _is_bound(statement, frame) else high * factor)
    chosen = tuple(choice for choice in _kinds(frame) if choice.id in statement.qualifiers.values())
    things = tuple(statement.roles[role.id].id if role.id in statement.roles else "" for role in frame.roles)
    dimension = unit.dimension if unit else (number.unit or "")
    told = (frame.id, *things, *(choice.id for choice in chosen), dimension)
    scope = tuple(label["en"] for label in scope_of(statement, frame))
    return Account(statement, told, interval, _period(statement, frame), scope, any(one.lasting for one in chosen))


def measure_of(statement: Statement, pack: Pack) -> str | None:
    """Return the id of what a statement measures."""
    chosen = (choice.id for choice in _kinds(pack.frames[statement.frame]))
    return next((id for id in chosen if id in statement.qualifiers.values()), None)


def _kinds(frame: Frame) -> Iterator[Choice]:
    """Yield the choices that say what a number is of."""
    for qualifier in frame.qualifiers:
        yield from (choice for choice in qualifier.choices if choice.units or choice.whole)


def _is_bound(statement: Statement, frame: Frame) -> bool:
    return any(one.type == "choice" and statement.qualifiers.get(one.id) == _AT_LEAST for one in frame.qualifiers)


def _period(statement: Statement, frame: Frame) -> str:
    """Return when the number holds, as written."""
    told = (str(statement.qualifiers.get(one.id, "")) for one in frame.qualifiers if one.type == "period")
    return "|".join((*told, statement.valid_from, statement.valid_to))
