"""A query that SPARQL cannot answer, and a witness -> the answer: the one door to the analyses."""

from __future__ import annotations

from kg.analysis.compare import compare
from kg.analysis.multiply import multiply
from kg.analysis.relate import relate
from kg.analysis.trace import trace
from kg.analysis.witness import Witness
from kg.answer.answer import Answer
from kg.query.query import Compare, Need, Paths, Query


def analyse(query: Query, witness: Witness, answer: Answer) -> Answer:
    """Return the answer to Paths, Need or Compare; raise BudgetError when not even the statements could be read."""
    match query.form:
        case Paths(along="supply"):
            return trace(query, witness, answer)
        case Paths():
            return relate(query, witness, answer)
        case Need():
            return multiply(query, witness, answer)
        case Compare():
            return compare(query, witness, answer)
        case form:
            raise AssertionError(f"{type(form).__name__} is not answered by an analysis")
