from hypothesis import given
from hypothesis import strategies as st

from kg.view.web.drawing import Line
from kg.view.web.ranks import ranks, topological


def line(start, end, downstream=0, level=False):
    return Line(f"{start}{end}", start, end, "F", {"en": "", "zh": ""}, "fact", (), downstream, level)


def columns(*lines):
    boxes = list(dict.fromkeys(end for one in lines for end in (one.start, one.end)))
    return ranks(boxes, lines)


def test_a_chain_takes_a_column_a_step():
    assert columns(line("a", "b", 1), line("b", "c", 1)) == {"a": 0, "b": 1, "c": 2}


def test_a_line_that_leads_upstream_puts_its_end_before_its_start():
    assert columns(line("whole", "part", -1)) == {"part": 0, "whole": 1}


def test_a_source_of_a_late_box_stands_right_before_it():
    assert columns(line("a", "b", 1), line("b", "c", 1), line("late", "c", 1))["late"] == 1


def test_the_flow_outweighs_a_reading_that_closes_a_circle():
    found = columns(line("module", "buyer", 1), line("buyer", "system"), line("system", "module"))
    assert found == {"module": 0, "buyer": 1, "system": 2}


def test_many_readings_against_the_flow_do_not_turn_it_round():
    lines = [line("a", "b", 1), line("b", "c", 1), *(line("c", "a") for _ in range(5))]
    assert columns(*lines) == {"a": 0, "b": 1, "c": 2}


def test_the_heavier_of_two_opposite_flows_wins():
    assert columns(line("a", "b", 1), line("b", "a", 1), line("b", "a", 1)) == {"b": 0, "a": 1}


def test_an_equal_stands_in_the_column_of_its_partner():
    assert columns(line("a", "b", 1), line("b", "rival", level=True))["rival"] == 1


def test_columns_are_numbered_without_gaps():
    found = columns(line("a", "b", 1), line("b", "c", 1), line("x", "c", 1))
    assert sorted(set(found.values())) == [0, 1, 2]


def test_a_box_without_lines_stands_in_the_first_column():
    assert ranks(["alone"], []) == {"alone": 0}


LINES = st.lists(
    st.builds(
        line, st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"), st.sampled_from([-1, 0, 1]), st.booleans()
    ),
    max_size=30,
)


@given(LINES)
def test_every_picture_gets_columns_from_zero_without_gaps(lines):
    found = ranks(list("abcdefgh"), lines)
    assert sorted(set(found.values())) == list(range(len(set(found.values()))))


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), max_size=30))
def test_without_circles_every_flow_leads_to_the_right(pairs):
    found = ranks(list("01234567"), [line(str(a), str(b), 1) for a, b in pairs])
    assert all(found[str(a)] < found[str(b)] for a, b in pairs)


def test_topological_order_follows_the_arcs():
    assert topological(["c", "b", "a"], {"a": ["b"], "b": ["c"], "c": []}) == ["a", "b", "c"]
