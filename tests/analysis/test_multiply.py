"""Needs, multiplied along lists of parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answer.answer import Answer, Coverage
from kg.query.query import Context, Form, Need, Query
from tests.analysis.asking import TODAY, ask, chains, said
from tests.analysis.test_trace import CONTEXTS
from tests.property.worlds import worlds
from tests.reference.evaluate import evaluate
from tests.reference.story import say, tell
from tests.reference.world import World

THINGS = "rack:Machine tray:Machine gpu:Component h100:Component:gpu fan:Component bolt:Component acme:Firm"
RACK = tell(
    THINGS,
    say("Part", "rack tray", quantity=18.0),
    say("Part", "tray h100", quantity=4.0),
    say("Part", "rack fan", quantity=36.0),
    say("Part", "tray bolt"),
)


def test_a_need_is_multiplied_along_the_chain() -> None:
    assert ask(Need("rack", "h100"), RACK).number == 72


def test_a_need_of_several_wholes_is_multiplied_by_their_number() -> None:
    assert ask(Need("rack", "h100", 10.0), RACK).number == 720


def test_a_kind_covers_the_parts_of_that_kind() -> None:
    assert ask(Need("rack", "gpu"), RACK).number == 72


def test_a_row_holds_the_chain_with_its_counts_and_what_it_comes_to() -> None:
    row = ask(Need("rack", "h100", 10.0), RACK).rows[0]
    assert [getattr(cell, "id", None) or getattr(cell, "value", None) for cell in row.cells] == [
        "rack",
        18,
        "tray",
        4,
        "h100",
        720,
    ]


def test_a_row_rests_on_each_count() -> None:
    answer = ask(Need("rack", "h100"), RACK)
    assert {answer.statements[key].roles["part"].id for key in answer.rows[0].statements} == {"tray", "h100"}


def test_a_need_can_be_counted_by_another_part() -> None:
    assert ask(Need("rack", "fan", 144.0, per="gpu"), RACK).number == 72


def test_a_need_cannot_be_counted_by_what_is_not_counted() -> None:
    answer = ask(Need("rack", "fan", 144.0, per="bolt"), RACK)
    assert answer.number is None
    assert "how many bolt the whole contains" in said(answer)


def test_an_unknown_count_leaves_the_need_unknown() -> None:
    answer = ask(Need("rack", "bolt"), RACK)
    assert (answer.number, chains(answer)) == (None, [("rack", "tray", "bolt", None)])


def test_accounts_that_agree_give_a_number_and_are_not_added() -> None:
    answer = ask(Need("rack", "h100"), also(say("Part", "rack h100", quantity=72.0)))
    assert (answer.number, len(answer.rows)) == (72, 2)
    assert "not added up" in said(answer)


def test_accounts_that_differ_give_no_number() -> None:
    answer = ask(Need("rack", "h100"), also(say("Part", "rack h100", quantity=64.0)))
    assert answer.number is None
    assert "The accounts differ (64; 72)" in said(answer)


def test_a_circle_is_told_and_gives_no_number() -> None:
    answer = ask(Need("rack", "h100"), also(say("Part", "tray rack", quantity=1.0)))
    assert answer.number is None
    assert "rack > tray > rack" in said(answer)


def test_a_rumour_that_is_left_out_does_not_count() -> None:
    world = also(say("Part", "rack h100", quantity=64.0, claims="paper=rumour"))
    assert ask(Need("rack", "h100"), world, Context(statuses=("fact",))).number == 72


def test_a_part_that_is_not_documented_is_not_none() -> None:
    answer = ask(Need("fan", "h100"), RACK)
    assert (answer.kind, answer.number, answer.coverage) == ("number", None, Coverage(1, 0, "Part"))
    assert "that does not mean" in said(answer)


def test_a_limit_is_said() -> None:
    answer = ask(Need("rack", "h100"), also(say("Part", "rack h100", quantity=72.0)), limit=1)
    assert (len(answer.rows), answer.truncated, answer.number) == (1, "limit: the first 1 of 2 rows", 72)


def test_a_pack_that_counts_no_parts_says_so() -> None:
    world = World(RACK.classes, {"In": RACK.frames["In"]}, RACK.units, RACK.things, RACK.sources, ())
    assert "counts the parts" in said(ask(Need("rack", "fan"), world))


def also(*statements: object) -> World:
    return tell(THINGS, *RACK.given, *statements)  # type: ignore[arg-type]


@settings(max_examples=80, deadline=None)
@given(worlds(), CONTEXTS, st.data())
def test_rows_are_the_chains_of_the_reference(world: World, context: Context, data: st.DataObject) -> None:
    products = st.sampled_from(
        sorted(key for key, thing in world.things.items() if thing.cls in ("Component", "Machine"))
    )
    form: Form = Need(data.draw(products), data.draw(products), 2.0)
    expected = evaluate(Query(form, context), world, TODAY).rows
    assert set(chains(ask(form, world, context))) == {row.cells for row in expected}


# ---------------------------------------------------------------- the shipped pack


@pytest.mark.parametrize(
    "question", ["How many B200 GPUs do ten GB200 NVL72 racks hold?", "十个GB200 NVL72机柜共有多少颗B200 GPU?"]
)
def test_ten_racks_hold_720_gpus(shipped: Callable[[str], Answer], question: str) -> None:
    answer = shipped(question)
    assert (answer.number, answer.unit, len(answer.rows)) == (720, "GPUs", 2)


def test_conditions_tell_alternatives_apart(shipped: Callable[[Form], Answer]) -> None:
    answer = shipped(Need("module-800g", "optical-isolator"))
    assert answer.number is None
    assert {str(getattr(row.cells[-2], "value", "")) for row in answer.rows} == {
        "silicon-photonics version",
        "EML version",
    }


def test_gigabytes_are_no_number_of_parts(shipped: Callable[[Form], Answer]) -> None:
    answer = shipped(Need("gb200-nvl72", "hbm"))
    assert answer.unit == "GB"
    assert "measure the part" in said(answer)


def test_four_scalable_units_hold_1024_gpus(shipped: Callable[[Form], Answer]) -> None:
    assert shipped(Need("dgx-superpod-h100", "h100", 4.0)).number == 1024
