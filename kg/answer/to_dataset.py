"""An answer -> an rdflib Dataset of its subgraph; what rules derive is in a graph of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.answer.answer import Answer
from kg.answer.quads import quads
from kg.base.iris import DERIVED_GRAPH, KG, PROV, SKOS
from kg.base.terms import Iri, Term, Text
from kg.pack.pack import Pack

if TYPE_CHECKING:
    from rdflib import Dataset, Literal, URIRef


def to_dataset(answer: Answer, pack: Pack) -> Dataset:
    """Return the things, statements, claims and sources of an answer in the layout of the store."""
    from rdflib import Dataset, URIRef

    dataset = Dataset()
    for prefix, namespace in ((pack.id, pack.namespace), ("kg", KG), ("skos", SKOS), ("prov", PROV)):
        dataset.bind(prefix, namespace)
    derived = dataset.graph(URIRef(DERIVED_GRAPH))
    for subject, predicate, value, is_derived in quads(answer, pack):
        graph = derived if is_derived else dataset.default_graph
        graph.add((URIRef(subject), URIRef(predicate), _node(value)))
    return dataset


def _node(value: Term) -> URIRef | Literal:
    from rdflib import Literal, URIRef

    match value:
        case Iri():
            return URIRef(value)
        case Text(text, lang):
            return Literal(text, lang=lang)
        case _:
            return Literal(value)
