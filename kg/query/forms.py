"""A question's tree in, its form out: what is asked for, of what."""

from __future__ import annotations

from kg.language.syntax import Question
from kg.query.clause_question import clause_question, yes_no_question
from kg.query.meaning import MeaningError
from kg.query.naming import describe_form, names_of, unusable
from kg.query.noun_question import noun_question
from kg.query.query import Compare, Form, Paths
from kg.query.resolve import Resolver
from kg.query.table_form import table_form
from kg.query.told import sources_form, statements_form


def form_of(question: Question, resolver: Resolver, *, yes_no: bool) -> Form:
    """Return the form of a question. Raise MeaningError when its words make no sense together."""
    match question.mode:
        case "table":
            assert question.table is not None
            return table_form(question.table, resolver)
        case "describe":
            return describe_form(question.phrase, resolver)
        case "compare":
            names = names_of(question.phrase, resolver)
            if len(names) < 2:
                raise MeaningError(unusable(question.phrase, "compare A and B"))
            return Compare(names)
        case "relation":
            names = names_of(question.phrase, resolver)
            if len(names) != 2:
                raise MeaningError(unusable(question.phrase, "how is A related to B"))
            return Paths(names[0], names[1])
        case "status":
            return statements_form(question, resolver)
        case "sources":
            return sources_form(question, resolver)
        case "yes-no":
            return yes_no_question(question, resolver)
        case "phrase":
            assert question.phrase is not None
            return noun_question(question.phrase, resolver)
        case _:
            return clause_question(question, resolver, yes_no)
