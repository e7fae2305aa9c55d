"""Steps between things and two ends -> how many chains share nothing in between, and what all chains pass."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.analysis.statement_graph import Onward
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


def find_alternatives(onward: Onward, start: Iri, end: Iri, avoiding: Collection[Iri] = ()) -> Alternatives | None:
    """Return the alternatives; None when the graph is too large. ``end`` must be within reach of ``start``."""
    graph = links_between(onward, start, end, avoiding)
    if graph is None:
        return None
    if end not in graph:
        return Alternatives(0, ())
    from networkx.algorithms.connectivity import local_node_connectivity

    return Alternatives(int(local_node_connectivity(graph, start, end)), unavoidable(graph, start, end))


def links_between(onward: Onward, start: Iri, end: Iri, avoiding: Collection[Iri] = ()) -> nx.DiGraph[Iri] | None:
    """Return the part of the graph that lies on walks from one end to the other; without the ends when there is none.

    None when it has more than ``MOST_LINKS`` steps.
    """
    if isinstance(onward, Mapping):
        graph = _within(onward, start, end, avoiding)
        return graph if graph.number_of_edges() <= MOST_LINKS else None
    links = onward.between(start, end, avoiding, MOST_LINKS)
    if links is None:
        return None
    import networkx as nx

    return nx.DiGraph(links)


def _within(onward: Mapping[Iri, Sequence[Iri]], start: Iri, end: Iri, avoiding: Collection[Iri]) -> nx.DiGraph[Iri]:
    import networkx as nx

    gone = {*avoiding} - {start}
    graph: nx.DiGraph[Iri] = nx.DiGraph(
        (one, other) for one in onward if one not in gone for other in onward[one] if other not in gone
    )
    if start not in graph or end not in graph:
        return nx.DiGraph()
    between = (nx.descendants(graph, start) | {start}) & (nx.ancestors(graph, end) | {end})
    return graph.subgraph(between).copy() if {start, end} <= between else nx.DiGraph()


def unavoidable(graph: nx.DiGraph[Iri], start: Iri, end: Iri) -> tuple[Iri, ...]:
    """Return what every chain passes, in order: the dominators of the end, which must be within reach."""
    import networkx as nx

    dominators = nx.immediate_dominators(graph, start)
    found: list[Iri] = []
    here = dominators[end]
    while here != start:
        found.insert(0, here)
        here = dominators[here]
    return tuple(found)
