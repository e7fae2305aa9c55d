from kg.answer.answer import Column, EntityCell, Row
from kg.view.web.draw import draw
from kg.view.web.draw_comparison import is_comparison
from kg.view.web.layout import layout
from tests.view.story import MILL_FLOUR, MILL_RYE, PACK, WIND_FLOUR, answer, cell, suppliers

ITEM = EntityCell("Delivery.giver.item", "urn:role", "Role", {"en": "delivery · item", "zh": "供应 · 货品"})
COLUMNS = (
    Column({"en": "aspect", "zh": "方面"}, "aspect"),
    Column(dict(cell("mill").label), "thing-1", cell("mill").cls),
    Column(dict(cell("windmill").label), "thing-2", cell("windmill").cls),
)


def compared(*more):
    rows = (
        Row((ITEM, cell("flour"), cell("flour")), ("d1", "d3")),
        Row((ITEM, cell("rye"), None), ("d2",)),
        Row((ITEM, None, cell("oven")), ("d3",)),
    )
    return answer(MILL_FLOUR, MILL_RYE, WIND_FLOUR, *more, columns=COLUMNS, rows=(*rows,))


def columns():
    placed = layout(draw(compared(), PACK))
    return {key: spot.column for key, spot in placed.spots.items()}


def test_an_aspect_and_two_things_are_a_comparison():
    assert is_comparison(compared(), PACK)
    assert not is_comparison(suppliers(), PACK)


def test_aspects_are_no_boxes():
    assert {box.id for box in draw(compared(), PACK).boxes} == {"mill", "windmill", "flour", "rye", "oven"}


def test_what_both_share_stands_between_them():
    place = columns()
    assert place["mill"] < place["flour"] < place["windmill"]


def test_what_one_has_alone_stands_outside():
    place = columns()
    assert place["rye"] < place["mill"]
    assert place["oven"] > place["windmill"]


def test_the_headings_say_who_has_what():
    headings = [column.heading["en"] for column in layout(draw(compared(), PACK)).columns]
    assert headings == ["only Old Mill", "", "both", "", "only Windmill"]


def test_many_things_of_one_alone_are_counted_in_one_box():
    firms = [EntityCell(f"f{n}", f"urn:{n}", "Firm", {"en": f"F{n}", "zh": f"商{n}"}) for n in range(12)]
    from msgspec.structs import replace

    told = [
        replace(MILL_FLOUR, id=f"t{n}", roles={"giver": cell("mill"), "item": firm}) for n, firm in enumerate(firms)
    ]
    rows = tuple(Row((ITEM, firm, None), (f"t{n}",)) for n, firm in enumerate(firms))
    held = compared(*told)
    drawing = draw(replace(held, rows=(*held.rows, *rows)), PACK)
    assert "and 5 more" in {box.label["en"] for box in drawing.boxes}
