"""The public questions are read, or refused with help; each that is read reads back from its canonical sentence."""

from __future__ import annotations

import json

import pytest

from kg.base.errors import QuestionError
from tests.language.graphs import CHECKOUT, Graph

FILE = CHECKOUT / ".." / "shared" / "questions" / "ai-compute.jsonl"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the public questions are not beside this checkout")


def questions() -> list[str]:
    return (
        [json.loads(line)["question"] for line in FILE.read_text(encoding="utf-8").splitlines()]
        if FILE.exists()
        else []
    )


@pytest.mark.parametrize("question", questions())
def test_a_public_question_comes_back_from_its_canonical_sentence_or_is_refused_with_a_remedy(
    question: str, graph: Graph
) -> None:
    try:
        understood = graph.understand(question)
    except QuestionError as error:
        assert all(one.remedy(error.lang) for one in error.diagnostics)
        return
    for lang in ("en", "zh"):
        assert graph.read(graph.say(understood.query, lang)) == understood.query


def test_at_least_seventy_of_the_eighty_are_read(graph: Graph) -> None:
    read = 0
    for question in questions():
        try:
            graph.read(question)
        except QuestionError:
            continue
        read += 1
    assert read >= 70
