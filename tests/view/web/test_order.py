from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.view.web.order import crossings, order


def both_ways(pairs):
    left, right = {}, {}
    for one, other in pairs:
        right.setdefault(one, []).append(other)
        left.setdefault(other, []).append(one)
    return left, right


def test_crossings_are_counted():
    _, right = both_ways([("a", "y"), ("b", "x")])
    assert crossings([["a", "b"], ["x", "y"]], right) == 1


def test_lines_that_share_an_end_do_not_cross():
    _, right = both_ways([("a", "x"), ("b", "x")])
    assert crossings([["a", "b"], ["x"]], right) == 0


def test_a_crossing_that_can_be_avoided_is_avoided():
    left, right = both_ways([("a", "y"), ("b", "x")])
    assert crossings(order([["a", "b"], ["x", "y"]], left, right), right) == 0


def test_each_column_keeps_its_boxes():
    left, right = both_ways([("a", "y"), ("b", "x"), ("c", "x")])
    assert [sorted(column) for column in order([["a", "b", "c"], ["x", "y"]], left, right)] == [
        ["a", "b", "c"],
        ["x", "y"],
    ]


def test_the_order_is_the_same_every_time():
    left, right = both_ways([("a", "y"), ("b", "x"), ("c", "y"), ("a", "z")])
    columns = [["a", "b", "c"], ["x", "y", "z"]]
    assert order(columns, left, right) == order(columns, left, right)


PAIRS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), unique=True, max_size=12)


@given(PAIRS)
def test_the_order_never_crosses_more_lines_than_the_given_one(pairs):
    left, right = both_ways(pairs)
    columns = [list("abcd"), list("wxyz")]
    assert crossings(order(columns, left, right), right) <= crossings(columns, right)


@given(PAIRS)
def test_crossings_are_those_that_counting_pair_by_pair_gives(pairs):
    _, right = both_ways(pairs)
    place = {name: index for column in ("abcd", "wxyz") for index, name in enumerate(column)}
    expected = sum((place[a] - place[c]) * (place[b] - place[d]) < 0 for (a, b), (c, d) in combinations(pairs, 2))
    assert crossings([list("abcd"), list("wxyz")], right) == expected


def test_a_start_from_the_other_side_finds_what_the_first_misses():
    left, right = both_ways([("a", "x"), ("a", "y"), ("b", "y"), ("b", "z"), ("c", "x")])
    assert crossings(order([list("abc"), list("xyz")], left, right), right) == 0
