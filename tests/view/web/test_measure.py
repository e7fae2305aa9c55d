import pytest

from kg.view.web.measure import box_size, text_width


def test_a_wide_character_takes_the_size_of_the_font():
    assert text_width("光模块", 10.0) == 30.0


def test_capitals_take_more_room_than_small_letters():
    assert text_width("NVIDIA", 10.0) > text_width("nvidia", 10.0)


def test_a_short_label_has_a_box_of_the_least_width():
    assert box_size("A", "")[0] == 92


def test_a_long_label_takes_two_lines():
    assert box_size("silicon photonics engine of the third generation", "")[1] > box_size("engine", "")[1]


def test_a_note_makes_the_box_higher():
    assert box_size("engine", "引擎")[1] > box_size("engine", "")[1]


@pytest.mark.parametrize("label", ["x", "x" * 300, "光" * 200])
def test_no_label_makes_a_box_wider_than_a_column_can_be(label):
    assert box_size(label, label)[0] <= 290
