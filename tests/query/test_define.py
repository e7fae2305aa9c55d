"""A word of one's own stands for a noun phrase or a verb phrase, wherever one of them fits, in both languages."""

from __future__ import annotations

import pytest

from kg.base.errors import QuestionError
from kg.query.define import define, is_definition
from kg.query.query import Query
from kg.query.understand import understand
from tests.language.graphs import Graph

SINGLE = 'define "single-source component" as component with exactly one supplier'
EINS = "定义“独家部件”为只有一家供应商的部件"
FEEDS = 'define "feeds clouds" as supplies optical modules to cloud providers'
LIGHT = "定义“做光”为供应激光器并供应光模块"


def meant(graph: Graph, question: str, *texts: str) -> Query:
    defined = define(texts, graph.pack, graph.lexicon)
    return understand(question, graph.pack, defined.lexicon, definitions=defined.definitions).query


def refused(graph: Graph, *texts: str) -> QuestionError:
    with pytest.raises(QuestionError) as error:
        define(texts, graph.pack, graph.lexicon)
    return error.value


@pytest.mark.parametrize(
    ("question", "text", "plain"),
    [
        ("single-source components", SINGLE, "components with exactly one supplier"),
        (
            "how many single-source components are there",
            SINGLE,
            "how many components are supplied by exactly 1 company",
        ),
        (
            "who supplies single-source components to NVIDIA",
            SINGLE,
            "who supplies (components with exactly one supplier) to NVIDIA",
        ),
        ("独家部件", EINS, "components with exactly one supplier"),
        ("谁供应独家部件", EINS, "谁供应(只有一家供应商的部件)"),
        ("who feeds clouds", FEEDS, "who supplies optical modules to cloud providers"),
        ("companies that feed clouds", FEEDS, "companies that supply optical modules to cloud providers"),
        ("does Innolight feed clouds", FEEDS, "does Innolight supply optical modules to cloud providers"),
        ("谁做光", LIGHT, "谁供应激光器并供应光模块"),
        ("做光的中国公司", LIGHT, "供应激光器并供应光模块的中国公司"),
    ],
)
def test_a_word_means_what_it_stands_for(graph: Graph, question: str, text: str, plain: str) -> None:
    assert meant(graph, question, text) == graph.read(plain)


def test_a_word_of_one_language_may_stand_in_the_other(graph: Graph) -> None:
    assert meant(graph, "谁供应single-source component", SINGLE) == meant(graph, "谁供应独家部件", EINS)


def test_both_languages_define_the_same(graph: Graph) -> None:
    english, chinese = (define([text], graph.pack, graph.lexicon).definitions[0].noun for text in (SINGLE, EINS))
    assert english == chinese


def test_definitions_may_use_one_another_in_any_order(graph: Graph) -> None:
    chinese = 'define "home light" as Chinese laser house'
    assert meant(graph, "home lights", chinese, 'define "laser house" as company that supplies lasers') == graph.read(
        "Chinese companies that supply lasers"
    )


def test_the_later_of_two_definitions_counts(graph: Graph) -> None:
    later = 'define "feeds clouds" as supplies HBM to NVIDIA'
    assert meant(graph, "who feeds clouds", FEEDS, later) == graph.read("who supplies HBM to NVIDIA")


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["define laser house"], "D001"),
        (['define "light" as how many companies supply lasers'], "D002"),
        (['define "laser house" as laser house of NVIDIA'], "D003"),
        (['define "aa bb" as cc dd of NVIDIA', 'define "cc dd" as aa bb'], "D003"),
        (['define "supplier" as company'], "D004"),
        (['define "old light" as suppliers of NVIDIA as of 2024'], "D005"),
        (['define "laser house" as company that supplies blub'], "N001"),
    ],
)
def test_what_is_no_definition_is_refused(graph: Graph, texts: list[str], code: str) -> None:
    assert refused(graph, *texts).diagnostics[0].code == code


def test_the_way_back_to_itself_is_told(graph: Graph) -> None:
    error = refused(graph, 'define "aa bb" as cc dd of NVIDIA', 'define "cc dd" as aa bb')
    assert "“aa bb” → “cc dd” → “aa bb”" in error.diagnostics[0].message("en")


def test_a_mistake_of_the_right_side_has_its_place_in_the_whole_text(graph: Graph) -> None:
    error = refused(graph, 'define "laser house" as company that supplies blub')
    assert error.diagnostics[0].span.of(error.question) == "blub"


def test_a_defined_verb_takes_nothing_but_a_subject(graph: Graph) -> None:
    with pytest.raises(QuestionError) as error:
        meant(graph, "who feeds clouds to NVIDIA", FEEDS)
    assert error.value.diagnostics[0].code == "M002"


def test_a_definition_changes_no_other_question(graph: Graph) -> None:
    question = "who supplies optical modules to NVL clusters"
    assert meant(graph, question, SINGLE, FEEDS) == graph.read(question)


@pytest.mark.parametrize(("text", "found"), [(SINGLE, True), (EINS, True), ("who supplies HBM", False)])
def test_a_definition_is_told_from_a_question(text: str, found: bool) -> None:
    assert is_definition(text) == found
