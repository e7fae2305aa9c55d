"""The names that the rules use, each with the number that stands for it in every closure."""

from __future__ import annotations

from kg.base.iris import OWL, RDF, RDFS, XSD

_RDF = ("type", "first", "rest", "nil", "PlainLiteral", "XMLLiteral")
_RDFS = (
    *("domain", "range", "subClassOf", "subPropertyOf"),
    *("label", "comment", "seeAlso", "isDefinedBy", "Datatype", "Literal"),
)
_XSD = ("decimal", "integer", "string", "boolean", "double", "float", "dateTime", "anyURI")
_OWL = (
    *("sameAs", "differentFrom", "AllDifferent", "members", "distinctMembers"),
    *("FunctionalProperty", "InverseFunctionalProperty", "IrreflexiveProperty", "SymmetricProperty"),
    *("AsymmetricProperty", "TransitiveProperty", "ReflexiveProperty", "AllDisjointProperties", "AllDisjointClasses"),
    *("equivalentProperty", "propertyDisjointWith", "inverseOf", "propertyChainAxiom", "hasKey"),
    *("sourceIndividual", "assertionProperty", "targetIndividual", "targetValue"),
    *("Thing", "Nothing", "Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual"),
    *("intersectionOf", "unionOf", "complementOf", "oneOf", "onProperty", "onClass"),
    *("someValuesFrom", "allValuesFrom", "hasValue", "maxCardinality", "maxQualifiedCardinality"),
    *("equivalentClass", "disjointWith"),
    *("deprecated", "versionInfo", "priorVersion", "backwardCompatibleWith", "incompatibleWith"),
)

#: Each name that a rule may use, and its term as N-Quads text. ``has`` and ``sameValue`` are no terms of a
#: graph and are never written: the one joins a list to its members while rules run, the other two literals that would
#: have to be one value.
TERMS: dict[str, bytes] = {
    "has": b"has",
    "sameValue": b"sameValue",
    **{name: f"<{RDF}{name}>".encode() for name in _RDF},
    **{name: f"<{RDFS}{name}>".encode() for name in _RDFS},
    **{name: f"<{OWL}{name}>".encode() for name in _OWL},
    **{name: f"<{XSD}{name}>".encode() for name in _XSD},
    **{digit: f'"{digit}"^^<{XSD}nonNegativeInteger>'.encode() for digit in ("0", "1")},
}
#: The number of each name: its place in the table above.
NUMBERS: dict[str, int] = {name: number for number, name in enumerate(TERMS)}

HAS, SAME_VALUE, SAME_AS, TYPE = (NUMBERS[name] for name in ("has", "sameValue", "sameAs", "type"))
FIRST, REST, NIL = (NUMBERS[name] for name in ("first", "rest", "nil"))
#: Predicates that are never written.
INTERNAL = frozenset({HAS, SAME_VALUE})
#: Predicates of which a statement of a thing about itself says nothing.
REFLEXIVE = frozenset(
    NUMBERS[name] for name in ("sameAs", "subClassOf", "subPropertyOf", "equivalentClass", "equivalentProperty")
)
#: Predicates of which there may be many triples; a rule begins with its axioms, which are few.
DATA = frozenset(NUMBERS[name] for name in ("sameAs", "differentFrom", "has"))
