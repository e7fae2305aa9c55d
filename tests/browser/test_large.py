"""A picture too large for vis-network's own drawing: it reads, is hit and is filtered like any other."""

import pytest

from kg.view.page import page
from tests.browser.conftest import Opened
from tests.view.story import PACK
from tests.view.tiers import story


@pytest.fixture(scope="module")
def trade(open_page) -> Opened:
    return open_page(page(story(1600), PACK))


@pytest.fixture
def opened(trade):
    trade.reset()
    yield trade
    assert (trade.requests, trade.errors, trade.stopped) == ([], [], [])


def ink(opened, x, y):
    """How many colours stand around a place on the screen."""
    return opened(
        """([x, y]) => { const canvas = document.querySelector('#mynetwork canvas'); const area = canvas.getBoundingClientRect();
        const data = canvas.getContext('2d').getImageData(x - area.x - 20, y - area.y - 20, 40, 40).data; const found = new Set();
        for (let i = 0; i < data.length; i += 4) found.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]); return found.size }""",
        [x, y],
    )


def test_vis_network_is_given_no_edge_of_ours(opened):
    assert opened.lines() == {}


def test_a_box_is_chosen_by_a_click_however_small_it_is(opened):
    opened.page.locator("#fit").click()
    opened.settle()
    opened.page.mouse.click(*opened.at("firm-803"))
    assert opened("() => location.hash") == "#node=firm-803"
    assert opened.text("#panel h2") == "Firm 803 of Tier 3"


def test_a_line_is_chosen_by_a_click_when_the_picture_is_near(opened):
    opened.page.locator("#search").fill("Firm 803")
    opened.page.locator("#search").press("Enter")
    opened.settle()
    start, end = opened.at("firm-803"), None
    hit = opened(
        """() => { const area = document.getElementById('mynetwork').getBoundingClientRect(); const at = network.canvasToDOM(network.getPosition('firm-803'));
        const half = 90 * network.getScale(); return [area.x + at.x + half + 14, area.y + at.y] }"""
    )
    assert ink(opened, *hit) > 1
    for height in range(-12, 13, 3):
        opened.page.mouse.click(hit[0], hit[1] + height)
        end = opened("() => new URLSearchParams(location.hash.slice(1)).get('edge')")
        if end:
            break
    assert end, (start, hit)
    assert opened.page.locator("#panel .claims").count() >= 1


def test_a_class_is_hidden_and_comes_back(opened):
    chip = opened.page.locator("[data-filter='c:Good']")
    before = len(opened.shown())
    chip.click()
    assert len(opened.shown()) < before
    opened.page.locator("[data-filter='c:Good']").click()
    assert len(opened.shown()) == before


def test_the_view_is_dragged(opened):
    before = opened("() => network.getViewPosition().x")
    area = opened.page.locator("#mynetwork").bounding_box()
    opened.page.mouse.move(area["x"] + 4, area["y"] + 4)
    opened.page.mouse.down()
    opened.page.mouse.move(area["x"] + 104, area["y"] + 24, steps=4)
    opened.page.mouse.up()
    opened.until(f"() => network.getViewPosition().x < {before}")


def test_the_minimap_stands_while_only_a_part_is_in_view_and_moves_it(opened):
    opened.page.locator("#fit").click()
    opened.settle()
    assert opened("() => document.getElementById('minimap').hidden")
    for _ in range(6):
        opened.page.locator("#zoom-in").click()
    opened.settle()
    area = opened.page.locator("#minimap").bounding_box()
    opened.page.mouse.click(area["x"] + 4, area["y"] + 4)
    left = opened("() => network.getViewPosition().x")
    opened.page.mouse.click(area["x"] + area["width"] - 4, area["y"] + 4)
    opened.until(f"() => network.getViewPosition().x > {left}")


def test_a_long_table_shows_its_rest_when_asked(open_page):
    opened = open_page(page(story(2000), PACK))
    assert opened.page.locator("#table tbody tr").count() == 200
    opened.page.locator("#table-body > button").click()
    assert opened.page.locator("#table tbody tr").count() == 500
