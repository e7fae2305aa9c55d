"""An answer -> the part of the graph that it speaks of: the things, and the statements between them."""

from __future__ import annotations

from msgspec import Struct

from kg.answer.answer import Answer, EntityCell, Statement


class Subgraph(Struct, frozen=True):
    """``nodes`` are the answer's own things first, in the order of its rows; ``asked`` are the ids of those."""

    nodes: tuple[EntityCell, ...]
    statements: tuple[Statement, ...]
    asked: tuple[str, ...]


def subgraph(answer: Answer) -> Subgraph:
    """Return the things of the first column, whatever fills a role of a statement, and the statements.

    Sources are not things of the graph: of the answer that lists them the statements are left.
    """
    first = (row.cells[0] for row in answer.rows if row.cells)
    asked = {cell.id: cell for cell in first if isinstance(cell, EntityCell) and cell.cls != "Source"}
    fillers = {cell.id: cell for statement in answer.statements.values() for cell in statement.roles.values()}
    nodes = {**asked, **{id: cell for id, cell in fillers.items() if id not in asked}}
    return Subgraph(tuple(nodes.values()), tuple(answer.statements.values()), tuple(asked))
