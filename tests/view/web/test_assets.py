import hashlib
from importlib.resources import files

import pytest

from kg.view.web.assets import SCRIPTS, page_script, page_style, vis_script

BUNDLED = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"


def test_the_bundled_vis_network_is_the_one_that_was_looked_at():
    script = files("pyvis").joinpath("templates/lib/vis-9.1.2/vis-network.min.js").read_bytes()
    assert hashlib.sha256(script).hexdigest() == BUNDLED


def test_the_licence_of_vis_network_stays_with_it():
    assert "vis.js is dual licensed under both" in vis_script()[:1000]


def test_no_script_sends_a_debugger_to_another_file():
    assert "sourceMappingURL" not in vis_script() + page_script()


@pytest.mark.parametrize("script", [vis_script, page_script, page_style])
def test_nothing_ends_its_element_early(script):
    assert not {mark for mark in ("</script", "</style", "<!--", "\r") if mark in script().lower()}


def test_every_part_of_the_script_is_used():
    folder = files("kg.view.web").joinpath("scripts")
    assert sorted(file.name for file in folder.iterdir()) == sorted(f"{part}.js" for part in SCRIPTS)


@pytest.mark.parametrize(
    "word", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest"]
)
def test_the_page_has_no_way_to_make_markup_or_to_call_out(word):
    assert word not in page_script()


def test_the_style_names_no_other_file():
    assert "url(" not in page_style() and "@import" not in page_style()
