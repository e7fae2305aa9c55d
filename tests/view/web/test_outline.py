import pytest

from kg.view.web.outline import outline
from kg.view.web.palette import SHAPES


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_a_closed_path(shape):
    path = outline(shape, 120, 40)
    assert path.startswith("M")
    assert "Z" in path


def test_no_two_shapes_look_alike():
    assert len({outline(shape, 120, 40) for shape in SHAPES}) == len(SHAPES)
