"""A query that SPARQL cannot answer, and a witness -> the answer: the one door to the analyses."""

from __future__ import annotations

from kg.analysis.about import About
from kg.analysis.break_down import break_down
from kg.analysis.compare import compare
from kg.analysis.concentrate import concentrate
from kg.analysis.cut_off import cut_off
from kg.analysis.expose import expose
from kg.analysis.list_statements import list_statements
from kg.analysis.multiply import multiply
from kg.analysis.overlap import overlap
from kg.analysis.pass_through import pass_through
from kg.analysis.relate import relate
from kg.analysis.trace import trace
from kg.analysis.witness import Witness
from kg.answer.answer import Answer
from kg.query.query import (
    Breakdown,
    Compare,
    Concentration,
    Cut,
    Exposure,
    Need,
    Overlap,
    Passed,
    Paths,
    Query,
    Statements,
)


def analyse(query: Query, witness: Witness, answer: Answer, about: About | None = None) -> Answer:
    """Return the answer to a form of ``Analysis``; raise BudgetError when not even the statements could be read.

    ``about``: what the form speaks of, when it has a noun.
    """
    about = about or About()
    match query.form:
        case Paths(along="supply"):
            return trace(query, witness, answer)
        case Paths():
            return relate(query, witness, answer)
        case Passed():
            return pass_through(query, witness, answer)
        case Need():
            return multiply(query, witness, answer)
        case Compare():
            return compare(query, witness, answer)
        case Breakdown():
            return break_down(query, witness, answer, about.things or ())
        case Cut():
            return cut_off(query, witness, answer)
        case Concentration():
            return concentrate(query, witness, answer, about)
        case Statements():
            return list_statements(query, witness, answer, about)
        case Overlap():
            return overlap(query, witness, answer, about)
        case Exposure():
            return expose(query, witness, answer)
        case form:
            raise AssertionError(f"{type(form).__name__} is not answered by an analysis")
