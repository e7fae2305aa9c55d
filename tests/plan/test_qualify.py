"""What the tests of qualifiers let pass, asked of the story on both engines."""

import pytest

from kg.query.query import Comparison, Quantity, Select, Value
from kg.query.query import Test as QualifierTest
from tests.run.story import ask, company, holds, period, stated, supplies, thing


def measured(engine: str, qualifier: str, op: Comparison, value: Value) -> list[str]:
    return stated(
        ask(Select(thing(where=holds("Measure", "subject", tests=(QualifierTest(qualifier, op, value),)))), engine)
    )


def test_a_choice_is_told_from_others(engine: str) -> None:
    volume = supplies(tests=(QualifierTest("stage", "=", "volume"),))
    assert stated(ask(Select(company(volume)), engine)) == ["orion"]


def test_a_statement_without_the_qualifier_fails_also_what_is_not_equal(engine: str) -> None:
    other = supplies(tests=(QualifierTest("stage", "!=", "volume"),))
    assert stated(ask(Select(company(other)), engine)) == ["vega"]


def test_quantities_compare_in_the_base_unit_of_their_dimension(engine: str) -> None:
    assert measured(engine, "value", "<", Quantity(0.02, "kW")) == ["module"]
    assert measured(engine, "value", ">", Quantity(10.0, "W")) == ["module", "tower", "tower-max"]


def test_a_bare_number_compares_as_written(engine: str) -> None:
    assert measured(engine, "value", "<", Quantity(100.0)) == ["laser", "module"]


@pytest.mark.parametrize(
    ("op", "value", "passes"),
    [
        (">", 120.0, True),
        (">", 140.0, False),
        (">=", 130.0, True),
        ("<", 200.0, True),
        ("<", 150.0, False),
        ("<=", 160.0, True),
        ("=", 130.0, False),
        ("!=", 140.0, False),
        ("!=", 170.0, True),
        ("!=", 120.0, True),
    ],
)
def test_a_range_passes_when_all_of_it_does(engine: str, op: Comparison, value: float, passes: bool) -> None:
    assert ("tower-max" in measured(engine, "value", op, Quantity(value, "kW"))) is passes


@pytest.mark.parametrize(
    ("op", "text", "passes"),
    [
        ("=", "2025", ["tower-max"]),
        ("=", "2025-06-01", []),
        ("!=", "2025", ["tower"]),
        ("<", "2025", ["tower"]),
        ("<=", "2025", ["tower", "tower-max"]),
        (">", "2024", ["tower-max"]),
        (">=", "2024", ["tower", "tower-max"]),
    ],
)
def test_a_partial_date_is_the_range_of_its_days(engine: str, op: Comparison, text: str, passes: list[str]) -> None:
    assert measured(engine, "year", op, period(text)) == passes
