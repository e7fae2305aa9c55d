"""The rows of chains of counts."""

from __future__ import annotations

from kg.query.query import Need
from tests.analysis.asking import ask
from tests.reference.story import say, tell

RACK = tell(
    "rack:Machine tray:Machine gpu:Component",
    say("Part", "rack tray", quantity=18.0),
    say("Part", "tray gpu", quantity=4.0),
    say("Part", "rack gpu", quantity=72.0),
)


def test_all_rows_are_as_wide_as_the_columns() -> None:
    answer = ask(Need("rack", "gpu"), RACK)
    assert {len(row.cells) for row in answer.rows} == {len(answer.columns)} == {6}


def test_columns_are_named_after_the_roles_and_the_quantity_of_the_frame() -> None:
    names = [column.name["en"] for column in ask(Need("rack", "gpu"), RACK).columns]
    assert names == ["whole", "quantity", "part", "quantity", "part", "amount"]


def test_the_amount_of_a_shorter_chain_stands_in_the_last_column() -> None:
    assert getattr(ask(Need("rack", "gpu"), RACK).rows[0].cells[-1], "value", None) == 72
