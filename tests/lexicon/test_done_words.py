"""What was done when a figure says."""

from __future__ import annotations

import pytest

from kg.lexicon.done_words import done_words
from kg.pack.pack import Choice, Words


@pytest.mark.parametrize(
    ("name", "word"),
    [("release year", "released"), ("birth year", "born"), ("built", "built"), ("opened year", "opened"),
     ("acquisition date", "acquired"), ("hired in", "hired")],
)  # fmt: skip
def test_a_year_is_told_by_what_was_done_then(name: str, word: str) -> None:
    assert list(done_words(Choice("c", {"en": Words(name)}))) == [word]


@pytest.mark.parametrize("name", ["length", "running time", "leaf count", "year"])
def test_a_figure_that_is_no_year_tells_of_nothing_done(name: str) -> None:
    assert list(done_words(Choice("c", {"en": Words(name)}))) == []
