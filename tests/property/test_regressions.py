"""Disagreements that random search has found, shrunk to a story each; both engines against the reference."""

import pytest

from kg.base.dates import read_period
from kg.query.query import (
    And,
    Context,
    Every,
    Exists,
    Facts,
    Fill,
    Form,
    Holds,
    Not,
    Noun,
    Number,
    Or,
    Query,
    Select,
)
from tests.property.engines import TODAY, answer, stores
from tests.property.judge import faults
from tests.reference.evaluate import evaluate
from tests.reference.story import say, tell
from tests.reference.world import World

FIRMS = "acme:Firm beta:Firm gamma:Firm lens:Component laser:Component "
ANYTHING = Noun()
SUPPLIES = Holds("Supply", "supplier")
#: Acme supplies Beta, as a rule concludes; Beta supplies Gamma, as a source states.
DERIVED = tell(
    FIRMS,
    say("Part", "lens laser", id="p"),
    say("Supply", "acme lens beta", premises="p"),
    say("Supply", "beta lens gamma"),
)


def wrong(form: Form, world: World, context: Context | None = None) -> dict[str, list[str]]:
    query = Query(form, context or Context())
    expected = evaluate(query, world, TODAY)
    found = {name: faults(answer(query, world, store), expected, query, world) for name, store in stores(world).items()}
    return {name: lines for name, lines in found.items() if lines}


def test_the_range_of_a_role_does_not_say_what_every_ranges_over() -> None:
    """Everybody that is of a kind: the lens is too, but it is no firm."""
    world = tell(
        "dealer:FirmKind acme:Firm:dealer optic:Component lens:Component:optic norland:Land",
        say("In", "acme norland"),
    )
    of_a_kind = Noun("Firm", where=Holds("KindOf", "narrower"))
    lands = Noun("Land", where=Holds("In", "land", (Fill("thing", of_a_kind, Every()),)))
    assert not wrong(Select(lands), world)


def test_no_number_is_less_than_nought() -> None:
    noun = Noun("Firm", where=Holds("Supply", "supplier", (Fill("customer", ANYTHING, Number("<", 0)),)))
    assert not wrong(Select(noun), DERIVED)


def test_a_chain_to_things_with_several_conditions_can_be_asked() -> None:
    supplied = Holds("Supply", "item")
    end = Noun("Product", where=And((supplied, supplied)))
    noun = Noun("Product", where=Holds("KindOf", "narrower", (Fill("kind", end),), reach="chain"))
    assert not wrong(Select(noun), DERIVED)


@pytest.mark.parametrize("show", [("supplier",), ("supplier", "source"), ("item", "customer")])
def test_a_stated_fact_about_a_thing_that_a_rule_brings_in_is_marked(show: tuple[str, ...]) -> None:
    to_beta = Noun("Firm", where=Holds("Supply", "supplier", (Fill("customer", Noun(names=("beta",))),)))
    world = tell(
        FIRMS,
        say("Part", "lens laser", id="p"),
        say("Supply", "acme lens beta", premises="p"),
        say("Supply", "acme laser gamma"),
    )
    assert not wrong(Facts(to_beta, SUPPLIES, show), world)


def test_every_end_of_a_chain_behind_a_double_negation() -> None:
    world = tell(FIRMS, say("Supply", "acme lens beta"))
    all_firms = Holds("Supply", "supplier", (Fill("customer", Noun("Firm"), Every()),), reach="chain")
    assert not wrong(Select(Noun("Firm", where=Not(Not(all_firms)))), world)


def test_a_chain_rests_on_stated_links() -> None:
    chain = Holds("Supply", "supplier", (Fill("customer", ANYTHING),), reach="chain")
    assert not wrong(Select(Noun("Firm", where=chain)), DERIVED)


def test_what_has_ended_is_not_evidence_of_a_yes() -> None:
    world = tell(FIRMS, say("Supply", "acme lens beta", valid_to="2023"))
    noun = Noun("Product", where=Holds("Supply", "item"))
    assert not wrong(Exists(noun), world, Context(as_of=read_period("2024")))


def test_either_of_two_conditions_may_be_met_by_a_rule() -> None:
    either = Or((Holds("Supply", "customer"), Holds("Supply", "supplier")))
    assert not wrong(Select(Noun("Firm", where=either)), DERIVED)


def test_the_evidence_of_either_is_only_what_is_documented() -> None:
    """Acme is in Norland: that it is in Southland as well is nowhere said."""
    world = tell(
        "acme:Firm beta:Firm norland:Land southland:Land", say("In", "acme norland"), say("In", "beta southland")
    )
    lands = [Holds("In", "thing", (Fill("land", Noun(names=(land,))),)) for land in ("norland", "southland")]
    assert not wrong(Select(Noun("Firm", where=Or(tuple(lands)))), world)
