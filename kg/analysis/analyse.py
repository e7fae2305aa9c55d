"""A query that SPARQL cannot answer, and a witness -> the answer: the one door to the analyses.

Each analysis is imported when it is asked for: most questions need none.
"""

from __future__ import annotations

from kg.analysis.about import About
from kg.analysis.witness import Witness
from kg.answer.answer import Answer
from kg.query.query import (
    Breakdown,
    Changes,
    Compare,
    Concentration,
    Conflicts,
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
            from kg.analysis.trace import trace

            return trace(query, witness, answer)
        case Paths():
            from kg.analysis.relate import relate

            return relate(query, witness, answer)
        case Passed():
            from kg.analysis.pass_through import pass_through

            return pass_through(query, witness, answer)
        case Need():
            from kg.analysis.multiply import multiply

            return multiply(query, witness, answer)
        case Compare():
            from kg.analysis.compare import compare

            return compare(query, witness, answer)
        case Breakdown():
            from kg.analysis.break_down import break_down

            return break_down(query, witness, answer, about.things or ())
        case Cut():
            from kg.analysis.cut_off import cut_off

            return cut_off(query, witness, answer)
        case Concentration():
            from kg.analysis.concentrate import concentrate

            return concentrate(query, witness, answer, about)
        case Statements():
            from kg.analysis.list_statements import list_statements

            return list_statements(query, witness, answer, about)
        case Overlap():
            from kg.analysis.overlap import overlap

            return overlap(query, witness, answer, about)
        case Changes():
            from kg.analysis.list_changes import list_changes

            return list_changes(query, witness, answer, about)
        case Conflicts():
            from kg.analysis.contradict import contradict

            return contradict(query, witness, answer, about)
        case Exposure():
            from kg.analysis.expose import expose

            return expose(query, witness, answer)
        case form:
            raise AssertionError(f"{type(form).__name__} is not answered by an analysis")
