"""The page in other places than a wide window on a quick network, and of answers that are hard to lay out."""

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from kg.answer.answer import EntityCell, Row
from kg.view.page import page
from tests.view.story import MADE, MILL_FLOUR, PACK, WIND_FLOUR, answer, cell, empty, suppliers

READY = "html[data-ready=true]"
LONG = "The Honourable Company of Millers, Bakers and Purveyors of Flour to the Whole Village and Its Surroundings " * 3


@dataclass(frozen=True)
class Shape:
    """What must fit: how wide the page is laid out, and how wide its window is."""

    page: int
    window: int


def shape(opened) -> Shape:
    return Shape(*opened("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"))


def overlaps(opened):
    return opened(
        """() => { const all = Object.values(network.body.nodes).filter(n => !n.options.hidden).map(n => network.getBoundingBox(n.id));
        return all.some((a, i) => all.slice(i + 1).some(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)) }"""
    )


@pytest.mark.parametrize("network", ["off", "hanging"])
def test_the_picture_stands_whatever_the_network_does(tab, tmp_path, network):
    file = tmp_path / "answer.html"
    file.write_text(page(suppliers(), PACK), encoding="utf-8")
    asked = []
    if network == "off":
        tab.context.set_offline(True)
    tab.route("http*://**", lambda route: asked.append(route.request.url))  # never answered
    tab.goto(file.as_uri())
    tab.locator(READY).wait_for(state="attached")
    assert tab.locator("#table tbody tr").count() == 3
    assert asked == []


def test_the_slider_of_years_hides_what_did_not_hold_then(open_page):
    old = replace(WIND_FLOUR, valid_from="2020", valid_to="2021")
    rows = (Row((cell("windmill"),), ("d3",)), Row((cell("mill"),), ("d1",)))
    opened = open_page(page(answer(old, MILL_FLOUR, MADE, rows=rows), PACK))
    opened.page.locator("#year").fill("3")
    assert opened.text(".year") == "2024"
    ends = set(opened.lines().values())
    assert ("mill", "flour") in ends
    assert ("windmill", "flour") not in ends


@pytest.mark.parametrize("width", [360, 768])
def test_a_narrow_window_shows_the_page_without_a_scroll_bar_below(open_page, width):
    opened = open_page(page(suppliers(), PACK))
    opened.page.set_viewport_size({"width": width, "height": 800})
    opened.settle()
    found = shape(opened)
    assert found.page <= found.window


def test_very_long_names_are_cut_in_their_boxes_and_whole_in_the_panel(open_page):
    giant = EntityCell("giant", "urn:giant", "Firm", {"en": LONG, "zh": "全村磨坊面包师与面粉供应商的光荣联合会" * 6})
    one = replace(MILL_FLOUR, roles={**MILL_FLOUR.roles, "giver": giant})
    opened = open_page(page(answer(one, rows=(Row((giant,), ("d1",)),)), PACK), "node=giant")
    found = shape(opened)
    assert found.page <= found.window
    assert not overlaps(opened)
    assert opened.text("#panel h2") == LONG.strip()


def test_an_answer_of_one_row_has_its_picture(open_page):
    opened = open_page(page(answer(MADE, rows=(Row((cell("baker"),), ("m1",)),)), PACK))
    assert opened.shown() == {"baker", "oven"}
    assert opened.page.locator("#table tbody tr").count() == 1


def test_an_empty_answer_says_so_and_has_no_empty_frame(open_page):
    opened = open_page(page(empty(), PACK))
    assert opened.page.locator("#stage").is_hidden()
    assert opened.page.locator("#empty").is_visible()
    assert opened.errors == []
