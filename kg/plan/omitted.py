"""A noun -> the matches of derived statements that an answer leaves out, so that it can say how many."""

from __future__ import annotations

from dataclasses import replace

from kg.plan.conditions import is_quantified, loosened
from kg.plan.pattern import Variable
from kg.plan.plan import Match
from kg.plan.scope import Scope
from kg.plan.search import conjuncts, derivable, derived_match
from kg.query.query import And, Condition, Holds, Not, Noun


def omitted(thing: Variable, noun: Noun, scope: Scope) -> tuple[Match, ...]:
    """Return, for each negated or quantified condition, the derived statements that would meet it.

    Such conditions rest on stated statements alone, also where the answer lists derived rows.
    """
    parts = conjuncts(noun.where, scope)
    found = (_of_part(thing, noun, part, tuple(p for p in parts if p is not part), scope) for part in parts)
    return tuple(match for match in found if match is not None)


def _of_part(
    thing: Variable, noun: Noun, part: Condition, others: tuple[Condition, ...], scope: Scope
) -> Match | None:
    rest = replace(noun, where=And(others) if others else None)
    match part:
        case Not(Holds() as holds):
            return derived_match(thing, rest, scope, loosened(holds)) if derivable(loosened(holds), scope) else None
        case Not(denied):
            return derived_match(thing, replace(noun, where=And((denied, *others))), scope)
        case Holds() if is_quantified(part) and derivable(loosened(part), scope):
            return derived_match(thing, rest, scope, loosened(part))
        case _:
            return None
