"""A form of paths and the steps between things -> the chains that the form asks for."""

from __future__ import annotations

from kg.analysis.find_chains import Chains, find_chains
from kg.analysis.find_disjoint import find_disjoint
from kg.analysis.statement_graph import StatementGraph
from kg.analysis.witness import Witness
from kg.base.terms import Iri
from kg.query.query import Paths


def seek_chains(form: Paths, graph: StatementGraph, witness: Witness) -> Chains[Iri]:
    """Return all of some length, the k shortest, or those that share nothing in between."""
    start, end = witness.pack.iri(form.start), witness.pack.iri(form.end)
    avoiding = tuple(map(witness.pack.iri, form.avoiding))
    if form.disjoint:
        return find_disjoint(graph.onward, start, end, avoiding=avoiding)
    return find_chains(
        graph.onward,
        start,
        end,
        within=form.within,
        shortest=form.shortest,
        through=tuple(map(witness.pack.iri, form.through)),
        avoiding=avoiding,
        out_of_time=lambda: witness.left <= 0,
    )
