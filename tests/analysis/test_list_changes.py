"""What is different between two periods."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answer.answer import Answer, EntityCell, ValueCell
from kg.base.dates import Period, read_period
from kg.query.query import Changes, Context, Fill, Holds, Noun
from tests.analysis.asking import ask, said
from tests.property.worlds import worlds
from tests.reference.admission import admitted
from tests.reference.story import say, tell
from tests.reference.world import Statement, World

EARLIER, LATER = read_period("2023"), read_period("2025")
TRADE = tell(
    "a:Firm b:Firm c:Firm d:Firm e:Firm lens:Component chip:Component",
    say("Supply", "a lens e", id="old", valid_from="2020"),
    say("Supply", "a chip e", id="young", valid_from="2024-06"),
    say("Supply", "b lens e", id="new", valid_from="2025-03", claims="late"),
    say("Supply", "c lens e", id="gone", valid_from="2022", valid_to="2024-02"),
    say("Supply", "d lens e", id="dateless"),
    say("Supply", "d chip e", id="later", valid_from="2025"),
    say("Share", "a lens -", basis="market", share=10.0, unit="percent", period="2023", id="ten"),
    say("Share", "a lens -", basis="market", share=12.0, unit="percent", period="2025", id="twelve"),
    say("Share", "a lens -", basis="revenue", share=40.0, unit="percent", period="2025", id="other"),
    say("Share", "a lens -", basis="market", share=11.0, unit="percent", period="2025-Q2", id="quarter"),
    say("Alliance", "a b", id="met", valid_from="2024"),
    sources="paper=2022 late=2026",
)
SUPPLIERS = Holds("Supply", "supplier", (Fill("customer", Noun(names=("e",))),))


def told(answer: Answer) -> list[tuple[str, ...]]:
    """Return the ids of each row: thing, change, statement."""
    return [tuple(cell.id for cell in row.cells[:3] if isinstance(cell, EntityCell)) for row in answer.rows]


def about(*names: str) -> Changes:
    return Changes(Noun(names=names), EARLIER, LATER)


def test_what_begins_after_the_earlier_period_is_new_and_what_ends_before_the_later_one_ended() -> None:
    assert told(ask(about("e"), TRADE)) == [
        ("a", "added", "young"),
        ("b", "added", "new"),
        ("d", "added", "later"),
        ("c", "ended", "gone"),
    ]


def test_a_new_supplier_has_not_supplied_anything_before() -> None:
    assert told(ask(Changes(Noun(), EARLIER, LATER, SUPPLIERS, "added"), TRADE)) == [("b", "added", "new")]
    assert told(ask(Changes(Noun(), EARLIER, LATER, SUPPLIERS, "ended"), TRADE)) == [("c", "ended", "gone")]


def test_what_has_no_date_is_no_change_and_that_is_said() -> None:
    assert "1 of 6 statements has no date" in said(ask(Changes(Noun(), EARLIER, LATER, SUPPLIERS), TRADE))


def test_a_share_moves_when_another_is_told_of_the_same_in_the_later_period() -> None:
    (row,) = [
        row
        for row in ask(about("a"), TRADE).rows
        if isinstance(row.cells[1], EntityCell) and row.cells[1].id == "moved"
    ]
    assert [cell.value for cell in row.cells if isinstance(cell, ValueCell)] == [10, 12]


def test_an_event_is_new_when_it_happened_in_between() -> None:
    assert ("a", "added", "met") in told(ask(about("b"), TRADE))


def test_as_known_on_a_day_only_what_was_published_by_then_counts() -> None:
    context = Context(known_on=date(2025, 6, 1))
    assert not ask(Changes(Noun(), EARLIER, LATER, SUPPLIERS, "added"), TRADE, context).rows


def test_no_change_is_not_that_nothing_changed() -> None:
    assert "does not mean" in said(ask(Changes(Noun(names=("chip",)), LATER, LATER), TRADE))


def test_what_is_said_to_have_ended_held_until_then() -> None:
    from msgspec.structs import replace

    from kg.analysis.change import span_of
    from kg.answer.answer import Statement as Told
    from kg.pack.pack import Choice
    from tests.reference.layout import names, pack_of

    pack = pack_of(TRADE)
    stage = replace(pack.frames["Supply"].qualifier("stage"), choices=(Choice("ended", names("ended")),))
    ended = replace(pack, frames={**pack.frames, "Supply": replace(pack.frames["Supply"], qualifiers=(stage,))})
    span = span_of(Told("1", "1", "Supply", {}, {"stage": "ended"}, "2024"), ended)
    assert span.meets(EARLIER)
    assert not span.meets(LATER)


@settings(max_examples=150, deadline=None)
@given(worlds(), st.sampled_from(("2023", "2024-Q1")), st.sampled_from(("2024-03", "2025")), st.data())
def test_what_comes_and_goes_is_that_of_looking_at_each_relation(
    world: World, earlier: str, later: str, data: st.DataObject
) -> None:
    thing = data.draw(st.sampled_from(sorted(world.things)))
    form = Changes(Noun(names=(thing,), exact=True), read_period(earlier), read_period(later))
    found = {(kind, key) for _, kind, key in told(ask(form, world)) if kind != "moved"}
    expected: dict[tuple[str, frozenset[tuple[str, str]]], set[str]] = {}
    for one in world.given:
        if world.frames[one.frame].form == "node" and not one.premises and thing in dict(one.roles).values():
            expected.setdefault((one.frame, frozenset(one.roles)), set()).add(one.id)
    for ids in expected.values():
        kind = changed([world.statement(id) for id in ids], form.earlier, form.later, world)
        assert {name for name, key in found if key in ids} == ({kind} if kind else set())


def changed(some: list[Statement], earlier: Period, later: Period, world: World) -> str | None:
    """Return what became of a relation, by the words of the query: valid in the later period only, or the earlier one."""
    if world.frames[some[0].frame].event:
        begins = [read_period(one.valid_from).first for one in some if one.valid_from]
        return "added" if any(earlier.last < first <= later.last for first in begins) else None
    before, after = (any(admitted(one, Context(as_of=period), world) for one in some) for period in (earlier, later))
    return None if before == after else "added" if after else "ended"


@pytest.mark.parametrize(
    "question", ["new suppliers of NVIDIA between 2023 and 2025", "2023到2025年间新增的英伟达供应商"]
)
def test_new_suppliers_have_no_older_statement(shipped: Callable[[str], Answer], question: str) -> None:
    answer = shipped(question)
    assert "auras" in answer.entities
    assert "tsmc" not in answer.entities
    assert all(one.valid_from >= "2024" for one in answer.statements.values())
