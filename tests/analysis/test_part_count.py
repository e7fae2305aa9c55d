"""Which units count things, and which measure them."""

from __future__ import annotations

import pytest

from kg.analysis.part_count import is_count
from kg.pack.pack import Unit


@pytest.mark.parametrize("unit", [Unit("GPUs", {}, "GPUs", 1.0), Unit("dozen", {}, "count", 12.0)])
def test_a_dimension_of_its_own_or_of_counts_counts(unit: Unit) -> None:
    assert is_count(unit)


@pytest.mark.parametrize("unit", [Unit("GB", {}, "data", 1e9), Unit("m", {}, "length", 1.0)])
def test_a_measured_dimension_does_not_count(unit: Unit) -> None:
    assert not is_count(unit)
