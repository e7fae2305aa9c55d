"""A noun -> the matches of derived statements that an answer leaves out, so that it can say how many."""

from __future__ import annotations

from msgspec.structs import replace

from kg.plan.conditions import is_quantified, loosened
from kg.plan.pattern import Variable
from kg.plan.plan import Match, Omitted
from kg.plan.scope import Scope
from kg.plan.search import conjuncts, derivable, derived_match, search, told_match
from kg.query.query import And, Condition, Holds, Not, Noun


def omitted(thing: Variable, noun: Noun, scope: Scope) -> tuple[Omitted, ...]:
    """Return, for each negated or quantified condition, the derived statements that would meet it.

    Such conditions rest on stated statements alone, also where the answer lists derived rows.
    """
    parts = conjuncts(noun.where, scope)
    found = (_of_part(thing, noun, part, tuple(p for p in parts if p is not part), scope) for part in parts)
    return tuple(left_out for left_out in found if left_out is not None)


def _of_part(
    thing: Variable, noun: Noun, part: Condition, others: tuple[Condition, ...], scope: Scope
) -> Omitted | None:
    rest = replace(noun, where=And(others) if others else None)
    match part:
        case Not(Holds() as holds):
            return _of_holds(thing, rest, loosened(holds), scope, denied=True)
        case Not(inner):
            met = replace(noun, where=And((inner, *others)))
            derived = derived_match(thing, met, scope)
            return None if derived is None else Omitted(derived, search(thing, met, scope)[0], denied=True)
        case Holds() if is_quantified(part):
            return _of_holds(thing, rest, loosened(part), scope, denied=False)
        case _:
            return None


def _of_holds(thing: Variable, rest: Noun, holds: Holds, scope: Scope, denied: bool) -> Omitted | None:
    if not derivable(holds, scope):
        return None
    derived = derived_match(thing, rest, scope, holds)
    return None if derived is None else Omitted(derived, told_match(thing, rest, holds, scope), denied)


def whole(derived: Match | None, stated: Match) -> tuple[Omitted, ...]:
    """Return what an answer leaves out that rests on stated statements as a whole."""
    return () if derived is None else (Omitted(derived, stated),)
