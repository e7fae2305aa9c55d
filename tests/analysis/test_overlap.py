"""What several things have in common, as a matrix."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.answer.answer import Answer, Coverage, EntityCell, ValueCell
from kg.query.query import Context, Holds, Overlap, Query
from tests.analysis.asking import TODAY, ask, said
from tests.analysis.test_trace import CONTEXTS
from tests.property.worlds import worlds
from tests.reference.evaluate import evaluate
from tests.reference.story import say, tell
from tests.reference.world import World

TRADE = tell(
    "a:Firm b:Firm c:Firm d:Firm x:Firm y:Firm lens:Component",
    say("Supply", "x lens a"),
    say("Supply", "x lens b", claims="paper=rumour"),
    say("Supply", "y lens a"),
    say("Supply", "y lens b"),
    say("Supply", "y lens c"),
    say("Alliance", "a x"),
    say("Alliance", "x b"),
)
SUPPLIERS = Overlap(("a", "b", "c"), Holds("Supply", "customer"), "supplier")


def matrix(answer: Answer) -> list[tuple[str | float | None, ...]]:
    """Return the cells: ids and numbers."""
    return [tuple(plain(cell) for cell in row.cells) for row in answer.rows]


def plain(cell: object) -> str | float | None:
    match cell:
        case EntityCell():
            return cell.id
        case ValueCell(value):
            return float(str(value))
        case _:
            return None


def test_a_cell_counts_what_two_things_share_and_the_diagonal_all() -> None:
    assert matrix(ask(SUPPLIERS, TRADE)) == [("a", 2, 2, 1), ("b", 2, 2, 1), ("c", 1, 1, 1)]


def test_a_row_rests_on_the_statements_of_what_is_shared() -> None:
    answer = ask(Overlap(("a", "c"), Holds("Supply", "customer"), "supplier"), TRADE)
    assert [answer.statements[key].roles["supplier"].id for key in answer.rows[0].statements] == ["y"]


def test_what_all_share_is_named() -> None:
    assert "of all 3: y" in said(ask(SUPPLIERS, TRADE))


def test_things_without_anything_documented_have_empty_cells_and_are_named() -> None:
    answer = ask(Overlap(("a", "d"), Holds("Supply", "customer"), "supplier"), TRADE)
    assert matrix(answer) == [("a", 2, None), ("d", None, None)]
    assert "No supplier is documented for d" in said(answer)
    assert answer.coverage == Coverage(2, 1, "Supply")


def test_a_symmetric_statement_is_read_from_the_side_of_the_thing() -> None:
    answer = ask(Overlap(("a", "b"), Holds("Alliance", "one"), "other"), TRADE)
    assert matrix(answer) == [("a", 1, 1), ("b", 1, 1)]


@settings(max_examples=150, deadline=None)
@given(worlds(), CONTEXTS, st.data())
def test_matrices_are_those_of_the_reference(world: World, context: Context, data: st.DataObject) -> None:
    frame, role, counted = data.draw(
        st.sampled_from(
            (("Supply", "customer", "supplier"), ("Supply", "supplier", "item"), ("Alliance", "one", "other"))
        )
    )
    firms = st.sampled_from(sorted(key for key, thing in world.things.items() if thing.cls == "Firm"))
    form = Overlap(tuple(data.draw(st.lists(firms, min_size=2, max_size=3, unique=True))), Holds(frame, role), counted)
    expected = [row.cells for row in evaluate(Query(form, context), world, TODAY).rows]
    assert matrix(ask(form, world, context)) == expected


@pytest.mark.parametrize(
    "question", ["overlap of the suppliers of NVIDIA, AMD and Google", "英伟达、AMD和谷歌的供应商重叠"]
)
def test_cloud_and_chip_companies_share_a_foundry(shipped: Callable[[str], Answer], question: str) -> None:
    assert "TSMC" in said(shipped(question))
