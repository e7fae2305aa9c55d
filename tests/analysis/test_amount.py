"""What a chain of counts comes to."""

from __future__ import annotations

from kg.analysis.amount import amount_of, plain
from kg.analysis.part_count import PartCount
from kg.base.terms import Iri
from kg.pack.pack import Unit

GB, DOZEN = Unit("GB", {}, "data", 1e9), Unit("dozen", {}, "count", 12.0)


def count(quantity: float | None, unit: Unit | None = None) -> PartCount:
    return PartCount(Iri("whole"), Iri("part"), quantity, unit, (), ())


def test_counts_multiply() -> None:
    assert amount_of([count(18.0), count(4.0)]) == 72.0


def test_a_count_in_dozens_multiplies_by_twelve() -> None:
    assert amount_of([count(2.0, DOZEN), count(4.0)]) == 96.0


def test_the_last_count_keeps_its_unit() -> None:
    assert amount_of([count(8.0), count(192.0, GB)]) == 1536.0


def test_a_measure_on_the_way_multiplies_nothing() -> None:
    assert amount_of([count(192.0, GB), count(8.0)]) is None


def test_an_unknown_count_leaves_the_amount_unknown() -> None:
    assert amount_of([count(None), count(8.0)]) is None


def test_a_whole_number_is_written_without_a_fraction() -> None:
    assert (str(plain(720.0)), str(plain(0.1 + 0.2))) == ("720", "0.3")
