"""Steps between things and two ends -> the largest set of chains that share nothing in between, as short as can be."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from kg.analysis.alternatives import MOST_LINKS, links_between
from kg.analysis.find_chains import Chains
from kg.analysis.statement_graph import Onward
from kg.base.terms import Iri

if TYPE_CHECKING:
    import networkx as nx

#: A thing on its way in and on its way out: one chain at most passes from the one to the other.
_Side = tuple[Iri, str]


def find_disjoint(onward: Onward, start: Iri, end: Iri, *, avoiding: Collection[Iri] = ()) -> Chains[Iri]:
    """Return the chains, shorter ones first, then by the things; of all largest sets one with fewest steps in all.

    It is a flow of one unit a chain, as many as fit and at the lowest cost, a step costing one. Between several such
    sets the order of the things decides, so that the same graph gives the same chains.
    """
    import networkx as nx

    if start == end or end in avoiding:
        return Chains(())
    graph = links_between(onward, start, end, avoiding)
    if graph is None:
        return Chains((), f"size: not looked for among more than {MOST_LINKS:,} steps between things")
    if end not in graph:
        return Chains(())
    flow = nx.max_flow_min_cost(_halved(graph, start, end), (start, "out"), (end, "in"))
    return Chains(tuple(sorted(_chains(flow, start, end), key=lambda chain: (len(chain), chain))))


def _halved(graph: nx.DiGraph[Iri], start: Iri, end: Iri) -> nx.DiGraph[_Side]:
    """Return the graph with each thing in two halves, so that the step between them can be taken once."""
    import networkx as nx

    halved: nx.DiGraph[_Side] = nx.DiGraph()
    for thing in sorted(graph):
        if thing not in (start, end):
            halved.add_edge((thing, "in"), (thing, "out"), capacity=1, weight=0)
    for one, other in sorted(graph.edges):
        if one != end and other != start:
            halved.add_edge((one, "out"), (other, "in"), capacity=1, weight=1)
    return halved


def _chains(flow: Mapping[_Side, Mapping[_Side, int]], start: Iri, end: Iri) -> list[tuple[Iri, ...]]:
    """Return the chains that a flow consists of."""
    onto: dict[Iri, list[Iri]] = {}
    for (one, side), targets in flow.items():
        if side == "out":
            onto[one] = [other for (other, _), units in targets.items() if units]
    chains: list[tuple[Iri, ...]] = []
    for first in onto[start]:
        chain = [start, first]
        while chain[-1] != end:
            chain.append(onto[chain[-1]][0])
        chains.append(tuple(chain))
    return chains
