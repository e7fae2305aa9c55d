"""Spellings that differ by case, width, script or separators fold to the same key, with their places kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.fold import fold, is_han, squeeze

SIMPLIFIED = {"臺": "台", "積": "积", "電": "电"}


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("GB300-NVL72", "gb300nvl72"),
        ("gb300 nvl72", "gb300nvl72"),
        ("ＧＢ３００　ＮＶＬ７２", "gb300nvl72"),
        ("GB300‑NVL72", "gb300nvl72"),
        ("臺積電", "台积电"),
        ("台 积 电", "台积电"),
        ("1.6T", "1.6t"),
        ("ﬁbre", "fibre"),
        ("a\u200bb", "ab"),
        ("don't", "dont"),
        ("don’t", "dont"),
        ("", ""),
    ],
)
def test_a_spelling_squeezes_to_its_key(spelling: str, key: str) -> None:
    assert squeeze(spelling, SIMPLIFIED) == key


@pytest.mark.parametrize("spelling", ["NVIDIA's", "NVIDIA’s", "NVIDIA‘s", "NVIDIA`s"])
def test_a_possessive_leaves_one_mark(spelling: str) -> None:
    assert squeeze(spelling, {}) == "nvidia'"


def test_a_plural_possessive_keeps_its_s() -> None:
    assert squeeze("suppliers' parts", {}) == "suppliers'parts"


def test_every_folded_character_knows_its_place() -> None:
    folded = fold("GB 300", {})
    assert [("GB 300"[start:end]) for start, end in zip(folded.starts, folded.ends, strict=True)] == list("GB300")


def test_a_ligature_gives_two_characters_at_one_place() -> None:
    folded = fold("ﬁ", {})
    assert (folded.chars, folded.starts) == ("fi", (0, 0))


def test_a_word_may_begin_where_a_separator_was() -> None:
    assert 2 in fold("in pod", {}).breaks


def test_a_word_may_not_begin_inside_a_latin_word() -> None:
    assert 1 not in fold("pod", {}).breaks


def test_a_word_may_begin_at_any_chinese_character() -> None:
    assert fold("光模块", {}).breaks == {0, 1, 2, 3}


def test_a_word_may_begin_where_the_script_changes() -> None:
    assert 3 in fold("NVL集群", {}).breaks


@pytest.mark.parametrize(("char", "han"), [("光", True), ("A", False), ("，", False), ("の", False), ("𠀀", True)])
def test_chinese_characters_are_told_from_others(char: str, han: bool) -> None:
    assert is_han(char) is han


@given(st.text(max_size=40))
def test_places_never_go_back(text: str) -> None:
    folded = fold(text, SIMPLIFIED)
    assert list(folded.starts) == sorted(folded.starts)


@given(st.text(max_size=40))
def test_every_place_lies_in_the_text(text: str) -> None:
    folded = fold(text, SIMPLIFIED)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert len(folded.chars) == len(folded.starts) == len(folded.ends)


@given(st.text(alphabet="abcABC 光模块-'ＡＢ臺", max_size=20))
def test_folding_a_key_again_changes_nothing_but_possessives(text: str) -> None:
    key = squeeze(text, SIMPLIFIED).replace("'", "")
    assert squeeze(key, SIMPLIFIED) == key


@pytest.mark.parametrize(
    "text", ["GB300-NVL72", "ＧＢ３００", "臺積電 ⅷ", "NVIDIA's 800G", "ﬁ\u200b㍿", "a’s b`c", "İ·ß"]
)
def test_squeezing_gives_the_folded_characters(text: str) -> None:
    assert squeeze(text, {"臺": "台"}) == fold(text, {"臺": "台"}).chars
