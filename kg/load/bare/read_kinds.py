"""A graph in; the classes whose things are statements (a supply flow, a membership, an observation), as declared, out.

A class that is said in words is a kind of statement, its properties are the roles:
``org:Membership kg:nouns ( [ kg:text "CEO of {organization}"@en ; kg:asks "member" ; kg:fixes ( org:role :CEO ) ] )``.
A class of figures names what they are about, and, where they have one, their period:
``qb:Observation kg:subject :observedEnterprise ; kg:period :accountingYear``.
"""

from __future__ import annotations

from msgspec import Struct

from kg.base.iris import KG
from kg.base.terms import Iri
from kg.load.bare.graph import Graph
from kg.load.bare.read_readings import read_fixed
from kg.load.bare.read_vocabulary import Vocabulary


class Kind(Struct, frozen=True):
    """A class whose things are statements.

    ``links``    the properties that lead from them to things: the roles. ``choices`` those of which a reading fixes
    the value, with the values. ``subject``  of figures, the property that leads to what they are about; ``period``
    the one that dates them, ``figures`` those with the numbers.
    """

    cls: Iri
    nodes: tuple[Iri, ...]
    links: tuple[Iri, ...]
    choices: tuple[tuple[Iri, tuple[Iri, ...]], ...] = ()
    subject: Iri | None = None
    period: Iri | None = None
    figures: tuple[Iri, ...] = ()


def read_kinds(graph: Graph, vocabulary: Vocabulary) -> tuple[Kind, ...]:
    """Return the declared kinds of statement, in the order of their classes."""
    said = {KG + name for name in ("readings", "nouns", "subject")}
    classes = sorted(c for c in vocabulary.parents if any(graph.values(c, predicate) for predicate in said))
    return tuple(_kind(cls, graph, vocabulary) for cls in classes)


def _kind(cls: Iri, graph: Graph, vocabulary: Vocabulary) -> Kind:
    nodes = tuple(node for node, classes in graph.types().items() if cls in classes)
    own = set(nodes)
    used = [p for p in vocabulary.properties.values() if own & graph.by_predicate.get(p.iri, {}).keys()]
    fixed: dict[Iri, dict[Iri, None]] = {}
    for link, value in read_fixed(graph, cls):
        fixed.setdefault(link, {})[value] = None
    subject, period = _one(graph, cls, "subject"), _one(graph, cls, "period")
    figures = tuple(p.iri for p in used if p.numbers and not p.units and p.iri != period) if subject else ()
    links = tuple(p.iri for p in used if p.links)
    choices = tuple((link, tuple(values)) for link, values in fixed.items())
    return Kind(cls, nodes, links, choices, subject, period, figures)


def _one(graph: Graph, cls: Iri, what: str) -> Iri | None:
    return next(iter(graph.iris(cls, KG + what)), None)
