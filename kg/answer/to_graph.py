"""An answer -> one rdflib Graph of its subgraph, stated and derived statements together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.answer.answer import Answer
from kg.answer.to_dataset import to_dataset
from kg.pack.pack import Pack

if TYPE_CHECKING:
    from rdflib import Graph


def to_graph(answer: Answer, pack: Pack) -> Graph:
    """Return everything in one graph; a derived statement is told by its ``kg:rule``."""
    from rdflib import Graph

    dataset = to_dataset(answer, pack)
    graph = Graph()
    for prefix, namespace in dataset.namespaces():
        graph.bind(prefix, namespace)
    for subject, predicate, value, _ in dataset.quads():
        graph.add((subject, predicate, value))
    return graph
