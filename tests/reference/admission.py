"""Which statements count at all: the context of a query, applied to each statement by itself.

The sentences quoted are those of ``kg.query.query.Context`` unless another file is named.
"""

from __future__ import annotations

from msgspec.structs import replace

from kg.base.dates import Period, read_period
from kg.pack.pack import Qualifier
from kg.query.query import Context
from tests.reference.world import Claim, Statement, World


def admitted(statement: Statement, context: Context, world: World) -> bool:
    """Tell whether a statement satisfies what "all statements of the query must satisfy"."""
    if world.frames[statement.frame].form == "triple":
        return True  # model.md: a plain triple is a frame with "two roles, no claims", and no dates: always so
    if statement.premises:
        # A derived statement has neither dates nor claims of its own: it stands on its premises.
        return not context.directly and all(
            admitted(world.statement(premise), context, world) for premise in statement.premises
        )
    return in_time(statement, context, world) and _vouched(statement, context, world)


def in_time(statement: Statement, context: Context, world: World) -> bool:
    """Tell whether the valid time of a statement fits."""
    begins = read_period(statement.valid_from).first if statement.valid_from else None
    if context.as_of and not _valid_in(statement, context.as_of):
        return False
    if context.during and not _is_during(statement, context.during, world):
        return False
    if context.since and (begins is None or begins < context.since.first):
        return False  # "begins (first day of valid_from) on or after the period's first day"
    # "begins before the period's first day"
    return not (context.before and (begins is None or begins >= context.before.first))


def _is_during(statement: Statement, period: Period, world: World) -> bool:
    if not statement.valid_from:
        return False  # "a statement without a beginning is left out"
    if world.frames[statement.frame].event:
        # "for events (frame.event) the beginning lies within the period"
        return period.first <= read_period(statement.valid_from).first <= period.last
    return _valid_in(statement, period)  # "as as_of for frames that are states"


def _valid_in(statement: Statement, period: Period) -> bool:
    # "begins no later than its last day, and does not end before its first day.
    #  No date of beginning or end: counts as open."
    begins = not statement.valid_from or read_period(statement.valid_from).first <= period.last
    lasts = not statement.valid_to or read_period(statement.valid_to).last >= period.first
    return begins and lasts


def accepted(claim: Claim, context: Context, world: World) -> bool:
    """Tell whether a claim counts: "A claim must meet known_on, statuses and sources together"."""
    if context.known_on:
        published = world.sources[claim.source].published
        # A source without a date is not known to have been there; a partial date counts from its first
        # day, as every beginning does.
        if not published or read_period(published).first > context.known_on:
            return False
    if context.statuses and claim.status not in context.statuses:
        return False
    return not context.sources or claim.source in context.sources


def _vouched(statement: Statement, context: Context, world: World) -> bool:
    if context.known_on or context.statuses or context.sources:
        if not any(accepted(claim, context, world) for claim in statement.claims):
            return False
    # "no claim of what says the same has another status than these"
    anyhow = replace(context, statuses=())
    if context.unanimous and context.statuses:
        for other in world.statements:
            alike = same_roles(other, statement, world) and _same_measure(other, statement, world)
            if alike and not other.premises and in_time(other, context, world):
                if any(accepted(c, anyhow, world) and c.status not in context.statuses for c in other.claims):
                    return False
    # "claims of at least so many distinct sources stand behind the same roles", and the same measure of them
    behind = {
        claim.source
        for other in world.statements
        if same_roles(other, statement, world) and _same_measure(other, statement, world)
        if not other.premises and in_time(other, context, world)
        for claim in other.claims
        if accepted(claim, context, world)
    }
    if len(behind) < context.min_sources and context.min_sources > 1:
        return False
    if context.max_sources is not None and not 0 < len(behind) <= context.max_sources:
        return False
    return context.unconfirmed_since is None or _is_unconfirmed(statement, behind, context, world)


def _is_unconfirmed(statement: Statement, behind: set[str], context: Context, world: World) -> bool:
    # "has claims, none of them from a source published on or after the period's first day"
    assert context.unconfirmed_since is not None
    since = context.unconfirmed_since.first
    dates = [world.sources[source].published for source in behind]
    late = any(date and read_period(date).first >= since for date in dates)
    return not late and any(accepted(claim, context, world) for claim in statement.claims)


def _same_measure(one: Statement, other: Statement, world: World) -> bool:
    """Tell whether two statements tell the same number of the same measure; other statements tell none."""
    frame = world.frames[one.frame]
    kinds = [each for each in frame.qualifiers if any(choice.units or choice.whole for choice in each.choices)]
    if not kinds:
        return True
    numbers = [each for each in frame.qualifiers if each.type == "number"]
    alike = all(one.qualifier(each.id) == other.qualifier(each.id) for each in kinds)
    return alike and all(_base(one, each, world) == _base(other, each, world) for each in numbers)


def _base(statement: Statement, number: Qualifier, world: World) -> tuple[float, bool] | None:
    """Return a number in its base unit, or as it is written when it has no unit."""
    value = statement.qualifier(number.id)
    unit = statement.qualifier(number.unit) if number.unit else None
    if value is None:
        return None
    return float(value) * (world.units[str(unit)].factor if unit is not None else 1.0), unit is not None


def same_roles(one: Statement, other: Statement, world: World) -> bool:
    """Tell whether two statements say the same of the same things."""
    if one.frame != other.frame:
        return False
    return any(roles == dict(other.roles) for roles in orientations(one, world))


def orientations(statement: Statement, world: World) -> list[dict[str, str]]:
    """Return the roles as they are filled, and for a symmetric frame also the other way round."""
    frame = world.frames[statement.frame]
    roles = dict(statement.roles)
    if not frame.symmetric:
        return [roles]
    one, two = frame.roles[0].id, frame.roles[1].id
    swapped = {**roles, one: roles[two], two: roles[one]}
    return [roles, swapped] if swapped != roles else [roles]
