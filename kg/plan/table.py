"""A form of things that hang together -> the one SELECT of its rows, with the statements behind them."""

from __future__ import annotations

from kg.plan.conditions import cover, distinct_columns, taking_part
from kg.plan.passes.order import order_select
from kg.plan.pattern import Exists, Select, Triple, Union, Variable
from kg.plan.plan import Match, NodeTrace, TablePlan
from kg.plan.scope import Scope
from kg.plan.statement import Pattern
from kg.query.query import Fill, Noun, Query, Shown, Table


def table(query: Query, form: Table, scope: Scope, prefixes: tuple[tuple[str, str], ...]) -> TablePlan:
    """Return the plan of a table: a column a thing, then a column a value. It rests on stated rows alone."""
    things = tuple(scope.variable("thing") for _ in form.nouns)
    covers = [cover(t, noun, (), scope, "stated", bound=False) for t, noun in zip(things, form.nouns, strict=True)]
    pattern = sum(covers, Pattern())
    for link in form.links:
        first = link.holds.fills[0].role
        pattern += taking_part(things[link.left], link.holds, scope, "stated", {first: things[link.right]})
    columns = list(things)
    units: dict[int, Variable] = {}
    for shown in form.values:
        value, unit, found = _value(things[shown.owner], shown, scope)
        units.update({len(columns): unit} if unit is not None else {})
        columns.append(value)
        pattern += _or_nothing(found, covers[shown.owner]) if shown.open else found
    select = Select(distinct_columns((*columns, *units.values()), pattern.traces), pattern.group)
    match = Match(order_select(select), pattern.traces)
    return TablePlan(query, tuple(columns), tuple(units), match, tuple(scope.preparations), prefixes)


def _or_nothing(found: Pattern, owner: Pattern) -> Pattern:
    """Return a pattern that a thing also matches which has nothing of the kind."""
    without = (*owner.group, Exists(found.group, absent=True))
    return Pattern((Union((found.group, without)),), found.traces)


def _value(owner: Variable, shown: Shown, scope: Scope) -> tuple[Variable, Variable | None, Pattern]:
    """Return the variable of a value, that of its unit where it has one, and the pattern that gives them."""
    frame = scope.pack.frames[shown.holds.frame]
    value = scope.variable(shown.show)
    if any(role.id == shown.show for role in frame.roles):
        holds = type(shown.holds)(frame.id, shown.holds.role, (Fill(shown.show, Noun()), *shown.holds.fills))
        return value, None, taking_part(owner, holds, scope, "stated", {shown.show: value})
    found = taking_part(owner, shown.holds, scope, "stated")
    node = found.traces[0]
    assert isinstance(node, NodeTrace)
    qualifier = frame.qualifier(shown.show)
    triples = [Triple(node.statement, qualifier.iri, value)]
    unit = scope.variable(qualifier.unit) if qualifier.unit else None
    if unit is not None and qualifier.unit:
        triples.append(Triple(node.statement, frame.qualifier(qualifier.unit).iri, unit))
    return value, unit, found + Pattern(tuple(triples))
