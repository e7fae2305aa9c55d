"""The same meaning is the same value: conditions are flat, ordered, and say nothing twice."""

from __future__ import annotations

from kg.query.conditions import all_of, any_of, canonical, canonical_noun, joined
from kg.query.query import And, Every, Fill, Holds, Not, Noun, Or
from tests.language.graphs import bakery

PACK = bakery().pack
FLOUR = Fill("goods", Noun(names=("flour",)))
CORNER = Fill("bakery", Noun(names=("corner-bakery",)))
A = Holds("Delivers", "mill", (FLOUR,))
B = Holds("Delivers", "mill", (CORNER,))


def test_one_condition_needs_no_and() -> None:
    assert all_of([A]) == A


def test_and_is_flat_and_without_repeats() -> None:
    assert all_of([And((A, B)), A]) == And((A, B))


def test_or_is_flat_and_without_repeats() -> None:
    assert any_of([Or((A, B)), B]) == Or((A, B))


def test_joined_takes_the_conjunction() -> None:
    assert (joined("and", [A, B]), joined("or", [A, B])) == (And((A, B)), Or((A, B)))


def test_fills_come_in_the_order_of_the_roles() -> None:
    assert canonical(Holds("Delivers", "mill", (CORNER, FLOUR)), PACK) == Holds("Delivers", "mill", (FLOUR, CORNER))


def test_not_not_is_nothing() -> None:
    assert canonical(Not(Not(A)), PACK) == A


def test_what_a_stronger_condition_implies_is_left_out() -> None:
    stronger = Holds("Delivers", "mill", (FLOUR, CORNER))
    assert canonical(And((A, stronger)), PACK) == stronger


def test_a_quantified_condition_is_not_implied_by_another() -> None:
    every = Holds("Delivers", "mill", (Fill("bakery", Noun("Bakery"), Every()),))
    found = canonical(And((every, A)), PACK)
    assert isinstance(found, And)
    assert len(found.parts) == 2


def test_the_class_of_a_noun_goes_when_its_role_implies_it() -> None:
    assert canonical_noun(Noun("Mill"), PACK, ("Mill",)) == Noun()


def test_the_class_of_a_noun_goes_when_a_condition_implies_it() -> None:
    assert canonical_noun(Noun("Mill", where=A), PACK) == Noun(where=A)


def test_a_narrower_class_than_the_role_stays() -> None:
    in_town = Fill("business", Noun("Mill"))
    found = canonical(Holds("In", "town", (in_town,)), PACK)
    assert isinstance(found, Holds)
    assert found.fills == (in_town,)


def test_canonical_again_changes_nothing() -> None:
    once = canonical(And((Holds("Delivers", "mill", (CORNER, FLOUR)), Not(B), A)), PACK)
    assert canonical(once, PACK) == once
