"""A context -> the patterns that a statement must meet, whatever it is asked for.

Every statement of a node frame is held to the context, in positions that a question affirms and
in those that it denies: a rumour that is left out is left out behind "not" as well. Plain triples
have neither dates nor claims and are always admitted. A derived statement has none of its own: it
is admitted when every statement that it was derived from is.

Time. ``as_of`` counts undated statements in. ``during``, ``since`` and ``before`` leave out what
has no beginning. A beginning counts from its first day, an end up to its last; an event is during
a period when the first day of its date lies in it.

Claims. One and the same claim must have an admitted status, an admitted source, and a source
published by the day of ``known_on`` (a partial date counts from its first day; a source without
a date is not known to have been there). ``min_sources``, ``max_sources`` and ``unconfirmed_since``
look at the sources of such claims over all statements in time that say the same (``confirmation.py``).
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from kg.base.dates import Period
from kg.base.iris import DERIVED_GRAPH, KG, PROV, TYPE
from kg.base.terms import Iri
from kg.language.circumstance import STATUSES
from kg.pack.pack import Frame
from kg.plan.confirmation import same_statement
from kg.plan.pattern import (
    Compare,
    Element,
    Exists,
    Filter,
    Group,
    Having,
    InGraph,
    Minus,
    Select,
    Subselect,
    Triple,
    Union,
    Values,
    Variable,
)
from kg.plan.scope import Scope
from kg.query.query import Comparison

CLAIM = Iri(KG + "claim")
SOURCE = Iri(KG + "source")
STATUS = Iri(KG + "status")
PUBLISHED_FIRST = Iri(KG + "publishedFirst")
FROM_FIRST = Iri(KG + "validFromFirst")
TO_LAST = Iri(KG + "validToLast")
DERIVED_FROM = Iri(PROV + "wasDerivedFrom")


def admission(statement: Variable, frame: Frame, scope: Scope) -> Group:
    """Return what the context asks of a stated statement of a node frame."""
    context = scope.context
    group = _time(statement, frame, scope)
    if context.known_on or context.statuses or context.sources:
        group += _claim(statement, scope)[1]
    return group + _sources(statement, frame, scope)


def derived_admission(statement: Variable, frame: Frame, scope: Scope) -> Group:
    """Return what the context asks of a derived statement: no premise of it may fail."""
    premise = scope.variable("premise")
    arms = tuple(
        (Triple(premise, TYPE, body.iri), *conditions)
        for body in _body_frames(frame, scope)
        if (conditions := admission(premise, body, scope))
    )
    if not arms:
        return ()
    admitted: Group = arms[0] if len(arms) == 1 else (Union(arms),)
    from_premise = InGraph(DERIVED_GRAPH, (Triple(statement, DERIVED_FROM, premise),))
    return (Exists((from_premise, Exists(admitted, absent=True)), absent=True),)


def _body_frames(head: Frame, scope: Scope) -> tuple[Frame, ...]:
    """Return the node frames that rules with that head stand on, in the order of the pack."""
    rules = (rule for rule in scope.pack.rules.values() if rule.head.frame == head.id)
    ids = {atom.frame for rule in rules for body in rule.bodies for atom in body}
    return tuple(frame for frame in scope.pack.frames.values() if frame.id in ids and frame.form == "node")


def _time(statement: Variable, frame: Frame, scope: Scope) -> Group:
    context = scope.context
    group: list[Element] = []
    begins_in: list[Filter] = []
    begin = scope.variable("begin")
    if context.as_of:
        begins_late = (Triple(statement, FROM_FIRST, begin), _compare(begin, ">", context.as_of.last))
        group += [Exists(begins_late, absent=True), _has_not_ended(statement, context.as_of.first, scope)]
        begin = scope.variable("begin")
    if context.during:
        begins_in.append(_compare(begin, "<=", context.during.last))
        if frame.event:
            begins_in.append(_compare(begin, ">=", context.during.first))
        else:
            group.append(_has_not_ended(statement, context.during.first, scope))
    if context.since:
        begins_in.append(_compare(begin, ">=", context.since.first))
    if context.before:
        begins_in.append(_compare(begin, "<", context.before.first))
    if begins_in:
        group += [Triple(statement, FROM_FIRST, begin), *begins_in]
    return tuple(group)


def _has_not_ended(statement: Variable, day: date, scope: Scope) -> Exists:
    end = scope.variable("end")
    return Exists((Triple(statement, TO_LAST, end), _compare(end, "<", day)), absent=True)


def _compare(variable: Variable, op: Comparison, day: date) -> Filter:
    return Filter(Compare(variable, op, day))


def _sources(statement: Variable, frame: Frame, scope: Scope) -> Group:
    """Return what the context asks of the sources behind all that says the same."""
    context = scope.context
    group: list[Element] = []
    if context.min_sources > 1:
        group.append(_counted(statement, frame, scope, ">=", context.min_sources))
    if context.max_sources is not None:
        group.append(_counted(statement, frame, scope, "<=", context.max_sources))
    if context.unanimous and context.statuses:
        group.append(_otherwise(statement, frame, scope))
    if context.unconfirmed_since:
        group += [Exists(_claim(statement, scope)[1]), _confirmed(statement, frame, scope, context.unconfirmed_since)]
    return tuple(group)


def _counted(statement: Variable, frame: Frame, scope: Scope, op: Literal["<=", ">="], count: int) -> Subselect:
    source, group = _behind(statement, frame, scope)
    having = Having(source, op, count)
    return Subselect(Select((statement,), group, distinct=False, grouped=(statement,), having=(having,)))


def _otherwise(statement: Variable, frame: Frame, scope: Scope) -> Exists:
    """Leave out what some claim, otherwise admitted, says with another status than those of the context."""
    other = scope.variable("other")
    statuses = tuple(one for one in STATUSES if one not in scope.context.statuses)
    _, claim = _claim(other, scope, statuses=statuses)
    return Exists((*same_statement(statement, other, frame, scope), *_time(other, frame, scope), *claim), absent=True)


def _confirmed(statement: Variable, frame: Frame, scope: Scope, since: Period) -> Minus:
    """Leave out what some source says that was published in the period or later."""
    source, group = _behind(statement, frame, scope)
    published = scope.variable("published")
    late = (Triple(source, PUBLISHED_FIRST, published), _compare(published, ">=", since.first))
    return Minus(Select((statement,), (*group, *late)))


def _behind(statement: Variable, frame: Frame, scope: Scope) -> tuple[Variable, Group]:
    """Return the pattern of an admitted claim of a statement in time that says the same, and its source."""
    other = scope.variable("other")
    source, claim = _claim(other, scope, named=True)
    return source, (*same_statement(statement, other, frame, scope), *_time(other, frame, scope), *claim)


def _claim(
    statement: Variable, scope: Scope, *, named: bool = False, statuses: tuple[str, ...] = ()
) -> tuple[Variable, Group]:
    """Return the pattern of one admitted claim, and the variable of its source; ``named``: bound in any case.

    ``statuses`` stand in for those of the context.
    """
    context = scope.context
    statuses = statuses or context.statuses
    claim, source = scope.variable("claim"), scope.variable("source")
    group: list[Element] = [Triple(statement, CLAIM, claim)]
    if statuses:
        group += _one_of(Triple(claim, STATUS, scope.variable("status")), statuses)
    if context.sources or context.known_on or named:
        group += _one_of(Triple(claim, SOURCE, source), tuple(scope.pack.iri(id) for id in context.sources))
    if context.known_on:
        published = scope.variable("published")
        group += [Triple(source, PUBLISHED_FIRST, published), _compare(published, "<=", context.known_on)]
    return source, tuple(group)


def _one_of(triple: Triple, terms: tuple[str, ...]) -> Group:
    if not terms:
        return (triple,)
    assert isinstance(triple.object, Variable)
    return (Values(triple.object, terms), triple)
