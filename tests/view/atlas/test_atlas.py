import re
from html import unescape
from html.parser import HTMLParser

import pytest

from kg.answer.answer import Row
from kg.view.atlas.atlas import atlas
from tests.browser.hostile import PAYLOADS, hostile
from tests.view.story import EARNED, HEAT, MILL_FLOUR, MILL_RYE, OPENED, PACK, RIVALS, answer, cell, claim, statement

DIFFERS = statement("s9", "Size", {"subject": "oven"}, claim(), measure="heat", value=80.0, unit="kW", scope="at noon")


def village(lang="en"):
    things = ("mill", "windmill", "flour", "rye", "baker", "cafe", "oven")
    return answer(
        MILL_FLOUR,
        MILL_RYE,
        RIVALS,
        EARNED,
        OPENED,
        HEAT,
        DIFFERS,
        lang=lang,
        kind="description",
        rows=tuple(Row((cell(id), None, None)) for id in things),
    )


def pages(lang="en"):
    return {str(path): text for path, text in atlas(village(lang), PACK, lang)}


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []
        self.tags = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.found += [value for key, value in attrs if key in ("href", "src")]


def read(text):
    parser = Links()
    parser.feed(text)
    return parser


def test_every_thing_has_a_page_that_the_start_page_leads_to():
    made = pages()
    linked = {link for link in read(made["index.html"]).found if link.endswith(".html")}
    assert linked == made.keys() - {"index.html"}


def test_no_link_leads_nowhere():
    made = pages()
    inside = {link for text in made.values() for link in read(text).found if not link.startswith(("http", "#"))}
    assert inside <= made.keys()


def test_the_start_page_counts_and_sorts_by_class():
    text = pages()["index.html"]
    assert re.search(r"<b>7</b>\s*things", text)
    assert re.search(r"<b>1</b>\s*places where sources differ", text)
    assert "flour" in text


def test_a_page_has_picture_statements_and_sources():
    text = pages()["mill.html"]
    assert "<svg" in text
    assert "Old Mill supplies flour to Baker" in text
    assert 'href="https://example.org/gazette"' in text


def test_a_page_in_chinese_is_in_chinese():
    assert '<html lang="zh-Hans">' in (text := pages("zh")["mill.html"])
    assert "<h1>老磨坊</h1>" in text


def test_numbers_that_differ_stand_on_the_page_of_conflicts():
    text = pages()["conflicts.html"]
    assert "120 kW" in text
    assert "80 kW" in text


def test_sources_are_listed_with_how_often_they_are_cited():
    assert [int(n) for n in re.findall(r"cited (\d+) times", pages()["sources.html"])] == [7, 1]


@pytest.mark.parametrize("name", PAYLOADS)
def test_nothing_in_the_data_becomes_an_element_or_loads(name):
    held, pack, _ = hostile(PAYLOADS[name])
    for _, text in atlas(held, pack, "en"):
        found = read(text)
        assert found.tags.isdisjoint({"script", "img", "iframe", "object", "base", "link", "form"})
        assert all(re.match(r"https?://|#|[a-z0-9-]+\.html$", link) for link in found.found)
        assert "default-src 'none'" in unescape(text)
