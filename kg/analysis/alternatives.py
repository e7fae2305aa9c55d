"""Steps between things and two ends -> how many chains share nothing in between, and what all chains pass."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.base.terms import Iri

if TYPE_CHECKING:
    import networkx as nx

#: In larger graphs the alternatives are not counted: each one is a search through all of it.
MOST_LINKS = 50_000


class Alternatives(Struct, frozen=True):
    """``disjoint``: the largest number of chains that share nothing in between (Menger's theorem).

    ``unavoidable``: what every chain of any length passes, from the start to the end (dominators).
    """

    disjoint: int
    unavoidable: tuple[Iri, ...]


def find_alternatives(
    onward: Mapping[Iri, Sequence[Iri]], start: Iri, end: Iri, avoiding: Collection[Iri] = ()
) -> Alternatives | None:
    """Return the alternatives; None when the graph is too large. ``end`` must be within reach of ``start``."""
    import networkx as nx
    from networkx.algorithms.connectivity import local_node_connectivity

    links = [(one, other) for one in onward for other in onward[one] if not {one, other} & {*avoiding}]
    graph: nx.DiGraph[Iri] = nx.DiGraph(links)
    if start not in graph or end not in graph:
        return Alternatives(0, ())
    between = (nx.descendants(graph, start) | {start}) & (nx.ancestors(graph, end) | {end})
    graph = graph.subgraph(between).copy()
    if end not in graph or start not in graph:
        return Alternatives(0, ())
    if graph.number_of_edges() > MOST_LINKS:
        return None
    return Alternatives(int(local_node_connectivity(graph, start, end)), _unavoidable(graph, start, end))


def _unavoidable(graph: nx.DiGraph[Iri], start: Iri, end: Iri) -> tuple[Iri, ...]:
    import networkx as nx

    dominators = nx.immediate_dominators(graph, start)
    found: list[Iri] = []
    here = dominators[end]
    while here != start:
        found.insert(0, here)
        here = dominators[here]
    return tuple(found)
