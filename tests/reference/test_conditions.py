"""Nouns, conditions and quantifiers over a small market, answers worked out by hand.

Acme supplies lenses to Beta and Gamma, Beta supplies zooms (a kind of lens) to Gamma, Delta supplies
lasers to nobody known. Beta and Gamma are dealers. Acme and Delta are in Norland.
"""

import pytest

from kg.query.query import And, Condition, Context, Every, Fill, Holds, Not, Noun, Number, Only, Or, Quantifier, Some
from tests.reference.conditions import covered, scene
from tests.reference.story import say, tell
from tests.reference.world import Statement, World

MARKET = (
    say("Supply", "acme lens beta", id="1"),
    say("Supply", "acme lens gamma", id="2", stage="volume"),
    say("Supply", "beta zoom gamma", id="3"),
    say("Supply", "delta laser -", id="4"),
    say("In", "acme norland"),
    say("In", "delta norland"),
)


def market(*more: Statement) -> World:
    things = "acme:Firm beta:Firm:dealer gamma:Firm:dealer delta:Firm dealer:FirmKind norland:Land"
    return tell(things + " lens:Component zoom:Component:lens laser:Component", *MARKET, *more)


def firms(where: Condition, *more: Statement, stated: bool = False) -> set[str]:
    listed = scene(market(*more), Context())
    return set(covered(Noun("Firm", where=where), listed.stated if stated else listed))


def things(noun: Noun) -> set[str]:
    return set(covered(noun, scene(market(), Context())))


def fill(role: str, *names: str, quantifier: Quantifier | None = None, **more: object) -> Fill:
    return Fill(role, Noun(names=names, **more), quantifier or Some())  # type: ignore[arg-type]


def supplier(*fills: Fill) -> Holds:
    return Holds("Supply", "supplier", fills)


def test_a_class_covers_its_subclasses() -> None:
    assert things(Noun("Product")) == {"lens", "zoom", "laser"}


def test_a_name_covers_all_of_its_kind() -> None:
    assert things(Noun(names=("lens", "laser"))) == {"lens", "zoom", "laser"}


def test_an_exact_name_covers_one_thing() -> None:
    assert things(Noun(names=("lens",), exact=True)) == {"lens"}


def test_a_class_keeps_the_word_for_a_kind_out() -> None:
    assert things(Noun("Firm", names=("dealer",))) == {"beta", "gamma"}


def test_a_fill_covers_kinds_too() -> None:
    assert firms(supplier(fill("item", "lens"), fill("customer", "gamma"))) == {"acme", "beta"}


def test_both_fills_are_of_one_statement() -> None:
    assert firms(supplier(fill("item", "zoom"), fill("customer", "beta"))) == set()


def test_a_fill_asks_for_a_filler() -> None:
    assert firms(supplier(fill("customer"))) == {"acme", "beta"}


def test_and_or_not() -> None:
    norland = Holds("In", "thing", (fill("land", "norland"),))
    assert firms(And((supplier(), norland))) == {"acme", "delta"}
    assert firms(Or((supplier(fill("item", "zoom")), norland))) == {"acme", "beta", "delta"}
    assert firms(Not(supplier())) == {"gamma"}


def test_a_noun_in_a_fill_may_have_a_condition() -> None:
    customers_of_beta = Holds("Supply", "customer", (fill("supplier", "beta"),))
    assert firms(supplier(fill("customer", where=customers_of_beta))) == {"acme", "beta"}


def test_every() -> None:
    assert firms(supplier(fill("customer", "dealer", cls="Firm", quantifier=Every()))) == {"acme"}


def test_every_of_nothing_is_said_of_nobody() -> None:
    assert firms(supplier(fill("customer", "norland", cls="Firm", quantifier=Every()))) == set()


def test_only_asks_for_one_and_lets_the_unknown_be() -> None:
    assert firms(supplier(fill("customer", "gamma", quantifier=Only()))) == {"beta"}
    assert firms(supplier(fill("customer", "dealer", quantifier=Only()))) == {"acme", "beta"}


def test_only_looks_at_statements_that_fit_the_rest() -> None:
    only_gamma = fill("customer", "gamma", quantifier=Only())
    assert firms(supplier(fill("item", "zoom"), only_gamma), say("Supply", "beta laser acme")) == {"beta"}


@pytest.mark.parametrize(
    ("quantifier", "expected"),
    [
        (Number("=", 1), {"beta"}),
        (Number("=", 0), {"gamma", "delta"}),
        (Number("<", 2), {"beta"}),
        (Number("<=", 1), {"beta"}),
        (Number("<=", 0), {"gamma", "delta"}),
        (Number("<", 1), {"gamma", "delta"}),
        (Number("<", 0), set()),
        (Number(">=", 1), {"acme", "beta"}),
        (Number(">", 1), {"acme"}),
    ],
)
def test_number_counts_distinct_fillers(quantifier: Number, expected: set[str]) -> None:
    again = say("Supply", "beta lens gamma")
    assert firms(supplier(fill("customer", quantifier=quantifier)), again) == expected


def test_a_small_number_may_be_nought_where_something_else_is_documented() -> None:
    at_most_one_dealer = fill("customer", "dealer", cls="Firm", quantifier=Number("<=", 1))
    assert firms(supplier(at_most_one_dealer), say("Supply", "delta laser acme")) == {"beta", "delta"}


def test_an_unquantified_fill_belongs_to_the_statement_inside() -> None:
    """Acme supplies one kind of lens to Beta and another to Gamma: lenses to every dealer."""
    every_dealer = supplier(fill("item", "lens"), fill("customer", "dealer", cls="Firm", quantifier=Every()))
    world = tell(
        "acme:Firm beta:Firm:dealer gamma:Firm:dealer dealer:FirmKind lens:Component zoom:Component:lens",
        say("Supply", "acme lens beta"),
        say("Supply", "acme zoom gamma"),
    )
    assert covered(Noun("Firm", where=every_dealer), scene(world, Context())) == ["acme"]


def test_quantifiers_take_scope_from_left_to_right() -> None:
    """Acme sells lens to Beta and laser to Gamma: every dealer gets something, no item goes to every one."""
    world = tell(
        "acme:Firm beta:Firm:dealer gamma:Firm:dealer dealer:FirmKind lens:Component laser:Component",
        say("Supply", "acme lens beta"),
        say("Supply", "acme laser gamma"),
    )
    some_item = fill("item", quantifier=Number(">=", 1))
    every_dealer = fill("customer", "dealer", cls="Firm", quantifier=Every())
    for fills, expected in (((some_item, every_dealer), []), ((every_dealer, some_item), ["acme"])):
        assert covered(Noun("Firm", where=supplier(*fills)), scene(world, Context())) == expected


def test_a_symmetric_statement_is_read_both_ways() -> None:
    allied = Holds("Alliance", "one", (fill("other", "acme"),))
    assert firms(allied, say("Alliance", "acme beta"), say("Alliance", "gamma acme")) == {"beta", "gamma"}


def test_a_symmetric_triple_is_read_both_ways() -> None:
    assert firms(Holds("Rival", "other", (fill("one", "beta"),)), say("Rival", "acme beta")) == {"acme"}


def test_a_chain_goes_from_statement_to_statement() -> None:
    world = tell(
        "tray:Machine rack:Machine chip:Component chiplet:Component:chip",
        say("Part", "rack tray"),
        say("Part", "tray chip"),
    )
    noun = Noun("Product", where=Holds("Part", "whole", (fill("part", "chip"),), reach="chain"))
    assert covered(noun, scene(world, Context())) == ["tray", "rack"]


def test_a_chain_does_not_step_from_a_kind_to_what_is_of_it() -> None:
    world = tell(
        "rack:Machine chip:Component chiplet:Component:chip core:Component",
        say("Part", "rack chip"),
        say("Part", "chiplet core"),
    )
    noun = Noun("Product", where=Holds("Part", "whole", (fill("part", "core"),), reach="chain"))
    assert covered(noun, scene(world, Context())) == ["chiplet"]


def test_a_chain_may_come_back_to_where_it_began() -> None:
    world = tell("a:Machine b:Machine c:Machine", say("Part", "a b"), say("Part", "b a"), say("Part", "b c"))
    noun = Noun(where=Holds("Part", "whole", (fill("part", "a"),), reach="chain"))
    assert covered(noun, scene(world, Context())) == ["a", "b"]


def test_a_chain_can_be_counted() -> None:
    world = tell("a:Machine b:Machine c:Machine", say("Part", "a b"), say("Part", "b c"))
    two_parts = Holds("Part", "whole", (fill("part", quantifier=Number("=", 2)),), reach="chain")
    assert covered(Noun(where=two_parts), scene(world, Context())) == ["a"]


def test_kinds_are_statements_too() -> None:
    below = Holds("KindOf", "narrower", (Fill("kind", Noun(names=("lens",), exact=True)),))
    assert things(Noun(where=below)) == {"zoom"}


def test_what_is_derived_is_listed() -> None:
    derived = say("Supply", "delta laser acme", premises="4")
    assert firms(supplier(fill("customer", "acme")), derived) == {"delta"}
    assert firms(supplier(fill("customer", "acme")), derived, stated=True) == set()


def test_not_rests_on_what_is_stated() -> None:
    assert firms(Not(supplier()), say("Supply", "gamma laser", premises="4")) == {"gamma"}


@pytest.mark.parametrize("quantifier", [Every(), Only(), Number(">=", 1)])
def test_quantifiers_rest_on_what_is_stated(quantifier: Quantifier) -> None:
    derived = say("Supply", "delta laser acme", premises="4")
    assert firms(supplier(fill("customer", "acme", quantifier=quantifier)), derived) == set()


def test_chains_rest_on_what_is_stated() -> None:
    derived = say("Supply", "delta laser acme", premises="4")
    chain = Holds("Supply", "supplier", (fill("customer", "gamma"),), reach="chain")
    assert firms(chain, derived) == {"acme", "beta"}
