import pytest
from msgspec.structs import replace

from kg.answer.answer import Assumed
from kg.view.heading import assumed_text, counts_text, coverage_text, headline, notes, rule_text
from tests.view.story import PACK, boolean, empty, number, suppliers


def test_the_day_and_the_statuses_are_said():
    assert assumed_text(suppliers(), "en") == "As of 2026-11-23 · facts, claims, forecasts and rumours"


def test_statuses_that_are_left_out_are_not_said():
    held = replace(suppliers(), assumed=Assumed("2026-11-23", None, ("fact", "claim")))
    assert assumed_text(held, "zh") == "截至2026-11-23 · 仅事实、说法"


def test_an_answer_over_all_time_says_so():
    held = replace(suppliers(), assumed=Assumed(None, "2024-03-30", ()))
    assert assumed_text(held, "en") == "At any time · as known on 2024-03-30 · facts, claims, forecasts and rumours"


def test_without_assumptions_nothing_is_said():
    assert assumed_text(replace(suppliers(), assumed=None), "en") == ""


def test_counts_tell_derived_rows_apart():
    assert counts_text(suppliers(), "en") == "2 rows · 1 derived · 5 statements · 2 sources"


def test_counts_of_one_are_in_the_singular():
    one = boolean(True)
    assert counts_text(one, "en") == "1 statement · 2 sources"


def test_coverage_names_the_frame_in_the_language():
    assert coverage_text(empty(), PACK, "zh") == "覆盖：所问的12项中，3项有“供应”记录。未记录不等于没有。"


@pytest.mark.parametrize(
    ("held", "english", "chinese"),
    [
        (number(2.0), "2", "2"),
        (number(None), "No data", "没有数据"),
        (replace(number(120.0), unit="kW"), "120 kW", "120千瓦"),
        (boolean(True), "Yes", "是"),
        (boolean(False), "Contradicted", "与记录相反"),
        (boolean(None), "Not documented", "未见记录"),
        (suppliers(), "", ""),
    ],
)
def test_the_headline_is_the_answer_in_a_few_words(held, english, chinese):
    assert (headline(held, PACK, "en"), headline(held, PACK, "zh")) == (english, chinese)


def test_notes_end_with_what_was_cut():
    assert notes(empty(), PACK, "en")[-1] == "Cut: time"


def test_a_rule_is_said_by_its_name():
    assert rule_text("through-maker", PACK, "zh") == "经由烤炉制造者的供应"


def test_an_unknown_rule_is_said_by_its_id():
    assert rule_text("magic", PACK, "en") == "magic"
