"""What may follow the beginning of a question: by grammar, by class, in its language."""

from __future__ import annotations

import pytest

from kg.query.complete import Completion, complete
from kg.query.query import Query
from tests.language.graphs import Graph


def found(graph: Graph, text: str, limit: int = 20) -> tuple[Completion, ...]:
    return complete(text, graph.pack, graph.lexicon, limit=limit, seconds=10.0)


def texts(graph: Graph, text: str, limit: int = 20) -> list[str]:
    return [one.text for one in found(graph, text, limit)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "who"),
        ("", "what can i ask about"),
        ("who ", "supplies"),
        ("wh", "which"),
        ("which com", "companies"),
        ("who supplies HBM to NVID", "NVIDIA"),
        ("suppliers of opt", "optical module"),
        ("top 5 components ", "by number of"),
        ("does Corn", "Corning"),
        ("what is the pow", "power"),
        ("谁", "供应"),
        ("谁给英", "英伟达"),
        ("谁给英伟达", "供应"),
        ("英伟达的", "供应商"),
        ("HBM能", "能问什么"),
    ],
)
def test_what_may_follow_is_offered(graph: Graph, text: str, wanted: str) -> None:
    assert wanted in texts(graph, text, 200)


@pytest.mark.parametrize(("text", "start"), [("who supplies HBM to NVID", 20), ("who ", 4), ("谁给英", 2)])
def test_a_completion_stands_where_its_word_begins(graph: Graph, text: str, start: int) -> None:
    assert found(graph, text)[0].start == start


@pytest.mark.parametrize("text", ["who supplies HBM to ", "suppliers of opt", "谁给英", "谁供应光"])
def test_a_name_offered_can_be_typed(graph: Graph, text: str) -> None:
    for one in found(graph, text):
        if one.kind == "name":
            verb = "供应" if text.startswith("谁给") else ""
            assert graph.read(f"{text[: one.start]}{one.text}{verb}")


def test_a_name_of_the_wrong_class_is_not_offered(graph: Graph) -> None:
    assert "GPT-5" not in texts(graph, "who supplies HBM to GPT")


@pytest.mark.parametrize("text", ["xyzzy ", "who who who "])
def test_behind_what_cannot_be_read_nothing_follows(graph: Graph, text: str) -> None:
    assert texts(graph, text) == []


def test_a_name_stands_in_the_language_of_the_text(graph: Graph) -> None:
    assert "英伟达" in texts(graph, "谁给NVID")


def test_only_names_that_lead_to_answers_are_offered_where_they_are_known(graph: Graph) -> None:
    def documented(query: Query, name: str) -> dict[str, int]:
        return {"huawei": 0}

    offered = complete("who supplies HBM to ", graph.pack, graph.lexicon, documented=documented, seconds=10.0)
    assert [one.text for one in offered if one.kind == "name"] == ["Huawei"]


def test_at_most_so_many_are_offered(graph: Graph) -> None:
    assert len(found(graph, "who supplies HBM to ", 5)) == 5


def test_behind_a_whole_question_it_can_be_limited(graph: Graph) -> None:
    assert ", only facts" in texts(graph, "who supplies HBM to NVIDIA ", 200)
