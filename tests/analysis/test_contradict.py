"""What sources contradict one another in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.answer.answer import Answer, EntityCell
from kg.query.query import Conflicts, Context, Noun
from tests.analysis.asking import ask, said
from tests.reference.story import say, tell
from tests.reference.world import Statement


def share(fillers: str, percent: float, by: str, **more: object) -> Statement:
    return say("Share", fillers, basis="market", share=percent, unit="percent", claims=by, **more)


MARKET = tell(
    "lens:Component chip:Component a:Firm b:Firm c:Firm",
    share("a lens -", 60.0, "paper", period="2024"),
    share("a lens -", 70.0, "blog=rumour", period="2024", share_max=75.0),
    share("a lens -", 40.0, "blog", period="2023"),
    share("b lens -", 20.0, "paper", period="2024", bound="at_least"),
    share("b lens -", 30.0, "blog", period="2024"),
    say("Supply", "a lens c", amount=2.0, unit="dozen", claims="paper"),
    say("Supply", "a lens c", amount=20.0, unit="pieces", claims="blog"),
    say("Supply", "b chip c", amount=1.0, unit="dozen", claims="paper"),
    say("Supply", "b chip c", amount=12.0, unit="pieces", claims="blog"),
    say("Swap", "lens chip", claims="paper"),
    say("Swap", "chip lens", claims="blog"),
    sources="paper blog",
)


def told(answer: Answer) -> list[tuple[str, ...]]:
    """Return the ids of each row: thing, what is told, and the two sources."""
    return [
        tuple(cell.id for cell in row.cells if isinstance(cell, EntityCell) and cell.cls != "Statement")
        for row in answer.rows
    ]


def test_shares_of_one_basis_and_period_that_differ_stand_side_by_side() -> None:
    (row,) = ask(Conflicts(Noun(names=("a",)), measure="market"), MARKET).rows
    assert (row.cells[2].value, row.cells[4].value, row.cells[4].upper) == (60, 70, 75)  # type: ignore[union-attr]
    assert (row.cells[3].id, row.cells[5].id) == ("paper", "blog")  # type: ignore[union-attr]


def test_numbers_are_compared_in_the_base_unit() -> None:
    assert ("a", "Supply", "paper", "blog") in told(ask(Conflicts(), MARKET))
    assert ("b", "Supply", "paper", "blog") not in told(ask(Conflicts(), MARKET))


def test_each_of_two_things_cannot_replace_the_other() -> None:
    answer = ask(Conflicts(Noun(names=("chip",))), MARKET)
    assert told(answer) == [("lens", "Swap", "paper", "blog")] or told(answer) == [("chip", "Swap", "blog", "paper")]
    assert "exclude each other" in said(answer)


def test_a_row_rests_on_both_sides() -> None:
    answer = ask(Conflicts(Noun(names=("a",)), measure="market"), MARKET)
    assert {claim.source.id for one in answer.statements.values() for claim in one.claims} == {"paper", "blog"}


def test_what_a_source_says_is_the_one() -> None:
    answer = ask(Conflicts(sources=("blog",)), MARKET)
    assert {row[2] for row in told(answer)} == {"blog"}
    assert len(answer.rows) == 3


def test_a_context_leaves_one_side_out() -> None:
    assert not ask(Conflicts(measure="market"), MARKET, Context(statuses=("fact",))).rows


def test_no_contradiction_is_no_agreement() -> None:
    assert "does not mean that the sources agree" in said(ask(Conflicts(Noun(names=("c",)), measure="market"), MARKET))


def test_a_noun_that_covers_nothing_has_no_contradictions() -> None:
    assert not ask(Conflicts(Noun("Land")), MARKET).rows


@pytest.mark.parametrize(
    "question",
    ["what does the founding article claim that others dispute", "种子文章的哪些说法与其他来源矛盾"],
)
def test_others_dispute_the_parameters_and_the_copper_of_the_article(
    shipped: Callable[[str], Answer], question: str
) -> None:
    rows = {(*row[:2], row[3]) for row in told(shipped(question))}
    assert {
        ("gpt-5", "parameters", "weuqiang-gpt5"),
        ("gpt-5", "parameters", "lfdnfz-gpt5"),
        ("dac", "reach", "nv-mcp7y00"),
        ("dac", "reach", "secondorder-inp"),
        ("dac", "reach", "xq-gtc-supply"),
    } <= rows


def test_the_article_and_others_agree_on_older_models(shipped: Callable[[str], Answer]) -> None:
    assert not shipped("where do sources disagree on parameters of GPT-3").rows


def test_an_order_that_two_sources_put_at_different_values_is_found(shipped: Callable[[str], Answer]) -> None:
    assert ("huawei", "Supply", "editorialge-bd", "iprice-bd") in told(
        shipped("where do sources disagree on ByteDance")
    )
