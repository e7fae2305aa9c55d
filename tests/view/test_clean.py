import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kg.view.clean import clean


def test_a_plain_text_stays_as_it_is():
    assert clean("中际旭创 800G – “Café”") == "中际旭创 800G – “Café”"


def test_a_control_sequence_of_a_terminal_loses_its_escape():
    assert clean("\x1b[2J\x1b]0;title\x07") == "\ufffd[2J\ufffd]0;title\ufffd"


def test_marks_that_turn_the_text_round_are_dropped():
    assert clean("a\u202eb\u2066c\u200fd") == "abcd"


def test_marks_that_cannot_be_seen_are_dropped():
    assert clean("NVI\u200bDIA\ufeff\U000e0041") == "NVIDIA"


def test_half_a_surrogate_pair_becomes_a_replacement_character():
    assert clean("a\ud800b") == "a\ufffdb"


def test_a_null_character_becomes_a_replacement_character():
    assert clean("a\x00b") == "a\ufffdb"


def test_line_breaks_of_every_kind_become_one_space():
    assert clean("a\r\nb\u2028c\x0bd") == "a b c d"


def test_an_emoji_made_of_several_characters_stays_whole():
    assert clean("👩\u200d🔬") == "👩\u200d🔬"


@given(st.text(alphabet=st.characters()))
def test_no_text_keeps_a_control_or_half_a_pair(text):
    assert not {"Cc", "Cs"} & {unicodedata.category(character) for character in clean(text)}


@given(st.text(alphabet=st.characters()))
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet=st.characters()))
def test_every_text_can_be_written_as_utf_8(text):
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)
