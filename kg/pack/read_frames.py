"""The frames of an ontology in, with roles, qualifiers and readings; typed frames out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

from msgspec import Struct

from kg.base.iris import KG
from kg.base.terms import Iri
from kg.pack.ontology import Ontology
from kg.pack.pack import AdjectiveUse, Choice, Class, Frame, NounReading, Qualifier, QualifierType, Reading, Role, Unit
from kg.pack.problems import Problems, listed

if TYPE_CHECKING:
    from rdflib.term import Node

_SLOT = re.compile(r"\{([^{}]*)\}")


class _Reader(Struct, frozen=True):
    """What the parts of a frame are read against."""

    ontology: Ontology
    classes: Mapping[str, Class]
    units: Mapping[str, Unit]
    problems: Problems


def read_frames(
    ontology: Ontology, classes: Mapping[str, Class], units: Mapping[str, Unit], problems: Problems
) -> dict[str, Frame]:
    """Return the frames: those that the pack lists, in its order, then all others by IRI."""
    reader = _Reader(ontology, classes, units, problems)
    iris = dict.fromkeys([*ontology.listed(KG + "frames"), *ontology.instances(KG + "Frame")])
    frames = [_frame(reader, iri) for iri in iris]
    return {frame.id: frame for frame in frames}


def read_adjectives(ontology: Ontology, frames: Mapping[str, Frame]) -> tuple[AdjectiveUse, ...]:
    """Return through which frames the adjectives of things restrict a noun."""
    return tuple(
        AdjectiveUse(
            ontology.short(ontology.text(use, KG + "of")),
            frame.id,
            ontology.text(use, KG + "subject"),
            ontology.text(use, KG + "object"),
        )
        for frame in frames.values()
        for use in ontology.each(ontology.node(frame.iri), KG + "adjectives")
    )


def _frame(reader: _Reader, iri: Iri) -> Frame:
    ontology, node = reader.ontology, reader.ontology.node(iri)
    predicate = ontology.text(node, KG + "predicate")
    roles = tuple(_role(reader, iri, item) for item in ontology.items(node, KG + "roles"))
    qualifiers = tuple(_qualifier(reader, iri, item) for item in ontology.items(node, KG + "qualifiers"))
    slots = [*(role.id for role in roles), *(qualifier.id for qualifier in qualifiers)]
    return Frame(
        id=ontology.short(iri),
        iri=iri,
        names=ontology.names(node),
        form="triple" if predicate else "node",
        roles=roles,
        qualifiers=qualifiers,
        readings=tuple(_reading(reader, iri, item, slots) for item in ontology.items(node, KG + "readings")),
        nouns=tuple(_noun(reader, iri, item, slots) for item in ontology.items(node, KG + "nouns")),
        event=ontology.truth(node, KG + "event"),
        flow=_pair(ontology, node, "flow"),
        offers=_pair(ontology, node, "offers"),
        composes=_pair(ontology, node, "composes"),
        replaces=_pair(ontology, node, "replaces"),
        transitive=ontology.truth(node, KG + "transitive"),
        symmetric=ontology.truth(node, KG + "symmetric"),
        functional=ontology.truth(node, KG + "functional"),
        predicate=Iri(predicate) if predicate else None,
    )


def _pair(ontology: Ontology, node: Node, name: str) -> tuple[str, str] | None:
    """Return the two roles that a list names, None when it does not name two."""
    match [str(item) for item in ontology.items(node, KG + name)]:
        case [one, other]:
            return one, other
        case _:
            return None


def _role(reader: _Reader, frame: Iri, node: Node) -> Role:
    ontology = reader.ontology
    key = ontology.text(node, KG + "id")
    ranges = tuple(ontology.short(str(cls)) for cls in ontology.each(node, KG + "range"))
    for cls in ranges:
        if cls not in reader.classes:
            reader.problems.unknown(cls, "class", reader.classes, ontology.place(frame, f'kg:id "{key}"'))
    return Role(key, Iri(f"{frame}-{key}"), ontology.names(node), ranges, ontology.truth(node, KG + "required"))


def _qualifier(reader: _Reader, frame: Iri, node: Node) -> Qualifier:
    ontology = reader.ontology
    key = ontology.text(node, KG + "id")
    return Qualifier(
        id=key,
        iri=Iri(f"{frame}-{key}"),
        names=ontology.names(node),
        type=_type(reader, frame, key, ontology.text(node, KG + "type")),
        choices=tuple(_choice(reader, frame, item) for item in ontology.items(node, KG + "choices")),
        unit=ontology.text(node, KG + "unitIn") or None,
        upper=ontology.text(node, KG + "upperIn") or None,
    )


def _type(reader: _Reader, frame: Iri, key: str, text: str) -> QualifierType:
    known: tuple[QualifierType, ...] = get_args(QualifierType)
    for name in known:
        if name == text:
            return name
    reader.problems.unknown(text, "qualifier type", known, reader.ontology.place(frame, f'kg:id "{key}"'))
    return "text"


def _choice(reader: _Reader, frame: Iri, node: Node) -> Choice:
    ontology = reader.ontology
    key = ontology.text(node, KG + "id")
    units = tuple(str(unit) for unit in ontology.items(node, KG + "units"))
    for unit in units:
        if unit not in reader.units:
            place = ontology.place(frame, f'kg:id "{key}"')
            reader.problems.add("P014", place, text=unit, expected=listed(reader.units))
    return Choice(
        key,
        ontology.names(node),
        units,
        tuple(str(role) for role in ontology.items(node, KG + "wholeOf")),
        lasting=ontology.truth(node, KG + "lasting"),
        alone=ontology.truth(node, KG + "alone"),
        ratio=_pair(ontology, node, "ratioOf"),
    )


def _reading(reader: _Reader, frame: Iri, node: Node, slots: list[str]) -> Reading:
    lang, text = _said(reader, frame, node, slots)
    return Reading(lang, text, _fixes(reader, node))


def _noun(reader: _Reader, frame: Iri, node: Node, slots: list[str]) -> NounReading:
    lang, text = _said(reader, frame, node, slots)
    asks = reader.ontology.text(node, KG + "asks")
    if asks not in slots:
        reader.problems.unknown(asks, "role", slots, reader.ontology.place(frame, text))
    return NounReading(lang, text, asks, _fixes(reader, node))


def _said(reader: _Reader, frame: Iri, node: Node, slots: list[str]) -> tuple[str, str]:
    said = reader.ontology.one(node, KG + "text")
    text = "" if said is None else str(said)
    for slot in (name for found in _SLOT.findall(text) for name in found.split("|")):
        if slot not in slots:
            place = reader.ontology.place(frame, text)
            reader.problems.add("P030", place, text=slot, expected=listed(slots))
    return getattr(said, "language", None) or "en", text


def _fixes(reader: _Reader, node: Node) -> tuple[tuple[str, str], ...]:
    ontology = reader.ontology
    pairs = [
        (ontology.text(fix, KG + "qualifier"), ontology.text(fix, KG + "value"))
        for fix in ontology.each(node, KG + "fixes")
    ]
    return tuple(sorted(pairs))
