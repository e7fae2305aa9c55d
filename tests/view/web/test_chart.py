import pytest

from kg.answer.answer import Row, ValueCell
from kg.view.web.chart import chart
from tests.view.numbers import DATED_PACK, column, measured, shares
from tests.view.story import PACK, answer, cell, description, heat, suppliers


def test_numbers_of_one_unit_are_bars():
    found = chart(heat(), PACK)
    assert found is not None
    assert (found.kind, found.column, [part.rows for part in found.parts]) == ("bars", 0, [(0, 1)])


@pytest.mark.parametrize("made", [suppliers, description])
def test_an_answer_without_numbers_has_no_chart(made):
    assert chart(made(), PACK) is None


def test_numbers_of_different_units_never_share_a_scale():
    found = chart(
        measured((1.0, "kW", "", ""), (2.0, "sacks", "", ""), (3.0, "kW", "", ""), (4.0, "loaves", "", "")), PACK
    )
    assert [(part.text["en"], part.rows) for part in found.parts] == [("kW", (0, 2))]


def test_what_differs_only_in_its_date_is_one_line_in_the_order_of_time():
    found = chart(measured((9.0, "loaves", "village", "2026"), (4.0, "loaves", "village", "2024-Q1")), DATED_PACK)
    assert (found.kind, [part.rows for part in found.parts]) == ("lines", [(1, 0)])
    assert found.parts[0].text["en"] == "village"


def test_a_date_stands_at_the_middle_of_what_it_may_mean():
    found = chart(measured((9.0, "loaves", "", "2026"), (4.0, "loaves", "", "2024-01-01")), DATED_PACK)
    assert [round(found.times[row], 1) for row in (0, 1)] == [2026.5, 2024.0]


def test_numbers_of_different_scope_are_lines_of_their_own():
    found = chart(measured((1.0, "kW", "a", "2024"), (2.0, "kW", "a", "2025"), (3.0, "kW", "b", "2025")), DATED_PACK)
    assert [part.rows for part in found.parts] == [(0, 1), (2,)]


def test_numbers_of_one_date_are_bars_and_no_line():
    assert chart(measured((1.0, "kW", "a", "2024"), (2.0, "kW", "b", "2024")), DATED_PACK).kind == "bars"


def test_what_is_no_date_is_no_point_of_a_line():
    assert chart(measured((1.0, "kW", "", "soon"), (2.0, "kW", "", "later")), DATED_PACK).kind == "bars"


def test_shares_of_different_wholes_never_stand_together():
    found = chart(
        shares(
            ("mill", 60.0, "market", 0.0, 5200),
            ("windmill", 40.0, "market", 0.0, 5200),
            ("mill", 54.0, "income", 46.0, 2916),
        ),
        PACK,
    )
    assert (found.kind, [part.rows for part in found.parts]) == ("shares", [(0, 1), (2,)])


def test_the_heading_of_a_whole_says_how_concentrated_it_is_and_what_is_missing():
    found = chart(shares(("mill", 60.0, "market", 40.0, 3600), ("windmill", 0.0, "market", 40.0, 3600)), PACK)
    assert found.parts[0].text["en"] == "of the market · rest: 40% · index: 3,600"
    assert found.parts[0].rest == 3


def test_the_tier_of_a_thing_is_no_number_to_draw():
    rows = (Row((cell("mill"), ValueCell(1))), Row((cell("baker"), ValueCell(2))))
    assert chart(answer(columns=(column("thing"), column("tier")), rows=rows), PACK) is None


def test_quantities_of_parts_stand_in_the_picture_alone():
    rows = (Row((cell("mill"), ValueCell(1.0, "sacks"))), Row((cell("baker"), ValueCell(2.0, "sacks"))))
    assert chart(answer(columns=(column("part"), column("amount")), rows=rows), PACK) is None
