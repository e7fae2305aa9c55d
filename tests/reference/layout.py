"""A world in; the same world as N-Quads in the layout of the store, and as a typed pack, out."""

from __future__ import annotations

from collections.abc import Iterator

from kg.base.dates import read_period
from kg.base.iris import DCTERMS, DERIVED_GRAPH, KG, OF_KIND, PROV, SKOS, TYPE, XSD
from kg.base.terms import Iri
from kg.pack.pack import Atom, Names, Pack, Rule, Words
from kg.pack.pack import Thing as PackThing
from tests.reference.world import Claim, Source, Statement, Thing, World

NAMESPACE = "https://example.org/story/"
RULE = "inferred"

Triple = tuple[str, str, str]


def iri(id: str) -> Iri:
    """Return the IRI of a short id."""
    return Iri(NAMESPACE + id)


def names(label: str) -> Names:
    """Return a label as the words of both languages."""
    return {"en": Words(label), "zh": Words(f"{label}号")}


def pack_of(world: World) -> Pack:
    """Return the pack that declares the world's classes, frames, units and things."""
    rules = [_rule(frame, world) for frame in world.frames if any(_derived(frame, world))]
    things = {
        thing.id: PackThing(thing.id, iri(thing.id), thing.cls, names(thing.id), thing.kinds)
        for thing in sorted(world.things.values(), key=lambda thing: thing.id)
    }
    return Pack(
        id="story",
        namespace=NAMESPACE,
        names=names("story"),
        classes=world.classes,
        frames=world.frames,
        units=world.units,
        rules={rule.id: rule for rule in rules},
        things=things,
    )


def _derived(frame: str, world: World) -> Iterator[Statement]:
    return (statement for statement in world.given if statement.frame == frame and statement.premises)


def _rule(head: str, world: World) -> Rule:
    """Return the rule that may have derived the statements: a body for each set of frames they stand on."""
    bodies = {tuple(sorted(world.statement(key).frame for key in one.premises)) for one in _derived(head, world)}
    atoms = tuple(tuple(_atom(frame, world) for frame in body) for body in sorted(bodies))
    name = f"{RULE}-{head}"
    return Rule(name, iri(name), names(name), _atom(head, world), atoms)


def _atom(frame: str, world: World) -> Atom:
    return Atom(frame, tuple((role.id, f"?{role.id}") for role in world.frames[frame].roles))


def to_nquads(world: World) -> bytes:
    """Return the world as sorted N-Quads: what is stated in the default graph, the rest in kg:derived."""
    stated: list[Triple] = []
    derived: list[Triple] = []
    for thing in world.things.values():
        stated += _thing(thing, world)
    for source in world.sources.values():
        stated += _source(source)
    for statement in world.statements:
        (derived if statement.premises else stated).extend(_statement(statement, world))
    lines = [f"{' '.join(triple)} .\n" for triple in stated]
    lines += [f"{' '.join(triple)} <{DERIVED_GRAPH}> .\n" for triple in derived]
    return "".join(sorted(lines)).encode()


def _thing(thing: Thing, world: World) -> list[Triple]:
    me = _at(thing.id)
    words = names(thing.id)
    triples = [(me, f"<{TYPE}>", f"<{world.classes[cls].iri}>") for cls in world.classes_of(thing.id)]
    triples += [(me, f"<{OF_KIND}>", _at(kind)) for kind in world.kinds_of(thing.id)]
    triples += [(me, f"<{SKOS}prefLabel>", f"{_text(words[lang].label)}@{lang}") for lang in words]
    if "KindOf" not in world.frames:
        triples += [(me, f"<{SKOS}broader>", _at(kind)) for kind in thing.kinds]
    return [*triples, (me, f"<{KG}id>", _text(thing.id))]


def _source(source: Source) -> list[Triple]:
    me = _at(source.id)
    triples = [
        (me, f"<{TYPE}>", f"<{KG}Source>"),
        (me, f"<{OF_KIND}>", me),
        (me, f"<{KG}id>", _text(source.id)),
        (me, f"<{DCTERMS}title>", _text(f"Title of {source.id}")),
    ]
    if source.published:
        triples.append((me, f"<{DCTERMS}date>", _text(source.published)))
        triples += _bounds(me, f"{KG}published", source.published)
    return triples


def _statement(statement: Statement, world: World) -> list[Triple]:
    frame = world.frames[statement.frame]
    if frame.form == "triple":
        one, other = (_at(statement.filler(role.id) or "") for role in frame.roles)
        return [(one, f"<{frame.predicate}>", other)]
    me = _at(statement.id)
    triples = [(me, f"<{TYPE}>", f"<{frame.iri}>")]
    triples += [(me, f"<{frame.role(role).iri}>", _at(filler)) for role, filler in statement.roles]
    for name, value in statement.qualifiers:
        triples += _qualifier(me, statement, name, value, world)
    for edge, date in (("validFrom", statement.valid_from), ("validTo", statement.valid_to)):
        if date:
            triples += [(me, f"<{KG}{edge}>", _text(date)), *_bounds(me, KG + edge, date)]
    for number, claim in enumerate(statement.claims):
        triples += _claim(me, f"claim-{statement.id}-{number}", claim, world)
    if statement.premises:
        triples += _premises(me, statement, world)
    return triples


def _qualifier(me: str, statement: Statement, id: str, value: str | float, world: World) -> list[Triple]:
    qualifier = world.frames[statement.frame].qualifier(id)
    if isinstance(value, str):
        bounds = _bounds(me, f"{qualifier.iri}-", value, "first", "last") if qualifier.type == "period" else []
        return [(me, f"<{qualifier.iri}>", _text(value)), *bounds]
    triples = [(me, f"<{qualifier.iri}>", _double(value))]
    unit = statement.qualifier(qualifier.unit) if qualifier.unit else None
    if isinstance(unit, str):
        triples.append((me, f"<{qualifier.iri}-base>", _double(value * world.units[unit].factor)))
    return triples


def _claim(statement: str, id: str, claim: Claim, world: World) -> list[Triple]:
    me = _at(id)
    published = world.sources[claim.source].published
    return [
        (statement, f"<{KG}claim>", me),
        (me, f"<{TYPE}>", f"<{KG}Claim>"),
        (me, f"<{KG}source>", _at(claim.source)),
        (me, f"<{KG}status>", _text(claim.status)),
        (me, f"<{KG}confidence>", _text("high")),
        (me, f"<{KG}file>", _text("facts/story.csv")),
        (me, f"<{KG}line>", f'"1"^^<{XSD}integer>'),
        *(_bounds(me, f"{KG}published", published) if published else ()),
    ]


def _premises(me: str, statement: Statement, world: World) -> list[Triple]:
    triples = [(me, f"<{KG}rule>", _at(f"{RULE}-{statement.frame}"))]
    for premise in map(world.statement, statement.premises):
        frame = world.frames[premise.frame]
        if frame.form == "node":
            triples.append((me, f"<{PROV}wasDerivedFrom>", _at(premise.id)))
            continue
        node = f"_:{statement.id}-{premise.id}"
        one, other = (_at(premise.filler(role.id) or "") for role in frame.roles)
        triples += [
            (me, f"<{KG}premiseTriple>", node),
            (node, f"<{KG}subject>", one),
            (node, f"<{KG}predicate>", f"<{frame.predicate}>"),
            (node, f"<{KG}object>", other),
        ]
    return triples


def _bounds(me: str, stem: str, date: str, first: str = "First", last: str = "Last") -> list[Triple]:
    period = read_period(date)
    return [(me, f"<{stem}{first}>", _day(period.first)), (me, f"<{stem}{last}>", _day(period.last))]


def _at(id: str) -> str:
    return f"<{NAMESPACE}{id}>"


def _text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _double(value: float) -> str:
    return f'"{value!r}"^^<{XSD}double>'


def _day(day: object) -> str:
    return f'"{day}"^^<{XSD}date>'
