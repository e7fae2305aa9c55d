import pytest

from kg.base.diagnostics import Diagnostic, Suggestion
from kg.base.errors import QuestionError
from kg.base.spans import Span
from kg.view.errors import render_error
from tests.view.story import columns


def shown(question, span, lang="en", width=80, **more):
    one = Diagnostic("N001", (("text", span.of(question)),), span, **more)
    return render_error(QuestionError(question, lang, (one,)), width, color=False).splitlines()


def marked(lines):
    """The words over the caret, by columns of the screen."""
    place = next(index for index, line in enumerate(lines) if line.lstrip().startswith("^"))
    question, carets = lines[place - 1], lines[place]
    start, end = carets.index("^"), len(carets)
    found, column = "", 0
    for character in question:
        if start <= column < end:
            found += character
        column += columns(character)
    return found


def test_the_message_stands_above_with_its_code():
    assert shown("who supplies flouer", Span(13, 19))[0].startswith("N001 'flouer' is no name or word")


def test_the_caret_is_under_the_words():
    assert marked(shown("who supplies flouer", Span(13, 19))) == "flouer"


def test_wide_characters_are_counted_as_two_columns():
    assert marked(shown("谁给英伟打供应光模块", Span(2, 5), "zh")) == "英伟打"


def test_the_caret_under_mixed_text_stays_in_place():
    assert marked(shown("谁给NVL集群 supply 光模快", Span(15, 18), "zh")) == "光模快"


def test_the_end_of_the_question_has_a_caret_too():
    assert shown("who supplies", Span(12, 12))[2] == "  " + " " * 12 + "^"


def test_marks_that_turn_the_text_round_do_not_move_the_caret():
    assert marked(shown("who\u202e supplies flouer", Span(14, 20))) == "flouer"


def test_controls_of_a_question_do_not_reach_the_terminal():
    assert "\x1b" not in "\n".join(shown("who \x1b[31m supplies", Span(0, 3)))


@pytest.mark.parametrize("width", [30, 50])
def test_a_long_question_is_cut_around_the_place(width):
    question = "who supplies " + "very " * 20 + "flouer" + " indeed" * 20
    lines = shown(question, Span(113, 119), width=width)
    assert marked(lines) == "flouer"
    assert max(map(columns, lines)) <= width


def test_what_was_expected_is_listed():
    assert any(
        "Expected here: a name, a class" in line for line in shown("x", Span(0, 1), expected=("a name", "a class"))
    )


def test_a_long_list_of_what_was_expected_is_cut():
    line = next(line for line in shown("x", Span(0, 1), expected=tuple("abcdefghijk")) if "Expected" in line)
    assert line.endswith("h …")


def test_the_nearest_names_are_listed_with_what_they_are():
    lines = shown("x", Span(0, 1), suggestions=(Suggestion("flour", "good"), Suggestion("floor")))
    assert lines[-3:-1] == ["  flour  (good)", "  floor"]


def test_the_way_out_is_in_the_language_of_the_question():
    assert shown("x", Span(0, 1), "zh")[-1].startswith("怎么办：")


def test_every_mistake_of_a_question_is_shown():
    both = tuple(Diagnostic("N001", (("text", text),), span) for text, span in (("a", Span(0, 1)), ("b", Span(2, 3))))
    text = render_error(QuestionError("a b", "en", both), 80, color=False)
    assert text.count("^") == 2


def test_an_empty_question_has_no_caret():
    one = Diagnostic("Q001", (("example", "who supplies flour"),))
    assert "^" not in render_error(QuestionError("", "en", (one,)), 80, color=False)
