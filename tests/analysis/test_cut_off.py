"""The smallest sets of companies whose loss stops a whole."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.lose import Losing
from kg.analysis.smallest_cuts import smallest_cuts
from kg.answer.answer import Answer
from kg.base.terms import Iri
from kg.query.query import Context, Cut
from tests.analysis.asking import ask, paths, said
from tests.analysis.test_carry_out import FACTORY
from tests.property.worlds import worlds
from tests.reference.conditions import scene
from tests.reference.steps import smallest_cuts as every_set
from tests.reference.story import say, tell
from tests.reference.world import World

#: Two ways to have each of two parts; one firm provides both.
PAIRS = tell(
    "box:Machine lid:Component base:Component a:Firm b:Firm c:Firm",
    say("Part", "box lid"),
    say("Part", "box base"),
    say("Supply", "a lid"),
    say("Supply", "b lid"),
    say("Supply", "b base"),
    say("Supply", "c base"),
)


def sets(answer: Answer) -> set[frozenset[str]]:
    return {frozenset(row) for row in paths(answer)}


def test_one_company_that_alone_provides_a_part_is_a_cut() -> None:
    assert sets(ask(Cut("rack"), FACTORY)) == {frozenset({"maker"}), frozenset({"melter"})}


def test_all_smallest_sets_are_rows() -> None:
    assert sets(ask(Cut("box"), PAIRS)) == {frozenset("ab"), frozenset("bc")}


def test_a_row_rests_on_the_chain_of_its_loss() -> None:
    answer = ask(Cut("box"), PAIRS)
    told = [answer.statements[key] for key in answer.rows[0].statements]
    assert {tuple(cell.id for cell in one.roles.values()) for one in told} == {
        ("a", "lid"),
        ("b", "lid"),
        ("box", "lid"),
    }


def test_a_whole_that_no_one_provides_anything_for_cannot_be_cut_off() -> None:
    world = tell("box:Machine lid:Component a:Firm", say("Part", "box lid"))
    answer = ask(Cut("box"), world)
    assert not answer.rows
    assert "no loss of companies stops box" in said(answer)


def test_what_is_not_known_of_parts_is_said() -> None:
    assert "film" in said(ask(Cut("rack"), FACTORY))


def test_too_many_sets_are_cut_short_and_that_is_said() -> None:
    made = Losing()
    for pair in range(6):
        made.add(made.number(Iri("whole")), [made.number(Iri(f"{pair}{side}")) for side in "ab"])
    found = smallest_cuts(made, Iri("whole"), [one for one in made.numbers if one != "whole"], most=4)
    assert (len(found.sets), found.cut) == (4, "sets: the first 4 are shown, there are more")


def test_time_that_is_out_is_said() -> None:
    made = Losing()
    made.add(made.number(Iri("whole")), [made.number(Iri("a"))])
    assert smallest_cuts(made, Iri("whole"), [Iri("a")], out_of_time=lambda: True).cut == "time: stopped after 0 sets"


@settings(max_examples=100, deadline=None)
@given(worlds(), st.booleans(), st.data())
def test_cuts_are_those_of_trying_all_sets(world: World, substitutes: bool, data: st.DataObject) -> None:
    products = sorted(key for key, thing in world.things.items() if thing.cls in ("Component", "Machine"))
    whole = data.draw(st.sampled_from(products))
    expected = every_set(whole, world, scene(world, Context()).told, substitutes)
    assert sets(ask(Cut(whole, substitutes), world)) == expected


def test_the_smallest_cuts_of_a_shipped_rack_are_single_companies(shipped: Callable[[Cut], Answer]) -> None:
    assert frozenset({"nvidia"}) in sets(shipped(Cut("gb300-nvl72")))
