"""Paths and needs, worked out by hand."""

from datetime import date

from kg.query.query import Form, Need, Passed, Paths, Query
from tests.reference.evaluate import Expected, evaluate
from tests.reference.story import say, tell
from tests.reference.world import World

TRADE = tell(
    "a:Firm b:Firm c:Firm d:Firm e:Firm lens:Component zoom:Component norland:Land",
    say("Supply", "a lens b"),
    say("Supply", "b zoom d"),
    say("Supply", "a lens c"),
    say("Supply", "c lens d"),
    say("Supply", "c zoom b"),
    say("Rival", "d e"),
    say("In", "a norland"),
    say("In", "e norland"),
)
RACK = tell(
    "rack:Machine tray:Machine gpu:Component h100:Component:gpu module:Component bolt:Component",
    say("Part", "rack tray", quantity=18.0),
    say("Part", "tray h100", quantity=4.0),
    say("Part", "rack module", quantity=100.0),
    say("Part", "tray module", quantity=2.0),
    say("Part", "tray bolt"),
)


def ask(form: Form, world: World = TRADE) -> Expected:
    return evaluate(Query(form), world, date(2026, 1, 1))


def test_without_a_bound_the_shortest_paths_are_found_with_ties() -> None:
    assert ask(Paths("a", "d", "supply")).stated == {("a", "b", "d"), ("a", "c", "d")}


def test_within_a_bound_all_paths_are_found() -> None:
    assert ask(Paths("a", "d", "supply", within=3)).stated == {("a", "b", "d"), ("a", "c", "d"), ("a", "c", "b", "d")}


def test_supply_leads_downstream_only() -> None:
    assert ask(Paths("d", "a", "supply")).rows == ()


def test_through_and_avoiding() -> None:
    assert ask(Paths("a", "d", "supply", through=("c", "b"))).stated == {("a", "c", "b", "d")}
    assert ask(Paths("a", "d", "supply", avoiding=("c",))).stated == {("a", "b", "d")}


def test_any_frame_can_be_walked_either_way() -> None:
    assert ask(Paths("d", "norland")).stated == {("d", "e", "norland")}
    assert ("a", "lens") in ask(Paths("a", "lens", within=1)).stated


def test_whether_there_is_a_path() -> None:
    assert ask(Paths("a", "d", "supply", ask=True)).boolean is True
    assert ask(Paths("d", "a", "supply", ask=True)).boolean is None


def test_needs_multiply_along_each_chain_and_add_up() -> None:
    answer = ask(Need("rack", "module", 2.0), RACK)
    assert answer.stated == {("rack", "module", 200.0), ("rack", "tray", "module", 72.0)}
    assert answer.number == 272.0


def test_a_need_names_a_kind() -> None:
    assert ask(Need("rack", "gpu", 10.0), RACK).number == 720.0


def test_a_need_can_be_counted_by_another_part() -> None:
    assert ask(Need("rack", "module", 72.0, per="gpu"), RACK).number == 136.0


def test_an_unknown_count_leaves_the_need_unknown() -> None:
    answer = ask(Need("rack", "bolt"), RACK)
    assert answer.stated == {("rack", "tray", "bolt", None)}
    assert answer.number is None


def test_alternatives_are_not_added_up() -> None:
    world = tell(
        "rack:Machine fan:Component", say("Part", "rack fan", quantity=4.0), say("Part", "rack fan", quantity=6.0)
    )
    answer = ask(Need("rack", "fan"), world)
    assert answer.stated == {("rack", "fan", 4.0), ("rack", "fan", 6.0)}
    assert answer.number is None


def test_the_k_shortest_paths_have_all_ties_with_the_last() -> None:
    assert len(ask(Paths("a", "d", "supply", shortest=1)).stated) == 2
    assert ask(Paths("a", "d", "supply", shortest=3)).stated == {("a", "b", "d"), ("a", "c", "d"), ("a", "c", "b", "d")}


def test_independent_paths_share_nothing_in_between() -> None:
    assert ask(Paths("a", "d", "supply", disjoint=True)).stated == {("a", "b", "d"), ("a", "c", "d")}


def test_what_every_path_passes_is_told_in_order() -> None:
    line = tell(
        "a:Firm b:Firm c:Firm d:Firm e:Firm lens:Component",
        *(say("Supply", f"{one} lens {other}") for one, other in ("ab", "bc", "bd", "cd", "de")),
    )
    assert [row.cells for row in ask(Passed("a", "e"), line).rows] == [("b",), ("d",)]
    assert [row.cells for row in ask(Passed("a", "d")).rows] == []
