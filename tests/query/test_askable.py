"""What can be asked about a thing follows from the relations and measures that its class can take part in."""

from __future__ import annotations

import pytest

from kg.query.askable import askable
from kg.query.query import Askable, Noun
from tests.language.graphs import Graph


def offered(graph: Graph, noun: Noun) -> list[str]:
    return [graph.say(query, "en") for query in askable(noun, graph.pack)]


@pytest.mark.parametrize("text", ["what can I ask about HBM", "关于HBM能问什么", "关于HBM可以问什么？"])
def test_the_question_is_read_in_both_languages(graph: Graph, text: str) -> None:
    assert graph.read(text).form == Askable(Noun(names=("hbm",)))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_is_said_as_it_is_read(graph: Graph, lang: str) -> None:
    query = graph.read("what can I ask about suppliers of NVIDIA")
    assert graph.read(graph.say(query, lang)) == query  # type: ignore[arg-type]


def test_a_named_thing_can_be_described(graph: Graph) -> None:
    assert offered(graph, Noun(names=("hbm",)))[0] == "describe HBM"


def test_each_other_place_of_a_relation_is_asked_for(graph: Graph) -> None:
    assert {"who supplies HBM", "who buys HBM"} <= set(offered(graph, Noun(names=("hbm",))))


def test_a_thing_is_asked_about_only_where_its_class_may_stand(graph: Graph) -> None:
    assert "who supplies to HBM" not in offered(graph, Noun(names=("hbm",)))


def test_measures_are_asked_for(graph: Graph) -> None:
    assert "what is the power of GB200 NVL72" in offered(graph, Noun(names=("gb200-nvl72",)))
