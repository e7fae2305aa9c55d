"""A noun and its condition -> how to count the things asked about and those that are documented.

"Asked" are the things that the noun without the condition covers; "documented" those of them that
fill the role in any statement of the frame at all, whatever its date, status or source.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kg.pack.pack import Frame
from kg.plan.conditions import is_quantified
from kg.plan.nouns import anything
from kg.plan.passes.order import order_select
from kg.plan.pattern import Group, Select, Tally, Triple, Union, Variable
from kg.plan.plan import CoveragePlan
from kg.plan.scope import Scope
from kg.plan.search import conjuncts, restricted
from kg.query.query import And, Condition, Holds, Not, Noun, Or


class _Place(Struct, frozen=True):
    """A condition, the noun that it stands in, and the noun's conjunct that it is a part of."""

    noun: Noun
    conjunct: Condition
    holds: Holds
    negated: bool

    @property
    def is_open(self) -> bool:
        """Tell whether what is not documented changes the answer: negative, only, every, counting."""
        return self.negated or is_quantified(self.holds)


def coverage(noun: Noun, scope: Scope) -> CoveragePlan | None:
    """Return the coverage of the first negative or quantified condition of the noun, else of its
    first condition on statements; None when it has no condition."""
    places = list(_places(noun, scope))
    if not places:
        return None
    frames = scope.pack.frames
    rank = [(not place.is_open, frames[place.holds.frame].form == "triple") for place in places]
    place = places[rank.index(min(rank))]
    frame = frames[place.holds.frame]
    thing = scope.variable("asked")
    rest = tuple(part for part in conjuncts(place.noun.where, scope) if part is not place.conjunct)
    asked = replace(place.noun, where=And(rest) if rest else None)
    bare = asked.cls is None and not asked.names and asked.where is None
    ranges = frame.role(place.holds.role).ranges
    group = anything(thing, ranges, scope) if bare else restricted(thing, asked, scope)
    documented = (*group, *_any_statement(thing, frame, place.holds.role, scope))
    return CoveragePlan(frame.id, _tally(thing, group, scope), _tally(thing, documented, scope), place.is_open)


def _places(noun: Noun, scope: Scope) -> Iterator[_Place]:
    for conjunct in conjuncts(noun.where, scope):
        yield from _within(noun, conjunct, conjunct, False, scope)


def _within(noun: Noun, conjunct: Condition, part: Condition, negated: bool, scope: Scope) -> Iterator[_Place]:
    match part:
        case Holds():
            yield _Place(noun, conjunct, part, negated)
            for fill in part.fills:
                yield from _places(fill.noun, scope)
        case And(parts) | Or(parts):
            for each in parts:
                yield from _within(noun, conjunct, each, negated, scope)
        case Not(denied):
            yield from _within(noun, conjunct, denied, True, scope)


def _any_statement(thing: Variable, frame: Frame, role: str, scope: Scope) -> Group:
    """Return the pattern of a thing in a role, or in either one when the frame is symmetric."""
    ends = tuple(role.id for role in frame.roles[:2])
    roles = ends if frame.symmetric and role in ends else (role,)
    arms = tuple(_statement(thing, frame, role, scope) for role in roles)
    return arms[0] if len(arms) == 1 else (Union(arms),)


def _statement(thing: Variable, frame: Frame, role: str, scope: Scope) -> Group:
    other = scope.variable(frame.id)
    if frame.form == "node":
        return (Triple(other, frame.role(role).iri, thing),)
    assert frame.predicate is not None
    if role == frame.roles[0].id:
        return (Triple(thing, frame.predicate, other),)
    return (Triple(other, frame.predicate, thing),)


def _tally(thing: Variable, group: Group, scope: Scope) -> Select:
    tally = Tally(thing, scope.variable("number"))
    return order_select(Select((tally,), group, distinct=False))
