from itertools import combinations

import pytest

from kg.view.web.palette import (
    DARK_GROUND,
    DARK_TEXT,
    HUES,
    LIGHT_GROUND,
    LIGHT_TEXT,
    PLAIN,
    SHAPES,
    STROKES,
    contrast_ratio,
    looks,
    mix,
    parse,
    shades,
    text,
)
from tests.view.story import PACK

ALL_SHADES = [*(shades(hue) for hue in HUES), PLAIN.shades]


def contrast(one, other):
    return contrast_ratio(parse(one), parse(other))


def test_contrast_is_that_of_wcag():
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0


@pytest.mark.parametrize("one", ALL_SHADES)
def test_text_can_be_read_on_every_box(one):
    assert min(contrast(one.light_fill, LIGHT_TEXT), contrast(one.dark_fill, DARK_TEXT)) >= 4.5


@pytest.mark.parametrize("one", ALL_SHADES)
def test_outlines_stand_out_from_the_ground(one):
    assert min(contrast(one.light_line, LIGHT_GROUND), contrast(one.dark_line, DARK_GROUND)) >= 3.0


@pytest.mark.parametrize("standing", STROKES)
def test_lines_stand_out_from_the_ground(standing):
    one = STROKES[standing]
    assert min(contrast(one.light, LIGHT_GROUND), contrast(one.dark, DARK_GROUND)) >= 3.0


@pytest.mark.parametrize("standing", STROKES)
def test_the_words_on_lines_can_be_read(standing):
    one = STROKES[standing]
    assert min(contrast(one.light, LIGHT_GROUND), contrast(one.dark, DARK_GROUND)) >= 4.0


def test_standings_are_told_apart_without_colour():
    looks = {(one.dashes, one.width, one.arrow) for one in STROKES.values()}
    assert len(looks) == len(STROKES)


def seen(colour, matrix):
    """A colour as someone without one kind of cone sees it (Viénot, Brettel and Mollon 1999, linear light)."""
    linear = [(part / 255) ** 2.2 for part in parse(colour)]
    mixed = [sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in matrix]
    red, green, blue = (round(255 * max(0.0, min(1.0, part)) ** (1 / 2.2)) for part in mixed)
    return red, green, blue


PROTAN = ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0))
DEUTAN = ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0))


@pytest.mark.parametrize("matrix", [PROTAN, DEUTAN])
def test_the_first_hues_differ_for_the_colour_blind(matrix):
    for one, other in combinations(HUES[:8], 2):
        assert sum(abs(a - b) for a, b in zip(seen(one, matrix), seen(other, matrix), strict=True)) >= 24


def test_shapes_and_hues_give_many_looks_before_one_comes_twice():
    pairs = {(SHAPES[n % len(SHAPES)], HUES[n % len(HUES)]) for n in range(90)}
    assert len(pairs) == 90


def test_every_class_of_a_pack_has_a_look_of_its_own():
    found = looks(PACK)
    assert len({(look.shape, look.shades) for look in found.values()}) == len(PACK.classes)


def test_a_class_with_things_of_its_own_comes_before_an_abstract_one():
    assert list(looks(PACK))[-1] == "Agent"


def test_colours_are_written_as_they_are_read():
    assert text(parse("#0a1b2c")) == "#0a1b2c"


def test_mixing_half_and_half_is_the_middle():
    assert mix((0, 0, 0), (255, 255, 255), 0.5) == (128, 128, 128)
