"""A typed query and its pack -> the plan: pure, and the same for equal queries to the last variable."""

from __future__ import annotations

from msgspec.structs import replace

from kg.base.iris import DCTERMS, KG, PROV, SKOS
from kg.pack.pack import Pack
from kg.plan.contrary import contrary, rivals
from kg.plan.coverage import coverage
from kg.plan.describe import describe
from kg.plan.omitted import omitted, whole
from kg.plan.pattern import Variable
from kg.plan.plan import AnalysisPlan, Contrary, Plan, SearchPlan
from kg.plan.scope import Scope
from kg.plan.search import derived_match, search, told_match, with_condition
from kg.plan.table import table
from kg.query.query import (
    Analysis,
    Askable,
    Breakdown,
    Changes,
    Concentration,
    Conflicts,
    Count,
    Describe,
    Exists,
    Facts,
    Form,
    Group,
    Holds,
    Lost,
    Noun,
    Overlap,
    Query,
    Rank,
    Select,
    Sources,
    Statements,
    Table,
    Total,
)

THING = Variable("thing")


def lower(query: Query, pack: Pack) -> Plan:
    """Return the plan of a query; raise KeyError for a class, frame, role or qualifier that the pack lacks."""
    scope = Scope(pack, query.context)
    match query.form:
        case Select(noun):
            plan = _select(query, noun, scope)
        case Count(noun) | Exists(noun):
            plan = _number_or_yes(query, noun, scope)
        case Facts(subject, holds) | Sources(subject, holds):
            plan = _told(query, subject, holds, scope, shows_derived=isinstance(query.form, Facts))
            if isinstance(query.form, Facts) and query.form.optional:
                things = search(THING, subject, scope)
                plan = replace(plan, matches=(*plan.matches, *things), preparations=tuple(scope.preparations))
        case Total(subject, holds) | Rank(subject, holds):
            plan = _told(query, subject, holds, scope, shows_derived=False)
        case Group():
            plan = _group(query, query.form, scope)
        case Describe():
            return describe(query, THING, scope, _prefixes(pack))
        case Table():
            return table(query, query.form, scope, _prefixes(pack))
        case Askable():
            return AnalysisPlan(query)
        case _:
            return _analysis(query, query.form, scope)
    return plan


def _analysis(query: Query, form: Analysis, scope: Scope) -> AnalysisPlan:
    subject = _subject(form)
    holds = form.holds if isinstance(form, Concentration | Changes | Overlap) else None
    select = search(THING, subject, scope)[0].select if subject is not None and holds is None else None
    told = told_match(THING, subject, holds, scope) if subject is not None and holds is not None else None
    return AnalysisPlan(query, select, told, tuple(scope.preparations), _prefixes(scope.pack))


def _subject(form: Analysis) -> Noun | None:
    """Return the noun that the form speaks of."""
    match form:
        case Concentration() | Changes() | Conflicts() | Statements():
            return form.subject
        case Overlap(names):
            return Noun(names=names)
        case Breakdown(Lost(lost)):
            return lost
        case _:
            return None


def _select(query: Query, noun: Noun, scope: Scope) -> SearchPlan:
    matches = search(THING, noun, scope)
    return SearchPlan(
        query,
        THING,
        matches,
        derived=derived_match(THING, noun, scope),
        omitted=omitted(THING, noun, scope),
        coverage=coverage(noun, scope),
        preparations=tuple(scope.preparations),
        prefixes=_prefixes(scope.pack),
    )


def _number_or_yes(query: Query, noun: Noun, scope: Scope) -> SearchPlan:
    matches = search(THING, noun, scope)
    return SearchPlan(
        query,
        THING,
        matches,
        omitted=(*omitted(THING, noun, scope), *whole(derived_match(THING, noun, scope), matches[0])),
        contrary=_against(query.form, noun, scope),
        coverage=coverage(noun, scope),
        preparations=tuple(scope.preparations),
        prefixes=_prefixes(scope.pack),
    )


def _against(form: Form, noun: Noun, scope: Scope) -> tuple[Contrary, ...]:
    """Return what would speak against a yes."""
    match form:
        case Exists(_, alone):
            return (*contrary(THING, noun, scope), *(rivals(THING, noun, scope) if alone else ()))
        case _:
            return ()


def _told(query: Query, subject: Noun, holds: Holds, scope: Scope, shows_derived: bool) -> SearchPlan:
    matched = told_match(THING, subject, holds, scope)
    derived = derived_match(THING, subject, scope, holds)
    noun = with_condition(subject, holds)
    return SearchPlan(
        query,
        THING,
        (matched,),
        derived=derived if shows_derived else None,
        omitted=(*omitted(THING, noun, scope), *whole(None if shows_derived else derived, matched)),
        coverage=coverage(noun, scope),
        preparations=tuple(scope.preparations),
        prefixes=_prefixes(scope.pack),
    )


def _group(query: Query, form: Group, scope: Scope) -> SearchPlan:
    matched = told_match(THING, form.noun, form.holds, scope, form.counted)
    counting = Holds(form.holds.frame, form.holds.role, (*form.holds.fills, form.counted), form.holds.tests)
    noun = with_condition(form.noun, counting)
    derived = derived_match(THING, form.noun, scope, counting)
    counted = matched.select.columns[1]
    assert isinstance(counted, Variable)
    return SearchPlan(
        query,
        THING,
        (matched,),
        omitted=(*omitted(THING, noun, scope), *whole(derived, matched)),
        coverage=coverage(noun, scope),
        counted=counted,
        preparations=tuple(scope.preparations),
        prefixes=_prefixes(scope.pack),
    )


def _prefixes(pack: Pack) -> tuple[tuple[str, str], ...]:
    """Return the prefixes that shorten the SPARQL of a pack's queries."""
    return ((pack.id, pack.namespace), ("kg", KG), ("skos", SKOS), ("prov", PROV), ("dcterms", DCTERMS))
