"""At each place the longest word: of the pack, of the language, or a literal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language.language_of import language_of
from kg.language.lex import lex
from tests.language.graphs import Graph, shipped


def kinds(text: str, graph: Graph) -> list[str]:
    return [place[0].kind for place in lex(text, graph.lexicon).places]


def texts(text: str, graph: Graph) -> list[str]:
    return [place[0].text for place in lex(text, graph.lexicon).places]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("what is CPO", "en"),
        ("谁给NVIDIA供应HBM", "zh"),
        ("describe 中际旭创", "en"),
        ("Who supplies 中际旭创", "en"),
        ("suppliers of “英伟达”", "en"),
        ("CPO是什么", "zh"),
        ("介绍Innolight", "zh"),
        ("", "en"),
        ("GB300", "en"),
    ],
)
def test_the_language_is_that_of_the_words_not_of_the_names(text: str, lang: str) -> None:
    assert language_of(text) == lang


def test_the_longest_name_wins(graph: Graph) -> None:
    assert texts("what is GB200 NVL72", graph) == ["what", "is", "GB200 NVL72"]


def test_chinese_needs_no_spaces(graph: Graph) -> None:
    assert texts("谁给英伟达供应光模块", graph) == ["谁", "给", "英伟达", "供应", "光模块"]


def test_politeness_and_marks_are_read_over(graph: Graph) -> None:
    assert texts("请问谁供应HBM呢?", graph) == texts("谁供应HBM", graph)


def test_a_word_of_no_table_is_unknown(graph: Graph) -> None:
    assert kinds("who supplies gadgets", graph)[-1] == "UNKNOWN"


def test_an_unknown_word_is_taken_whole(graph: Graph) -> None:
    assert texts("who supplies gadgetry", graph)[-1] == "gadgetry"


def test_a_number_inside_a_name_is_no_number(graph: Graph) -> None:
    assert "NUM" not in kinds("what is GB200 NVL72", graph)


def test_a_short_name_is_not_put_together_of_two_words(graph: Graph) -> None:
    """ "in p" is not InP."""
    assert texts("who is in p", graph)[-2:] == ["in", "p"]


def test_a_date_and_a_number_are_told_apart(graph: Graph) -> None:
    assert kinds("since 2024", graph) == ["SINCE", "DATE"]
    assert kinds("2024颗", graph)[0] in ("NUM", "DATE")
    assert kinds("at least 576", graph) == ["ATLEAST", "NUM"]


@pytest.mark.parametrize(
    "text", ["$中际旭创(SZ300308)$", "“中际旭创”", "SZ300308", "300308.SZ", "NASDAQ:LITE", "ＮＶＩＤＩＡ"]
)
def test_tickers_quotes_and_wide_letters_are_names(text: str, graph: Graph) -> None:
    assert kinds(text, graph) == ["N"]


def test_a_cashtag_is_one_word_with_its_place(graph: Graph) -> None:
    text = "$中际旭创(SZ300308)$的客户"
    assert lex(text, graph.lexicon).places[0][0].span.of(text) == "$中际旭创(SZ300308)$"


def test_an_exact_text_selects_one_meaning(graph: Graph) -> None:
    token = lex("OCS [ocs-switch]", graph.lexicon).places[0][0]
    assert [meaning.id for meaning in token.meanings] == ["ocs-switch"]


def test_a_word_that_is_noun_and_verb_keeps_both(graph: Graph) -> None:
    place = next(
        place for place in lex("which companies supply HBM", graph.lexicon).places if place[0].text == "supply"
    )
    assert {token.kind for token in place} >= {"V"}


def test_a_parameter_is_a_word_of_its_own(graph: Graph) -> None:
    assert "PARAMETER" in kinds("who supplies $customer", graph)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=50))
def test_every_token_lies_in_the_text_and_behind_the_last(text: str) -> None:
    last = 0
    for place in lex(text, shipped().lexicon).places:
        assert last <= place[0].span.start < place[0].span.end <= len(text)
        last = place[0].span.start
