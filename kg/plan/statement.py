"""Bound roles and tests -> the patterns of one statement of a frame, and how to trace it.

A symmetric frame is matched in both directions. Where derived statements may count, the patterns
are matched among the stated ones, or in the graph of the derived ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from kg.base.iris import DERIVED_GRAPH
from kg.pack.pack import Frame
from kg.plan.admission import admission, derived_admission
from kg.plan.pattern import Element, Group, InGraph, Slot, Triple, Union, Variable
from kg.plan.plan import NodeTrace, Trace, TripleTrace
from kg.plan.qualify import qualify
from kg.plan.scope import Scope
from kg.query.query import Test

#: Which statements count: stated ones, both, or (of the frames that rules derive) only derived ones.
#: "test": stated ones, of which no evidence is wanted.
Reach = Literal["stated", "both", "derived", "test"]


class Pattern(Struct, frozen=True):
    """A group, and the traces of the statements that its solutions rest on."""

    group: Group = ()
    traces: tuple[Trace, ...] = ()

    def __add__(self, other: Pattern) -> Pattern:
        return Pattern(self.group + other.group, self.traces + other.traces)


def statement(
    frame: Frame, roles: Mapping[str, Slot], tests: tuple[Test, ...], scope: Scope, reach: Reach = "stated"
) -> Pattern:
    """Return the pattern of one statement of ``frame`` with these roles bound and these tests passed."""
    if frame.form == "triple":
        return _triple(frame, roles, tests, scope)
    if reach in ("stated", "test") or not scope.is_head(frame):
        return _stated(frame, roles, tests, scope)
    derived = _derived(frame, roles, tests, scope)
    if reach == "derived":
        return derived
    stated = _stated(frame, roles, tests, scope)
    return Pattern((Union((stated.group, derived.group)),), stated.traces + derived.traces)


def _stated(frame: Frame, roles: Mapping[str, Slot], tests: tuple[Test, ...], scope: Scope) -> Pattern:
    node = scope.variable(frame.id)
    group = _roles(node, frame, roles) + _tests(node, frame, tests, scope) + admission(node, frame, scope)
    return Pattern(group, (NodeTrace(frame.id, node),))


def _derived(frame: Frame, roles: Mapping[str, Slot], tests: tuple[Test, ...], scope: Scope) -> Pattern:
    node = scope.variable(f"derived_{frame.id}")
    inside = InGraph(DERIVED_GRAPH, _roles(node, frame, roles) + _tests(node, frame, tests, scope))
    group = (inside, *derived_admission(node, frame, scope))
    return Pattern(group, (NodeTrace(frame.id, node, derived=True),))


def _roles(node: Variable, frame: Frame, roles: Mapping[str, Slot]) -> Group:
    """Write the constant fillers first: they are the rarer end."""
    ordered = sorted(roles.items(), key=lambda item: isinstance(item[1], Variable))
    ends = {role.id for role in frame.roles[:2]} if frame.symmetric else set()
    group: list[Element] = [Triple(node, frame.role(id).iri, filler) for id, filler in ordered if id not in ends]
    if bound := [(id, filler) for id, filler in ordered if id in ends]:
        first, second = frame.roles[0], frame.roles[1]
        turned = {first.id: second.iri, second.id: first.iri}
        straight = tuple(Triple(node, frame.role(id).iri, filler) for id, filler in bound)
        crossed = tuple(Triple(node, turned[id], filler) for id, filler in bound)
        group.append(Union((straight, crossed)))
    return tuple(group)


def _tests(node: Variable, frame: Frame, tests: tuple[Test, ...], scope: Scope) -> Group:
    return tuple(element for test in tests for element in qualify(node, frame, test, scope))


def _triple(frame: Frame, roles: Mapping[str, Slot], tests: tuple[Test, ...], scope: Scope) -> Pattern:
    if tests:
        raise AssertionError(f"the plain triples of frame {frame.id} have no qualifiers to test")
    assert frame.predicate is not None
    first, second = frame.roles[0].id, frame.roles[1].id
    subject = roles[first] if first in roles else scope.variable(first)
    object = roles[second] if second in roles else scope.variable(second)
    straight = Triple(subject, frame.predicate, object)
    trace = TripleTrace(frame.id, subject, object)
    if not frame.symmetric:
        return Pattern((straight,), (trace,))
    return Pattern((Union(((straight,), (Triple(object, frame.predicate, subject),))),), (trace,))
