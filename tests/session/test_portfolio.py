"""A file of holdings: what several of them depend on, at which tier, on whose word; and what is wrong with the file."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.answer.answer import EntityCell, ValueCell
from kg.session.answer import Answer
from kg.session.session import Session


@pytest.fixture(scope="module")
def shipped() -> Session:
    return kg.open()


def held(folder: Path, text: str) -> Path:
    path = folder / "held.csv"
    path.write_text(text, encoding="utf-8")
    return path


def tiers(answer: Answer) -> dict[str, list[object]]:
    """By company, at which tier it stands upstream of each holding."""
    return {
        row.cells[0].id: [cell.value if isinstance(cell, ValueCell) else None for cell in row.cells[4:]]
        for row in answer.rows
        if isinstance(row.cells[0], EntityCell)
    }


def test_a_company_upstream_of_two_holdings_is_listed_with_its_tiers(shipped: Session, tmp_path: Path) -> None:
    found = shipped.portfolio(held(tmp_path, "name\nInnolight\nEoptolink\n"), tiers=1)
    assert tiers(found)["tfc"] == [1, 1]


def test_the_tiers_are_those_of_the_question_in_words(shipped: Session, tmp_path: Path) -> None:
    found = tiers(shipped.portfolio(held(tmp_path, "name\nInnolight\nNVIDIA\n"), tiers=2, shared=1))
    for place, name in enumerate(("Innolight", "NVIDIA")):
        for tier in (1, 2):
            asked = shipped.ask(f"tier {tier} suppliers of {name}").entities
            assert {id for id, at in found.items() if at[place] == tier} == {*asked}


def test_weights_are_put_together_over_all_that_is_held(shipped: Session, tmp_path: Path) -> None:
    found = shipped.portfolio(held(tmp_path, "名称,权重\n中际旭创,30%\n300502.SZ,30\nINNOLIGHT,20\nTFC,20\n"), tiers=1)
    weight = next(row.cells[2] for row in found.rows if row.cells[0].id == "tfc")  # type: ignore[union-attr]
    assert weight == ValueCell(80.0, "percent")


def test_without_weights_their_cells_are_empty(shipped: Session, tmp_path: Path) -> None:
    found = shipped.portfolio(held(tmp_path, "name\nInnolight\nEoptolink\n"))
    assert {row.cells[2] for row in found.rows} == {None}


def test_each_row_has_the_statements_of_the_whole_way(shipped: Session, tmp_path: Path) -> None:
    found = shipped.portfolio(held(tmp_path, "name\nInnolight\nNVIDIA\n"), tiers=2)
    row = next(row for row in found.rows if row.cells[3] == ValueCell(2))
    things = {cell.id for id in row.statements for cell in found.statements[id].roles.values()}
    assert {row.cells[0].id, "nvidia"} <= things  # type: ignore[union-attr]


def test_a_holding_of_which_nothing_is_documented_is_named(shipped: Session, tmp_path: Path) -> None:
    notes = shipped.portfolio(held(tmp_path, "name\nInnolight\nTFC\n")).notes
    assert any("TFC Optical Communication" in note["en"] and "does not mean" in note["en"] for note in notes)


def test_all_that_is_wrong_with_a_file_is_told_at_once(shipped: Session, tmp_path: Path) -> None:
    with pytest.raises(kg.PackError) as caught:
        shipped.portfolio(held(tmp_path, "name,weight\nInolight,1\nSamsung,abc\nCoherent Corp.,-4\n"))
    assert [(d.line, d.code) for d in caught.value.diagnostics] == [(2, "P041"), (3, "P042"), (3, "P017"), (4, "P017")]


def test_a_file_without_a_column_of_names_says_which_it_has(shipped: Session, tmp_path: Path) -> None:
    with pytest.raises(kg.PackError) as caught:
        shipped.portfolio(held(tmp_path, "holding,weight\nInnolight,1\n"))
    assert [d.code for d in caught.value.diagnostics] == ["P006"]


def test_a_missing_file_is_told(shipped: Session, tmp_path: Path) -> None:
    with pytest.raises(kg.PackError, match="no file"):
        shipped.portfolio(tmp_path / "none.csv")
