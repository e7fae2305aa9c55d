"""Chains of supply."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answer.answer import Answer, Coverage
from kg.base.dates import read_period
from kg.query.query import Context, Paths, Query
from tests.analysis.asking import TODAY, ask, paths, said
from tests.property.worlds import worlds
from tests.reference.evaluate import evaluate
from tests.reference.story import say, tell
from tests.reference.world import World

TRADE = tell(
    "a:Firm b:Firm c:Firm d:Firm lens:Component",
    say("Supply", "a lens b"),
    say("Supply", "b lens d", claims="paper blog=rumour"),
    say("Supply", "a lens c", claims="blog=rumour"),
    say("Supply", "c lens d"),
    say("Supply", "c lens b"),
    say("Supply", "a lens d", premises="supply-0"),
    sources="paper=2024 blog=2025",
)
CONTEXTS = st.sampled_from(
    (
        Context(),
        Context(statuses=("fact", "claim")),
        Context(known_on=date(2024, 6, 1)),
        Context(as_of=read_period("2024")),
        Context(sources=("s0",)),
        Context(min_sources=2),
    )
)


def test_all_shortest_chains_are_rows_and_derived_supplies_are_no_steps() -> None:
    assert paths(ask(Paths("a", "d", "supply"), TRADE)) == [("a", "b", "d"), ("a", "c", "d")]


def test_rows_of_shorter_chains_are_filled_up() -> None:
    answer = ask(Paths("a", "d", "supply", within=3), TRADE)
    assert {len(row.cells) for row in answer.rows} == {len(answer.columns)} == {4}


def test_a_row_rests_on_the_statements_of_its_steps_in_order() -> None:
    answer = ask(Paths("a", "d", "supply", through=("b",)), TRADE)
    assert [answer.statements[key].roles["customer"].id for key in answer.rows[0].statements] == ["b", "d"]


def test_statements_carry_their_claims() -> None:
    answer = ask(Paths("b", "d", "supply"), TRADE)
    assert [claim.source.id for one in answer.statements.values() for claim in one.claims] == ["paper", "blog"]


def test_a_context_leaves_steps_out() -> None:
    assert paths(ask(Paths("a", "d", "supply"), TRADE, Context(statuses=("fact",)))) == [("a", "b", "d")]


def test_notes_tell_the_weakest_link_of_each_path() -> None:
    notes = said(ask(Paths("a", "d", "supply"), TRADE))
    assert "weakest link of path 1: fact" in notes
    assert "weakest link of path 2: rumour" in notes


def test_notes_tell_how_many_chains_are_independent() -> None:
    assert "2 chains, of whatever length" in said(ask(Paths("a", "d", "supply"), TRADE))


def test_notes_tell_what_every_chain_passes() -> None:
    assert "passes c" in said(ask(Paths("a", "d", "supply", avoiding=("b",)), TRADE))


def test_whether_there_is_a_chain_is_answered_with_the_chain() -> None:
    answer = ask(Paths("a", "d", "supply", ask=True), TRADE)
    assert (answer.kind, answer.boolean, len(answer.rows)) == ("boolean", True, 2)


def test_no_chain_is_not_documented_and_not_a_no() -> None:
    answer = ask(Paths("d", "a", "supply", ask=True), TRADE)
    assert (answer.boolean, answer.rows) == (None, ())


def test_no_chain_comes_with_its_coverage() -> None:
    assert ask(Paths("d", "a", "supply"), TRADE).coverage == Coverage(2, 2, "Supply")


def test_a_limit_is_said() -> None:
    assert ask(Paths("a", "d", "supply"), TRADE, limit=1).truncated == "limit: the first 1 of 2 rows"


def test_a_pack_without_a_flow_says_so() -> None:
    world = World(TRADE.classes, {"In": TRADE.frames["In"]}, TRADE.units, TRADE.things, TRADE.sources, ())
    assert "what flows" in said(ask(Paths("a", "d", "supply"), world))


@settings(max_examples=80, deadline=None)
@given(worlds(), CONTEXTS, st.none() | st.integers(1, 4), st.data())
def test_chains_are_those_of_the_reference(
    world: World, context: Context, within: int | None, data: st.DataObject
) -> None:
    firms = st.sampled_from(sorted(key for key, thing in world.things.items() if thing.cls == "Firm"))
    passed = data.draw(st.sets(firms, max_size=1))
    form = Paths(data.draw(firms), data.draw(firms), "supply", within, tuple(passed))
    expected = evaluate(Query(form, context), world, TODAY).rows
    assert paths(ask(form, world, context)) == [row.cells for row in expected]


@settings(max_examples=80, deadline=None)
@given(worlds(), CONTEXTS, st.integers(1, 4), st.data())
def test_the_k_shortest_and_the_independent_chains_are_those_of_the_reference(
    world: World, context: Context, shortest: int, data: st.DataObject
) -> None:
    firms = st.sampled_from(sorted(key for key, thing in world.things.items() if thing.cls == "Firm"))
    start, end = data.draw(firms), data.draw(firms)
    some = Paths(start, end, "supply", shortest=shortest)
    assert paths(ask(some, world, context)) == [row.cells for row in evaluate(Query(some, context), world, TODAY).rows]
    apart = Paths(start, end, "supply", disjoint=True)
    found, expected = paths(ask(apart, world, context)), evaluate(Query(apart, context), world, TODAY).rows
    assert [len(path) for path in found] == sorted(len(row.cells) for row in expected)


@pytest.mark.parametrize(
    "question",
    [
        "Through which chain of supply does LandMark Optoelectronics reach Google?",
        "联亚光电的产品经由怎样的供应链到达谷歌?",
    ],
)
def test_the_chain_from_a_wafer_maker_to_a_cloud_provider(shipped: Callable[[str], Answer], question: str) -> None:
    assert paths(shipped(question)) == [("landmark-opto", "luxnet", "innolight", "google")]


@pytest.mark.parametrize(
    "question", ["Is there a chain of supply from AXT to Meta?", "从通美晶体到Meta有没有供应链条?"]
)
def test_there_is_a_chain_from_a_substrate_maker_to_meta(shipped: Callable[[str], Answer], question: str) -> None:
    assert shipped(question).boolean is True
