"""Questions about statements in, their forms out: who says so, which forecasts there are."""

from __future__ import annotations

from msgspec.structs import replace

from kg.language.syntax import Clause, Phrase, Question
from kg.query.about import about, role_ranges, shared_subject
from kg.query.analyses import statements_about
from kg.query.conditions import canonical
from kg.query.figures import facts_of, shown
from kg.query.meaning import MeaningError
from kg.query.naming import unasked, unusable
from kg.query.nominal import noun_of
from kg.query.query import Facts, Form, Holds, Noun, Select, Sources
from kg.query.resolve import Resolver


def _single(question: Question, resolver: Resolver) -> tuple[Noun, Holds]:
    assert question.clauses is not None
    clauses = shared_subject(question.clauses)
    clause = clauses.clauses[0]
    if not clause.before:
        raise MeaningError(unusable(None, "which sources say that A supplies B"), 1)
    subject = clause.before[0]
    condition = canonical(about(clause, subject, resolver), resolver.scope.pack)
    if not isinstance(condition, Holds):
        raise MeaningError(unusable(subject, "which sources say that A supplies B"))
    return noun_of(unasked(subject), role_ranges(condition, resolver), resolver), condition


def statements_form(question: Question, resolver: Resolver) -> Form:
    """Return the statements that a question about forecasts or claims asks for."""
    if question.clauses is None:
        assert isinstance(question.phrase, Phrase)
        facts = facts_of(question.phrase, resolver) if question.relation is None else None
        return facts if facts is not None else statements_about(question, resolver)
    first = question.clauses.clauses[0]
    if len(question.clauses.clauses) == 1 and not first.before:
        return _told_of(first, resolver)
    noun, holds = _single(question, resolver)
    return Facts(noun, holds, shown(resolver.scope.pack.frames[holds.frame]))


def _told_of(clause: Clause, resolver: Resolver) -> Select:
    """Read 给英伟达供货的传闻: of whom the clause is told."""
    asked = Phrase(wh="who")
    condition = about(replace(clause, before=(asked,)), asked, resolver)
    return Select(Noun(where=condition))


def sources_form(question: Question, resolver: Resolver) -> Form:
    """Return the sources that say what a clause says."""
    return Sources(*_single(question, resolver))
