"""Words are told apart for a terminal to colour."""

from __future__ import annotations

import pytest

from kg.session.session import Session


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("who", "word"),
        ("supplies", "verb"),
        ("HBM", "name"),
        ("companies", "noun"),
        ("2024", "number"),
        ("xyzzy", "unknown"),
    ],
)
def test_a_word_has_its_role(shipped: Session, word: str, role: str) -> None:
    text = "who supplies HBM to companies in 2024 xyzzy"
    assert {span.of(text): found for span, found in shipped.highlight(text)}[word] == role
