"""The classes and the units of an ontology in; typed values, in the ontology's order, out."""

from __future__ import annotations

from kg.base.iris import KG, OWL, RDFS, SKOS
from kg.base.terms import Iri
from kg.pack.ontology import Ontology
from kg.pack.pack import Class, Unit
from kg.pack.problems import Problems

_QUDT = "http://qudt.org/"


def read_classes(ontology: Ontology, problems: Problems) -> dict[str, Class]:
    """Return the classes of things: those that a pack lists, in its order, then all others by IRI."""
    iris = _class_iris(ontology)
    ids = {iri: ontology.short(iri) for iri in iris}
    classes: dict[str, Class] = {}
    for order, iri in enumerate(iris):
        node = ontology.node(iri)
        parents = tuple(
            ids[Iri(str(parent))] for parent in ontology.each(node, RDFS + "subClassOf") if str(parent) in ids
        )
        kinds_of = ontology.text(node, KG + "kindsOf")
        if kinds_of and kinds_of not in ids:
            problems.unknown(ontology.short(kinds_of), "class", ids.values(), ontology.place(iri, "kg:kindsOf"))
        agent = ontology.text(node, KG + "agent") == "true"
        classes[ids[iri]] = Class(ids[iri], iri, ontology.names(node), parents, ids.get(Iri(kinds_of)), order, agent)
    return classes


def _class_iris(ontology: Ontology) -> list[Iri]:
    listed_first = ontology.listed(KG + "classes")
    frames = set(ontology.instances(KG + "Frame"))
    declared = sorted({*ontology.instances(OWL + "Class"), *ontology.instances(RDFS + "Class")})
    others = [iri for iri in declared if not iri.startswith(KG) and iri not in frames]
    return list(dict.fromkeys([*listed_first, *others]))


def read_units(ontology: Ontology) -> dict[str, Unit]:
    """Return the units by id, the last part of the IRI, ordered by id."""
    units = [_unit(ontology, iri) for iri in ontology.instances(KG + "Unit")]
    return {unit.id: unit for unit in sorted(units, key=lambda unit: unit.id)}


def _unit(ontology: Ontology, iri: Iri) -> Unit:
    node = ontology.node(iri)
    same = [str(match) for match in ontology.each(node, SKOS + "exactMatch") if str(match).startswith(_QUDT)]
    return Unit(
        id=iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1],
        names=ontology.names(node),
        dimension=ontology.text(node, KG + "dimension"),
        factor=float(ontology.text(node, KG + "factor") or 1.0),
        iri=Iri(same[0]) if same else None,
    )
