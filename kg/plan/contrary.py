"""A noun that is asked about with yes or no -> the statements that would speak against it.

Silence speaks against nothing. What does: for "not", a statement that it holds; for "only", one
with another filler; for "exactly n" and "at most n", more fillers than that; for a condition as of
or during a period, a statement that had ended before. ``and`` is contradicted by either part,
``or`` by both.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from kg.plan.conditions import breach, condition
from kg.plan.nouns import named
from kg.plan.pattern import Variable
from kg.plan.plan import Contrary, Match
from kg.plan.scope import Scope
from kg.plan.search import as_match, conjuncts, restricted, search
from kg.plan.statement import Pattern
from kg.query.conditions import all_of, parts_of
from kg.query.query import Among, And, Condition, Fill, Holds, Not, Noun, Number, Only, Or, OtherThan


def contrary(thing: Variable, noun: Noun, scope: Scope) -> tuple[Contrary, ...]:
    """Return the matches of contrary statements, for a scope that the plan's own preparations are in."""
    found = [Contrary("opposite", match) for match in _opposites(thing, noun, scope)]
    context = scope.context
    if context.as_of or context.during:
        timeless = scope.in_context(replace(context, as_of=None, during=None))
        found += [Contrary("lapsed", match) for match in search(thing, noun, timeless)[:1]]
    return tuple(found)


def rivals(thing: Variable, noun: Noun, scope: Scope) -> tuple[Contrary, ...]:
    """Return the matches of the same said of anything that the noun does not name."""
    where = all_of([*parts_of(noun.where), OtherThan(noun.names)])
    return tuple(Contrary("rival", match) for match in search(thing, Noun(noun.cls, where=where), scope)[:1])


def _opposites(thing: Variable, noun: Noun, scope: Scope) -> Iterator[Match]:
    """Yield a match for each conjunct that has a contrary: the thing meets that instead."""
    anchor = named(thing, noun, scope)
    base = Pattern(restricted(thing, replace(noun, where=None), scope))
    for part in conjuncts(noun.where, scope):
        opposite = _opposite(part)
        if opposite is not None:
            yield as_match((thing,), base + condition(thing, opposite, scope, anchor))
        if isinstance(part, Holds):
            for fill in part.fills:
                if isinstance(fill.quantifier, Only) and (other := breach(thing, part, fill, scope)):
                    yield as_match((thing,), base + other)


def _opposite(part: Condition) -> Condition | None:
    """Return a condition that cannot be true together with ``part``; None when there is none."""
    match part:
        case Not(denied):
            return denied
        case And(parts):
            found = tuple(each for inner in parts if (each := _opposite(inner)) is not None)
            return Or(found) if found else None
        case Or(parts):
            found = tuple(each for inner in parts if (each := _opposite(inner)) is not None)
            return And(found) if len(found) == len(parts) else None
        case Holds(fills=fills):
            return _more(part, fills)
        case Among() | OtherThan():
            return None


def _more(holds: Holds, fills: tuple[Fill, ...]) -> Holds | None:
    """Return the condition with more fillers than its one upper bound allows."""
    quantified = [fill for fill in fills if isinstance(fill.quantifier, Number | Only)]
    if len(quantified) != 1:
        return None
    match quantified[0].quantifier:
        case Number("=" | "<=", count):
            more = Number(">", count)
        case Number("<", count):
            more = Number(">=", count)
        case _:
            return None
    raised = tuple(replace(fill, quantifier=more) if fill is quantified[0] else fill for fill in fills)
    return replace(holds, fills=raised)
