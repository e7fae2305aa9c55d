"""What a step yields in full: tiers, losses with their causes, lists of parts."""

from __future__ import annotations

from collections.abc import Callable

from kg.answer.answer import Answer, EntityCell, ValueCell
from kg.query.query import Breakdown, Lost, Noun, Parts, Upstream, Vital
from tests.analysis.asking import ask, said
from tests.analysis.test_carry_out import FACTORY
from tests.reference.story import say, tell

RACK = tell(
    "rack:Machine tray:Component chip:Component fan:Component",
    say("Part", "rack tray", quantity=18.0),
    say("Part", "tray chip", quantity=4.0),
    say("Part", "rack fan", quantity=6.0),
    say("Part", "rack fan", quantity=8.0, claims="blog"),
    sources="paper blog",
)


def plain(answer: Answer) -> list[tuple[object, ...]]:
    cells = [row.cells for row in answer.rows]
    return [
        tuple(c.id if isinstance(c, EntityCell) else c.value if isinstance(c, ValueCell) else None for c in row)
        for row in cells
    ]


def test_a_tier_table_tells_how_far_and_by_way_of_what() -> None:
    rows = plain(ask(Breakdown(Upstream(("lens",))), FACTORY))
    assert rows == [("glass", 0, "lens"), ("melter", 1, "glass"), ("miner", 2, "melter")]


def test_nothing_upstream_is_said_and_is_no_proof() -> None:
    assert "does not mean" in said(ask(Breakdown(Upstream(("miner",))), FACTORY))


def test_a_loss_tells_its_cause_step_by_step() -> None:
    rows = plain(ask(Breakdown(Lost(Noun(names=("melter",)))), FACTORY))
    assert rows == [("glass", "melter"), ("lens", "glass"), ("board", "lens"), ("rack", "board")]


def test_all_of_the_lost_providers_are_causes() -> None:
    rows = plain(ask(Breakdown(Lost(Noun(names=("fab", "foundry")))), FACTORY))
    assert {row for row in rows if row[0] == "chip"} == {("chip", "fab"), ("chip", "fast")}


def test_parts_without_a_provider_are_listed_as_unknown() -> None:
    assert "1 part has no documented provider" in said(ask(Breakdown(Lost(Noun(names=("shop",)))), FACTORY))
    assert "film" in said(ask(Breakdown(Vital("rack")), FACTORY))


def test_that_nothing_is_lost_is_said() -> None:
    assert "nothing is lost" in said(ask(Breakdown(Lost(Noun(names=("shop",)))), FACTORY))


def test_parts_stand_below_what_contains_them_with_their_number_in_one_whole() -> None:
    rows = plain(ask(Breakdown(Parts("rack")), RACK))
    assert rows == [
        ("fan", 1, "rack", 6, None, None),
        ("fan", 1, "rack", 8, None, None),
        ("tray", 1, "rack", 18, None, 18),
        ("chip", 2, "tray", 4, None, 72),
    ]


def test_one_level_leaves_the_parts_of_parts_out() -> None:
    assert {row[0] for row in plain(ask(Breakdown(Parts("rack", full=False)), RACK))} == {"fan", "tray"}


def test_a_circle_of_parts_is_reported() -> None:
    world = tell("a:Component b:Component", say("Part", "a b", quantity=2.0), say("Part", "b a", quantity=2.0))
    answer = ask(Breakdown(Parts("a")), world)
    assert "a > b > a" in said(answer)
    assert [row[-1] for row in plain(answer)] == [2, None]


def test_a_limit_is_said() -> None:
    assert ask(Breakdown(Parts("rack")), RACK, limit=2).truncated == "limit: the first 2 of 4 rows"


def test_the_parts_of_a_shipped_rack_down_to_its_memory(shipped: Callable[[Breakdown], Answer]) -> None:
    rows = plain(shipped(Breakdown(Parts("gb300-nvl72"))))
    assert ("b300-gpu", 1, "gb300-nvl72", 72, None, 72) in rows
    assert ("hbm3e", 2, "b300-gpu", 288, None, 20736) in rows
