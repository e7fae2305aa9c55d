"""Texts in one block of bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.columns.texts import texts

SOME = st.lists(st.text(st.characters(exclude_categories=("Cs",))), unique=True).map(sorted)


@given(SOME)
def test_each_text_is_found_by_its_number(some: list[str]) -> None:
    block = texts(some)
    assert [block[number] for number in range(len(block))] == some


@given(SOME)
def test_each_number_is_found_by_its_text(some: list[str]) -> None:
    assert [texts(some).find(text) for text in some] == list(range(len(some)))


@given(SOME, st.text(st.characters(exclude_categories=("Cs",))))
def test_a_text_that_is_not_there_has_no_number(some: list[str], other: str) -> None:
    assert (texts(some).find(other) is None) == (other not in some)
