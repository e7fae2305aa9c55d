"""Inferred triples in; those that do not contradict what the data say, out."""

from __future__ import annotations

from collections.abc import Iterable

from kg.base.iris import OWL, RDFS, TYPE
from kg.base.terms import Iri
from kg.load.bare.graph import Graph
from kg.load.bare.read_vocabulary import THING
from kg.store.parse import Quad

_INTERSECTION = OWL + "intersectionOf"


def plausible(inferred: Iterable[Quad], graph: Graph) -> tuple[Quad, ...]:
    """Leave out that a thing is of a class which has nothing in common with the classes that the data give it.

    Where a stage has a size, and the ontology says that an input has one, the stage is no input: domains are written
    for what mostly holds. A thing that the data give no class may be of any.
    """
    types = graph.types()
    above: dict[Iri, frozenset[Iri]] = {}

    def all_above(cls: Iri) -> frozenset[Iri]:
        if cls not in above:
            reached = {cls}
            queue = [cls]
            for current in queue:
                fresh = [parent for parent in _parents(current, graph) if parent not in reached]
                reached.update(fresh)
                queue.extend(fresh)
            above[cls] = frozenset(reached - {THING})
        return above[cls]

    def keeps(quad: Quad) -> bool:
        subject, predicate, cls, _ = quad
        if predicate != TYPE or not isinstance(cls, Iri):
            return True
        stated = types.get(Iri(subject), [])
        return not stated or cls == THING or any(all_above(cls) & all_above(one) for one in stated)

    return tuple(quad for quad in inferred if keeps(quad))


def _parents(cls: Iri, graph: Graph) -> list[Iri]:
    """Return what a class is below: its superclasses, and the classes of which it is defined as the intersection."""
    heads = list(graph.values(cls, _INTERSECTION))
    heads += [
        head for same in graph.values(cls, OWL + "equivalentClass") for head in graph.values(str(same), _INTERSECTION)
    ]
    return [*graph.iris(cls, RDFS + "subClassOf"), *(member for head in heads for member in graph.members(head))]
