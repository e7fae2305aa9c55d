"""axe-core finds nothing wrong with the page, in any state that a reader brings it into."""

from importlib.resources import files

import pytest

from kg.view.atlas.atlas import atlas
from kg.view.page import page
from tests.view.numbers import shares
from tests.view.story import MILL_RYE, OPENED, PACK, boolean, description, heat, suppliers

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } }).then((found) =>
  found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')))"""
AROUND = {one.id: one for one in (MILL_RYE, OPENED)}
STATES = {
    "start": (suppliers, ""),
    "chosen": (suppliers, "node=mill"),
    "line chosen": (suppliers, "edge=line-0"),
    "neighbours": (suppliers, "node=oven&around=1"),
    "hidden": (suppliers, "hide=s%3Arumour"),
    "dark": (suppliers, "theme=dark"),
    "dark and chosen": (suppliers, "theme=dark&node=mill"),
    "Chinese": (suppliers, "lang=zh"),
    "sorted": (heat, "sort=0-"),
    "chart in the dark": (heat, "theme=dark"),
    "shares": (lambda: shares(("mill", 60.0, "market", 40.0, 3600), ("windmill", 0.0, "market", 40.0, 3600)), ""),
    "described": (description, ""),
    "unknown": (lambda: boolean(None), ""),
}


def violations(opened):
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    opened.page.evaluate(axe)
    return opened(RUN, RULES)


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_found_in_a_state(open_page, state):
    made, chosen = STATES[state]
    opened = open_page(page(made(), PACK, AROUND), chosen, bypass_csp=True)
    assert violations(opened) == []


def test_nothing_is_found_while_searching(open_page):
    opened = open_page(page(suppliers(), PACK), bypass_csp=True)
    opened.page.locator("#search").fill("mill")
    assert violations(opened) == []


def test_nothing_is_found_with_the_menu_and_the_keys_open(open_page):
    opened = open_page(page(suppliers(), PACK), bypass_csp=True)
    opened.page.locator("#save summary").click()
    assert violations(opened) == []
    opened.page.locator("#help").click()
    assert violations(opened) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_found_in_the_atlas(open_page, scheme):
    made = {str(path): text for path, text in atlas(description(), PACK, "en")}
    for name in ("index.html", "mill.html", "sources.html", "conflicts.html"):
        html = made[name].replace('<html lang="en">', '<html lang="en" data-ready="true">')
        assert violations(open_page(html, bypass_csp=True, color_scheme=scheme)) == [], name
