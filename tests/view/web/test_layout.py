from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answer.answer import EntityCell, Row
from kg.view.web.draw import draw
from kg.view.web.drawing import Box, Drawing, Line
from kg.view.web.layout import layout
from tests.view.story import PACK, answer, cell, heat, suppliers


def both(text):
    return {"en": text, "zh": text}


def apart(spots):
    return all(
        abs(a.x - b.x) >= (a.width + b.width) / 2 or abs(a.y - b.y) >= (a.height + b.height) / 2
        for a, b in combinations(spots.values(), 2)
    )


def test_suppliers_stand_left_of_what_they_supply():
    spots = layout(draw(suppliers(), PACK)).spots
    assert spots["mill"].x < spots["flour"].x < spots["baker"].x < spots["oven"].x


def test_columns_are_headed_by_what_their_boxes_are():
    headings = [column.heading["en"] for column in layout(draw(suppliers(), PACK)).columns]
    assert headings[:2] == ["supplier", "item"]


def test_values_stand_right_of_their_thing():
    spots = layout(draw(heat(), PACK)).spots
    assert spots["oven"].x < spots["value:s1"].x


def test_boxes_of_a_column_are_equally_wide():
    spots = layout(draw(suppliers(), PACK)).spots
    assert spots["mill"].width == spots["windmill"].width


def test_an_answer_without_lines_stands_in_a_block():
    rows = tuple(
        Row((EntityCell(f"n{index}", f"urn:{index}", "Firm", {"en": f"Firm {index}"}),)) for index in range(30)
    )
    placed = layout(draw(answer(rows=rows), PACK))
    assert len(placed.columns) > 2


def test_a_long_column_is_folded():
    lines = tuple(Line(f"l{n}", f"s{n}", "hub", "F", both("to"), "fact", ("x",), 1) for n in range(60))
    boxes = (
        Box("hub", "Firm", both("hub"), both("")),
        *(Box(f"s{n}", "Firm", both(f"s{n}"), both("")) for n in range(60)),
    )
    spots = layout(Drawing(boxes, lines, {})).spots
    assert len({spot.x for spot in spots.values() if spot.column == 0}) > 1


def test_a_long_line_keeps_a_lane_clear_of_the_boxes_that_it_passes():
    names = ["a", "b", "c"]
    pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    lines = tuple(Line(one + two, one, two, "F", both("to"), "fact", ("x",), 1) for one, two in pairs)
    placed = layout(Drawing(tuple(Box(name, "Firm", both(name), both("")) for name in names), lines, {}))
    spot = placed.spots["b"]
    assert abs(placed.lanes["ac"] - spot.y) > spot.height / 2


def test_a_drawing_of_nothing_has_no_columns():
    placed = layout(Drawing((), (), {}))
    assert (placed.spots, placed.columns) == ({}, ())


def test_the_same_drawing_gives_the_same_places():
    assert layout(draw(suppliers(), PACK)) == layout(draw(suppliers(), PACK))


def test_a_row_without_a_statement_has_its_place():
    assert layout(draw(answer(rows=(Row((cell("mill"),)),)), PACK)).spots["mill"].column == 0


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_no_two_boxes_ever_overlap(data):
    count = data.draw(st.integers(1, 40))
    labels = st.text(alphabet="abcW光模块 ", min_size=1, max_size=60)
    boxes = tuple(Box(f"n{n}", "Firm", both(data.draw(labels)), both(data.draw(labels))) for n in range(count))
    ends = st.integers(0, count - 1)
    pairs = data.draw(st.lists(st.tuples(ends, ends, st.sampled_from([-1, 0, 1]), st.booleans()), max_size=60))
    lines = tuple(
        Line(f"l{n}", f"n{one}", f"n{two}", "F", both("supplies"), "fact", ("x",), way, level)
        for n, (one, two, way, level) in enumerate(pairs)
        if one != two
    )
    assert apart(layout(Drawing(boxes, lines, {})).spots)
