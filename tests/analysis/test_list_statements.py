"""Statements as rows: of a thing, with only one source, not confirmed since."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answer.answer import Answer, EntityCell
from kg.base.dates import read_period
from kg.query import query as typed
from kg.query.query import Context, Noun, Query, Statements
from tests.analysis.asking import TODAY, ask, said
from tests.property.worlds import worlds
from tests.reference.evaluate import evaluate
from tests.reference.story import say, tell
from tests.reference.world import World

TRADE = tell(
    "a:Firm b:Firm c:Firm lens:Component norland:Land",
    say("Supply", "a lens b", id="old", claims="paper", stage="volume"),
    say("Supply", "a lens b", id="new", claims="blog", valid_from="2025"),
    say("Supply", "c lens b", id="alone", claims="paper", amount=2.0, unit="dozen"),
    say("Share", "a lens -", id="ten", basis="market", share=10.0, unit="percent", claims="paper"),
    say("Share", "a lens -", id="twelve", basis="market", share=12.0, unit="percent", claims="blog"),
    say(
        "Share", "a lens -", id="twelve-too", basis="market", share=12.0, unit="percent", claims="paper", period="2024"
    ),
    say("In", "a norland"),
    sources="paper=2024 blog=2025-03",
)
CONTEXTS = st.sampled_from(
    (
        Context(),
        Context(max_sources=1),
        Context(min_sources=2),
        Context(unconfirmed_since=read_period("2024")),
        Context(max_sources=2, statuses=("fact",)),
        Context(as_of=read_period("2024"), max_sources=1),
        Context(statuses=("rumour",), unanimous=True),
    )
)


def told(answer: Answer) -> list[str]:
    """Return the ids of the statements that the rows tell of."""
    return [cell.id for row in answer.rows for cell in row.cells[1:2] if isinstance(cell, EntityCell)]


def test_a_row_says_what_the_statement_says_and_its_number() -> None:
    (row,) = ask(Statements(Noun(names=("c",))), TRADE).rows
    first, statement, value = row.cells
    assert (first.id, statement.label["en"]) == ("c", "Supply: lens · b")  # type: ignore[union-attr]
    assert (value.value, value.unit) == (2, "dozen")  # type: ignore[union-attr]


def test_stage_and_dates_are_said_beside() -> None:
    labels = {row.cells[1].id: row.cells[1].label["zh"] for row in ask(Statements(Noun(names=("b",))), TRADE).rows}  # type: ignore[union-attr]
    assert labels["old"] == "Supply号:lens号 · b号 · volume号"
    assert labels["new"] == "Supply号:lens号 · b号 · 2025–"


def test_what_one_source_alone_says_is_found_whatever_the_statement() -> None:
    answer = ask(Statements(), TRADE, Context(max_sources=1))
    assert told(answer) == ["alone", "ten"]


def test_a_number_is_confirmed_by_the_same_number() -> None:
    answer = ask(Statements(frame="Share"), TRADE, Context(min_sources=2))
    assert told(answer) == ["twelve", "twelve-too"]


def test_what_no_newer_source_says_is_not_confirmed() -> None:
    answer = ask(Statements(), TRADE, Context(unconfirmed_since=read_period("2025")))
    assert told(answer) == ["alone", "ten"]


def test_a_stage_is_had_or_another_one_and_what_has_none_has_neither() -> None:
    in_volume, otherwise = (
        Statements(frame="Supply", tests=(typed.Test("stage", op, "volume"),)) for op in ("=", "!=")
    )  # type: ignore[arg-type]
    assert told(ask(in_volume, TRADE)) == ["old"]
    assert told(ask(otherwise, TRADE)) == []


def test_plain_data_has_no_sources_to_ask_of() -> None:
    assert len(ask(Statements(Noun(names=("norland",))), TRADE).rows) == 1
    assert "No such statement" in said(ask(Statements(Noun(names=("norland",))), TRADE, Context(max_sources=1)))


def test_a_noun_that_covers_nothing_takes_part_in_nothing() -> None:
    assert not ask(Statements(Noun("Machine")), TRADE).rows


@settings(max_examples=150, deadline=None)
@given(worlds(), CONTEXTS, st.data())
def test_statements_are_those_of_the_reference(world: World, context: Context, data: st.DataObject) -> None:
    names = data.draw(st.none() | st.sampled_from(sorted(world.things)))
    form = Statements(
        None if names is None else Noun(names=(names,)),
        data.draw(st.none() | st.sampled_from(("Supply", "Part", "Alliance"))),
    )
    expected = [str(row.cells[0]) for row in evaluate(Query(form, context), world, TODAY).rows]
    nodes = [key for key in expected if world.frames[world.statement(key).frame].form == "node"]
    found = told(ask(form, world, context))
    assert sorted(key for key in found if key in nodes) == sorted(nodes)
    assert len(found) == len(nodes if context != Context() else expected)


@pytest.mark.parametrize(
    "question",
    ["statements about Innolight with only one source", "中际旭创有哪些陈述,只有一个来源"],
)
def test_statements_with_one_source_have_one(shipped: Callable[[str], Answer], question: str) -> None:
    answer = shipped(question)
    assert answer.rows
    assert all(len({claim.source.id for claim in one.claims}) == 1 for one in answer.statements.values())
