from msgspec.structs import replace

from kg.answer.answer import EntityCell, Row
from kg.view.evidence import grounds_of, row_evidence, standing, strongest_first
from tests.view.story import (
    GAZETTE,
    GOSSIP,
    MADE,
    MILL_FLOUR,
    MILL_RYE,
    RIVALS,
    THROUGH,
    WIND_FLOUR,
    answer,
    cell,
    claim,
    column,
    statement,
    suppliers,
)


def test_claims_are_ordered_by_status_first():
    assert [one.status for one in strongest_first([claim("rumour"), claim("fact"), claim("forecast")])] == [
        "fact",
        "forecast",
        "rumour",
    ]


def test_claims_of_one_status_are_ordered_by_confidence():
    low, high = claim(confidence="low"), claim(confidence="high", id="other")
    assert strongest_first([low, high]) == (high, low)


def test_among_equals_the_latest_claim_comes_first():
    old, new = claim(), claim(source=replace(GAZETTE, id="new", date="2026"))
    assert strongest_first([old, new]) == (new, old)


def test_a_derived_statement_gives_way_to_its_premises():
    held = answer(MILL_FLOUR, MADE, THROUGH)
    assert grounds_of(held, [THROUGH]) == [MILL_FLOUR, MADE]


def test_premises_that_stand_on_each_other_do_not_go_round_for_ever():
    one = replace(THROUGH, id="a", premises=("b",))
    other = replace(THROUGH, id="b", premises=("a",))
    assert grounds_of(answer(one, other), [one]) == []


def test_a_row_holds_its_strongest_claim():
    held = answer(MILL_FLOUR, rows=(Row((cell("mill"),), ("d1",)),))
    assert row_evidence(held, held.rows[0]).best == MILL_FLOUR.claims[0]


def test_a_derived_row_is_as_strong_as_the_weakest_that_it_needs():
    weak = replace(MADE, claims=(claim("rumour", GOSSIP),))
    held = answer(MILL_FLOUR, weak, THROUGH, rows=(Row((cell("mill"),), ("x1",), "through-maker"),))
    assert row_evidence(held, held.rows[0]).best == weak.claims[0]


def test_a_derived_row_is_as_strong_as_its_strongest_derivation():
    weak = replace(MILL_FLOUR, id="weak", claims=(claim("rumour", GOSSIP),))
    other = replace(THROUGH, id="x2", premises=("weak",))
    held = answer(MILL_FLOUR, weak, THROUGH, other, rows=(Row((cell("mill"),), ("x2", "x1"), "through-maker"),))
    assert row_evidence(held, held.rows[0]).best == MILL_FLOUR.claims[0]


def test_a_row_that_names_a_source_shows_that_source():
    named = EntityCell("gossip", GOSSIP.iri, "Source", {"zh": GOSSIP.title})
    held = answer(MILL_FLOUR, rows=(Row((named,), ("d1",)),))
    assert [one.id for one in row_evidence(held, held.rows[0]).sources] == ["gossip"]


def test_grounds_of_the_derived_frame_come_first():
    held = answer(MADE, MILL_FLOUR, replace(THROUGH, premises=("m1", "d1")), rows=(Row((cell("mill"),), ("x1",), "r"),))
    assert [one.id for one in row_evidence(held, held.rows[0]).grounds] == ["d1", "m1"]


def test_one_ground_of_each_frame_comes_before_a_second_of_any():
    held = answer(
        MILL_FLOUR,
        MILL_RYE,
        MADE,
        replace(THROUGH, premises=("d1", "d2", "m1")),
        rows=(Row((cell("mill"),), ("x1",), "r"),),
    )
    assert [one.id for one in row_evidence(held, held.rows[0]).grounds] == ["d1", "m1", "d2"]


def test_sources_stand_once_each():
    held = suppliers()
    assert [one.id for one in row_evidence(held, held.rows[1]).sources] == ["gazette", "gossip"]


def test_a_statement_that_the_answer_does_not_hold_is_left_out():
    held = answer(rows=(Row((cell("mill"),), ("gone",)),))
    assert row_evidence(held, held.rows[0]).statements == ()


def test_a_statement_stands_as_its_strongest_claim():
    assert standing(MILL_FLOUR) == "fact"


def test_a_derived_statement_stands_as_derived():
    assert standing(THROUGH) == "derived"


def test_a_plain_triple_stands_as_reference_data():
    assert standing(MADE) == "reference"


def test_a_status_of_another_pack_is_kept():
    assert standing(statement("x", "Rivalry", {}, claim("hearsay"))) == "hearsay"


def test_a_rumour_stands_as_a_rumour():
    assert standing(WIND_FLOUR) == "rumour"


def test_a_claim_stands_as_a_claim():
    assert standing(RIVALS) == "claim"


def test_a_path_is_as_strong_as_its_weakest_step():
    steps = tuple(column(f"step {n}", f"第{n}步", f"step-{n}", None) for n in range(3))
    rumoured = statement("d9", "Delivery", {"giver": "windmill", "item": "flour", "taker": "baker"}, claim("rumour"))
    held = answer(
        rumoured,
        RIVALS,
        columns=steps,
        rows=(Row((cell("mill"), cell("windmill"), cell("baker")), ("r1", "d9")),),
    )
    assert row_evidence(held, held.rows[0]).best.status == "rumour"


def test_a_step_of_a_path_is_as_strong_as_its_strongest_statement():
    steps = tuple(column(f"step {n}", f"第{n}步", f"step-{n}", None) for n in range(2))
    held = answer(MILL_FLOUR, columns=steps, rows=(Row((cell("mill"), cell("baker")), ("d1",)),))
    assert row_evidence(held, held.rows[0]).best.status == "fact"


def test_what_is_lost_needs_every_statement_of_its_chain():
    held = answer(
        MILL_FLOUR, WIND_FLOUR, columns=(column("thing", "事物", "lost"),), rows=(Row((cell("flour"),), ("d1", "d3")),)
    )
    assert row_evidence(held, held.rows[0]).best.status == "rumour"


def test_a_tie_that_several_statements_tell_is_as_strong_as_the_strongest():
    rumoured = statement("d9", "Delivery", {"giver": "mill", "item": "flour"}, claim("rumour"))
    held = answer(
        MILL_FLOUR, rumoured, columns=(column("thing", "事物", "lost"),), rows=(Row((cell("flour"),), ("d1", "d9")),)
    )
    assert row_evidence(held, held.rows[0]).best.status == "fact"
