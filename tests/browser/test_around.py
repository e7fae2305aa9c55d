"""A page that holds the surroundings of its answer: box by box they are expanded and collapsed."""

import pytest

from kg.answer.answer import Row
from kg.view.page import page
from tests.browser.conftest import Opened
from tests.view.story import MILL_FLOUR, MILL_RYE, OPENED, PACK, RIVALS, WIND_FLOUR, answer, cell

AROUND = {one.id: one for one in (MILL_RYE, OPENED, RIVALS)}
ANSWER = {"mill", "flour", "baker", "windmill", "oven"}


@pytest.fixture(scope="module")
def held(open_page) -> Opened:
    rows = (Row((cell("mill"),), ("d1",)), Row((cell("windmill"),), ("d3",)))
    return open_page(page(answer(MILL_FLOUR, WIND_FLOUR, rows=rows), PACK, AROUND))


@pytest.fixture
def opened(held):
    held.reset()
    yield held
    assert (held.requests, held.errors, held.stopped) == ([], [], [])


def overlaps(opened):
    return opened(
        """() => { const all = Object.values(network.body.nodes).filter(n => !n.options.hidden).map(n => network.getBoundingBox(n.id));
        return all.some((a, i) => all.slice(i + 1).some(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)) }"""
    )


def test_the_page_opens_with_the_answer_alone(opened):
    assert opened.shown() == ANSWER
    assert "2 more around it" in opened.text("#legend")


def test_statements_of_the_surroundings_are_not_drawn_at_first(opened):
    assert ("mill", "windmill") not in opened.lines().values()


def test_the_table_holds_the_answer_alone(opened):
    assert opened.page.locator("#table tbody tr").count() == 2


def test_a_double_click_expands_a_box_with_whole_statements(opened):
    opened.page.mouse.dblclick(*opened.at("mill"))
    opened.settle()
    assert opened.shown() == ANSWER | {"rye", "cafe"}
    assert ("mill", "windmill") in opened.lines().values()
    assert not overlaps(opened)


def test_another_double_click_collapses_it(opened):
    opened.go("node=mill&open=mill")
    opened.page.mouse.dblclick(*opened.at("mill"))
    opened.settle()
    assert opened.shown() == ANSWER


def test_back_undoes_an_expansion(opened):
    opened.go("node=mill")
    opened.page.locator("#fold").click()
    assert "rye" in opened.shown()
    opened.back()
    assert opened.shown() == ANSWER


def test_the_key_e_expands_what_is_chosen(opened):
    opened.go("node=baker")
    opened.page.locator("#stage").focus()
    opened.page.keyboard.press("e")
    assert "cafe" in opened.shown()


def test_everything_is_expanded_at_once(opened):
    opened.page.locator("#legend button", has_text="Expand all").click()
    opened.settle()
    assert opened.shown() == ANSWER | {"rye", "cafe"}
    assert not overlaps(opened)


def test_search_brings_what_is_folded(opened):
    opened.page.locator("#search").fill("rye")
    opened.page.locator("#search").press("Enter")
    assert "rye" in opened.shown()


def test_a_box_of_an_answer_folds_what_hangs_only_by_it(opened):
    opened.go("shut=windmill")
    assert opened.shown() == ANSWER
    opened.go("shut=oven flour baker".replace(" ", "%20"))
    assert {"mill", "windmill"} <= opened.shown()


def test_a_picture_of_more_than_five_thousand_boxes_opens_on_what_was_asked_for(open_page):
    from tests.view.tiers import story

    opened = open_page(page(story(5200), PACK))
    shown = opened.shown()
    assert 40 <= len(shown) <= 240
    assert "firm-0" in shown
    opened.go("all=1")
    assert len(opened.shown()) > 5000
    assert opened.errors == []
