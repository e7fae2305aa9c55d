"""A form of things that hang together -> the one SELECT of its rows, with the statements behind them."""

from __future__ import annotations

from kg.plan.conditions import cover, distinct_columns, taking_part
from kg.plan.passes.order import order_select
from kg.plan.pattern import Select, Triple, Variable
from kg.plan.plan import Match, NodeTrace, TablePlan
from kg.plan.scope import Scope
from kg.plan.statement import Pattern
from kg.query.query import Fill, Noun, Query, Shown, Table


def table(query: Query, form: Table, scope: Scope, prefixes: tuple[tuple[str, str], ...]) -> TablePlan:
    """Return the plan of a table: a column a thing, then a column a value. It rests on stated rows alone."""
    things = tuple(scope.variable("thing") for _ in form.nouns)
    pattern = Pattern()
    for thing, noun in zip(things, form.nouns, strict=True):
        pattern += cover(thing, noun, (), scope, "stated", bound=False)
    for link in form.links:
        first = link.holds.fills[0].role
        pattern += taking_part(things[link.left], link.holds, scope, "stated", {first: things[link.right]})
    columns = list(things)
    for shown in form.values:
        value, found = _value(things[shown.owner], shown, scope)
        columns.append(value)
        pattern += found
    select = Select(distinct_columns(tuple(columns), pattern.traces), pattern.group)
    return TablePlan(
        query, tuple(columns), Match(order_select(select), pattern.traces), tuple(scope.preparations), prefixes
    )


def _value(owner: Variable, shown: Shown, scope: Scope) -> tuple[Variable, Pattern]:
    frame = scope.pack.frames[shown.holds.frame]
    value = scope.variable(shown.show)
    if any(role.id == shown.show for role in frame.roles):
        holds = type(shown.holds)(frame.id, shown.holds.role, (Fill(shown.show, Noun()), *shown.holds.fills))
        return value, taking_part(owner, holds, scope, "stated", {shown.show: value})
    found = taking_part(owner, shown.holds, scope, "stated")
    node = found.traces[0]
    assert isinstance(node, NodeTrace)
    return value, found + Pattern((Triple(node.statement, frame.qualifier(shown.show).iri, value),))
