from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.view.web.place import place


def placed(columns, pairs, gap=50.0):
    neighbours = {}
    for one, other in pairs:
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    gaps = [dict.fromkeys(column, gap) for column in columns]
    return place(columns, neighbours, gaps, {})


def test_a_box_stands_level_with_its_only_neighbour():
    heights = placed([["a"], ["x"]], [("a", "x")])
    assert heights["a"] == heights["x"]


def test_a_box_stands_in_the_middle_of_its_neighbours():
    heights = placed([["a", "b"], ["x"]], [("a", "x"), ("b", "x")])
    assert heights["x"] == (heights["a"] + heights["b"]) / 2


def test_a_column_alone_is_stacked_around_the_middle():
    assert placed([["a", "b", "c"]], []) == {"a": -50.0, "b": 0.0, "c": 50.0}


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), max_size=12),
    st.lists(st.floats(10, 100), min_size=4, max_size=4),
)
def test_boxes_of_a_column_keep_their_order_and_their_distance(pairs, gap):
    columns = [list("abcd"), list("wxyz")]
    neighbours = {}
    for one, other in pairs:
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    gaps = [dict(zip(column, gap, strict=True)) for column in columns]
    heights = place(columns, neighbours, gaps, {})
    for column, distances in zip(columns, gaps, strict=True):
        for above, below in pairwise(column):
            assert heights[below] - heights[above] >= distances[above] - 1e-6
