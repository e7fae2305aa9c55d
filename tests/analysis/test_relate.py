"""How two things are related."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answer.answer import Answer
from kg.query.query import Context, Paths, Query
from tests.analysis.asking import TODAY, ask, paths, said
from tests.analysis.test_trace import CONTEXTS
from tests.property.worlds import worlds
from tests.reference.evaluate import evaluate
from tests.reference.story import say, tell
from tests.reference.world import World

TOWN = tell(
    "acme:Firm beta:Firm gamma:Firm delta:Firm lens:Component norland:Land",
    say("Supply", "acme lens beta"),
    say("Alliance", "beta acme", claims="paper=rumour"),
    say("Supply", "gamma lens"),
    say("Rival", "gamma acme"),
    say("In", "gamma norland"),
)


def test_what_names_both_things_is_the_only_row() -> None:
    assert paths(ask(Paths("acme", "beta"), TOWN)) == [("acme", "beta")]


def test_all_statements_that_name_both_are_its_evidence() -> None:
    answer = ask(Paths("acme", "beta"), TOWN)
    assert [answer.statements[key].frame for key in answer.rows[0].statements] == ["Supply", "Alliance"]


def test_else_the_shortest_chains_are_rows() -> None:
    assert paths(ask(Paths("beta", "gamma"), TOWN)) == [("beta", "acme", "gamma"), ("beta", "lens", "gamma")]


def test_things_that_no_statement_names_together_are_said_to_be_so() -> None:
    assert "No statement names beta and gamma together" in said(ask(Paths("beta", "gamma"), TOWN))


def test_a_flow_that_is_documented_in_neither_direction_is_said() -> None:
    assert "No Supply between acme and gamma is documented, in either direction" in said(
        ask(Paths("acme", "gamma"), TOWN)
    )


def test_a_flow_that_is_documented_in_one_direction_is_missed_in_the_other() -> None:
    assert "No Supply from beta to acme is documented" in said(ask(Paths("acme", "beta"), TOWN))


def test_a_flow_is_not_missed_between_things_that_it_cannot_lead_between() -> None:
    assert "is documented" not in said(ask(Paths("acme", "lens"), TOWN))


def test_notes_are_in_both_languages() -> None:
    answer = ask(Paths("acme", "gamma"), TOWN)
    assert any("没有记录" in note["zh"] for note in answer.notes)


def test_a_symmetric_triple_is_found_from_either_end() -> None:
    assert len(ask(Paths("acme", "gamma"), TOWN).statements) == len(ask(Paths("gamma", "acme"), TOWN).statements) == 1


def test_things_that_nothing_connects_are_said_to_be_so() -> None:
    answer = ask(Paths("acme", "delta"), TOWN)
    assert (answer.rows, answer.kind) == ((), "paths")
    assert "No chain of statements connects acme and delta" in said(answer)


@settings(max_examples=60, deadline=None)
@given(worlds(), CONTEXTS, st.none() | st.integers(1, 3), st.data())
def test_chains_are_those_of_the_reference(
    world: World, context: Context, within: int | None, data: st.DataObject
) -> None:
    world = without_kinds_of_firms(world)
    things = st.sampled_from(sorted(world.things))
    form = Paths(
        data.draw(things), data.draw(things), "any", within, avoiding=tuple(data.draw(st.sets(things, max_size=1)))
    )
    expected = evaluate(Query(form, context), world, TODAY).rows
    assert paths(ask(form, world, context)) == [row.cells for row in expected]


def without_kinds_of_firms(world: World) -> World:
    """Return the world without words for kinds of firms: they make no steps, which the reference does not know."""
    kept = {key: thing for key, thing in world.things.items() if thing.cls != "FirmKind"}
    return replace(
        world,
        things={
            key: replace(one, kinds=tuple(kind for kind in one.kinds if kind in kept)) for key, one in kept.items()
        },
    )


@pytest.mark.parametrize("question", ["how is Marvell related to Innolight", "Marvell和中际旭创是什么关系"])
def test_marvell_and_innolight_hang_together_and_no_supply_is_documented(
    shipped: Callable[[str], Answer], question: str
) -> None:
    answer = shipped(question)
    assert ("marvell", "optical-dsp", "innolight") in paths(answer)
    assert "No supply between Marvell Technology and Zhongji Innolight is documented" in said(answer)
