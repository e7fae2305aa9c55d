import re

import pytest
from msgspec.structs import replace

from kg.base.errors import KgError
from kg.view import page as page_module
from kg.view.page import network, notebook, page, picture, save_page
from tests.view import story
from tests.view.story import PACK, boolean, description, empty, heat, number, suppliers

ANSWERS = {
    "rows": suppliers,
    "values": heat,
    "number": number,
    "boolean": lambda lang="en": boolean(True, lang),
    "description": description,
    "empty": empty,
}


@pytest.mark.parametrize("kind", ANSWERS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_kind_of_answer_has_its_page(kind, lang):
    assert page(ANSWERS[kind](lang=lang), PACK).startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("kind", ["rows", "values", "number", "boolean", "description"])
def test_every_kind_of_answer_with_evidence_has_its_picture(kind):
    assert network(ANSWERS[kind](), PACK).nodes


def test_a_page_is_one_document_with_a_policy_a_title_and_a_language():
    html = page(suppliers(), PACK)
    assert re.search(r'<html lang="en">', html)
    assert re.search(r'http-equiv="Content-Security-Policy" content="default-src', html)
    assert "<title>who supplies the stone oven</title>" in html


def test_a_page_names_no_address_but_those_of_its_data():
    html = page(suppliers(), PACK)
    ours = re.sub(r"<script>/\*\*.*?</script>", "", html, count=1, flags=re.DOTALL)
    assert set(re.findall(r"https?://[\w./-]+", ours)) <= {
        "https://example.org/gazette",
        "http://example.org/gossip",
        "http://www.w3.org/2000/svg",
        *(f"{story.NAMESPACE}{id}" for id in story.PACK.things),
    }


def test_a_page_saved_is_the_page(tmp_path):
    save_page(suppliers(), PACK, tmp_path / "answer.html")
    assert (tmp_path / "answer.html").read_text(encoding="utf-8") == page(suppliers(), PACK)


def test_a_page_in_a_notebook_is_shut_off():
    assert notebook(suppliers(), PACK).startswith("<iframe sandbox=")


def test_a_picture_that_is_too_large_is_left_out(monkeypatch):
    monkeypatch.setattr(page_module, "MOST_BOXES", 3)
    made = network(suppliers(), PACK)
    assert (made.nodes, made.page["undrawn"]) == ([], 5)


def test_the_question_is_text_in_the_title():
    html = page(replace(suppliers(), question="</title><script>1</script>"), PACK)
    assert "<title>&lt;/title&gt;&lt;script&gt;1&lt;/script&gt;</title>" in html


def test_the_picture_alone_is_svg_in_the_language_of_the_question():
    assert picture(suppliers("zh"), PACK).startswith("<svg")
    assert "老磨坊" in picture(suppliers("zh"), PACK)


def test_a_picture_alone_that_is_too_large_says_what_holds_it_all(monkeypatch):
    monkeypatch.setattr(page_module, "MOST_BOXES", 3)
    with pytest.raises(KgError, match=r"\.graphml hold them all"):
        picture(suppliers(), PACK)


def test_surroundings_that_are_too_many_to_draw_leave_the_answer_drawn(monkeypatch):
    monkeypatch.setattr(page_module, "MOST_BOXES", 5)
    assert len(network(suppliers(), PACK, {story.OPENED.id: story.OPENED}).nodes) == 5


def test_surroundings_are_marked_and_do_not_count():
    made = network(suppliers(), PACK, {story.OPENED.id: story.OPENED})
    assert made.page["counts"] == network(suppliers(), PACK).page["counts"]
    assert [key for key, one in made.page["statements"].items() if one.get("far")] == ["o1"]
    assert [node["id"] for node in made.nodes if node["kg"].get("far")] == ["cafe"]
