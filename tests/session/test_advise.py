"""An empty answer tells which part has no match, and which nearby questions have answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from kg.answer.answer import Answer as AnswerData
from kg.base.errors import BudgetError
from kg.query.query import Query
from kg.session.advise import Prober, advise
from kg.session.answer import Answer
from kg.session.session import Session

EMPTY = "which Chinese companies supply HBM to NVIDIA"
EMPTY_ZH = "谁给OpenAI供应冷板"


@pytest.fixture(scope="module")
def empty(shipped: Session) -> Answer:
    return shipped.ask(EMPTY)


def test_the_parts_are_told_with_what_each_finds_alone(empty: Answer) -> None:
    assert '"who supplies HBM" finds 3' in empty.notes[-1]["en"]


def test_the_parts_are_told_in_chinese_too(empty: Answer) -> None:
    assert "“谁供应高带宽内存”有3个结果" in empty.notes[-1]["zh"]


def test_a_part_without_a_match_is_named(village: Session) -> None:
    note = village.ask("who delivers flour to the mill").notes[-1]["en"]
    assert "has no match" in note


def test_at_most_three_questions_are_offered(empty: Answer) -> None:
    assert 1 <= len(empty.advice) <= 3


@pytest.mark.parametrize(
    "question", [EMPTY, EMPTY_ZH, "does Corning supply lasers to Meta", "who supplies NVIDIA, before 1990"]
)
def test_a_question_offered_finds_what_it_promises(shipped: Session, question: str) -> None:
    for one in shipped.ask(question).advice:
        found = shipped.ask(one.text)
        assert (found.number or len(found.rows)) == one.finds


def test_questions_are_offered_in_the_language_of_the_question(shipped: Session) -> None:
    assert "谁给OpenAI供应" in [one.text for one in shipped.ask(EMPTY_ZH).advice]


def test_an_answer_with_rows_needs_no_advice(shipped: Session) -> None:
    assert shipped.ask("suppliers of NVIDIA").advice == ()


def test_a_count_of_none_is_explained(shipped: Session) -> None:
    assert shipped.ask("how many Japanese companies supply optical modules to Google").advice


def test_what_is_not_documented_is_explained(shipped: Session) -> None:
    advice = [one.text for one in shipped.ask("does NVIDIA supply TSMC").advice]
    assert "does TSMC supply to NVIDIA" in advice


def test_the_terminal_draws_the_questions(empty: Answer) -> None:
    assert "who supplies HBM to NVIDIA  (3 found)" in empty.to_text(width=120)


def _prober(shipped: Session, run: Callable[[Query, float], AnswerData]) -> Prober:
    return Prober("en", run, lambda query, lang: shipped.say(EMPTY, lang), lambda text: shipped.explain(EMPTY).query)


def test_a_search_that_runs_out_of_time_says_so(shipped: Session, empty: Answer) -> None:
    def too_slow(query: Query, seconds: float) -> AnswerData:
        raise BudgetError("no time")

    query = shipped.explain(EMPTY).query
    told = advise(query, replace(empty, notes=(), advice=()), shipped.pack, _prober(shipped, too_slow), 30.0)
    assert [note["en"] for note in told.notes] == ["The search for nearby questions was cut short."]


def test_a_search_without_any_time_offers_nothing(shipped: Session, empty: Answer) -> None:
    query = shipped.explain(EMPTY).query
    prober = _prober(shipped, lambda query, seconds: empty)
    assert advise(query, replace(empty, advice=()), shipped.pack, prober, 0.0).advice == ()
