"""Numbers that data write with a unit behind them."""

from __future__ import annotations

import pytest

from kg.base.iris import XSD
from kg.base.terms import Iri
from kg.load.bare.quantity import quantity, units_of
from kg.store.parse import Literal


def text(value: str) -> Literal:
    return Literal(value, Iri(XSD + "string"))


def test_texts_of_one_unit_are_figures() -> None:
    assert units_of(map(text, ["117 min", "94 min"])) == ("min",)


def test_units_of_one_dimension_compare_in_its_base_unit() -> None:
    assert units_of(map(text, ["120 m", "1.2 km", "80 m"])) == ("m", "km")
    found = quantity(text("1.2 km"), with_unit=True)
    assert found is not None
    assert found.base == 1200


@pytest.mark.parametrize(
    "values", [["117 min", "long"], ["3 kg", "4 m"], ["5 Avenue"], ["2 in 3", "1 in 4"], ["007 min"], ["1999-05-01"]]
)
def test_other_texts_stay_texts(values: list[str]) -> None:
    assert units_of(map(text, values)) == ()


def test_thousands_may_be_set_apart() -> None:
    found = quantity(text("1,250 kg"), with_unit=True)
    assert found is not None
    assert found.number == 1250
