"""Names -> the plan of a description: the statements of every frame, and the literals of the things."""

from __future__ import annotations

from collections.abc import Iterator

from kg.base.iris import KG, SKOS
from kg.base.terms import Iri
from kg.pack.pack import Frame
from kg.plan.admission import admission
from kg.plan.passes.order import order_select
from kg.plan.pattern import Select, Triple, Union, Values, Variable
from kg.plan.plan import DescribePlan, Match, NodeTrace
from kg.plan.scope import Scope
from kg.plan.search import as_match
from kg.plan.statement import Pattern, statement
from kg.query.query import Describe, Query

#: What a description tells beside names, kinds and statements: predicates, and what they are called.
LITERALS = (
    (Iri(SKOS + "definition"), "definition"),
    (Iri(KG + "ticker"), "ticker"),
    (Iri(KG + "note"), "note"),
)


def describe(query: Query, thing: Variable, scope: Scope, prefixes: tuple[tuple[str, str], ...]) -> DescribePlan:
    """Return the plan of a Describe; the things are meant exactly, kinds below them are rows of their own."""
    assert isinstance(query.form, Describe)
    things = Values(thing, tuple(scope.pack.iri(name) for name in query.form.names))
    frames = () if query.form.aspect else scope.pack.frames.values()
    matches = tuple(match for frame in frames for match in _statements(thing, things, frame, scope))
    predicate, value = scope.variable("predicate"), scope.variable("value")
    group = (things, Triple(thing, predicate, value))
    return DescribePlan(query, thing, matches, order_select(Select((thing, predicate, value), group)), prefixes)


def _statements(thing: Variable, things: Values, frame: Frame, scope: Scope) -> Iterator[Match]:
    """Yield the matches of the statements of one frame in which the thing fills any role."""
    if frame.form == "node":
        node = scope.variable(frame.id)
        # The things stand in each arm, so that each is a look-up and not a join of everything.
        arms = tuple((things, Triple(node, role.iri, thing)) for role in frame.roles)
        group = (Union(arms), *admission(node, frame, scope))
        yield as_match((thing,), Pattern(group, (NodeTrace(frame.id, node),)), told=1)
        return
    for end in frame.roles[:1] if frame.symmetric else frame.roles[:2]:
        yield as_match((thing,), Pattern((things,)) + statement(frame, {end.id: thing}, (), scope), told=1)
