"""The language knows questions, not optical modules: a bakery's pack is asked in both languages by its own readings."""

from __future__ import annotations

import pytest

from tests.language.graphs import bakery

PAIRS = (
    ("which mills deliver flour to Corner Bakery", "哪些磨坊给街角面包房供应面粉"),
    ("what does Water Mill deliver to Hill Bakery", "水磨坊给山坡面包房供应什么"),
    ("how many mills deliver flour", "多少磨坊供应面粉"),
    ("does Water Mill deliver sugar to Corner Bakery", "水磨坊给街角面包房供应糖吗"),
    ("which mills deliver flour, excluding rumours", "哪些磨坊供应面粉,不含传闻"),
    ("which mills deliver sugar to Corner Bakery or Hill Bakery", "哪些磨坊给街角面包房或山坡面包房供应糖"),
    ("which mills deliver flour but not sugar", "供应面粉但不供应糖的磨坊"),
    ("describe rye flour", "介绍黑麦面粉"),
    ("which ingredients does Water Mill deliver", "水磨坊供应哪些配料"),
)
ANSWERS = (
    ("which mills deliver flour to Corner Bakery", ("stone-mill", "water-mill")),
    ("who delivers rye flour", ("stone-mill",)),
    ("水磨坊给谁供应糖", ("corner-bakery", "hill-bakery")),
    ("which ingredients does Water Mill deliver", ("flour", "sugar")),
    ("which mills deliver flour but not sugar", ("stone-mill", "wind-mill")),
)
#: Frames without readings of their own.
WITHOUT_READINGS = (
    "what contains flour",
    "what does honey cake contain",
    "which bakery is in Upper Town",
    "honey cake的成分",
)


@pytest.mark.parametrize(("english", "chinese"), PAIRS)
def test_the_english_and_the_chinese_sentence_give_the_same_query(english: str, chinese: str) -> None:
    assert bakery().read(english) == bakery().read(chinese)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("english", [pair[0] for pair in PAIRS])
def test_the_canonical_sentence_reads_back(english: str, lang: str) -> None:
    query = bakery().read(english)
    assert bakery().read(bakery().say(query, "en" if lang == "en" else "zh")) == query


@pytest.mark.parametrize(("question", "ids"), ANSWERS)
def test_the_bakery_answers(question: str, ids: tuple[str, ...]) -> None:
    assert tuple(sorted(bakery().ask(question).entities)) == ids


def test_who_asks_for_the_mill_of_a_delivery() -> None:
    assert bakery().read("who delivers flour") == bakery().read("which mills deliver flour")


def test_an_ambiguous_name_of_the_bakery_is_offered() -> None:
    choices = bakery().refuse("describe Stone").diagnostics[0].suggestions
    assert [choice.text for choice in choices] == ["Stone [stone-mill]", "Stone [water-mill]"]


def test_words_of_the_shipped_pack_are_unknown_to_the_bakery() -> None:
    assert bakery().refuse("who supplies optical modules").diagnostics[0].code == "N001"


@pytest.mark.xfail(reason="a role that no reading of the language holds cannot be said yet", strict=True)
@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("水磨坊给谁供应糖", "en"),
        ("水磨坊给谁供应糖", "zh"),
        ("who delivers sugar for honey cake", "zh"),
    ],
)
def test_nothing_said_is_lost_in_the_canonical_sentence(question: str, lang: str) -> None:
    query = bakery().read(question)
    assert bakery().read(bakery().say(query, "en" if lang == "en" else "zh")) == query


@pytest.mark.parametrize("question", WITHOUT_READINGS)
def test_a_frame_without_readings_is_asked_by_its_label(question: str) -> None:
    bakery().read(question)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_frame_without_readings_is_said_by_its_label(lang: str) -> None:
    query = bakery().read("upper businesses")
    assert bakery().read(bakery().say(query, "en" if lang == "en" else "zh")) == query
