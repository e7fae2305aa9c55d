"""The page of a small answer, used as a reader would use it."""

import csv
import io
import json
from itertools import combinations
from pathlib import Path
from xml.dom import minidom

import pytest

from kg.view.page import network, notebook, page
from tests.browser.conftest import Opened
from tests.view.story import PACK, boolean, description, empty, heat, number, suppliers


@pytest.fixture(scope="module")
def village(open_page) -> Opened:
    return open_page(page(suppliers(), PACK))


@pytest.fixture
def opened(village):
    """The page of the suppliers, as it is when it opens."""
    village.reset()
    yield village
    assert (village.requests, village.errors, village.stopped, village.ran) == ([], [], [], [])


def line_between(opened, start, end):
    return next(id for id, ends in opened.lines().items() if ends == (start, end))


def overlaps(opened):
    boxes = opened(
        "() => Object.keys(network.body.nodes).filter(id => !network.body.nodes[id].options.hidden).map(id => network.getBoundingBox(id))"
    )
    return [
        (a, b)
        for a, b in combinations(boxes, 2)
        if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
    ]


# ---------------------------------------------------------------- what stands on the page


def test_the_head_says_question_reading_day_counts_and_notes(opened):
    assert opened.text("#question") == "who supplies the stone oven"
    assert opened.text("#reading") == "Understood: firms that supply the stone oven"
    assert "As of 2026-11-23" in opened.text("#facts")
    assert "2 rows · 1 derived · 5 statements · 2 sources" in opened.text("#facts")
    assert opened.text("#notes") == "One row is derived."


def test_the_picture_is_drawn_in_many_colours(opened):
    colours = opened(
        """() => { const canvas = document.querySelector('#mynetwork canvas');
        const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        const found = new Set(); for (let i = 0; i < data.length; i += 4) found.add(data[i] << 16 | data[i+1] << 8 | data[i+2]);
        return found.size }"""
    )
    assert colours > 50


def test_no_two_boxes_overlap_on_the_screen(opened):
    assert overlaps(opened) == []


def test_the_whole_picture_is_in_view_at_first(opened):
    frame = opened.page.locator("#mynetwork").bounding_box()
    for box in opened.shown():
        x, y = opened.at(box)
        assert frame["x"] < x < frame["x"] + frame["width"]
        assert frame["y"] < y < frame["y"] + frame["height"]


# ---------------------------------------------------------------- evidence


def test_a_click_on_a_box_shows_its_statements_and_their_sources(opened):
    opened.page.mouse.click(*opened.at("mill"))
    panel = opened.text("#panel")
    assert "Old Mill" in panel
    assert "老磨坊" in panel
    assert "Old Mill supplies flour to Baker" in panel
    link = opened.page.locator("#panel a", has_text="The mill at work").first
    assert (link.get_attribute("href"), link.get_attribute("rel")) == (
        "https://example.org/gazette",
        "noopener noreferrer",
    )


def test_a_claim_shows_status_confidence_publisher_and_date(opened):
    opened.go("node=baker")
    text = opened.text("[data-statement=d1] .claims li")
    assert "fact" in text
    assert "Confidence: high" in text
    assert "Village Gazette" in text
    assert "2025-03" in text


def test_a_click_on_a_line_shows_its_statements_and_their_sources(opened):
    opened.page.mouse.click(*opened.on(line_between(opened, "windmill", "flour")))
    assert "Windmill supplies flour to Baker for stone oven" in opened.text("#panel")
    assert opened.page.locator("#panel a").first.get_attribute("href") == "http://example.org/gossip"


def test_all_lines_of_a_statement_open_the_same_evidence(opened):
    found = set()
    for start, end in (("windmill", "flour"), ("flour", "baker")):
        opened.go("edge=" + line_between(opened, start, end))
        found.add(opened.page.locator("#panel [data-statement=d3] .sentence").first.inner_text())
    assert found == {"Windmill supplies flour to Baker for stone oven"}


def test_a_derived_statement_shows_its_rule_and_what_it_stands_on(opened):
    opened.go("node=mill")
    opened("() => { document.querySelectorAll('#panel details').forEach((part) => { part.open = true }) }")
    text = opened.text("#panel-body > [data-statement=x1]")
    assert "Derived by the rule “supply through the maker of the oven”" in text
    assert "Old Mill supplies flour to Baker" in text
    assert "Baker makes stone oven" in text


def test_a_click_beside_everything_clears_the_choice(opened):
    opened.go("node=mill")
    frame = opened.page.locator("#mynetwork").bounding_box()
    opened.page.mouse.click(frame["x"] + 4, frame["y"] + frame["height"] - 4)
    assert opened("() => location.hash") in ("", "#")


# ---------------------------------------------------------------- search, filters, table


@pytest.mark.parametrize(
    ("typed", "box"),
    [
        ("old mi", "mill"),
        ("老磨", "mill"),
        ("the mill", "mill"),
        ("mll", "mill"),
        ("ｍＬＬ", "mill"),
        ("石炉", "oven"),
        ("stone", "oven"),
    ],
)
def test_search_finds_labels_other_names_and_tickers_in_any_language(opened, typed, box):
    opened.page.locator("#search").fill(typed)
    opened.page.keyboard.press("Enter")
    assert opened("() => location.hash") == f"#node={box}"


def test_search_says_when_nothing_is_found(opened):
    opened.page.locator("#search").fill("zeppelin")
    assert opened.text("#found") == "Nothing found"


def test_the_legend_counts_and_hides_a_class(opened):
    chip = opened.page.locator("[data-filter='c:Good']")
    assert chip.inner_text().split() == ["good", "1"]
    chip.click()
    assert "flour" not in opened.shown()
    opened.page.locator("[data-filter='c:Good']").click()
    assert "flour" in opened.shown()


def test_the_legend_hides_a_relation(opened):
    opened.page.locator("[data-filter='f:Rivalry']").click()
    assert ("mill", "windmill") not in opened.lines().values()


def test_the_legend_hides_rumours(opened):
    opened.page.locator("[data-filter='s:rumour']").click()
    assert ("windmill", "flour") not in opened.lines().values()
    assert ("mill", "flour") in opened.lines().values()


def test_a_row_of_the_table_chooses_its_box(opened):
    opened.page.locator("#table tbody tr", has_text="Windmill").first.locator(".said").click()
    assert opened.text("#panel h2") == "Windmill"


def test_a_box_marks_its_row_in_the_table(opened):
    opened.page.mouse.click(*opened.at("windmill"))
    assert opened.page.locator("#table tr.linked").count() == 1
    assert "Windmill" in opened.text("#table tr.linked")


def test_derived_rows_stand_under_their_rule_in_the_table(opened):
    assert "supply through the maker of the oven" in opened.text("#table tr.group")


def test_a_derived_row_is_not_shown_as_a_fact(opened):
    row = opened.page.locator("#table tbody tr", has_text="Old Mill").first
    assert row.locator(".badge").inner_text() == "derived, on fact"


def test_a_table_is_sorted_by_its_headings(open_page):
    opened = open_page(page(heat(), PACK))
    firsts = []
    for _ in range(2):
        opened.page.locator("#table thead button").first.click()
        firsts.append(opened.page.locator("#table tbody th").first.inner_text())
    assert firsts == ["90–140 kW", "120 kW"]
    assert opened.page.locator("#table thead th").first.get_attribute("aria-sort") == "descending"


# ---------------------------------------------------------------- language, light, address


def test_the_language_is_switched_without_loading_anew(opened):
    opened("() => { window.stays = 1 }")
    opened.page.locator("#language").click()
    assert opened("() => [window.stays, document.documentElement.lang]") == [1, "zh-Hans"]
    assert opened.text("#reading") == "理解为: 给石炉供货的商号"
    assert opened.page.locator("[data-filter='c:Firm']").inner_text().split() == ["商号", "3"]
    assert "风车磨坊" in opened.text("#table tbody")
    opened.page.locator("#language").click()
    assert opened.text("#reading").startswith("Understood")


def test_a_chinese_answer_opens_in_chinese(open_page):
    opened = open_page(page(suppliers("zh"), PACK))
    assert opened.text("#table thead th") == "供应商"


def corner(opened):
    return opened(
        "() => [...document.querySelector('#mynetwork canvas').getContext('2d').getImageData(3, 3, 1, 1).data].slice(0, 3)"
    )


def test_the_page_follows_the_system_into_the_dark_and_can_be_told_otherwise(opened):
    ground = "() => getComputedStyle(document.body.parentElement).backgroundColor"
    opened.page.emulate_media(color_scheme="dark")
    opened.until("() => document.documentElement.dataset.theme === 'dark'")
    assert opened(ground) == "rgb(18, 22, 28)"
    opened.page.locator("#theme").click()
    assert opened(ground) == "rgb(255, 255, 255)"


def test_an_address_shows_the_same_again(open_page):
    opened = open_page(page(suppliers(), PACK), "node=mill&lang=zh&theme=dark&hide=s%3Arumour")
    assert opened.text("#panel h2") == "老磨坊"
    assert opened("() => document.documentElement.dataset.theme") == "dark"
    assert ("windmill", "flour") not in opened.lines().values()


def test_back_undoes(opened):
    opened.page.mouse.click(*opened.at("mill"))
    opened.page.mouse.click(*opened.at("flour"))
    opened.back()
    assert opened.text("#panel h2") == "Old Mill"


@pytest.mark.parametrize(
    "hash",
    [
        "node=<img src=x onerror=ran(1)>",
        "node=__proto__&edge=constructor&hide=c:__proto__,f:toString&sort=9999999-",
        "lang=javascript:ran(1)&theme=</style><script>ran(1)</script>&year=1e999",
        "%E0%A4%A",
        "around=99&node=nobody&to=nowhere",
        "open=%25E0%25A4%25A%20nobody%20__proto__&shut=constructor&all=<script>ran(1)</script>",
    ],
)
def test_a_hostile_address_has_no_effect(opened, hash):
    opened.go(hash)
    assert opened.shown() == {"mill", "windmill", "flour", "baker", "oven"}
    assert opened("() => document.documentElement.lang") == "en"


# ---------------------------------------------------------------- browsing


def test_only_the_neighbours_are_shown_and_laid_out_anew(opened):
    opened.go("node=oven")
    opened.page.locator("#panel button", has_text="Only this").click()
    opened.settle()
    assert opened.shown() == {"oven", "baker", "flour", "windmill", "mill"}
    assert ("mill", "windmill") not in opened.lines().values()
    assert overlaps(opened) == []
    opened.page.locator("#panel button", has_text="Only this").click()
    opened.settle()
    assert overlaps(opened) == []


def test_the_way_between_two_boxes_is_found(opened):
    opened.go("node=mill")
    opened.page.keyboard.down("Shift")
    opened.page.mouse.click(*opened.at("baker"))
    opened.page.keyboard.up("Shift")
    assert opened.text(".path") == "Old Mill → Baker: Shortest way: 2 steps"


def test_everything_can_be_reached_by_keyboard(opened):
    opened.page.locator("#stage").focus()
    opened.page.keyboard.press("ArrowDown")
    first = opened.text("#panel h2")
    opened.page.keyboard.press("ArrowRight")
    assert first in ("Old Mill", "Windmill")
    assert opened.text("#panel h2") == "flour"
    assert opened.text("#live").startswith("面粉 flour, good, ")
    opened.page.keyboard.press("Enter")
    assert opened("() => document.activeElement.id") == "panel"
    opened.page.keyboard.press("/")
    assert opened("() => document.activeElement.id") == "search"
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("Escape")
    assert opened("() => location.hash") in ("", "#")


def test_the_canvas_is_no_second_stop_of_the_tabulator(opened):
    assert opened("() => [...document.querySelectorAll('#mynetwork [tabindex]')].every(e => e.tabIndex === -1)")


def test_every_control_has_a_name(opened):
    nameless = opened(
        """() => [...document.querySelectorAll('button, input, a, summary, [role=application]')]
        .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim())).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert nameless == []


# ---------------------------------------------------------------- taking away


def saved(opened, button):
    opened.page.locator("#save summary").click()
    with opened.page.expect_download() as download:
        opened.page.locator(button).click()
    return Path(download.value.path()).read_bytes()


def test_the_picture_is_saved_as_a_drawing(opened):
    drawn = minidom.parseString(saved(opened, "#save-svg").decode("utf-8"))
    texts = {node.firstChild.data for node in drawn.getElementsByTagName("text") if node.firstChild}
    assert {"who supplies the stone oven", "Old Mill", "老磨坊", "makes"} <= texts


def test_the_picture_is_saved_as_an_image(opened):
    image = saved(opened, "#save-png")
    assert image.startswith(b"\x89PNG")
    assert len(image) > 10_000


def test_the_table_is_saved_with_its_sources(opened):
    rows = list(csv.reader(io.StringIO(saved(opened, "#save-csv").decode("utf-8-sig"))))
    assert rows[0][:4] == ["supplier", "Statement", "Rule", "Status"]
    assert rows[1][0] == "Windmill"
    assert rows[1][-1] == "http://example.org/gossip"
    assert rows[2][2:4] == ["supply through the maker of the oven", "derived, on fact"]


def test_the_data_are_saved(opened):
    assert json.loads(saved(opened, "#save-json"))["question"] == "who supplies the stone oven"


def test_the_page_can_be_printed(opened):
    assert opened.page.pdf().startswith(b"%PDF")


# ---------------------------------------------------------------- other answers, other places


def test_numbers_yes_descriptions_and_empty_answers_have_their_pages(open_page):
    said = {}
    for name, held in (("number", number()), ("yes", boolean(True)), ("unknown", boolean(None)), ("empty", empty())):
        opened = open_page(page(held, PACK))
        said[name] = opened.text("body")
        assert (opened.errors, opened.requests) == ([], [])
    assert "2\n" in said["number"]
    assert "Yes" in said["yes"]
    assert "Not documented" in said["unknown"]
    assert "Nothing is documented that fits." in said["empty"]
    assert "who supplies flour" in said["empty"]


def test_a_description_opens_with_the_thing_and_lists_its_statements(open_page):
    opened = open_page(page(description(), PACK))
    assert opened.text("#panel h2") == "Old Mill"
    assert "older than the village" in opened.text("#panel")
    assert opened.page.locator("#table tbody tr").count() == 4


def test_two_sources_that_differ_stand_side_by_side(open_page):
    opened = open_page(page(heat(), PACK), "node=oven")
    assert [part.inner_text() for part in opened.page.locator("#panel .sentence").all()] == [
        "stone oven has heat of 120 kW",
        "stone oven has heat of 90–140 kW",
    ]


def test_the_page_works_inside_the_frame_of_a_notebook(open_page):
    html = f"<!DOCTYPE html><html data-ready=true><body>{notebook(suppliers(), PACK)}</body></html>"
    opened = open_page(html)
    frame = opened.page.frame_locator("iframe")
    frame.locator("html[data-ready=true]").wait_for(state="attached")
    frame.locator("#table tbody tr button").first.click()
    assert frame.locator("#panel h2").inner_text() == "Windmill"
    assert (opened.requests, opened.errors) == ([], [])


def test_what_a_user_adds_is_shown_and_can_do_nothing(open_page):
    made = network(suppliers(), PACK)
    made.add_node("cousin", label="<b>Cousin</b>", title='<img src=x onerror="ran(1)"> href')
    made.add_node("beacon", label="", shape="image", image="https://evil.example/beacon.png")
    made.add_edge("mill", "cousin", title="<svg onload=ran(2)>", label="</script><script>ran(3)</script>")
    made.toggle_physics(False)
    opened = open_page(made.generate_html())
    opened.page.mouse.move(*opened.at("cousin"))
    opened.page.locator("div.vis-tooltip", has_text="<img src=x").wait_for()
    assert (opened.ran, opened.requests, opened.errors) == ([], [], [])


def test_a_long_answer_is_drawn_whole(open_page):
    from msgspec.structs import replace

    from kg.answer.answer import EntityCell, Row
    from tests.view.story import MILL_FLOUR

    firms = [EntityCell(f"firm-{n}", f"urn:{n}", "Firm", {"en": f"Firm {n}", "zh": f"商号{n}"}) for n in range(400)]
    statements = {
        f"s{n}": replace(MILL_FLOUR, id=f"s{n}", roles={**MILL_FLOUR.roles, "giver": firm})
        for n, firm in enumerate(firms)
    }
    rows = tuple(Row((firm,), (f"s{n}",)) for n, firm in enumerate(firms))
    opened = open_page(page(replace(suppliers(), rows=rows, statements=statements), PACK))
    assert len(opened.shown()) == 402
    assert overlaps(opened) == []
    assert opened.errors == []
