"""Saved questions are read, filled out, and answered as they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.base.diagnostics import Lang
from kg.base.errors import KgError
from kg.pack.new_pack import new_pack
from kg.session.answer import Answer
from kg.session.saved import SavedQuestion, questions_for, saved_question, saved_questions
from kg.session.session import Session

LANGUAGES: tuple[Lang, ...] = ("en", "zh")
STORY = """
about = "Who bakes for a village."
en = "who bakes bread for $village"
zh = "谁给$village烤面包"

[parameters]
village = { class = "Place", en = "Aldbrough", zh = "阿尔德布勒" }

[answers]
entities = ["mill", "baker"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bakers.toml").write_text(STORY, encoding="utf-8")
    return tmp_path


def bakers(folder: Path) -> SavedQuestion:
    return saved_question("bakers", saved_questions(folder))


def test_a_parameter_has_a_value_to_start_from(folder: Path) -> None:
    assert bakers(folder).given("zh")["village"].value == "阿尔德布勒"


def test_a_given_value_takes_its_place(folder: Path) -> None:
    assert bakers(folder).given("en", {"village": "Hornsea"})["village"].value == "Hornsea"


def test_a_parameter_is_of_the_class_that_the_file_says(folder: Path) -> None:
    assert bakers(folder).given("en")["village"].cls == "Place"


def test_an_unknown_parameter_is_refused_with_the_known_ones(folder: Path) -> None:
    with pytest.raises(KgError, match="no parameter --town; it has: --village"):
        bakers(folder).given("en", {"town": "Hornsea"})


def test_a_parameter_of_no_known_type_is_refused(folder: Path) -> None:
    (folder / "bakers.toml").write_text(STORY.replace('class = "Place"', 'type = "colour"'), encoding="utf-8")
    with pytest.raises(KgError, match="name, number or date and not 'colour'"):
        saved_questions(folder)


def test_a_pack_brings_its_own_questions(tmp_path: Path) -> None:
    new_pack(tmp_path / "office")
    assert questions_for(tmp_path / "office") == saved_questions(tmp_path / "office" / "questions")


def test_an_unknown_name_is_refused_with_the_nearest(folder: Path) -> None:
    with pytest.raises(KgError, match="nearest: bakers"):
        saved_question("baker", saved_questions(folder))


def test_a_broken_file_is_named(folder: Path) -> None:
    (folder / "broken.toml").write_text("about = ", encoding="utf-8")
    with pytest.raises(KgError, match=r"broken\.toml: not a saved question"):
        saved_questions(folder)


def test_what_it_must_answer_is_read(folder: Path) -> None:
    assert bakers(folder).answers.entities == ("baker", "mill")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("saved", saved_questions(), ids=lambda saved: saved.name)
def test_a_shipped_question_answers_as_it_says(shipped: Session, saved: SavedQuestion, lang: Lang) -> None:
    answer = shipped.ask(saved.text[lang], parameters=saved.given(lang))
    assert {name: found_in(answer, name) for name in expected(saved)} == expected(saved)


@pytest.mark.parametrize("saved", saved_questions(), ids=lambda saved: saved.name)
def test_a_shipped_question_means_the_same_in_both_languages(shipped: Session, saved: SavedQuestion) -> None:
    said = [shipped.say(saved.text[lang], "en", saved.given(lang)) for lang in LANGUAGES]
    assert said[0] == said[1]


def test_every_shipped_question_says_what_it_must_answer() -> None:
    assert [saved.name for saved in saved_questions() if not expected(saved)] == []


def expected(saved: SavedQuestion) -> dict[str, object]:
    """Return what a saved question says of its answer, without what it leaves open."""
    names = ("entities", "stated", "values", "number", "boolean")
    return {name: value for name in names if (value := getattr(saved.answers, name)) is not None}


def found_in(answer: Answer, name: str) -> object:
    """Return the same of an answer."""
    if name == "entities":
        return tuple(sorted(answer.entities))
    if name == "stated":
        return tuple(sorted({row.cells[0].id for row in answer if row.derived is None}))
    if name == "values":
        return tuple(sorted({row.cells[0].value for row in answer}))
    return getattr(answer, name)
