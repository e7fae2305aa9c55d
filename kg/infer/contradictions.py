"""A closure in; what in it cannot hold together, by rule and premises, out."""

from __future__ import annotations

from collections.abc import Iterator

from kg.infer.budget import Meter
from kg.infer.differ import differ
from kg.infer.explain import explain, premises
from kg.infer.relation import EMPTY, MASK, SHIFT
from kg.infer.rule import Atom, rules
from kg.infer.saturate import Closure
from kg.infer.solve import solve
from kg.infer.terms import Terms
from kg.infer.vocabulary import SAME_VALUE

#: How many contradictions of one rule are shown; all are counted.
SHOWN = 100


def contradictions(
    closure: Closure, names: frozenset[str], terms: Terms, meter: Meter
) -> Iterator[tuple[str, int, list[tuple[Atom, ...]]]]:
    """Yield each rule that is broken, how often, and the premises of the first cases."""
    for rule in rules(names):
        if not rule.heads:
            table = solve(rule, closure.relations, meter)
            if table.size:
                shown = range(min(table.size, SHOWN))
                yield rule.name, table.size, [premises(rule, table, row, closure.relations) for row in shown]
    if "dt-diff" in names:
        yield from _two_values(closure, names, terms, meter)


def _two_values(
    closure: Closure, names: frozenset[str], terms: Terms, meter: Meter
) -> Iterator[tuple[str, int, list[tuple[Atom, ...]]]]:
    """Yield dt-diff with what makes two literals one value that are surely two, each pair once."""
    pairs = ((key >> SHIFT, key & MASK) for key in closure.relations.get(SAME_VALUE, EMPTY).keys.tolist())
    found = [(one, other) for one, other in pairs if one < other and differ(terms.texts[one], terms.texts[other])]
    if found:
        shown = [explain(closure, (one, SAME_VALUE, other), names, meter) for one, other in found[:SHOWN]]
        yield "dt-diff", len(found), [each[1] for each in shown if each]
