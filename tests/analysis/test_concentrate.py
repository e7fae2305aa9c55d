"""Shares: who has the largest, how concentrated they are, and what is never put together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.answer.answer import Answer
from kg.base.dates import read_period
from kg.query.query import Concentration, Exposure, Fill, Holds, Noun
from kg.query.query import Test as Proof
from tests.analysis.asking import ask, said
from tests.analysis.test_break_down import plain
from tests.reference.story import say, tell
from tests.reference.world import Statement


def share(fillers: str, percent: float, basis: str = "market", period: str = "2024", **more: object) -> Statement:
    return say("Share", fillers, basis=basis, share=percent, unit="percent", period=period, **more)


MARKET = tell(
    "lens:Component chip:Component a:Firm b:Firm c:Firm d:Firm",
    share("a lens -", 62.0),
    share("b lens -", 21.0),
    share("c lens -", 17.0),
    share("a lens -", 50.0, period="2023"),
    share("a lens -", 55.0, period="2023", claims="blog"),
    share("a lens d", 40.0, basis="revenue"),
    share("a chip d", 80.0, basis="revenue", bound="at_least"),
    share("d chip c", 50.0, basis="revenue", share_max=60.0, period="2022"),
    share("b lens -", 30.0, basis="other"),
    sources="paper blog",
)
LENSES = Concentration(Noun(names=("lens",)), Holds("Share", "item"), "supplier")


def in_period(period: str) -> Concentration:
    test = Proof("period", "=", read_period(period))
    return Concentration(LENSES.subject, Holds("Share", "item", (), (test,)), "supplier")


def test_shares_of_all_of_a_market_give_the_index_as_a_number() -> None:
    answer = ask(in_period("2024"), MARKET)
    assert (answer.kind, answer.number) == ("number", 62**2 + 21**2 + 17**2)


def test_the_largest_share_comes_first() -> None:
    assert ask(in_period("2024"), MARKET).entities == ("a", "b", "c")


def test_top_keeps_the_largest_shares_of_each_whole() -> None:
    form = in_period("2024")
    assert ask(Concentration(form.subject, form.holds, "supplier", top=2), MARKET).entities == ("a", "b")


def test_accounts_that_differ_make_a_range_and_what_is_left_is_shown() -> None:
    answer = ask(in_period("2023"), MARKET)
    (row,) = answer.rows
    assert [cell.upper for cell in row.cells if hasattr(cell, "upper")] == [55, None, 50, 55**2 + 45**2]
    assert answer.number is None
    assert "45–50% of the whole not accounted for" in said(answer)


def test_different_periods_stand_apart_and_give_no_number() -> None:
    answer = ask(LENSES, MARKET)
    assert answer.number is None
    assert "shares of 2 different wholes" in said(answer)


def test_a_basis_without_a_common_whole_is_left_out_and_named() -> None:
    notes = said(ask(LENSES, MARKET))
    assert "2 shares are left out" in notes
    assert "other" in notes
    assert "revenue" in notes


def test_customers_are_counted_within_the_revenue_of_their_supplier() -> None:
    answer = ask(Concentration(Noun(names=("a",)), Holds("Share", "supplier"), "customer"), MARKET)
    assert [row[:4] for row in plain(answer)] == [("d", 80, "a", "chip"), ("d", 40, "a", "lens")]


def test_shares_that_come_to_more_than_the_whole_contradict_one_another() -> None:
    world = tell("lens:Component a:Firm b:Firm", share("a lens -", 70.0), share("b lens -", 60.0))
    assert "contradict" in said(ask(LENSES, world))


def test_no_share_is_no_proof_of_a_low_concentration() -> None:
    answer = ask(Concentration(Noun(names=("chip",)), Holds("Share", "item"), "supplier"), MARKET)
    assert not answer.rows
    assert "no proof" in said(answer)


def test_the_exposure_along_a_chain_is_a_product_between_its_bounds() -> None:
    rows = plain(ask(Exposure("a", "c"), MARKET))
    assert rows == [("a", "d", "c", 40.0, "revenue", "2024 > 2022")]


def test_different_items_for_one_customer_at_most_add_up() -> None:
    answer = ask(Exposure("a", "d"), MARKET)
    assert answer.rows[0].cells[2].upper == 100  # type: ignore[union-attr]


def test_an_exposure_is_said_to_be_an_estimate() -> None:
    assert "estimate" in said(ask(Exposure("a", "c"), MARKET))


def test_no_chain_of_shares_is_no_proof() -> None:
    assert "does not mean" in said(ask(Exposure("c", "a"), MARKET))


def test_the_market_of_a_memory(shipped: Callable[[Concentration], Answer]) -> None:
    tests = (Proof("basis", "=", "item_market"), Proof("period", "=", read_period("2025-Q2")))
    answer = shipped(Concentration(Noun(names=("hbm",)), Holds("Share", "item", (), tests), "supplier"))
    assert answer.number == pytest.approx(4574)
    assert answer.entities == ("sk-hynix", "micron", "samsung")


def test_the_customers_of_a_contract_maker(shipped: Callable[[Concentration], Answer]) -> None:
    answer = shipped(Concentration(Noun(names=("fabrinet",)), Holds("Share", "supplier"), "customer"))
    assert answer.entities == ("nvidia", "cisco")


def test_shares_go_by_further_fillers_of_the_condition() -> None:
    holds = Holds("Share", "supplier", (Fill("item", Noun(names=("chip",))),))
    assert len(ask(Concentration(Noun(names=("a",)), holds, "customer"), MARKET).rows) == 1
