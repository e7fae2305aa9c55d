"""A graph in; its classes and properties, declared or only used, with what is said of them, out."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from kg.base.iris import KG, OWL, RDF, RDFS, SKOS
from kg.base.terms import Iri
from kg.load.bare.graph import Graph
from kg.load.bare.quantity import number, units_of
from kg.load.bare.read_names import ALIAS, NAMING
from kg.store.parse import Literal

#: Vocabularies that describe vocabularies: their terms are no words of a domain.
_META = (RDF, RDFS, OWL, KG, "http://www.w3.org/ns/shacl#", "http://purl.org/vocab/vann/")
THING = Iri(OWL + "Thing")
_CLASSES = (OWL + "Class", RDFS + "Class", OWL + "DeprecatedClass")
_PROPERTIES = (
    OWL + "ObjectProperty", OWL + "DatatypeProperty", RDF + "Property", OWL + "FunctionalProperty",
    OWL + "InverseFunctionalProperty", OWL + "TransitiveProperty", OWL + "SymmetricProperty",
)  # fmt: skip
#: Said of anything, and of interest to nobody who asks.
_ASIDE = frozenset(
    [RDFS + "comment", RDFS + "seeAlso", RDFS + "isDefinedBy", SKOS + "definition", SKOS + "note", SKOS + "scopeNote",
     SKOS + "example", SKOS + "changeNote", SKOS + "editorialNote", SKOS + "inScheme", SKOS + "topConceptOf",
     SKOS + "hasTopConcept", OWL + "sameAs", OWL + "versionInfo", OWL + "imports"]
)  # fmt: skip


class Property(Struct, frozen=True):
    """A property: what it is said to lead from and to, and how it is used.

    ``numbers``  every value is a number, or a text that is one ("1998"). ``texts``  it has literals for values.
    ``units``    every value is a number with a unit behind it ("117 min"): the units, the usual one first.
    ``links``    it has things for values, or is declared to have.
    """

    iri: Iri
    domains: tuple[Iri, ...] = ()
    ranges: tuple[Iri, ...] = ()
    transitive: bool = False
    symmetric: bool = False
    links: bool = False
    texts: bool = False
    numbers: bool = False
    units: tuple[str, ...] = ()


class Vocabulary(Struct, frozen=True):
    """The classes, each with its direct superclasses, and the properties, in the order of their IRIs."""

    parents: Mapping[Iri, tuple[Iri, ...]]
    properties: Mapping[Iri, Property]


def read_vocabulary(graph: Graph) -> Vocabulary:
    """Return the vocabulary of a graph: what it declares, and what it uses without declaring it."""
    types = graph.types()
    classes = {iri for iri, found in types.items() if any(cls in _CLASSES for cls in found)}
    declared = {iri for iri, found in types.items() if any(cls in _PROPERTIES for cls in found)}
    for one, other in graph.pairs(RDFS + "subClassOf"):
        classes |= {one, *([other] if isinstance(other, Iri) else ())}
    for subject, found in types.items():
        if subject not in classes and subject not in declared:
            classes.update(found)
    classes = {iri for iri in classes if not is_meta(iri) and not is_made(iri)}
    properties = declared | set(graph.by_predicate)
    properties = {p for p in properties if not is_meta(p) and p not in _ASIDE and not _names(p)}
    return Vocabulary(
        {iri: _parents(graph, iri, classes) for iri in sorted(classes)},
        {iri: _property(graph, iri, types.get(iri, [])) for iri in sorted(properties)},
    )


def is_meta(iri: str) -> bool:
    """Tell whether an IRI is of a vocabulary that describes vocabularies."""
    return iri.startswith(_META)


def _names(iri: str) -> bool:
    """Whether a property only names its subject; a title says more than that, and an alias can be asked for."""
    return iri in NAMING and iri.startswith((RDFS, SKOS)) and iri != ALIAS


def is_made(iri: str) -> bool:
    """Tell whether an IRI stands for a blank node (an anonymous class)."""
    return iri.startswith("urn:kg:node:")


def _parents(graph: Graph, iri: Iri, classes: set[Iri]) -> tuple[Iri, ...]:
    above = graph.iris(iri, RDFS + "subClassOf")
    for predicate in (OWL + "intersectionOf", OWL + "equivalentClass"):
        for head in graph.values(iri, predicate):
            listed = graph.members(head)
            above += listed or [
                m for inner in graph.values(str(head), OWL + "intersectionOf") for m in graph.members(inner)
            ]
    return tuple(dict.fromkeys(cls for cls in above if cls in classes and cls != iri))


def _property(graph: Graph, iri: Iri, types: list[Iri]) -> Property:
    values = [value for found in graph.by_predicate.get(iri, {}).values() for value in found]
    literals = [value for value in values if isinstance(value, Literal)]
    ranges = tuple(graph.iris(iri, RDFS + "range"))
    units = units_of(literals)
    datatype = OWL + "DatatypeProperty" in types or any(is_datatype(cls) for cls in ranges)
    return Property(
        iri,
        domains=tuple(cls for cls in graph.iris(iri, RDFS + "domain") if not is_made(cls)),
        ranges=tuple(cls for cls in ranges if not is_datatype(cls) and not is_made(cls)),
        transitive=OWL + "TransitiveProperty" in types,
        symmetric=OWL + "SymmetricProperty" in types,
        links=len(literals) < len(values) or (not values and not datatype),
        texts=bool(literals) or (not values and datatype),
        numbers=bool(literals) and (bool(units) or all(number(value) is not None for value in literals)),
        units=units,
    )


def is_datatype(iri: str) -> bool:
    """Tell whether a range is one of literals."""
    return iri.startswith("http://www.w3.org/2001/XMLSchema#") or iri in (
        RDFS + "Literal", RDF + "langString", RDF + "PlainLiteral", OWL + "rational", OWL + "real",
    )  # fmt: skip
