"""Numbers of one unit are drawn to scale below the picture."""

from kg.view.page import page
from tests.view.numbers import DATED_PACK, measured, shares
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


def test_numbers_over_the_years_are_joined_to_a_line_with_its_name(open_page):
    rows = ((4.0, "loaves", "village", "2024"), (9.0, "loaves", "village", "2026"), (7.0, "loaves", "town", "2025"))
    opened = open_page(page(measured(*rows), DATED_PACK))
    assert opened.page.locator("#chart .line").count() == 2
    assert opened("() => document.querySelectorAll('#chart .line')[0].querySelectorAll(':scope > path').length") == 1
    assert "village: 9 loaves" in opened.text("#chart")
    assert "2024" in opened.text("#chart")
    assert opened("() => document.querySelector('.left').firstElementChild.id") == "chart"


def test_shares_of_a_whole_are_drawn_below_its_heading_with_what_is_missing(open_page):
    opened = open_page(
        page(shares(("mill", 60.0, "market", 40.0, 3600), ("windmill", 0.0, "market", 40.0, 3600)), PACK)
    )
    assert "of the market" in opened.text("#chart h3")
    mill, _, rest = bars(opened)
    assert abs(mill / rest - 60 / 40) < 0.01
    assert "not accounted for" in opened.text("#chart")
