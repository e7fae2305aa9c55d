"""Two literals are two values only where that is known."""

from __future__ import annotations

import pytest

from kg.infer.differ import differ

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('"Ann"', '"Bob"'),
        ('"Ann"@en', '"Ann"@de'),
        ('"Ann"@en', '"Ann"'),
        (f'"30"^^<{XSD}integer>', f'"31"^^<{XSD}int>'),
        (f'"30"^^<{XSD}integer>', '"30"'),
        (f'"true"^^<{XSD}boolean>', f'"0"^^<{XSD}boolean>'),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    assert differ(one.encode(), other.encode())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('"Ann"', f'"Ann"^^<{XSD}string>'),
        ('"Ann"@en', '"Ann"@EN'),
        (f'"30"^^<{XSD}integer>', f'"30.0"^^<{XSD}decimal>'),
        (f'"true"^^<{XSD}boolean>', f'"1"^^<{XSD}boolean>'),
        (f'"thirty"^^<{XSD}integer>', f'"30"^^<{XSD}integer>'),
        (f'"2024-01-01"^^<{XSD}date>', f'"2024-01-02"^^<{XSD}date>'),
    ],
)
def test_these_are_one_or_may_be(one: str, other: str) -> None:
    assert not differ(one.encode(), other.encode())
