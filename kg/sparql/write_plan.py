"""A plan -> the SPARQL of each of its steps, by name, for those who want to read or reuse it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.plan.pattern import Select
from kg.plan.plan import AnalysisPlan, Closure, DescribePlan, Plan, Preparation, SearchPlan, Stride, TablePlan
from kg.sparql.write import write


def write_plan(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Return (step, SPARQL) in the order in which the steps are run; of a step of the analysis, what it is about.

    What a closure reaches is computed between two steps: its pairs are left open in the text.
    """
    return tuple((name, write(select, plan.prefixes)) for name, select in _steps(plan))


def _steps(plan: Plan) -> Iterator[tuple[str, Select]]:
    match plan:
        case SearchPlan():
            yield from _search_steps(plan)
        case TablePlan():
            yield from _prepared(plan.preparations)
            yield "main", plan.match.select
        case DescribePlan():
            yield "literals", plan.literals
            for number, match in enumerate(plan.matches, 1):
                yield f"statements {number}", match.select
        case AnalysisPlan():
            yield from _prepared(plan.preparations)
            if plan.subject is not None:
                yield "subject", plan.subject


def _prepared(preparations: Iterable[Preparation]) -> Iterator[tuple[str, Select]]:
    for number, preparation in enumerate(preparations):
        match preparation:
            case Closure(edges=edges, ends=ends):
                yield f"links {number}", edges
                if ends is not None:
                    yield f"ends {number}", ends
            case Stride(lost=lost) if lost is not None:
                yield f"lost {number}", lost


def _search_steps(plan: SearchPlan) -> Iterator[tuple[str, Select]]:
    yield from _prepared(plan.preparations)
    for number, match in enumerate(plan.matches, 1):
        yield ("main" if number == 1 else f"evidence {number}"), match.select
    if plan.derived is not None:
        yield "derived", plan.derived.select
    for number, left_out in enumerate(plan.omitted, 1):
        yield f"derived, left out {number}", left_out.derived.select
        yield f"stated, in place of {number}", left_out.stated.select
    for contrary in plan.contrary:
        yield f"contrary, {contrary.kind}", contrary.match.select
    if plan.coverage is not None:
        yield "asked", plan.coverage.asked
        yield "documented", plan.coverage.documented
