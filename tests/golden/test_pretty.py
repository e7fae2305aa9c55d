"""The text of typed values in golden files."""

from kg.base.dates import read_period
from kg.query.query import Context, Count, Fill, Holds, Noun, Query
from tests.golden.pretty import pretty


def test_defaults_are_left_out() -> None:
    assert pretty(Query(Count(Noun("Firm")))) == "Query(form=Count(noun=Noun(cls='Firm')))"


def test_periods_are_written_as_dates() -> None:
    assert pretty(Context(as_of=read_period("2024-Q1"))) == "Context(as_of=Period(2024-Q1))"


def test_long_values_take_a_line_a_part() -> None:
    where = Holds("Supply", "supplier", (Fill("item", Noun(names=("lens",))), Fill("customer", Noun(names=("acme",)))))
    assert pretty(Count(Noun("Firm", where=where))).splitlines() == [
        "Count(",
        "    noun=Noun(",
        "        cls='Firm',",
        "        where=Holds(",
        "            frame='Supply',",
        "            role='supplier',",
        "            fills=[",
        "                Fill(role='item', noun=Noun(names=['lens'])),",
        "                Fill(role='customer', noun=Noun(names=['acme'])),",
        "            ],",
        "        ),",
        "    ),",
        ")",
    ]


def test_mappings_keep_their_order() -> None:
    assert pretty({"b": 1, "a": (2.0, None)}) == "{'b': 1, 'a': [2.0, None]}"
