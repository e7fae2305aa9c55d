"""Parts of the tree are equal when they say the same, wherever they stand."""

from kg.base.spans import Span
from kg.language.syntax import Amount, Phrase, Together, Word


def test_where_a_part_stands_takes_no_part_in_equality() -> None:
    assert Word("chips", (), span=Span(0, 5)) == Word("chips", (), span=Span(9, 14))


def test_parts_that_stand_elsewhere_are_not_unequal_either() -> None:
    unequal = Word("chips", (), span=Span(0, 5)) != Word("chips", (), span=Span(9, 14))
    assert not unequal


def test_where_a_part_stands_takes_no_part_in_its_hash() -> None:
    assert len({Amount("=", 4, span=Span(0, 1)), Amount("=", 4, span=Span(5, 6))}) == 1


def test_what_is_said_takes_part_in_equality() -> None:
    assert Amount("=", 4) != Amount(">", 4)


def test_parts_within_parts_are_compared_in_the_same_way() -> None:
    one, other = (Together("and", (Phrase(span=Span(place, place + 2)),)) for place in (0, 7))
    assert one == other


def test_parts_of_different_kinds_are_never_equal() -> None:
    assert Phrase() != Word("", ())
