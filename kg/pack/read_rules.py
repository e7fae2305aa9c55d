"""The rules of an ontology in; typed rules out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.base.iris import KG, RDF
from kg.base.terms import Iri
from kg.pack.ontology import Ontology
from kg.pack.pack import Atom, Frame, Rule
from kg.pack.problems import Problems

if TYPE_CHECKING:
    from rdflib.term import Node


class _Reader(Struct, frozen=True):
    """What a rule is read against."""

    ontology: Ontology
    frames: Mapping[str, Frame]
    problems: Problems


def read_rules(ontology: Ontology, frames: Mapping[str, Frame], problems: Problems) -> dict[str, Rule]:
    """Return the rules by id, ordered by id. A variable of a head must occur in every body."""
    reader = _Reader(ontology, frames, problems)
    rules = (_rule(reader, iri) for iri in ontology.instances(KG + "Rule"))
    return {rule.id: rule for rule in sorted(rules, key=lambda rule: rule.id)}


def _rule(reader: _Reader, iri: Iri) -> Rule:
    ontology = reader.ontology
    node = ontology.node(iri)
    head_node = ontology.one(node, KG + "head")
    head = Atom("", ()) if head_node is None else _atom(reader, iri, head_node)
    bodies = tuple(
        tuple(_atom(reader, iri, atom) for atom in ontology.members(body))
        for body in ontology.items(node, KG + "bodies")
    )
    for body in bodies:
        bound = {value for atom in body for _, value in atom.roles}
        for value in sorted({value for _, value in head.roles if value.startswith("?")} - bound):
            reader.problems.add("P029", ontology.place(iri, f'"{value}"'), text=value)
    return Rule(ontology.short(iri), iri, ontology.names(node), head, bodies)


def _atom(reader: _Reader, rule: Iri, node: Node) -> Atom:
    ontology = reader.ontology
    types = [ontology.short(str(cls)) for cls in ontology.each(node, RDF + "type")]
    frame = next((reader.frames[name] for name in types if name in reader.frames), None)
    if frame is None:
        text = types[0] if types else ""
        reader.problems.unknown(text, "frame", reader.frames, ontology.place(rule, text))
        return Atom(text, ())
    return Atom(
        frame=frame.id,
        roles=tuple(
            (role.id, _value(ontology, value)) for role in frame.roles for value in ontology.each(node, role.iri)
        ),
        of_kind=_roles(reader, rule, frame, ontology.each(node, KG + "anyKindAt")),
        without=_roles(reader, rule, frame, ontology.each(node, KG + "without")),
    )


def _value(ontology: Ontology, value: Node) -> str:
    text = str(value)
    return text if text.startswith("?") else ontology.short(text)


def _roles(reader: _Reader, rule: Iri, frame: Frame, found: list[Node]) -> tuple[str, ...]:
    ontology = reader.ontology
    by_iri = {str(role.iri): role.id for role in frame.roles}
    for iri in map(str, found):
        if iri not in by_iri:
            local = ontology.short(iri)
            reader.problems.unknown(local, "role", map(ontology.short, by_iri), ontology.place(rule, local))
    return tuple(by_iri[str(iri)] for iri in found if str(iri) in by_iri)
