"""A thing that was named plays a part in the query, or the question is refused."""

from __future__ import annotations

import pytest

from kg.base.errors import QuestionError
from kg.language.lex import lex
from kg.language.token import Token
from kg.query.meaning import MeaningError, Scope
from kg.query.query import Describe
from kg.query.unheard import refuse_unheard
from tests.language.graphs import Graph


def tokens_of(graph: Graph, text: str) -> tuple[Token, ...]:
    return tuple(lex(word, graph.lexicon).places[0][0] for word in text.split(", "))


def test_a_name_that_the_form_does_not_have_is_refused(graph: Graph) -> None:
    with pytest.raises(MeaningError) as raised:
        refuse_unheard(Describe(("nvidia",)), tokens_of(graph, "NVIDIA, TSMC"), Scope(graph.pack, graph.lexicon, "en"))
    assert raised.value.diagnostic.code == "M002"


def test_a_kind_of_what_the_form_has_is_heard(graph: Graph) -> None:
    refuse_unheard(Describe(("h100",)), tokens_of(graph, "H100, GPU"), Scope(graph.pack, graph.lexicon, "en"))


def test_a_question_that_drops_a_name_is_refused(graph: Graph) -> None:
    with pytest.raises(QuestionError):
        graph.read("how does InP substrate from AXT get to NVIDIA")
