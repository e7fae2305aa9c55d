"""Statements and two periods -> what is different between them: what is new, what ended, which numbers moved.

A statement is of a period when it may hold on some day of it; what has no date is of both, and so changes nothing. One
that says that something ended holds until then. Of an event it counts when it happened. A number that carries its own
period is of another one when it lies within; of several the latest counts, and only numbers that are told of equally
long periods are compared.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from kg.analysis.account import account_of
from kg.analysis.interval import Interval
from kg.answer.answer import Statement
from kg.base.dates import Period, read_period
from kg.pack.pack import Frame, Pack

Kind = Literal["added", "ended", "moved"]
#: The choice of a qualifier (a stage) that says of its statement that it holds no longer.
_ENDED = "ended"


class Span(Struct, frozen=True):
    """When something may hold: from the first day to the last one; None where that is open."""

    first: date | None
    last: date | None

    def meets(self, period: Period) -> bool:
        """Tell whether it may hold on some day of a period."""
        begins = self.first is None or self.first <= period.last
        return begins and (self.last is None or self.last >= period.first)


class Change(Struct, frozen=True):
    """``before`` are the statements of the earlier period, ``after`` those of the later one: of one thing or relation."""

    kind: Kind
    key: Hashable
    before: tuple[Statement, ...]
    after: tuple[Statement, ...]


def changes(told: Iterable[tuple[Hashable, Statement]], earlier: Period, later: Period, pack: Pack) -> Iterator[Change]:
    """Yield what is new or ended, then what moved; ``told`` are statements with what they are told of."""
    groups: dict[Hashable, list[Statement]] = {}
    numbers: dict[Hashable, list[Statement]] = {}
    for key, statement in told:
        if not is_of_its_period(pack.frames[statement.frame]):
            groups.setdefault(key, []).append(statement)
        if (account := account_of(statement, pack)) is not None:
            numbers.setdefault((account.told, account.scope), []).append(statement)
    for key, some in groups.items():
        yield from _came_or_went(key, some, earlier, later, pack)
    for key, some in numbers.items():
        yield from _moved(key, some, earlier, later, pack)


def _came_or_went(
    key: Hashable, some: Sequence[Statement], earlier: Period, later: Period, pack: Pack
) -> Iterator[Change]:
    states = [one for one in some if not pack.frames[one.frame].event]
    before, after = (tuple(one for one in states if span_of(one, pack).meets(each)) for each in (earlier, later))
    happened = tuple(one for one in some if one not in states and _happened(one, earlier, later))
    if happened or (after and not before):
        yield Change("added", key, (), (*happened, *after))
    elif before and not after:
        yield Change("ended", key, before, ())


def span_of(statement: Statement, pack: Pack) -> Span:
    """Return when a statement may hold."""
    frame = pack.frames[statement.frame]
    begins = read_period(statement.valid_from) if statement.valid_from else None
    ends = read_period(statement.valid_to) if statement.valid_to else None
    if _ENDED in (statement.qualifiers.get(one.id) for one in frame.qualifiers if one.type == "choice"):
        until = ends or begins
        return Span(None, until.last if until else date.min)
    return Span(begins.first if begins else None, ends.last if ends else None)


def is_undated(statement: Statement, frame: Frame) -> bool:
    """Tell whether nothing says when a statement holds."""
    periods = (one.id for one in frame.qualifiers if one.type == "period")
    return not (statement.valid_from or statement.valid_to or any(statement.qualifiers.get(id) for id in periods))


def is_of_its_period(frame: Frame) -> bool:
    """Tell whether statements of a frame are nothing but numbers, each of its own period: they neither come nor go."""
    measures = any(choice.units or choice.whole for one in frame.qualifiers for choice in one.choices)
    return measures and any(one.type == "period" for one in frame.qualifiers)


def _happened(statement: Statement, earlier: Period, later: Period) -> bool:
    first = read_period(statement.valid_from).first if statement.valid_from else None
    return first is not None and earlier.last < first <= later.last


# ---------------------------------------------------------------- numbers


def _moved(key: Hashable, some: Sequence[Statement], earlier: Period, later: Period, pack: Pack) -> Iterator[Change]:
    for precision in ("year", "quarter", "month", "day"):
        before, after = (_latest(some, period, precision, pack) for period in (earlier, later))
        if before and after and _number(before[0], pack) != _number(after[0], pack):
            yield Change("moved", key, before[:1], after[:1])
            return


def _latest(some: Sequence[Statement], period: Period, precision: str, pack: Pack) -> tuple[Statement, ...]:
    """Return the statements of the latest date within a period, of those told of so long a time."""
    dated = [(when, one) for one in some if (when := _when(one, pack)) is not None]
    within = [(when, one) for when, one in dated if when.precision == precision and _lies_in(when, one, period, pack)]
    last = max((when.last for when, _ in within), default=None)
    return tuple(one for when, one in within if when.last == last)


def _when(statement: Statement, pack: Pack) -> Period | None:
    """Return the period that a number is told of: its own, or since when it holds."""
    frame = pack.frames[statement.frame]
    own = next((statement.qualifiers.get(one.id) for one in frame.qualifiers if one.type == "period"), None)
    text = str(own) if own else statement.valid_from
    return read_period(text) if text else None


def _lies_in(when: Period, statement: Statement, period: Period, pack: Pack) -> bool:
    if is_of_its_period(pack.frames[statement.frame]):
        return period.first <= when.first and when.last <= period.last
    return not pack.frames[statement.frame].event and span_of(statement, pack).meets(period)


def _number(statement: Statement, pack: Pack) -> Interval | None:
    account = account_of(statement, pack)
    return account.number if account else None
