"""What every path goes through."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answer.answer import Answer, ValueCell
from kg.query.query import Context, Passed, Query
from tests.analysis.asking import TODAY, ask, paths, said
from tests.analysis.test_trace import CONTEXTS
from tests.property.worlds import worlds
from tests.reference.evaluate import evaluate
from tests.reference.story import say, tell
from tests.reference.world import World

TRADE = tell(
    "a:Firm b:Firm c:Firm d:Firm e:Firm lens:Component",
    *(say("Supply", f"{one} lens {other}") for one, other in ("ab", "bc", "bd", "cd", "de")),
    say("Supply", "b lens e", claims="paper=rumour"),
    say("Supply", "a lens e", premises="supply-0"),
)


def test_what_every_path_passes_is_told_in_order_with_its_steps() -> None:
    answer = ask(Passed("a", "d"), TRADE)
    assert [
        tuple(getattr(cell, "id", None) or getattr(cell, "value", None) for cell in row.cells) for row in answer.rows
    ] == [("b", 1)]
    assert isinstance(answer.rows[0].cells[1], ValueCell)


def test_a_context_leaves_ways_around_out() -> None:
    assert paths(ask(Passed("a", "e"), TRADE)) == [("b",)]
    assert paths(ask(Passed("a", "e"), TRADE, Context(statuses=("fact",)))) == [("b",), ("d",)]


def test_a_row_rests_on_the_steps_to_and_from_it() -> None:
    answer = ask(Passed("a", "d"), TRADE)
    assert {answer.statements[key].roles["customer"].id for key in answer.rows[0].statements} == {"b", "d"}


def test_that_no_way_around_is_documented_is_not_that_there_is_none() -> None:
    assert "there may be ways" in said(ask(Passed("a", "d"), TRADE))


def test_things_a_step_apart_have_nothing_to_pass() -> None:
    answer = ask(Passed("a", "b"), TRADE)
    assert not answer.rows
    assert "one step apart" in said(answer)


def test_paths_without_a_common_thing_say_so() -> None:
    world = tell(
        "a:Firm b:Firm c:Firm d:Firm lens:Component",
        *(say("Supply", f"{one} lens {other}") for one, other in ("ab", "ac", "bd", "cd")),
    )
    assert "nothing in common" in said(ask(Passed("a", "d"), world))


def test_no_path_is_said() -> None:
    assert "No chain" in said(ask(Passed("d", "a"), TRADE))


def test_a_pack_without_a_flow_says_so() -> None:
    world = World(TRADE.classes, {"In": TRADE.frames["In"]}, TRADE.units, TRADE.things, TRADE.sources, ())
    assert "what flows" in said(ask(Passed("a", "d"), world))


@settings(max_examples=150, deadline=None)
@given(worlds(), CONTEXTS, st.data())
def test_what_is_passed_is_that_of_the_reference(world: World, context: Context, data: st.DataObject) -> None:
    firms = st.sampled_from(sorted(key for key, thing in world.things.items() if thing.cls == "Firm"))
    form = Passed(data.draw(firms), data.draw(firms))
    expected = evaluate(Query(form, context), world, TODAY).rows
    assert paths(ask(form, world, context)) == [row.cells for row in expected]


@pytest.mark.parametrize("question", ["chokepoints from AXT to Meta", "从AXT到Meta的必经环节"])
def test_a_substrate_maker_reaches_a_cloud_provider_through_one_company(
    shipped: Callable[[str], Answer], question: str
) -> None:
    assert shipped(question).entities == ("coherent",)
