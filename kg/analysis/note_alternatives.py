"""A statement graph and two ends -> notes on how far the chains between them depend on one another."""

from __future__ import annotations

from collections.abc import Sequence

from kg.analysis.alternatives import MOST_LINKS, find_alternatives
from kg.analysis.notes import Note, disjoint_chains, too_large_for_alternatives, unavoidable
from kg.analysis.statement_graph import StatementGraph
from kg.analysis.witness import Witness
from kg.base.terms import Iri


def note_alternatives(
    graph: StatementGraph, start: Iri, end: Iri, avoiding: Sequence[Iri], witness: Witness
) -> tuple[Note, ...]:
    """Return what all chains pass; where they pass nothing in common, how many share nothing with one another."""
    found = find_alternatives(graph.onward, start, end, avoiding)
    if found is None:
        return (too_large_for_alternatives(MOST_LINKS),)
    passed = [witness.cell(thing).label for thing in found.unavoidable]
    return (unavoidable(passed) if passed else disjoint_chains(found.disjoint),)
