"""A question's tree in, its form out: what is asked for, of what."""

from __future__ import annotations

from collections.abc import Callable

from kg.language.syntax import Question
from kg.query.analyses import (
    changes_form,
    conflicts_form,
    cut_form,
    disputed_form,
    exposure_form,
    statements_about,
)
from kg.query.clause_question import clause_question, yes_no_question
from kg.query.meaning import MeaningError
from kg.query.naming import describe_form, names_of, unusable
from kg.query.nominal import noun_of
from kg.query.noun_question import noun_question
from kg.query.query import Askable, Compare, Form, Paths
from kg.query.resolve import Resolver
from kg.query.shares import share_form
from kg.query.table_form import table_form
from kg.query.told import sources_form, statements_form
from kg.query.valued import valued_form

#: The modes that say by themselves what is asked for.
_READERS: dict[str, Callable[[Question, Resolver], Form]] = {
    "cut": cut_form,
    "exposure": exposure_form,
    "changes": changes_form,
    "conflicts": conflicts_form,
    "disputed": disputed_form,
    "valued": valued_form,
    "statements": statements_about,
    "share": share_form,
    "status": statements_form,
    "sources": sources_form,
}


def form_of(question: Question, resolver: Resolver, *, yes_no: bool) -> Form:
    """Return the form of a question. Raise MeaningError when its words make no sense together."""
    reader = _READERS.get(question.mode)
    if reader is not None:
        return reader(question, resolver)
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
        case "askable":
            assert question.phrase is not None
            return Askable(noun_of(question.phrase, (), resolver))
        case "relation":
            names = names_of(question.phrase, resolver)
            if len(names) != 2:
                raise MeaningError(unusable(question.phrase, "how is A related to B"))
            return Paths(names[0], names[1])
        case "phrase" if question.circumstances.change:
            return changes_form(question, resolver)
        case "yes-no" | "phrase" if yes_no or question.mode == "yes-no":
            return yes_no_question(question, resolver)
        case "phrase":
            assert question.phrase is not None
            return noun_question(question.phrase, resolver)
        case _:
            return clause_question(question, resolver, yes_no)
