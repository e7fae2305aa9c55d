from kg.base.iris import TYPE
from kg.base.terms import Iri
from kg.plan.passes.order import order, order_select
from kg.plan.pattern import Compare, Exists, Filter, Minus, Select, Subselect, Triple, Union, Values, Variable

X, Y = Variable("x"), Variable("y")
P, C = Iri("http://e/p"), Iri("http://e/c")
NARROW, WIDE, CLASS = Triple(X, P, C), Triple(X, P, Y), Triple(X, TYPE, C)


def test_what_takes_away_comes_after_what_binds() -> None:
    minus = Minus(Select((X,), (WIDE,)))
    assert order((minus, WIDE)) == (WIDE, minus)


def test_values_come_first_and_constants_before_variables() -> None:
    values = Values(X, (C,))
    assert order((WIDE, NARROW, values)) == (values, NARROW, WIDE)


def test_a_class_holds_of_many_and_does_not_come_before_the_rarer_end() -> None:
    assert order((CLASS, NARROW)) == (NARROW, CLASS)


def test_elements_of_one_kind_keep_their_order() -> None:
    first, second = Filter(Compare(X, "<", 1)), Filter(Compare(X, ">", 0))
    assert order((first, second)) == (first, second)


def test_groups_inside_of_groups_are_put_in_order_too() -> None:
    mixed, right = (WIDE, NARROW), (NARROW, WIDE)
    given = (Union((mixed,)), Exists(mixed), Subselect(Select((X,), mixed)), Minus(Select((X,), mixed)))
    inside = (Subselect(Select((X,), right)), Union((right,)), Minus(Select((X,), right)), Exists(right))
    assert order(given) == inside


def test_a_select_is_put_in_order_as_a_whole() -> None:
    assert order_select(Select((X,), (WIDE, NARROW))).where == (NARROW, WIDE)
