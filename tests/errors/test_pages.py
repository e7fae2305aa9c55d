"""Every code has a page: its message and remedy, and an example that gives it, drawn as a user sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.base.codes import CODES
from kg.base.diagnostics import Diagnostic, diagnostic
from kg.base.errors import QuestionError
from kg.query.define import define
from kg.query.read_parameters import read_parameters
from kg.view.errors import render_error
from tests.errors.pages import Example, codes, examples, page, redraw
from tests.language.graphs import Graph
from tests.load.kitchen import BAKERY, Kitchen

LANGUAGES = ("en", "zh")


def mistake(example: Example, code: str, graph: Graph, tmp_path: Path) -> tuple[Diagnostic, str]:
    """Make the mistake of an example; return what is found, and how it is drawn."""
    match example.kind:
        case "ask":
            error = graph.refuse(example.body)
            return error.diagnostics[0], _tidy(render_error(error, 100, color=False))
        case "given" | "define":
            error = _refused(example, graph)
            return error.diagnostics[0], _tidy(render_error(error, 100, color=False))
        case "values":
            values = dict(line.split(" = ", 1) for line in example.body.splitlines())
            found = diagnostic(code, **values)
            return found, _told(found, "")
        case _:
            found = _spoilt(example, Kitchen(Path(shutil.copytree(BAKERY, tmp_path / "bakery"))))
            return found, _told(found, f"{found.file}:{found.line}: " if found.line else f"{found.file}: ")


def _refused(example: Example, graph: Graph) -> QuestionError:
    """Return the error of definitions, or of a question whose parameters stand on the lines below it."""
    question, *lines = example.body.splitlines()
    try:
        if example.kind == "define":
            define(example.body.splitlines(), graph.pack, graph.lexicon)
        else:
            read_parameters(question, dict(line.split(" = ", 1) for line in lines), graph.pack, graph.lexicon)
    except QuestionError as error:
        return error
    raise AssertionError(f"{example.body!r} was read")


def _spoilt(example: Example, kitchen: Kitchen) -> Diagnostic:
    if example.kind == "append":
        kitchen.append(example.file, example.body)
    else:
        old, new = example.body.split("\n=>")
        kitchen.spoil(example.file, old, new.removeprefix("\n"))
    return kitchen.check()[0]


def _told(found: Diagnostic, place: str) -> str:
    lines = [f"{place}{found.code} {found.message(lang)}\n{found.remedy(lang)}" for lang in LANGUAGES]
    return "\n".join(lines) + "\n"


def _tidy(drawn: str) -> str:
    return "\n".join(line.rstrip() for line in drawn.rstrip().splitlines()) + "\n"


def test_every_code_has_its_page_and_every_page_its_code() -> None:
    assert codes() == sorted(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_page_tells_message_and_remedy_in_both_languages(code: str) -> None:
    text = page(code).read_text(encoding="utf-8")
    told = CODES[code]
    assert [part for part in (told.en, told.zh, told.remedy_en, told.remedy_zh) if part not in text] == []


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_examples_of_a_page_give_its_code_and_are_drawn_below(
    code: str, graph: Graph, tmp_path: Path, redraw_pages: bool
) -> None:
    found = [mistake(example, code, graph, tmp_path / str(number)) for number, example in enumerate(examples(code))]
    assert found
    assert {one.code for one, _ in found} == {code}
    if redraw_pages:
        redraw(code, [drawn for _, drawn in found])
    assert [example.drawn for example in examples(code)] == [drawn for _, drawn in found]


@pytest.mark.parametrize("code", [code for code in sorted(CODES) if code[0] in "NMD" and code != "M003"])
def test_a_page_of_questions_has_one_in_each_language(code: str, graph: Graph) -> None:
    asked = [graph.refuse(example.body) for example in examples(code) if example.kind == "ask"]
    asked += [_refused(example, graph) for example in examples(code) if example.kind in ("given", "define")]
    assert {error.lang for error in asked} == set(LANGUAGES)


@pytest.mark.parametrize("code", [code for code in sorted(CODES) if code[0] in "QNMD"])
def test_the_drawing_marks_its_place_with_a_caret(code: str) -> None:
    drawings = [example.drawn for example in examples(code) if example.kind in ("ask", "given", "define")]
    assert all("^" in drawn for drawn in drawings)


def test_the_caret_stands_under_wide_characters(graph: Graph) -> None:
    """“英维达” begins behind two Chinese characters: four columns, and two of the margin."""
    error = graph.refuse("谁给英维达供应光模块")
    lines = render_error(error, 100, color=False).splitlines()
    assert lines[2] == "      ^^^^^^"


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_diagnostic_names_its_page(code: str) -> None:
    assert Path(diagnostic(code).page).name == page(code).name


def test_an_error_of_a_question_is_drawn_with_all_its_mistakes(graph: Graph) -> None:
    error = graph.refuse("who supplies gizmos to Acmecorp")
    assert isinstance(error, QuestionError)
    assert render_error(error, 100, color=False).count("N001") == 2
