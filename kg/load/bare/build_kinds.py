"""A declared kind of statement in; its frame, with the properties for roles, out."""

from __future__ import annotations

from kg.base.terms import Iri
from kg.load.bare.builder import Builder
from kg.load.bare.read_kinds import Kind
from kg.load.bare.read_names import read_names
from kg.load.bare.read_readings import choice_of, read_nouns, read_readings
from kg.pack.local_words import local_name
from kg.pack.pack import Choice, Frame, Qualifier, Role, Words

#: The unit of a bare number.
NUMBER = "number"


def build_kind(kind: Kind, builder: Builder) -> Frame:
    """Return the frame of a kind: the roles are its properties, so that the data are asked as they stand."""
    graph, cls = builder.graph, kind.cls
    links = (kind.subject,) if kind.subject else kind.links
    roles = tuple(_role(link, builder) for link in links)
    ids = [role.id for role in roles]
    return Frame(
        id=f"{builder.short(cls)}-statement",
        iri=cls,
        names=read_names(graph, cls),
        form="node",
        roles=roles,
        qualifiers=(*_choices(kind, builder), *_figures(kind, builder)),
        readings=read_readings(graph, cls, ids, builder.short),
        nouns=read_nouns(graph, cls, ids, builder.short),
    )


def _role(property: Iri, builder: Builder) -> Role:
    found = builder.vocabulary.properties[property]
    values = (value for _, value in builder.graph.pairs(property) if isinstance(value, Iri))
    return Role(
        local_name(property), property, read_names(builder.graph, property), builder.ranges(found.ranges, values)
    )


def _choices(kind: Kind, builder: Builder) -> tuple[Qualifier, ...]:
    return tuple(
        Qualifier(
            choice_of(local_name(link)),
            choice_predicate(link),
            {},
            "choice",
            tuple(Choice(builder.short(value), {}) for value in values),
        )
        for link, values in kind.choices
    )


def _figures(kind: Kind, builder: Builder) -> tuple[Qualifier, ...]:
    if not kind.figures:
        return ()
    choices = tuple(Choice(builder.short(p), read_names(builder.graph, p), (NUMBER,)) for p in kind.figures)
    base = f"{kind.cls}-figure"
    found = (
        Qualifier("measure", Iri(f"{base}-measure"), {}, "choice", choices),
        Qualifier("value", Iri(f"{base}-value"), {"en": Words("value"), "zh": Words("值")}, "number", unit="unit"),
        Qualifier("unit", Iri(f"{base}-unit"), {}, "unit"),
    )
    if kind.period is None:
        return found
    return (*found, Qualifier("period", Iri(f"{base}-period"), read_names(builder.graph, kind.period), "period"))


def choice_predicate(property: Iri) -> Iri:
    """Return what leads from a statement to the id of the value that fills a role."""
    return Iri(f"{property}-choice")
