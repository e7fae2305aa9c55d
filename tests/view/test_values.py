import pytest
from msgspec.structs import replace

from kg.answer.answer import EntityCell, ValueCell
from kg.view.values import (
    cell_text,
    label,
    number_text,
    qualifier_text,
    quantity_text,
    shown_qualifiers,
    validity_text,
    value_text,
)
from tests.view.story import HEAT_TOO, MILL_FLOUR, OPENED, PACK, SIZE, column, statement


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (0.0, "0", "0"),
        (18432.0, "18,432", "18,432"),
        (20000.0, "20,000", "2万"),
        (2500000, "2.5 million", "250万"),
        (4e9, "4 billion", "40亿"),
        (1.8e12, "1.8 trillion", "1.8万亿"),
        (7945399.0, "7,945,399", "7,945,399"),
        (23.862e9, "23.862 billion", "238.62亿"),
        (-3000000.0, "-3 million", "-300万"),
        (0.1 + 0.2, "0.3", "0.3"),
        (39.96, "39.96", "39.96"),
        (1e-7, "0.0000001", "0.0000001"),
    ],
)
def test_a_number_is_written_exactly_and_shortly(value, english, chinese):
    assert (number_text(value, "en"), number_text(value, "zh")) == (english, chinese)


def test_a_number_that_is_none_does_not_break_the_writing():
    assert number_text(float("nan"), "en") == "nan"


def test_a_unit_stands_after_its_number():
    assert quantity_text(120.0, "kW", PACK, "en") == "120 kW"


def test_a_chinese_unit_follows_without_a_space():
    assert quantity_text(120.0, "kW", PACK, "zh") == "120千瓦"


def test_percent_is_written_with_its_sign():
    assert quantity_text(40.0, "percent", PACK, "en") == "40%"


def test_a_calendar_year_has_no_separator():
    assert quantity_text(2027.0, "year", PACK, "en") == "2027"


def test_a_calendar_year_has_its_character_in_chinese():
    assert quantity_text(2027.0, "year", PACK, "zh") == "2027年"


def test_an_unknown_unit_is_written_as_it_is():
    assert quantity_text(3.0, "cubits", PACK, "en") == "3 cubits"


def test_a_range_says_its_scale_once():
    assert quantity_text(1e13, None, PACK, "en", 5e13) == "10–50 trillion"


def test_a_range_over_two_scales_says_both():
    assert quantity_text(5e6, None, PACK, "en", 2e9) == "5 million–2 billion"


def test_a_choice_is_said_in_words():
    assert value_text(ValueCell("daily"), column("stage", "阶段", "stage"), PACK, "zh") == "每日"


def test_a_status_is_said_in_words():
    assert value_text(ValueCell("rumour"), column("status", "状态", "status"), PACK, "zh") == "传闻"


def test_a_text_that_is_no_choice_stays():
    assert value_text(ValueCell("half done"), column("stage", "阶段", "stage"), PACK, "en") == "half done"


@pytest.mark.parametrize(("value", "text"), [(True, "yes"), (False, "no"), (None, "")])
def test_truth_values_are_said_in_words(value, text):
    assert value_text(ValueCell(value), None, PACK, "en") == text


def test_an_empty_cell_shows_nothing():
    assert cell_text(None, None, PACK, "en") == ""


def test_a_thing_shows_its_label_in_the_language():
    assert cell_text(EntityCell("x", "urn:x", "Firm", {"en": "Baker", "zh": "面包师"}), None, PACK, "zh") == "面包师"


def test_a_thing_without_a_label_shows_its_id():
    assert cell_text(EntityCell("x", "urn:x", "Firm", {}), None, PACK, "en") == "x"


def test_a_label_in_one_language_only_serves_for_the_other():
    assert label({"en": "Fabrinet"}, "zh") == "Fabrinet"


def test_units_and_upper_ends_are_shown_with_their_numbers():
    assert [one.id for one in shown_qualifiers(SIZE)] == ["measure", "value", "scope"]


def test_a_range_of_a_qualifier_has_both_ends_and_the_unit():
    assert qualifier_text(HEAT_TOO, SIZE.qualifier("value"), PACK, "en") == "90–140 kW"


def test_a_unit_that_the_measure_says_already_is_left_out():
    one = statement("s", "Size", {"subject": "oven"}, measure="loaves", value=12.0, unit="loaves")
    assert qualifier_text(one, SIZE.qualifier("value"), PACK, "en") == "12"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2024", "", "from 2024"),
        ("", "2025", "until 2025"),
        ("2024", "2025", "2024 to 2025"),
        ("2024", "2024", "2024"),
        ("", "", ""),
    ],
)
def test_validity_is_said_as_the_source_wrote_it(first, last, text):
    one = replace(MILL_FLOUR, valid_from=first, valid_to=last)
    assert validity_text(one, "en", event=False) == text


def test_an_event_has_a_day_and_no_beginning():
    assert validity_text(OPENED, "en", event=True) == "2023-05"


def test_a_bare_year_has_its_character_in_chinese():
    assert validity_text(MILL_FLOUR, "zh", event=False) == "自2024年起"
