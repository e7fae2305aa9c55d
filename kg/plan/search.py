"""A noun -> the matches that find its things and the statements behind them.

Several conditions that have statements of their own would multiply (ten statements of one times
ten of the other): there each condition gets a match of its own, in which the others are only
asked to exist.
"""

from __future__ import annotations

from typing import TypeGuard

from msgspec.structs import replace

from kg.plan.conditions import condition, cover, distinct_columns, is_plain, is_quantified, loosened, taking_part
from kg.plan.nouns import affirms, basis, is_none, named
from kg.plan.passes.order import order_select
from kg.plan.pattern import AnyOf, Exists, Filter, Group, IsBound, Select, Variable
from kg.plan.plan import Match, NodeTrace, Trace
from kg.plan.scope import Scope
from kg.plan.statement import Pattern, Reach
from kg.query.query import Among, And, Condition, Fill, Holds, Not, Noun, Or, OtherThan


def search(thing: Variable, noun: Noun, scope: Scope) -> tuple[Match, ...]:
    """Return the matches of a noun: the first finds all of its things, every one adds evidence."""
    parts = conjuncts(noun.where, scope)
    anchor = named(thing, noun, scope)
    base = Pattern(basis(thing, noun, (), scope, bound=False))
    telling = [part for part in parts if _tells(part, scope)]
    if len(telling) <= 1:
        patterns = [base + _all(thing, parts, anchor, scope, "stated")]
    else:
        patterns = []
        for told in telling:
            others = tuple(part for part in parts if part is not told)
            patterns.append(base + _one(thing, told, others, not patterns, anchor, scope))
    for few in (part for part in parts if _may_be_few(part)):
        kept = base + _all(thing, parts, anchor, scope, "test")
        patterns.append(Pattern(kept.group) + condition(thing, loosened(few), scope))
    return tuple(as_match((thing,), pattern) for pattern in patterns)


def _may_be_few(part: Condition) -> TypeGuard[Holds]:
    """Tell whether a condition is true of some things without, and of others with, statements to show."""
    return isinstance(part, Holds) and not affirms(part) and not any(is_none(fill) for fill in part.fills)


def told_match(thing: Variable, noun: Noun, holds: Holds, scope: Scope, counted: Fill | None = None) -> Match:
    """Return the match of the statements of ``holds`` that the things of the noun take part in.

    ``counted`` is one more role whose filler is wanted: its column follows the thing's.
    """
    frame = scope.pack.frames[holds.frame]
    bound: dict[str, Variable] = {}
    filler = Pattern()
    if counted is not None:
        bound[counted.role] = scope.variable(counted.role)
        filler = cover(bound[counted.role], counted.noun, frame.role(counted.role).ranges, scope, "test")
    told = taking_part(thing, loosened(holds), scope, "stated", bound)
    tests = Pattern()
    if is_quantified(holds):
        tests = condition(thing, holds, scope, named(thing, noun, scope), "test")
    tests += cover(thing, noun, frame.role(holds.role).ranges, scope, "test")
    return as_match((thing, *bound.values()), told + filler + Pattern(tests.group), told=len(_own(told, holds)))


def _own(pattern: Pattern, holds: Holds) -> tuple[Trace, ...]:
    """Return the leading traces: those of the statement itself, before those of its fillers."""
    first = pattern.traces[:1]
    derived = pattern.traces[1:2] if first and isinstance(first[0], NodeTrace) and not first[0].derived else ()
    return first + tuple(t for t in derived if isinstance(t, NodeTrace) and t.derived and t.frame == holds.frame)


def as_match(columns: tuple[Variable, ...], pattern: Pattern, extra: Group = (), told: int = 0) -> Match:
    """Return a match with these columns first and then all that its traces need."""
    select = Select(distinct_columns(columns, pattern.traces), pattern.group + extra)
    return Match(order_select(select), pattern.traces, told)


def restricted(thing: Variable, noun: Noun, scope: Scope) -> Group:
    """Return the patterns of a noun of which no evidence is wanted; they bind the thing."""
    return cover(thing, noun, (), scope, "test", bound=False).group


def derived_match(thing: Variable, noun: Noun, scope: Scope, holds: Holds | None = None) -> Match | None:
    """Return the match of the things for which some derived statement stands in; None when none can.

    With ``holds``, as for the forms that have one, derived statements of it count as well.
    """
    whole = noun if holds is None else with_condition(noun, holds)
    sites = derivable(whole.where, scope)
    if not sites or scope.context.directly:
        return None
    reach: Reach = "derived" if sites == 1 and not _has_or(whole.where) else "both"
    main = Pattern() if holds is None else condition(thing, holds, scope, (), reach)
    rest = cover(thing, noun, (), scope, reach, bound=holds is not None)
    pattern = main + rest
    marks = tuple(IsBound(t.statement) for t in pattern.traces if isinstance(t, NodeTrace) and t.derived)
    extra: Group = () if reach == "derived" else (Filter(AnyOf(marks)),)
    return as_match((thing,), pattern, extra, told=0 if holds is None else len(_own(main, holds)))


def with_condition(noun: Noun, holds: Condition) -> Noun:
    """Return the noun with one more condition."""
    return replace(noun, where=holds if noun.where is None else And((holds, noun.where)))


def conjuncts(where: Condition | None, scope: Scope) -> tuple[Condition, ...]:
    """Return the conditions that all hold, those on statement nodes first: plain triples hold of many."""
    match where:
        case None:
            return ()
        case And(parts):
            found = [inner for part in parts for inner in conjuncts(part, scope)]
            return tuple(sorted(found, key=lambda part: not _tells(part, scope)))
        case _:
            return (where,)


def _all(thing: Variable, parts: tuple[Condition, ...], anchor: Group, scope: Scope, reach: Reach) -> Pattern:
    return sum((condition(thing, part, scope, anchor, reach) for part in parts), Pattern())


def _one(
    thing: Variable, told: Condition, others: tuple[Condition, ...], first: bool, anchor: Group, scope: Scope
) -> Pattern:
    """Return the match of one condition in which the others are only asked to exist.

    The first match tells of plain triples as well: they are few, and multiply nothing.
    """
    pattern = condition(thing, told, scope, anchor)
    for other in others:
        if not _tells(other, scope):
            pattern += condition(thing, other, scope, anchor, "stated" if first else "test")
            continue
        test = condition(thing, other, scope, anchor, "test").group
        pattern += Pattern((Exists(test),) if is_plain(test) else test)
    return pattern


def _tells(part: Condition, scope: Scope) -> bool:
    """Tell whether a condition has statement nodes as evidence."""
    match part:
        case Holds() if not affirms(part):
            return False
        case Holds(frame, _, fills):
            wheres = (fill.noun.where for fill in fills)
            return scope.pack.frames[frame].form == "node" or any(w is not None and _tells(w, scope) for w in wheres)
        case And(parts) | Or(parts):
            return any(_tells(inner, scope) for inner in parts)
        case Not() | Among() | OtherThan():
            return False


def derivable(where: Condition | None, scope: Scope) -> int:
    """Count the places where a derived statement may stand in for a stated one."""
    match where:
        case Holds(frame, _, fills, _, "one") if not is_quantified(where):
            return int(scope.is_head(scope.pack.frames[frame])) + sum(
                derivable(fill.noun.where, scope) for fill in fills
            )
        case And(parts) | Or(parts):
            return sum(derivable(part, scope) for part in parts)
        case _:
            return 0


def _has_or(where: Condition | None) -> bool:
    match where:
        case Or():
            return True
        case And(parts):
            return any(_has_or(part) for part in parts)
        case Holds(_, _, fills):
            return any(_has_or(fill.noun.where) for fill in fills)
        case _:
            return False
