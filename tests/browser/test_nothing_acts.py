"""Nothing in the data can run, load or break: every payload in every text of the data model."""

import csv
import io
import re
from pathlib import Path
from xml.dom import minidom

import pytest
from msgspec.structs import replace

from kg.answer.answer import EntityCell, Row
from kg.view.page import page
from tests.browser.hostile import PAYLOADS, hostile
from tests.view.story import MILL_FLOUR, PACK, answer, claim, suppliers

#: Choose everything, press everything that changes the picture, hover, sort, and look for links.
USE = """async () => {
  const frame = () => new Promise((done) => setTimeout(done, 0));
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  for (const id of Object.keys(network.body.nodes)) { location.hash = 'node=' + encodeURIComponent(id); await frame(); }
  for (const id of Object.keys(network.body.edges)) { location.hash = 'edge=' + encodeURIComponent(id); await frame(); }
  document.querySelectorAll('details').forEach((part) => { part.open = true });
  const links = [...document.querySelectorAll('a[href]:not(.skip)')].map((link) => link.protocol);
  for (const id of ['language', 'theme']) { document.getElementById(id).click(); await frame(); }
  for (const button of [...document.querySelectorAll('thead button')]) { button.click(); await frame(); }
  for (let n = 0; n < document.querySelectorAll('.chip').length; n += 1) { document.querySelectorAll('.chip')[n].click(); await frame(); }
  const search = document.getElementById('search');
  search.focus(); search.value = 'e'; search.dispatchEvent(new Event('input')); await frame();
  for (const element of document.querySelectorAll('*')) {
    for (const kind of ['mouseover', 'focus', 'click']) if (!['A', 'BUTTON', 'SUMMARY'].includes(element.tagName)) element.dispatchEvent(new Event(kind));
  }
  location.hash = ''; await drawn(); await drawn();
  return { links, boxes: Object.keys(network.body.nodes).length };
}"""

#: What must not be there: an element that the page itself never makes.
STRANGERS = "() => [...document.querySelectorAll('img, iframe, object, embed, base, link, form, body style, body script:not([type])')].filter((e) => e.tagName !== 'SCRIPT' || e.textContent.length < 999).map((e) => e.outerHTML)"


def test_the_matrix_is_made_from_the_fields_and_is_large():
    _, _, places = hostile("<b>PLACE</b>")
    assert {"Answer.question", "Statement.valid_from", "Claim.confidence", "Source.url", "EntityCell.label"} <= places
    assert len(places) * len(PAYLOADS) >= 350


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_payload_in_every_text_neither_runs_nor_loads_nor_breaks(open_page, name):
    held, pack, _ = hostile(PAYLOADS[name])
    opened = open_page(page(held, pack))
    used = opened(USE)
    assert used["boxes"] >= 6
    assert opened.text("#question") not in ("", "who supplies the stone oven")
    assert set(used["links"]) <= {"http:", "https:"}
    assert opened(STRANGERS) == []
    assert (opened.ran, opened.requests, opened.errors, opened.stopped) == ([], [], [], [])


@pytest.mark.parametrize("name", ["script end", "quotes", "formula", "half a pair", "null and escape"])
def test_files_that_are_saved_from_hostile_data_are_whole_and_harmless(open_page, name):
    held, pack, _ = hostile(PAYLOADS[name])
    opened = open_page(page(held, pack))
    saved = {}
    for ending in ("svg", "csv"):
        opened.page.locator("#save summary").click()
        with opened.page.expect_download() as download:
            opened.page.locator(f"#save-{ending}").click()
        saved[ending] = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    drawn = minidom.parseString(saved["svg"])
    assert not drawn.getElementsByTagName("script")
    assert all(not re.match(r"[=+\-@\t\r]", text) for row in csv.reader(io.StringIO(saved["csv"])) for text in row)


@pytest.mark.parametrize("id", ["__proto__", "constructor", "toString", "hasOwnProperty", "", "0", " "])
def test_names_that_mean_something_to_the_script_are_names_like_any_other(open_page, id):
    strange = EntityCell(id, "urn:x", id, {"en": "Strange", "zh": "怪"})
    one = replace(MILL_FLOUR, id=id, roles={**MILL_FLOUR.roles, "giver": strange}, claims=(claim(id),))
    opened = open_page(page(answer(one, rows=(Row((strange,), (id,), id or None),)), PACK))
    opened(USE)
    assert (opened.ran, opened.errors, opened.requests) == ([], [], [])


def test_markup_that_is_forced_into_the_finished_file_stays_dead(open_page):
    forced = (
        "<script>ran('inline')</script><img src=x onerror=ran('image')><img src=https://evil.example/beacon>"
        "<iframe srcdoc=\"<script>parent.ran('frame')</script>\"></iframe><link rel=stylesheet href=https://evil.example/x.css>"
        "<a id=forced href=\"javascript:ran('link')\">link</a><body onload=ran('load')>"
    )
    opened = open_page(page(suppliers(), PACK).replace("<main>", forced + "<main>"))
    opened("() => document.getElementById('forced').click()")
    opened.settle()
    assert (opened.ran, opened.requests) == ([], [])
    assert len(opened.stopped) >= 5


def test_the_page_cannot_make_markup_from_a_string(open_page):
    opened = open_page(page(suppliers(), PACK))
    assert "TrustedHTML" in opened(
        "() => { try { document.body.innerHTML = '<b>x</b>'; return 'made' } catch (error) { return String(error) } }"
    )


def test_the_page_cannot_call_out(open_page):
    opened = open_page(page(suppliers(), PACK))
    assert opened("() => fetch('https://evil.example/').then(() => 'called', () => 'refused')") == "refused"
    assert opened.requests == []


@pytest.mark.parametrize("change", ["crlf", "mark"])
def test_a_page_that_was_copied_with_other_line_ends_or_a_mark_still_runs(tab, tmp_path, change):
    html = page(suppliers(), PACK)
    file = tmp_path / "copied.html"
    file.write_bytes((html.replace("\n", "\r\n") if change == "crlf" else "\ufeff" + html).encode())
    tab.goto(file.as_uri())
    tab.wait_for_selector("html[data-ready=true]", state="attached")
    assert tab.locator("#table tbody tr").count() == 3
