"""Tests of qualifiers: units, ranges, periods, words."""

import pytest

from kg.base.dates import read_period
from kg.query.query import Comparison, Quantity, Value
from kg.query.query import Test as Compares
from tests.reference.comparison import passes
from tests.reference.story import say, tell


def answer(qualifier: str, op: Comparison, value: Value, **qualifiers: object) -> bool:
    world = tell("acme:Firm lens:Component", say("Supply", "acme lens", **qualifiers))
    return passes(world.given[0], Compares(qualifier, op, value), world)


def test_a_missing_qualifier_fails_every_comparison() -> None:
    assert not any(answer("amount", op, Quantity(0.0)) for op in ("=", "!=", "<", "<=", ">", ">="))


def test_quantities_compare_in_the_base_unit() -> None:
    assert answer("amount", "=", Quantity(24.0, "pieces"), amount=2.0, unit="dozen")


def test_quantities_of_another_dimension_never_pass() -> None:
    assert not answer("amount", "!=", Quantity(24.0, "usd"), amount=2.0, unit="dozen")


def test_a_number_without_a_unit_never_passes_a_quantity_with_one() -> None:
    assert not answer("amount", ">", Quantity(1.0, "pieces"), amount=2.0)


def test_a_bare_number_compares_with_the_number_as_written() -> None:
    assert answer("amount", "=", Quantity(2.0), amount=2.0, unit="dozen")


@pytest.mark.parametrize(
    ("op", "value", "expected"),
    [
        (">", 4.0, True), (">", 5.0, False), (">=", 5.0, True), (">=", 6.0, False),
        ("<", 9.0, True), ("<", 8.0, False), ("<=", 8.0, True), ("<=", 7.0, False),
        ("=", 5.0, False), ("=", 8.0, False), ("!=", 6.0, False), ("!=", 9.0, True),
    ],
)  # fmt: skip
def test_a_range_passes_when_all_of_it_does(op: Comparison, value: float, expected: bool) -> None:
    assert answer("amount", op, Quantity(value, "pieces"), amount=5.0, amount_max=8.0, unit="pieces") is expected


def test_an_upper_bound_alone_is_not_the_qualifier() -> None:
    assert not answer("amount", "<", Quantity(9.0), amount_max=8.0)


@pytest.mark.parametrize(
    ("found", "op", "value", "expected"),
    [
        ("2024-03", "=", "2024", True), ("2024", "=", "2024-03", False),
        ("2024-03", "!=", "2024", False), ("2024", "!=", "2024-03", False), ("2025", "!=", "2024", True),
        ("2023-12", "<", "2024", True), ("2024-01", "<", "2024", False),
        ("2024-12", "<=", "2024", True), ("2025-01", "<=", "2024", False),
        ("2025", ">", "2024", True), ("2024-12", ">", "2024", False),
        ("2024-01", ">=", "2024", True), ("2023", ">=", "2023-02", False),
    ],
)  # fmt: skip
def test_a_partial_date_passes_when_all_its_days_do(found: str, op: Comparison, value: str, expected: bool) -> None:
    assert answer("period", op, read_period(value), period=found) is expected


def test_words_are_equal_or_not() -> None:
    assert answer("stage", "=", "volume", stage="volume")
    assert answer("stage", "!=", "sampling", stage="volume")
    assert not answer("stage", "!=", "volume", stage="volume")
