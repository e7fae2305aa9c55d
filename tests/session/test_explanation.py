"""An explanation shows every stage of a question as readable text."""

from __future__ import annotations

import re

import pytest

from kg.base.dates import read_period
from kg.query.query import Context, Fill, Holds, Noun, Query, Select
from kg.session.explanation import outline
from kg.session.session import Session


@pytest.fixture
def text(village: Session) -> str:
    return str(village.explain("谁给客栈送面包"))


@pytest.mark.parametrize("part", ["== words", "== tree", "== query", "== SPARQL: main", "== answer\n1 rows"])
def test_every_stage_has_its_part(text: str, part: str) -> None:
    assert part in text


def test_the_reading_is_given_in_both_languages(text: str) -> None:
    assert "reading   zh: 哪些店给客栈送面包" in text


def test_words_show_what_they_may_mean(text: str) -> None:
    assert "客栈   (thing inn)" in text


def test_an_outline_leaves_defaults_out() -> None:
    assert outline(Query(Select(Noun("Shop")))) == "Query(form=Select(noun=Noun(cls='Shop')))"


def test_an_outline_writes_a_period_as_it_was_typed() -> None:
    assert outline(Context(as_of=read_period("2025-Q2"))) == "Context(as_of=2025-Q2)"


def test_a_long_outline_has_a_part_a_line() -> None:
    fills = tuple(Fill(role, Noun(names=(f"{role}-of-the-village",))) for role in ("sender", "food", "receiver"))
    lines = outline(Holds("Delivery", "sender", fills)).splitlines()
    assert lines[:4] == ["Holds", "  frame='Delivery'", "  role='sender'", "  fills="]


def test_each_request_to_the_store_has_its_step_rows_and_milliseconds(text: str) -> None:
    assert re.search(r"\d\.\d ms +\d+ rows  main\n", text)


def test_requests_beside_the_steps_are_told_by_their_beginning(village: Session) -> None:
    explanation = village.explain("谁给客栈送面包")
    steps = {sparql for _, sparql in explanation.sparql}
    others = [request for request in explanation.requests if request.sparql not in steps]
    assert others
    assert str(explanation).count(" …\n") == len(others)


def test_the_assumed_statuses_and_the_day_are_told(text: str) -> None:
    assert "assumed      as of 20" in text
