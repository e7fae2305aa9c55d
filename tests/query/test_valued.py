"""A list of things with a value of each: what is not known is left open, and no thing is left out."""

from __future__ import annotations

from kg.answer.answer import EntityCell
from tests.language.graphs import Graph


def test_every_thing_that_is_asked_about_has_a_row(graph: Graph) -> None:
    listed = graph.ask("NVIDIA's suppliers and, if known, their share")
    plain = graph.ask("suppliers of NVIDIA")
    stated = {
        cell.id for row in plain.rows if row.derived is None for cell in row.cells if isinstance(cell, EntityCell)
    }
    assert {cell.id for row in listed.rows for cell in row.cells[:1] if isinstance(cell, EntityCell)} == stated


def test_an_unknown_value_is_open_and_not_nought(graph: Graph) -> None:
    listed = graph.ask("NVIDIA's suppliers and, if known, their share")
    open_rows = [row for row in listed.rows if row.cells[2] is None]
    assert open_rows
    assert all(cell is None for row in open_rows for cell in row.cells[1:])


def test_a_thing_without_a_value_shows_the_statement_that_it_is_listed_for(graph: Graph) -> None:
    listed = graph.ask("NVIDIA's suppliers and, if known, their share")
    assert all(row.statements for row in listed.rows)
