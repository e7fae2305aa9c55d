"""Things side by side."""

from __future__ import annotations

from collections.abc import Callable

from kg.answer.answer import Answer, EntityCell
from kg.query.query import Compare, Context, Form
from tests.analysis.asking import ask, said
from tests.reference.story import say, tell

TOWN = tell(
    "acme:Firm beta:Firm carl:Firm dora:Firm lens:Component norland:Land",
    say("Supply", "acme lens carl"),
    say("Supply", "beta lens carl", claims="paper=rumour"),
    say("Supply", "acme lens dora"),
    say("Supply", "beta - acme"),
    say("Alliance", "beta acme"),
    say("In", "acme norland"),
)
Cells = tuple[str | None, ...]


def rows(answer: Answer) -> dict[str, list[Cells]]:
    """Return the cells of each aspect, by the aspect's id."""
    found: dict[str, list[Cells]] = {}
    for row in answer.rows:
        aspect = row.cells[0]
        assert isinstance(aspect, EntityCell)
        found.setdefault(aspect.id, []).append(tuple(getattr(cell, "id", None) for cell in row.cells[1:]))
    return found


def compared(context: Context | None = None) -> dict[str, list[Cells]]:
    return rows(ask(Compare(("acme", "beta")), TOWN, context))


def test_each_thing_has_a_column() -> None:
    assert [column.name["en"] for column in ask(Compare(("acme", "beta")), TOWN).columns] == ["aspect", "acme", "beta"]


def test_the_class_comes_first() -> None:
    assert next(iter(compared().items())) == ("class", [("Firm", "Firm")])


def test_what_both_have_stands_in_one_row_and_first() -> None:
    assert compared()["Supply.supplier.customer"] == [("carl", "carl"), (None, "acme"), ("dora", None)]


def test_the_other_end_of_a_statement_is_another_aspect() -> None:
    assert compared()["Supply.customer.supplier"] == [("beta", None)]


def test_a_symmetric_statement_makes_one_aspect() -> None:
    assert compared()["Alliance.one.other"] == [(None, "acme"), ("beta", None)]


def test_plain_triples_are_told_too() -> None:
    assert compared()["In.thing.land"] == [("norland", None)]


def test_a_context_leaves_statements_out() -> None:
    assert compared(Context(statuses=("fact",)))["Supply.supplier.customer"][1] == ("carl", None)


def test_a_row_rests_on_the_statements_of_its_cells() -> None:
    answer = ask(Compare(("acme", "beta")), TOWN)
    both = next(row for row in answer.rows if getattr(row.cells[1], "id", "") == "carl")
    assert {answer.statements[key].roles["supplier"].id for key in both.statements} == {"acme", "beta"}


def test_rows_of_several_things_are_counted() -> None:
    assert "3 rows are true of both" in said(ask(Compare(("acme", "beta")), TOWN))


def test_a_limit_is_said() -> None:
    assert str(ask(Compare(("acme", "beta")), TOWN, limit=2).truncated).startswith("limit: the first 2 of")


def test_many_fillers_of_one_aspect_are_cut_and_counted() -> None:
    firms = " ".join(f"f{number}:Firm" for number in range(30))
    world = tell(f"acme:Firm beta:Firm lens:Component {firms}", *(say("Supply", f"acme lens f{n}") for n in range(30)))
    assert ask(Compare(("acme", "beta")), world).truncated == "rows: 5 of aspects with more than 25 are not shown"


def test_numbers_of_another_time_or_scope_are_not_side_by_side(shipped: Callable[[Form], Answer]) -> None:
    answer = shipped(Compare(("innolight", "eoptolink")))
    measured = [row for row in answer.rows if getattr(row.cells[0], "id", "").startswith("Measure.")]
    told = [[answer.statements[key].qualifiers for key in row.statements] for row in measured]
    assert len(told) > 20
    assert all(len({(one.get("scope"), one.get("as_of")) for one in of_row}) == 1 for of_row in told)


def test_innolight_and_eoptolink_share_customers_and_a_country(shipped: Callable[[str], Answer]) -> None:
    found = rows(shipped("对比中际旭创和新易盛"))
    assert ("nvidia", "nvidia") in found["Supply.supplier.customer"]
    assert found["InCountry.resident.country"] == [("CN", "CN")]
