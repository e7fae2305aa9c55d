"""A plan -> the SPARQL of each of its steps, by name, for those who want to read or reuse it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.plan.pattern import Select
from kg.plan.plan import DescribePlan, Plan, SearchPlan, TablePlan
from kg.sparql.write import write


def write_plan(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Return (step, SPARQL) in the order in which the steps are run; nothing for steps of the analysis.

    What a closure reaches is computed between two steps: its pairs are left open in the text.
    """
    prefixes = plan.prefixes if isinstance(plan, SearchPlan | DescribePlan | TablePlan) else ()
    return tuple((name, write(select, prefixes)) for name, select in _steps(plan))


def _steps(plan: Plan) -> Iterator[tuple[str, Select]]:
    match plan:
        case SearchPlan():
            yield from _search_steps(plan)
        case TablePlan():
            yield "main", plan.match.select
        case DescribePlan():
            yield "literals", plan.literals
            for number, match in enumerate(plan.matches, 1):
                yield f"statements {number}", match.select
        case _:
            return


def _search_steps(plan: SearchPlan) -> Iterator[tuple[str, Select]]:
    for number, closure in enumerate(plan.closures):
        yield f"links {number}", closure.edges
        if closure.ends is not None:
            yield f"ends {number}", closure.ends
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
