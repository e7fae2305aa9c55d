"""What is asked is relaxed by one thing at a time, and its parts are told apart."""

from __future__ import annotations

import pytest

from kg.query.parts import parts
from kg.query.relax import relax
from tests.language.graphs import Graph


def nearby(graph: Graph, text: str) -> list[str]:
    return [graph.say(one.query, "en") for one in relax(graph.read(text), graph.pack)]


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("who supplies HBM to Coherent Corp.", "who supplies HBM"),
        ("who supplies HBM to Coherent Corp.", "who supplies to Coherent Corp."),
        ("who supplies 800G module to Google", "who supplies optical modules to Google (Alphabet)"),
        ("who supplies NVIDIA, before 1990", "who supplies to NVIDIA"),
        ("who supplies NVIDIA, only facts", "who supplies to NVIDIA"),
        ("companies that supply only Anthropic", "who supplies to Anthropic"),
        ("components with exactly 40 suppliers", "top 3 components by number of suppliers"),
        ("models with more than 900 trillion parameters", "top 3 models by parameters"),
        ("does Corning supply lasers to Meta", "what is supplied by Corning to Meta Platforms"),
        ("does Corning supply lasers to Meta", "who supplies laser sources to Meta Platforms"),
        ("does NVIDIA supply TSMC", "does TSMC supply to NVIDIA"),
    ],
)
def test_a_nearby_question_asks_for_one_thing_less_or_more_widely(graph: Graph, question: str, near: str) -> None:
    assert near in nearby(graph, question)


def test_the_closest_come_first(graph: Graph) -> None:
    distances = [one.distance for one in relax(graph.read("who supplies HBM to Coherent, only facts"), graph.pack)]
    assert distances == sorted(distances)


def test_the_question_itself_is_not_near_itself(graph: Graph) -> None:
    query = graph.read("which Chinese companies supply HBM to NVIDIA, since 2024")
    assert query not in [one.query for one in relax(query, graph.pack)]


def test_what_is_denied_is_not_relaxed(graph: Graph) -> None:
    assert "who supplies laser sources" in nearby(graph, "companies that supply lasers but not optical modules")


def test_each_filler_is_a_part(graph: Graph) -> None:
    said = [graph.say(part, "en") for part in parts(graph.read("which Chinese companies supply HBM to NVIDIA"))]
    assert said == ["what is headquartered in China", "who supplies HBM", "who supplies to NVIDIA"]


def test_a_question_of_one_condition_has_no_parts(graph: Graph) -> None:
    assert parts(graph.read("suppliers of NVIDIA")) == ()
