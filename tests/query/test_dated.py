"""A period told of a figure is a test of the figure; told of a state it is its valid time."""

from __future__ import annotations

from kg.base.dates import read_period
from kg.query.dated import dated
from kg.query.query import Context, Facts, Holds, Noun, Select
from kg.query.query import Test as Condition
from tests.language.graphs import Graph

YEAR = Context(during=read_period("2024"))


def test_the_period_of_a_measure_becomes_a_test(graph: Graph) -> None:
    holds = Holds("Measure", "subject", tests=(Condition("measure", "=", "revenue"),))
    form, context = dated(Facts(Noun(names=("innolight",)), holds, ("value",)), YEAR, graph.pack)
    assert isinstance(form, Facts)
    assert Condition("as_of", "=", read_period("2024")) in form.holds.tests
    assert context == Context()


def test_the_period_of_a_supply_stays_its_valid_time(graph: Graph) -> None:
    form = Select(Noun(where=Holds("Supply", "supplier")))
    assert dated(form, YEAR, graph.pack) == (form, YEAR)


def test_without_a_period_nothing_changes(graph: Graph) -> None:
    form = Select(Noun(where=Holds("Measure", "subject")))
    assert dated(form, Context(), graph.pack) == (form, Context())
