"""What can I ask about a thing: questions that have answers, and how much each finds."""

from __future__ import annotations

import pytest

from kg.answer.answer import ValueCell
from kg.session.answer import Answer
from kg.session.session import Session


@pytest.fixture(scope="module")
def about(shipped: Session) -> Answer:
    return shipped.ask("关于HBM能问什么")


def listed(answer: Answer) -> dict[str, int]:
    found = {}
    for row in answer.rows:
        question, finds = row.cells
        assert isinstance(question, ValueCell)
        assert isinstance(finds, ValueCell)
        found[str(question.value)] = int(finds.value or 0)
    return found


def test_each_question_finds_what_it_promises(shipped: Session, about: Answer) -> None:
    for question, finds in list(listed(about).items())[:5]:
        assert len(shipped.ask(question).rows) == finds


def test_questions_without_answers_are_left_out(about: Answer) -> None:
    assert all(listed(about).values())


def test_what_finds_most_comes_first(about: Answer) -> None:
    assert list(listed(about).values()) == sorted(listed(about).values(), reverse=True)


def test_the_questions_are_in_the_language_of_the_one_who_asks(about: Answer) -> None:
    assert "谁供应高带宽内存" in listed(about)


def test_a_search_cut_short_says_so(shipped: Session) -> None:
    assert shipped.ask("what can I ask about HBM", seconds=0.001).truncated == "not every question was tried"


def test_it_is_explained_like_any_question(shipped: Session) -> None:
    assert "Askable" in str(shipped.explain("what can I ask about HBM"))


def test_the_terminal_lists_the_questions(about: Answer) -> None:
    assert "谁供应高带宽内存" in about.to_text(width=100)
