"""Which statements count in a context."""

from datetime import date

import pytest

from kg.base.dates import read_period
from kg.query.query import Context
from tests.reference.admission import admitted
from tests.reference.story import say, tell
from tests.reference.world import Statement

THINGS = "acme:Firm beta:Firm norland:Land lens:Component"
SOURCES = "paper=2024-03 blog=2025 leaflet"


def counts(context: Context, statement: Statement, *others: Statement) -> bool:
    world = tell(THINGS, statement, *others, sources=SOURCES)
    return admitted(world.given[0], context, world)


def supply(**more: object) -> Statement:
    return say("Supply", "acme lens beta", **more)


@pytest.mark.parametrize(
    ("begins", "ends", "expected"),
    [
        ("", "", True), ("2024", "", True), ("2024-04", "", False), ("2024-03", "", True),
        ("", "2024", True), ("", "2024-02", False), ("", "2024-03", True), ("2023", "2023", False),
    ],
)  # fmt: skip
def test_valid_as_of_a_month_means_on_a_day_of_it(begins: str, ends: str, expected: bool) -> None:
    context = Context(as_of=read_period("2024-03"))
    assert counts(context, supply(valid_from=begins, valid_to=ends)) is expected


def test_a_state_holds_during_a_period_when_it_is_valid_on_a_day_of_it() -> None:
    assert counts(Context(during=read_period("2024")), supply(valid_from="2020"))
    assert not counts(Context(during=read_period("2024")), supply(valid_from="2020", valid_to="2023"))


def test_what_has_no_beginning_is_during_no_period() -> None:
    assert not counts(Context(during=read_period("2024")), supply())
    assert not counts(Context(during=read_period("2024")), say("Alliance", "acme beta"))


def test_an_event_is_during_a_period_when_it_begins_in_it() -> None:
    during = Context(during=read_period("2024"))
    assert counts(during, say("Alliance", "acme beta", valid_from="2024-05"))
    assert not counts(during, say("Alliance", "acme beta", valid_from="2023"))


@pytest.mark.parametrize(
    ("begins", "expected"), [("2024", True), ("2024-01-01", True), ("2023-12", False), ("", False)]
)
def test_since_a_year_means_beginning_in_it_or_later(begins: str, expected: bool) -> None:
    assert counts(Context(since=read_period("2024")), supply(valid_from=begins)) is expected


@pytest.mark.parametrize(("begins", "expected"), [("2023-12", True), ("2024", False), ("", False)])
def test_before_a_year_means_beginning_earlier(begins: str, expected: bool) -> None:
    assert counts(Context(before=read_period("2024")), supply(valid_from=begins)) is expected


def test_a_plain_triple_always_counts() -> None:
    strict = Context(since=read_period("2024"), statuses=("fact",), min_sources=2, known_on=date(2020, 1, 1))
    assert counts(strict, say("In", "acme norland"))


def test_a_status_needs_one_claim_of_it() -> None:
    context = Context(statuses=("fact", "claim"))
    assert counts(context, supply(claims="paper=rumour blog=claim"))
    assert not counts(context, supply(claims="paper=rumour"))


def test_one_claim_must_meet_status_source_and_date_together() -> None:
    statement = supply(claims="paper=rumour blog=fact")
    assert not counts(Context(statuses=("fact",), sources=("paper",)), statement)
    assert counts(Context(statuses=("fact",), sources=("blog",)), statement)
    assert not counts(Context(statuses=("fact",), known_on=date(2024, 12, 31)), statement)


def test_a_source_is_known_from_the_first_day_of_its_date() -> None:
    assert counts(Context(known_on=date(2024, 3, 1)), supply(claims="paper"))
    assert not counts(Context(known_on=date(2024, 2, 29)), supply(claims="paper"))


def test_a_source_without_a_date_is_never_known_on_a_day() -> None:
    assert not counts(Context(known_on=date(2026, 1, 1)), supply(claims="leaflet"))


def test_two_claims_of_one_source_are_one_source() -> None:
    assert not counts(Context(min_sources=2), supply(claims="paper=fact paper=claim"))


def test_sources_of_other_statements_with_the_same_roles_count_too() -> None:
    assert counts(Context(min_sources=2), supply(stage="volume"), supply(claims="blog"))


def test_an_unfilled_role_makes_other_roles() -> None:
    assert not counts(Context(min_sources=2), supply(), say("Supply", "acme lens", claims="blog"))


def test_a_statement_of_another_time_confirms_nothing() -> None:
    context = Context(as_of=read_period("2024"), min_sources=2)
    assert not counts(context, supply(), supply(claims="blog", valid_to="2020"))


def test_a_claim_of_another_status_confirms_nothing() -> None:
    assert not counts(Context(statuses=("fact",), min_sources=2), supply(claims="paper=fact blog=rumour"))


def test_a_symmetric_statement_said_the_other_way_round_confirms() -> None:
    assert counts(Context(min_sources=2), say("Alliance", "acme beta"), say("Alliance", "beta acme", claims="blog"))


def test_what_is_derived_counts_when_its_premises_do() -> None:
    derived = say("Supply", "acme lens", premises="s r")
    premises = (supply(id="s", valid_to="2023", claims="paper=claim"), say("Rival", "acme beta", id="r"))
    assert counts(Context(as_of=read_period("2023"), statuses=("claim",)), derived, *premises)
    assert not counts(Context(as_of=read_period("2024")), derived, *premises)
    assert not counts(Context(statuses=("fact",)), derived, *premises)


def test_directly_leaves_out_what_is_derived() -> None:
    derived = say("Supply", "acme lens", premises="s")
    assert not counts(Context(directly=True), derived, supply(id="s"))


def test_with_only_one_source_means_that_no_other_says_the_same() -> None:
    context = Context(max_sources=1)
    assert counts(context, supply())
    assert not counts(context, supply(claims="paper blog"))
    assert not counts(context, supply(), supply(claims="blog", stage="volume"))
    assert not counts(context, supply(claims=""))


def test_a_number_is_confirmed_by_the_same_number_only() -> None:
    share = say("Share", "acme lens beta", basis="market", share=10.0, unit="percent")
    for other, expected in ((10.0, False), (12.0, True)):
        more = say("Share", "acme lens beta", basis="market", share=other, unit="percent", period="2024", claims="blog")
        assert counts(Context(max_sources=1), share, more) is expected
    revenue = say("Share", "acme lens beta", basis="revenue", share=10.0, unit="percent", claims="blog")
    assert counts(Context(max_sources=1), share, revenue)


def test_based_only_on_rumours_means_that_nothing_else_says_the_same() -> None:
    context = Context(statuses=("rumour",), unanimous=True)
    assert counts(context, supply(claims="paper=rumour"))
    assert not counts(context, supply(claims="paper=rumour blog=fact"))
    assert not counts(context, supply(claims="paper=rumour"), supply(claims="blog", stage="volume"))
    assert not counts(context, supply(claims="paper=fact"))


def test_what_no_newer_source_says_is_unconfirmed() -> None:
    context = Context(unconfirmed_since=read_period("2025"))
    assert counts(context, supply())
    assert counts(context, supply(claims="leaflet"))
    assert not counts(context, supply(claims="paper blog"))
    assert not counts(context, supply(), supply(claims="blog", stage="volume"))
