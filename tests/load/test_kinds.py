from __future__ import annotations

from kg.load.kinds import all_kinds, circles


def test_a_thing_without_kinds_is_of_its_own() -> None:
    assert all_kinds({"flour": []}) == {"flour": ("flour",)}


def test_a_thing_below_two_kinds_reaches_their_common_kind_once() -> None:
    kinds = {"spelt": ["grain", "organic"], "grain": ["food"], "organic": ["food"], "food": []}
    assert all_kinds(kinds)["spelt"] == ("spelt", "grain", "organic", "food")


def test_circles_end_the_search() -> None:
    assert all_kinds({"a": ["b"], "b": ["a"]})["a"] == ("a", "b")


def test_a_tree_has_no_circles() -> None:
    assert circles({"rye": ["flour"], "flour": []}) == []


def test_a_thing_may_be_its_own_circle() -> None:
    assert circles({"rye": ["rye"]}) == [("rye", "rye")]


def test_each_circle_is_told_once_and_what_hangs_below_it_is_none() -> None:
    kinds = {"a": ["b"], "b": ["c"], "c": ["a"], "below": ["a"], "x": ["y"], "y": ["x"]}
    assert circles(kinds) == [("a", "b", "c", "a"), ("x", "y", "x")]
