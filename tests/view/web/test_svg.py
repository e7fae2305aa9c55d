from xml.dom import minidom

import pytest

from kg.view.web.draw import draw
from kg.view.web.layout import layout
from kg.view.web.palette import looks
from kg.view.web.svg import svg
from tests.browser.hostile import PAYLOADS, hostile
from tests.view.story import PACK, answer, heat, suppliers


def drawn(held, pack=PACK, lang="en", **more):
    drawing = draw(held, pack)
    return svg(drawing, layout(drawing), looks(pack), lang, **more)


def texts(image):
    return [node.firstChild.data for node in minidom.parseString(image).getElementsByTagName("text") if node.firstChild]


def test_every_box_is_named_in_both_languages():
    found = texts(drawn(suppliers(), lang="zh"))
    assert {"老磨坊", "Old Mill", "石炉", "stone oven"} <= set(found)


def test_lines_have_the_dashes_of_their_standing():
    assert 'stroke-dasharray="2 4"' in drawn(suppliers())


def test_a_value_is_a_box():
    assert "120 kW" in texts(drawn(heat()))


def test_a_box_is_a_link_where_it_is_given_an_address():
    image = drawn(suppliers(), link=lambda box: "mill.html" if box == "mill" else "")
    assert [node.getAttribute("href") for node in minidom.parseString(image).getElementsByTagName("a")] == ["mill.html"]


def test_an_empty_picture_is_a_picture():
    assert texts(drawn(answer())) == []


def test_the_same_answer_gives_the_same_picture():
    assert drawn(suppliers()) == drawn(suppliers())


@pytest.mark.parametrize("name", PAYLOADS)
def test_nothing_in_the_data_becomes_an_element(name):
    held, pack, _ = hostile(PAYLOADS[name])
    known = {"svg", "rect", "path", "text", "g"}
    assert {node.tagName for node in minidom.parseString(drawn(held, pack)).getElementsByTagName("*")} <= known
