import pytest
from msgspec.structs import replace

from kg.answer.answer import EntityCell, Row
from kg.view.web.draw import arrangement, draw
from tests.view.story import (
    HEAT,
    HEAT_TOO,
    MADE,
    MILL_FLOUR,
    MILL_RYE,
    PACK,
    RIVALS,
    THROUGH,
    WIND_FLOUR,
    answer,
    cell,
    claim,
    column,
    description,
    heat,
    statement,
    suppliers,
)


def drawing(*statements, **more):
    return draw(answer(*statements, **more), PACK)


def line(drawn, start, end, standing=None):
    return next(
        one
        for one in drawn.lines
        if (one.start, one.end) == (start, end) and (standing is None or one.standing == standing)
    )


def test_every_thing_of_the_statements_has_a_box():
    assert [box.id for box in drawing(MILL_FLOUR, MADE).boxes] == ["mill", "flour", "baker", "oven"]


def test_things_of_the_first_column_are_the_ones_asked_for():
    drawn = draw(suppliers(), PACK)
    assert {box.id: box.asked for box in drawn.boxes if box.asked} == {"windmill": "stated", "mill": "derived"}


def test_a_thing_that_is_stated_and_derived_counts_as_stated():
    rows = (Row((cell("mill"),), ("d1",)), Row((cell("mill"),), ("x1",), "through-maker"))
    assert drawing(MILL_FLOUR, rows=rows).boxes[0].asked == "stated"


def test_a_box_has_the_label_of_the_other_language_as_its_note():
    box = drawing(MILL_FLOUR).boxes[0]
    assert (box.label["en"], box.note["en"]) == ("Old Mill", "老磨坊")


def test_statements_that_lead_the_same_way_share_a_line():
    other = replace(MILL_FLOUR, id="again", claims=(claim("rumour"),))
    assert line(drawing(MILL_FLOUR, other), "mill", "flour").statements == ("d1", "again")


def test_a_shared_line_says_how_many_statements_it_stands_for():
    other = replace(MILL_FLOUR, id="again", qualifiers={})
    assert line(drawing(MILL_FLOUR, other), "mill", "flour").label["en"] == "supplies ×2"


def test_a_shared_line_is_drawn_by_its_strongest_statement():
    other = replace(MILL_FLOUR, id="again", claims=(claim("rumour"),))
    assert line(drawing(other, MILL_FLOUR), "mill", "flour").standing == "fact"


def test_all_lines_of_a_statement_hold_it():
    assert {one.statements for one in drawing(WIND_FLOUR).lines} == {("d3",)}


def test_a_later_hop_says_whose_it_is_where_not_all_go_on():
    elsewhere = statement("d9", "Delivery", {"giver": "windmill", "item": "flour", "taker": "cafe"}, claim())
    assert line(drawing(MILL_FLOUR, elsewhere), "flour", "cafe").label == {
        "en": "to (Windmill)",
        "zh": "给（风车磨坊）",
    }


def test_a_later_hop_of_all_needs_no_names():
    assert line(drawing(MILL_FLOUR, WIND_FLOUR), "flour", "baker").label["en"] == "to"


def test_a_later_hop_of_many_says_how_many_of_how_many():
    others = [
        statement(f"d{name}", "Delivery", {"giver": name, "item": "flour", "taker": "cafe"}, claim())
        for name in ("windmill", "baker", "rye")
    ]
    label = line(drawing(MILL_FLOUR, *others), "flour", "cafe").label
    assert label == {"en": "to (3 of 4)", "zh": "给（4个中3个）"}


def test_a_derived_statement_adds_only_the_hops_that_no_source_states():
    drawn = drawing(MILL_FLOUR, MADE, THROUGH)
    assert [(one.start, one.end) for one in drawn.lines if one.standing == "derived"] == [("baker", "oven")]


def test_a_derived_line_is_marked_in_its_words():
    assert line(drawing(MILL_FLOUR, MADE, THROUGH), "baker", "oven", "derived").label["en"] == "∴ for"


def test_a_derived_hop_is_drawn_beside_a_stated_one_of_another_supplier():
    drawn = drawing(MILL_FLOUR, WIND_FLOUR, MADE, THROUGH)
    assert line(drawn, "baker", "oven", "derived").statements == ("x1",)
    assert line(drawn, "baker", "oven", "rumour").statements == ("d3",)


def test_values_are_drawn_as_boxes():
    drawn = draw(heat(), PACK)
    assert [(box.label["en"], box.note["en"]) for box in drawn.boxes if not box.cls] == [
        ("120 kW", "at noon"),
        ("90–140 kW", ""),
    ]


def test_the_line_to_a_value_says_what_is_measured():
    assert draw(heat(), PACK).lines[0].label == {"en": "heat", "zh": "热量"}


def test_a_description_keeps_its_values_in_the_panel():
    drawn = draw(replace(description(), statements={"s1": HEAT, "s2": HEAT_TOO}), PACK)
    assert not [box for box in drawn.boxes if not box.cls]


def test_a_description_draws_only_what_it_describes_and_its_statements():
    assert "note" not in {box.id for box in draw(description(), PACK).boxes}


def test_a_cell_of_another_column_is_drawn_when_its_class_is_one_of_the_pack():
    row = Row((cell("mill"), cell("rye")))
    assert [box.id for box in drawing(rows=(row,), columns=(column("a", "甲"), column("b", "乙"))).boxes] == [
        "mill",
        "rye",
    ]


def test_a_thing_of_an_unknown_class_is_drawn_when_it_is_asked_for():
    stranger = EntityCell("x", "urn:x", "Comet", {"en": "Halley"})
    assert drawing(rows=(Row((stranger,)),)).boxes[0].cls == "Comet"


def test_a_statement_of_an_unknown_frame_draws_its_things_without_a_line():
    drawn = drawing(replace(MILL_FLOUR, frame="Barter"))
    assert (len(drawn.boxes), len(drawn.lines)) == (3, 0)


def test_a_line_from_a_thing_to_itself_is_not_drawn():
    one = replace(RIVALS, roles={"one": cell("mill"), "other": cell("mill")})
    assert drawing(one).lines == ()


def test_a_symmetric_frame_has_no_first_end():
    assert drawing(RIVALS).lines[0].level


def test_headings_say_what_a_thing_is_in_the_statements():
    assert [text["zh"] for text in drawing(MILL_FLOUR, MILL_RYE).headings["mill"]] == ["供应商"]


def test_a_statement_about_one_thing_gives_no_heading():
    assert drawing(HEAT).headings == {}


@pytest.mark.parametrize(
    ("roles", "arranged"),
    [
        (("giver",), "flow"),
        (("step-0", "step-1"), "chains"),
        (("step-0", "quantity-1", "step-1", "amount"), "needs"),
        (("part", "level", "whole", "quantity", "amount"), "parts"),
        (("lost",), "loss"),
        (("vital",), "loss"),
        (("provider-1", "provider-2"), "loss"),
    ],
)
def test_the_columns_say_by_what_a_picture_is_arranged(roles, arranged):
    columns = tuple(column(role, role, role) for role in roles)
    held = answer(MILL_FLOUR, columns=columns, rows=(Row((cell("mill"),) * len(roles), ("d1",)),))
    assert arrangement(held, PACK) == arranged


def test_a_picture_without_a_frame_that_flows_is_arranged_as_its_statements_read():
    assert arrangement(answer(MADE, RIVALS), PACK) == "reading"
