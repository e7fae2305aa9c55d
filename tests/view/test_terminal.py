import pytest
from msgspec.structs import replace

from kg.answer.answer import EntityCell, Row
from kg.base.diagnostics import diagnostic
from kg.view.terminal import render
from tests.view.story import PACK, boolean, cell, columns, description, empty, heat, number, suppliers


def lines(held, width=100):
    return render(held, PACK, width=width, color=False).splitlines()


def test_the_question_comes_first():
    assert lines(suppliers())[0] == "who supplies the stone oven"


def test_the_sentence_understood_is_in_the_language_of_the_question():
    assert lines(suppliers("zh"))[1] == "理解为：给石炉供货的商号"


def test_the_day_of_the_answer_is_printed():
    assert lines(suppliers())[2].startswith("As of 2026-11-23")


def test_each_row_shows_status_confidence_publisher_and_date():
    row = next(line for line in lines(suppliers()) if line.strip().startswith("Windmill"))
    assert row.split("oven")[1].split() == ["rumour", "·", "low", "市集", "2026"]


def test_derived_rows_stand_below_the_stated_ones_under_their_rule():
    text = "\n".join(lines(suppliers()))
    assert text.index("Windmill") < text.index("Derived by the rule “supply through") < text.index("Old Mill")


def test_the_status_of_a_derived_row_is_headed_as_that_of_its_weakest_ground():
    stated, derived = "\n".join(lines(suppliers())).split("Derived by")
    assert ("Status" in stated, "Status" in derived, "Weakest ground" in derived) == (True, False, True)


def test_a_derived_row_says_what_it_rests_on():
    text = "\n".join(lines(suppliers()))
    assert "Old Mill supplies flour to Baker" in text
    assert "Baker makes stone oven" in text


def test_chinese_columns_are_aligned_by_their_width_on_the_screen():
    rows = [line for line in lines(number(lang="zh")) if "供应面粉" in line]
    assert len({columns(line[: line.index(" · ")]) for line in rows}) == 1
    assert len(rows) == 2


@pytest.mark.parametrize("width", [30, 60, 80, 100, 200])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_line_is_wider_than_the_terminal(width, lang):
    for held in (suppliers(lang), description(lang), heat(lang), empty(lang)):
        assert max(map(columns, lines(held, width))) <= width


def test_numbers_stand_at_the_right_with_their_unit():
    first, second = (line for line in lines(heat()) if " kW " in line)
    assert first.index(" kW ") == second.index(" kW ")


def test_a_number_is_said_above_its_rows():
    assert "2" in lines(number(2.0))[3:5]


@pytest.mark.parametrize(("value", "said"), [(True, "Yes"), (False, "Contradicted"), (None, "Not documented")])
def test_a_yes_or_no_has_three_values(value, said):
    assert said in lines(boolean(value))


def test_a_yes_shows_its_statements_with_their_sources():
    text = "\n".join(lines(boolean(True)))
    assert "Old Mill supplies flour to Baker" in text
    assert "fact · high · Village Gazette · 2025-03" in text


def test_a_description_says_the_labels_in_both_languages():
    assert any(line.startswith("Old Mill  老磨坊  firm") for line in lines(description()))


def test_a_description_groups_statements_by_frame():
    text = lines(description())
    assert text.index("delivery") < text.index("share") < text.index("rivalry")


def test_an_empty_answer_says_its_coverage():
    assert any("of 12 asked about, 3 have any statement of delivery" in line for line in lines(empty()))


def test_an_empty_answer_gives_questions_that_have_answers():
    assert "  who supplies flour  (2 found)" in lines(empty())


def test_notes_are_in_the_language_of_the_question():
    assert "一行为推导。" in lines(suppliers("zh"))


def test_a_truncated_answer_says_so():
    assert "Cut: time" in lines(empty())


def test_controls_in_the_data_do_not_reach_the_terminal():
    evil = EntityCell("x", "urn:x", "Firm", {"en": "Mill\x1b[2J\u202e\x07"})
    held = replace(suppliers(), question="who\x1b]0;x\x07", rows=(Row((evil,), ("d3",)),))
    text = render(held, PACK, width=100, color=False)
    assert not [character for character in text if character in "\x1b\x07\u202e"]


def test_markup_in_the_data_is_text():
    evil = EntityCell("x", "urn:x", "Firm", {"en": "[bold red]Mill[/]"})
    assert "[bold red]Mill[/]" in render(replace(suppliers(), rows=(Row((evil,), ()),)), PACK, width=100, color=False)


def test_colours_are_only_there_when_wanted():
    plain, colored = (render(suppliers(), PACK, width=100, color=color) for color in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[31mrumour" in colored


def test_colour_is_left_out_where_standard_output_is_no_terminal(capsys):
    assert "\x1b" not in render(suppliers(), PACK)


def test_an_answer_with_an_error_says_it_and_the_way_out():
    held = replace(suppliers(), error=diagnostic("Q001", example="who supplies flour"))
    assert lines(held)[-1] == "Type a question, for example: who supplies flour"


def test_a_row_without_statements_needs_no_evidence():
    assert any(line.strip() == "Old Mill" for line in lines(replace(suppliers(), rows=(Row((cell("mill"),)),))))


def test_a_table_of_many_rows_says_one_statement_each():
    rows = tuple(Row((cell("mill"),), ("x1",), "through-maker") for _ in range(13))
    assert sum("and 1 more" in line for line in lines(replace(suppliers(), rows=rows), 140)) == 13
