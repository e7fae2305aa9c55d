"""Frames and a context -> the stated statements of those frames that the context admits, by one SELECT a frame.

What rules derive is in a graph of its own and is never read. The conditions of the context are those
of every search (``kg.plan.admission``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.analysis.saying import Saying
from kg.analysis.witness import Witness
from kg.base.iris import TYPE
from kg.base.terms import Iri, Term, Text
from kg.pack.pack import Frame
from kg.plan.admission import admission
from kg.plan.passes.order import order_select
from kg.plan.pattern import Group, Select, Triple, Union, Values, Variable
from kg.plan.scope import Scope
from kg.query.query import Context

#: Predicate -> values, of one statement.
_Node = dict[str, list[Term]]


def read_sayings(
    witness: Witness,
    context: Context,
    frames: Iterable[Frame],
    *,
    about: Sequence[Iri] = (),
    qualifiers: bool = False,
) -> tuple[Saying, ...]:
    """Return the statements in the order of the frames, within a frame by IRI; raise BudgetError when time is out.

    ``about``: only those in which one of these things takes part; none means all statements.
    ``qualifiers``: read the qualifiers too.
    """
    scope = Scope(witness.pack, context)
    found: list[Saying] = []
    for frame in frames:
        if frame.form == "node":
            found += _nodes(witness, frame, scope, about, qualifiers)
        else:
            found += _triples(witness, frame, scope, about)
    return tuple(found)


# ---------------------------------------------------------------- statement nodes


def _nodes(witness: Witness, frame: Frame, scope: Scope, about: Sequence[Iri], qualifiers: bool) -> Iterator[Saying]:
    node, predicate, value = scope.variable(frame.id), scope.variable("predicate"), scope.variable("value")
    wanted = [role.iri for role in frame.roles] + ([one.iri for one in frame.qualifiers] if qualifiers else [])
    conditions = admission(node, frame, scope)
    group: Group = (
        *_taking_part(node, frame, scope, about),
        Triple(node, TYPE, frame.iri),
        Values(predicate, tuple(wanted)),
        Triple(node, predicate, value),
        *conditions,
    )
    select = Select((node, predicate, value), group, distinct=bool(conditions or about))
    nodes: dict[Iri, _Node] = {}
    for iri, key, term in witness.table(order_select(select)).rows:
        if isinstance(iri, Iri):
            nodes.setdefault(iri, {}).setdefault(str(key), []).append(term)
    return (_saying(frame, iri, nodes[iri]) for iri in sorted(nodes))


def _taking_part(node: Variable, frame: Frame, scope: Scope, about: Sequence[Iri]) -> Group:
    if not about:
        return ()
    thing = scope.variable("thing")
    # The things stand in each arm, so that each is a look-up and not a join of everything.
    return (Union(tuple((Values(thing, tuple(about)), Triple(node, role.iri, thing)) for role in frame.roles)),)


def _saying(frame: Frame, iri: Iri, node: _Node) -> Saying:
    fillers = ((role.id, [term for term in node.get(role.iri, ()) if isinstance(term, Iri)]) for role in frame.roles)
    values = ((one.id, node[one.iri][0]) for one in frame.qualifiers if one.iri in node)
    return Saying(
        frame.id,
        iri,
        tuple((role, min(things)) for role, things in fillers if things),
        tuple((qualifier, _plain(term)) for qualifier, term in values),
    )


def _plain(term: Term) -> str | float:
    if isinstance(term, int | float) and not isinstance(term, bool):
        return float(term)
    return term.value if isinstance(term, Text) else str(term)


# ---------------------------------------------------------------- plain triples


def _triples(witness: Witness, frame: Frame, scope: Scope, about: Sequence[Iri]) -> Iterator[Saying]:
    assert frame.predicate is not None
    first, second = (role.id for role in frame.roles[:2])
    left, right = scope.variable(first), scope.variable(second)
    triple = Triple(left, frame.predicate, right)
    group: Group = (triple,)
    if about:
        group = (Union(((Values(left, tuple(about)), triple), (Values(right, tuple(about)), triple))),)
    rows = witness.table(order_select(Select((left, right), group))).rows
    pairs = sorted((one, other) for one, other in rows if isinstance(one, Iri) and isinstance(other, Iri))
    return (Saying(frame.id, None, ((first, one), (second, other))) for one, other in pairs)
