"""Needs, counted by ratios that sources tell of."""

from __future__ import annotations

from dataclasses import replace

from kg.answer.answer import Answer, EntityCell, ValueCell
from kg.pack.pack import Choice, Frame, Qualifier, Role
from kg.query.query import Context, Need
from tests.analysis.asking import ask, said
from tests.reference.layout import iri, names
from tests.reference.story import say, tell
from tests.reference.world import Claim, Statement, World

THINGS = "rack:Machine bigrack:Machine:rack tray:Machine gpu:Component link:Component"
FIGURE = Frame(
    "Figure",
    iri("Figure"),
    names("figure"),
    "node",
    roles=(Role("subject", iri("Figure-subject"), names("subject"), ("Product",), True),),
    qualifiers=(
        Qualifier(
            "measure",
            iri("Figure-measure"),
            names("measure"),
            "choice",
            choices=(
                Choice("links_per_gpu", names("links per gpu"), ("pieces",), ratio=("link", "gpu")),
                Choice("weight", names("weight"), ("pieces",)),
            ),
        ),
        Qualifier("value", iri("Figure-value"), names("value"), "number", unit="unit", upper="value_max"),
        Qualifier("value_max", iri("Figure-value_max"), names("value_max"), "number", unit="unit"),
        Qualifier("unit", iri("Figure-unit"), names("unit"), "unit"),
        Qualifier("scope", iri("Figure-scope"), names("scope"), "text"),
    ),
)


def figure(id: str, subject: str, value: float, measure: str = "links_per_gpu", **more: object) -> Statement:
    qualifiers = (("measure", measure), ("value", value), ("unit", "pieces"), *more.items())
    return Statement(id, "Figure", (("subject", subject),), qualifiers, "", "", (Claim("paper"),))  # type: ignore[arg-type]


def world(*figures: Statement) -> World:
    told = tell(THINGS, say("Part", "rack tray", quantity=18.0), say("Part", "tray gpu", quantity=4.0))
    return replace(told, frames={**told.frames, "Figure": FIGURE}, given=(*told.given, *figures))


def rows(answer: Answer) -> list[tuple[str, object, object]]:
    """Return the whole, the amount and its upper end of each row."""
    found = []
    for row in answer.rows:
        whole, amount = row.cells[0], row.cells[-1]
        assert isinstance(whole, EntityCell)
        found.append((whole.id, *((amount.value, amount.upper) if isinstance(amount, ValueCell) else (None, None))))
    return found


def test_a_ratio_counts_by_what_the_need_is_counted_by() -> None:
    answer = ask(Need("rack", "link", 576.0, per="gpu"), world(figure("nine", "rack", 9.0)))
    assert rows(answer) == [("rack", 5184, None)]


def test_a_ratio_counts_by_what_the_whole_contains_where_wholes_are_counted() -> None:
    answer = ask(Need("rack", "link", 2.0), world(figure("nine", "rack", 9.0)))
    assert rows(answer) == [("rack", 2 * 72 * 9, None)]


def test_a_ratio_of_a_whole_of_which_nothing_is_counted_gives_no_amount() -> None:
    answer = ask(Need("tray", "link"), world(figure("nine", "bigrack", 9.0)))
    assert answer.rows == ()
    assert rows(ask(Need("bigrack", "link"), world(figure("nine", "bigrack", 9.0)))) == [("bigrack", None, None)]


def test_ratios_of_different_sources_stand_side_by_side_and_give_no_one_number() -> None:
    answer = ask(Need("rack", "link", 10.0, per="gpu"), world(figure("nine", "rack", 9.0), figure("five", "rack", 5.0)))
    assert (answer.number, rows(answer)) == (None, [("rack", 50, None), ("rack", 90, None)])
    assert "The accounts differ (50; 90)" in said(answer)


def test_a_range_stays_a_range() -> None:
    answer = ask(Need("rack", "link", 10.0, per="gpu"), world(figure("range", "rack", 3.0, value_max=4.5)))
    assert rows(answer) == [("rack", 30, 45)]


def test_ratios_of_narrower_wholes_are_told_under_their_own_names() -> None:
    answer = ask(Need("rack", "link", 10.0, per="gpu"), world(figure("big", "bigrack", 5.0)))
    assert rows(answer) == [("bigrack", 50, None)]


def test_the_conditions_of_a_ratio_are_told() -> None:
    answer = ask(Need("rack", "link", 1.0, per="gpu"), world(figure("nine", "rack", 9.0, scope="two tiers")))
    assert [cell.value for cell in answer.rows[0].cells if isinstance(cell, ValueCell)] == [9, "two tiers", 9]


def test_a_measure_that_is_no_ratio_counts_nothing() -> None:
    assert ask(Need("rack", "link", 1.0, per="gpu"), world(figure("w", "rack", 9.0, "weight"))).rows == ()


def test_a_ratio_by_another_thing_counts_nothing() -> None:
    assert ask(Need("rack", "link", 1.0, per="tray"), world(figure("nine", "rack", 9.0))).rows == ()


def test_a_ratio_must_be_of_an_admitted_status() -> None:
    rumours = Context(statuses=("rumour",))
    assert ask(Need("rack", "link", 1.0, per="gpu"), world(figure("nine", "rack", 9.0)), rumours).rows == ()
