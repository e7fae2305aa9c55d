"""A question means the same in English and in Chinese, and its canonical sentence means it again."""

from __future__ import annotations

import pytest

from tests.language.graphs import Graph, Lang
from tests.query.pairs import PAIRS

ENGLISH = [pair[0] for pair in PAIRS]


@pytest.mark.parametrize(("english", "chinese"), PAIRS, ids=ENGLISH)
def test_the_english_and_the_chinese_sentence_give_the_same_query(english: str, chinese: str, graph: Graph) -> None:
    assert graph.read(english) == graph.read(chinese)


@pytest.mark.parametrize(("english", "chinese"), PAIRS, ids=ENGLISH)
def test_both_sentences_give_the_same_sparql_to_the_byte(english: str, chinese: str, graph: Graph) -> None:
    assert graph.sparql(graph.read(english)) == graph.sparql(graph.read(chinese))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("english", ENGLISH)
def test_the_canonical_sentence_reads_back_as_the_same_query(english: str, lang: Lang, graph: Graph) -> None:
    query = graph.read(english)
    assert graph.read(graph.say(query, lang)) == query


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_equal_queries_are_said_in_equal_sentences(lang: Lang, graph: Graph) -> None:
    for english, chinese in PAIRS:
        assert graph.say(graph.read(english), lang) == graph.say(graph.read(chinese), lang)
