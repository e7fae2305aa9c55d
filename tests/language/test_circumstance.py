"""Time, status and source are taken out of a question wherever they stand."""

from __future__ import annotations

from datetime import date

import pytest

from kg.language.circumstance import take_circumstances
from kg.language.lex import lex
from kg.language.syntax import Circumstances
from tests.language.graphs import Graph


def taken(text: str, graph: Graph) -> Circumstances:
    return take_circumstances([place[0] for place in lex(text, graph.lexicon).places])[1]


@pytest.mark.parametrize(
    "text", ["who supplies NVIDIA as of 2024-03", "as of 2024-03 who supplies NVIDIA", "截至2024年3月谁给英伟达供货"]
)
def test_as_of_a_month(text: str, graph: Graph) -> None:
    assert str(taken(text, graph).as_of) == "2024-03"


@pytest.mark.parametrize(
    "text",
    [
        "who supplies NVIDIA since 2024",
        "2024年以来谁给英伟达供货",
        "2024年以后谁给英伟达供货",
        "自2024年起谁给英伟达供货",
    ],
)
def test_since_a_year(text: str, graph: Graph) -> None:
    assert str(taken(text, graph).since) == "2024"


@pytest.mark.parametrize(
    "text", ["who supplied NVIDIA before 2024", "2024年以前谁给英伟达供货", "2024年之前谁给英伟达供货"]
)
def test_before_a_year(text: str, graph: Graph) -> None:
    assert str(taken(text, graph).before) == "2024"


@pytest.mark.parametrize("text", ["who supplied NVIDIA between 2023 and 2024", "2023年到2024年之间谁给英伟达供货"])
def test_between_two_years(text: str, graph: Graph) -> None:
    during = taken(text, graph).during
    assert during is not None
    assert (during.first, during.last) == (date(2023, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize("text", ["who supplied NVIDIA in 2024", "2024年谁给英伟达供货", "谁2024年给英伟达供货"])
def test_in_a_year(text: str, graph: Graph) -> None:
    assert str(taken(text, graph).during) == "2024"


@pytest.mark.parametrize("text", ["who supplies NVIDIA as known on 2024-03-30", "按2024年3月30日所知谁给英伟达供货"])
def test_as_known_on_a_day(text: str, graph: Graph) -> None:
    assert str(taken(text, graph).known_on) == "2024-03-30"


@pytest.mark.parametrize("text", ["who supplies NVIDIA, only facts", "谁给英伟达供货,仅事实"])
def test_only_facts(text: str, graph: Graph) -> None:
    assert taken(text, graph).statuses == ("fact",)


@pytest.mark.parametrize("text", ["who supplies NVIDIA, excluding rumours", "谁给英伟达供货,不含传闻"])
def test_excluding_rumours(text: str, graph: Graph) -> None:
    assert taken(text, graph).statuses == ("fact", "claim", "forecast")


def test_two_exclusions_both_count(graph: Graph) -> None:
    assert taken("谁给英伟达供货,不含传闻,不含预测", graph).statuses == ("fact", "claim")


@pytest.mark.parametrize("text", ["who supplies NVIDIA, confirmed by two sources", "谁给英伟达供货,两个来源证实"])
def test_confirmed_by_two_sources(text: str, graph: Graph) -> None:
    assert taken(text, graph).min_sources == 2


@pytest.mark.parametrize("text", ["according to NVIDIA who supplies HBM", "据英伟达,谁供应HBM"])
def test_according_to_a_publisher(text: str, graph: Graph) -> None:
    assert len(taken(text, graph).sources) == 1


@pytest.mark.parametrize("text", ["who directly supplies NVL clusters", "谁直接给NVL集群供货"])
def test_directly(text: str, graph: Graph) -> None:
    assert taken(text, graph).directly


def test_a_question_without_circumstances_says_none(graph: Graph) -> None:
    assert taken("who supplies NVIDIA", graph) == Circumstances()


def test_what_is_left_is_the_question(graph: Graph) -> None:
    tokens = [place[0] for place in lex("as of 2024-03 who supplies NVIDIA, only facts", graph.lexicon).places]
    rest, _, spans = take_circumstances(tokens)
    assert ([token.text for token in rest], len(spans)) == (["who", "supplies", "NVIDIA"], 2)
