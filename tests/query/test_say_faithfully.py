"""A query is said by a sentence that gives it back, or by one that is refused: never as another question."""

from __future__ import annotations

import pytest

from kg.base.errors import QuestionError
from kg.query.query import Count, Fill, Holds, Noun, Query, Select
from kg.query.say_faithfully import say_faithfully
from tests.language.graphs import Graph, Lang
from tests.query.pairs import PAIRS

BUYERS = Query(
    Count(
        Noun("Company", ("cloud-provider",), Holds("Supply", "customer", (Fill("supplier", Noun(names=("huawei",))),)))
    )
)
#: No reading says what nobody would ask for: a place with something in it that stands in such a place itself.
UNSAYABLE = Query(
    Select(
        Noun(
            where=Holds(
                "InvestsIn",
                "company",
                (Fill("investor", Noun(names=("openai",), where=Holds("InvestsIn", "company"))),),
            )
        )
    )
)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_where_the_usual_sentence_means_another_question_another_one_is_said(lang: Lang, graph: Graph) -> None:
    assert graph.read(graph.say(BUYERS, lang)) != BUYERS
    assert graph.read(say_faithfully(BUYERS, graph.pack, graph.lexicon, lang)) == BUYERS


def test_a_query_that_no_sentence_gives_back_is_said_with_a_mark_and_the_sentence_is_refused(graph: Graph) -> None:
    said = say_faithfully(UNSAYABLE, graph.pack, graph.lexicon, "zh")
    assert said.endswith("〔这句话不能照原样提问〕")
    with pytest.raises(QuestionError):
        graph.read(said)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_where_the_usual_sentence_gives_the_query_back_it_is_said(lang: Lang, graph: Graph) -> None:
    for english, _ in PAIRS:
        query = graph.read(english)
        assert say_faithfully(query, graph.pack, graph.lexicon, lang) == graph.say(query, lang)
