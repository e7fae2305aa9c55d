"""Numbers of one unit are drawn to scale below the picture."""

from kg.view.page import page
from tests.view.story import PACK, heat, suppliers


def bars(opened):
    return opened("() => [...document.querySelectorAll('#chart g rect')].map(e => Number(e.getAttribute('width')))")


def test_bars_are_as_long_as_their_numbers_and_ranges_reach_their_upper_end(open_page):
    opened = open_page(page(heat(), PACK))
    first, beyond, second = bars(opened)
    assert abs(first / second - 120 / 90) < 0.01
    assert abs((second + beyond) / second - 140 / 90) < 0.01


def test_the_chart_says_its_numbers_to_a_screen_reader(open_page):
    opened = open_page(page(heat(), PACK))
    assert "120 kW" in opened.page.locator("#chart svg").get_attribute("aria-label")


def test_an_answer_without_numbers_has_no_chart(open_page):
    opened = open_page(page(suppliers(), PACK))
    assert opened.page.locator("#chart").is_hidden()
