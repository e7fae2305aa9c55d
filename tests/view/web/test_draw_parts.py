from kg.answer.answer import Column, Row, ValueCell
from kg.view.web.draw import draw
from kg.view.web.draw_parts import is_parts
from kg.view.web.layout import layout
from tests.view.story import PACK, answer, cell, statement, suppliers

ROLES = ("part", "level", "whole", "quantity", "amount")
HAS_OVEN = statement("p1", "Making", {"product": "oven", "maker": "mill"})
HAS_FLOUR = statement("p2", "Making", {"product": "flour", "maker": "oven"})


def parts(*more):
    columns = tuple(Column({"en": role, "zh": role}, role) for role in ROLES)
    rows = (
        Row((cell("oven"), ValueCell(1), cell("mill"), ValueCell(3.0), ValueCell(3.0)), ("p1",)),
        Row((cell("flour"), ValueCell(2), cell("oven"), ValueCell(4.0, "sacks"), ValueCell(12.0, "sacks")), ("p2",)),
        *more,
    )
    return answer(HAS_OVEN, HAS_FLOUR, columns=columns, rows=rows)


def test_a_list_of_parts_is_known_by_its_columns():
    assert is_parts(parts())
    assert not is_parts(suppliers())


def test_a_line_says_how_many_go_into_the_other():
    lines = {(line.start, line.end): line for line in draw(parts(), PACK).lines}
    assert lines["oven", "flour"].label == {"en": "× 4 sacks", "zh": "× 4袋"}
    assert lines["oven", "flour"].statements == ("p2",)


def test_a_box_says_what_the_part_comes_to_in_all():
    boxes = {box.id: box for box in draw(parts(), PACK).boxes}
    assert boxes["flour"].note == {"en": "12 sacks in all", "zh": "共12袋"}
    assert (boxes["flour"].asked, boxes["mill"].asked) == ("stated", "")


def test_accounts_that_differ_stand_side_by_side():
    other = Row((cell("flour"), ValueCell(2), cell("oven"), ValueCell(5.0, "sacks"), None), ("p2",))
    drawing = draw(parts(other), PACK)
    assert [line.label["en"] for line in drawing.lines if line.end == "flour"] == ["× 4 sacks | × 5 sacks"]


def test_the_tree_grows_from_the_whole_to_its_last_parts():
    spots = layout(draw(parts(), PACK)).spots
    assert spots["mill"].x < spots["oven"].x < spots["flour"].x
