"""An answer -> its subgraph as Turtle text."""

from __future__ import annotations

from kg.answer.answer import Answer
from kg.answer.to_graph import to_graph
from kg.pack.pack import Pack


def to_turtle(answer: Answer, pack: Pack) -> str:
    """Return Turtle, the same bytes for the same answer; a derived statement is told by its ``kg:rule``."""
    return str(to_graph(answer, pack).serialize(format="longturtle"))
