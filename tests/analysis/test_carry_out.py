"""Steps of analysis as conditions: what they yield, alone and in company, against going round by hand."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answer.answer import Answer
from kg.query.query import Among, And, Fill, Holds, Lost, Not, Noun, Parts, Query, Select, Step, Upstream, Vital
from tests.analysis.asking import TODAY, ask
from tests.property.worlds import worlds
from tests.reference.evaluate import evaluate
from tests.reference.story import say, tell
from tests.reference.world import World

#: A rack holds boards, a board holds chips; two firms bake chips, one of them alone makes the glass of lenses.
FACTORY = tell(
    "rack:Machine board:Component chip:Component fast:Component:chip lens:Component glass:Component film:Component "
    "maker:Firm fab:Firm foundry:Firm melter:Firm miner:Firm shop:Firm",
    say("Part", "rack board"),
    say("Part", "board chip"),
    say("Part", "board lens"),
    say("Part", "lens glass"),
    say("Part", "board film"),
    say("Supply", "maker rack shop"),
    say("Supply", "fab chip maker"),
    say("Supply", "foundry fast maker"),
    say("Supply", "melter glass maker"),
    say("Supply", "miner - melter"),
    say("Swap", "film glass"),
)


def among(step: Step, world: World = FACTORY, cls: str | None = None) -> set[str]:
    return {*ask(Select(Noun(cls, where=Among(step))), world).entities}


def without(*names: str) -> Lost:
    return Lost(Noun(names=names))


def test_what_holds_a_lost_part_is_lost_as_well() -> None:
    assert among(without("melter")) == {"glass", "lens", "board", "rack"}


def test_a_second_supplier_keeps_a_part() -> None:
    assert among(without("fab")) == set()


def test_all_suppliers_of_a_kind_and_of_what_is_of_it_are_needed_to_lose_it() -> None:
    assert among(without("fab", "foundry")) == {"chip", "fast", "board", "rack"}


def test_a_part_without_a_documented_supplier_is_not_lost() -> None:
    assert "film" not in among(without("maker", "fab", "foundry", "melter", "miner"))


def test_a_known_substitute_keeps_a_part_when_it_is_asked_for() -> None:
    supplied = World(
        FACTORY.classes, FACTORY.frames, FACTORY.units, FACTORY.things, FACTORY.sources,
        (*FACTORY.given, say("Supply", "shop film", id="supply-of-film")),
    )  # fmt: skip
    assert among(Lost(Noun(names=("melter",)), substitutes=True), supplied) == set()


def test_a_substitute_that_no_one_provides_keeps_nothing() -> None:
    assert "lens" in among(Lost(Noun(names=("melter",)), substitutes=True))


def test_a_step_composes_with_a_class() -> None:
    assert among(without("melter"), cls="Machine") == {"rack"}


def test_a_step_can_be_denied() -> None:
    kept = ask(Select(Noun("Component", where=Not(Among(without("melter"))))), FACTORY).entities
    assert {*kept} == {"chip", "fast", "film"}


def test_a_step_stands_in_the_role_of_a_statement() -> None:
    item = Fill("item", Noun("Component", where=Among(Vital("rack"))))
    assert {*ask(Select(Noun(where=Holds("Supply", "supplier", (item,)))), FACTORY).entities} == {"fab", "melter"}


def test_a_step_stands_beside_other_conditions() -> None:
    supplies = Holds("Supply", "supplier", (Fill("item", Noun(names=("glass",))),))
    assert ask(Select(Noun(where=And((supplies, Among(Vital("rack")))))), FACTORY).entities == ("melter",)


def test_a_row_rests_on_the_chain_of_the_loss() -> None:
    answer = ask(Select(Noun("Machine", where=Among(without("melter")))), FACTORY)
    (row,) = answer.rows
    told = [answer.statements[key] for key in row.statements]
    assert {(one.frame, *(cell.id for cell in one.roles.values())) for one in told} == {
        ("Supply", "melter", "glass", "maker"),
        ("Part", "lens", "glass"),
        ("Part", "board", "lens"),
        ("Part", "rack", "board"),
    }


def test_what_is_vital_is_what_alone_stops_the_whole() -> None:
    assert among(Vital("rack")) == {"board", "chip", "lens", "glass", "film", "maker", "melter"}


def test_upstream_goes_through_parts_kinds_and_supplies() -> None:
    assert among(Upstream(("board",))) == {"chip", "fast", "lens", "glass", "film", "fab", "foundry", "melter", "miner"}


def test_a_tier_counts_companies_and_the_shortest_way() -> None:
    assert among(Upstream(("rack",), tier=2)) == {"miner"}


def test_within_so_many_tiers_are_all_that_are_no_further() -> None:
    near = among(Upstream(("rack",), within=1))
    assert near == among(Upstream(("rack",), tier=0)) | among(Upstream(("rack",), tier=1))


def test_what_a_company_receives_is_upstream_of_it_but_others_who_make_it_are_not() -> None:
    assert among(Upstream(("shop",), tier=1)) == {"maker", "rack"}


def test_leaves_have_nothing_further() -> None:
    assert among(Upstream(("board",), leaves=True)) == {"fast", "glass", "film", "fab", "foundry", "miner"}


def test_downstream_is_upstream_the_other_way_round() -> None:
    for one in ("miner", "melter", "glass", "fab", "board"):
        for other in among(Upstream((one,), "down")):
            assert one in among(Upstream((other,)))


def test_parts_are_one_level_or_all() -> None:
    assert among(Parts("rack", full=False)) == {"board"}
    assert among(Parts("rack")) == {"board", "chip", "lens", "glass", "film"}


@settings(max_examples=150, deadline=None)
@given(worlds(), st.data())
def test_steps_yield_what_going_round_by_hand_does(world: World, data: st.DataObject) -> None:
    thing = st.sampled_from(sorted(world.things))
    step = data.draw(
        st.one_of(
            st.builds(
                Upstream,
                st.tuples(thing),
                st.sampled_from(("up", "down")),
                st.none() | st.integers(0, 3),
                st.booleans(),
                st.none() | st.integers(0, 3),
            ),
            st.builds(Parts, thing, st.booleans()),
            st.builds(Lost, st.builds(Noun, names=st.tuples(thing)), st.booleans()),
            st.builds(Vital, thing, st.booleans()),
        )
    )
    expected = evaluate(Query(Select(Noun(where=Among(step)))), world, TODAY).rows
    assert among(step, world) == {row.cells[0] for row in expected}


def test_without_tsmc_a_switch_with_photonics_cannot_be_built(shipped: Callable[[Select], Answer]) -> None:
    answer = shipped(Select(Noun("System", where=Among(Lost(Noun(names=("tsmc",)))))))
    assert answer.entities == ("quantum-x-photonics",)


def test_suppliers_in_taiwan_of_what_a_rack_cannot_be_built_without(shipped: Callable[[Select], Answer]) -> None:
    item = Fill("item", Noun("Component", where=Among(Vital("gb300-nvl72"))))
    taiwan = Holds("InCountry", "resident", (Fill("country", Noun(names=("TW",))),))
    answer = shipped(Select(Noun(where=And((Holds("Supply", "supplier", (item,)), taiwan)))))
    assert {"avc", "auras", "cooler-master", "delta"} == {*answer.entities}
