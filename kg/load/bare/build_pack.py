"""A graph and its vocabulary in; a pack in which every class, property and thing can be asked about, out.

A property that leads to things is a frame of form "triple". A property whose values are texts is one too: each text is
a thing of its own, so that a question can name it. A property whose values are numbers is a measure.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kg.base.iris import KG
from kg.base.iris import TEXT_CLASS as TEXT
from kg.base.terms import Iri
from kg.load.bare.build_kinds import NUMBER, build_kind
from kg.load.bare.builder import Builder, all_above
from kg.load.bare.graph import Graph
from kg.load.bare.read_kinds import Kind
from kg.load.bare.read_names import read_names
from kg.load.bare.read_readings import OBJECT, SUBJECT, read_adjectives, read_nouns, read_readings, read_superlatives
from kg.load.bare.read_vocabulary import THING, Property, Vocabulary, is_meta
from kg.load.bare.units import unit_of
from kg.pack.local_words import local_name
from kg.pack.pack import AdjectiveUse, Choice, Class, Frame, Names, Pack, Qualifier, Role, Source, Thing, Unit, Words
from kg.store.parse import Literal

_AGENTS = (
    "http://xmlns.com/foaf/0.1/Agent",
    "http://xmlns.com/foaf/0.1/Person",
    "http://www.w3.org/ns/org#Organization",
)


def build_pack(
    graph: Graph, vocabulary: Vocabulary, kinds: Iterable[Kind], name: str, sources: Iterable[Source] = ()
) -> Pack:
    """Return the pack of a graph; its frames have no readings yet: they get them from their names."""
    namespace = _namespace([*vocabulary.parents, *vocabulary.properties])
    builder = Builder(graph, vocabulary, namespace, all_above(vocabulary.parents))
    things = _things(builder)
    frames = [build_kind(kind, builder) for kind in kinds]
    frames += [frame for found in vocabulary.properties.values() for frame in _frames(builder, found)]
    return Pack(
        id="pack",
        namespace=namespace,
        names={"en": Words(name)},
        classes=_classes(builder),
        frames={frame.id: frame for frame in frames},
        units=_units(vocabulary),
        rules={},
        things={id: things[id] for id in sorted(things)},
        sources={source.id: source for source in sources},
        adjective_uses=tuple(_adjective_uses(builder, things)),
    )


def _units(vocabulary: Vocabulary) -> dict[str, Unit]:
    """Return the unit of bare numbers, and those that stand behind numbers."""
    spelt = {unit for found in vocabulary.properties.values() for unit in found.units}
    return {NUMBER: Unit(NUMBER, {"en": Words("")}, NUMBER, 1.0), **{unit: unit_of(unit) for unit in sorted(spelt)}}


def text_iri(text: str) -> Iri:
    """Return the IRI of the thing that stands for a text."""
    return Iri("urn:kg:text:" + hashlib.sha256(text.encode()).hexdigest()[:16])


def text_predicate(property: Iri) -> Iri:
    """Return the property that leads to the thing that stands for a text."""
    return Iri(f"{property}-text")


def is_entity(iri: str, vocabulary: Vocabulary) -> bool:
    """Tell whether an IRI is a thing that a question can be about, and no part of a vocabulary."""
    return not (is_meta(iri) or iri in vocabulary.parents or iri in vocabulary.properties or iri.startswith("file:"))


def _namespace(iris: list[Iri]) -> str:
    """Return the namespace of most terms: ids are short in it."""
    counts = Counter(iri[: len(iri) - len(local_name(iri))] for iri in iris if local_name(iri) != iri)
    return max(sorted(counts), key=lambda found: counts[found], default="urn:kg:")


# ---------------------------------------------------------------- classes


def _classes(builder: Builder) -> dict[str, Class]:
    """Return the classes below the class of all things; what people and firms are is asked for with who."""
    root = builder.short(THING)
    found = {root: Class(root, THING, {"en": Words("thing"), "zh": Words("事物")})}
    for order, (iri, parents) in enumerate(builder.vocabulary.parents.items(), 1):
        above = tuple(builder.short(parent) for parent in parents) or (root,)
        agent = any(cls in _AGENTS for cls in builder.above[iri])
        found[builder.short(iri)] = Class(
            builder.short(iri), iri, read_names(builder.graph, iri), above, order=order, agent=agent
        )
    found[TEXT] = Class(TEXT, TEXT, {"en": Words("text"), "zh": Words("文本")}, (root,), order=len(found))
    return found


# ---------------------------------------------------------------- things


def _things(builder: Builder) -> dict[str, Thing]:
    graph, vocabulary = builder.graph, builder.vocabulary
    types = {
        iri: [cls for cls in found if cls in vocabulary.parents]
        for iri, found in graph.types().items()
        if is_entity(iri, vocabulary)
    }
    entities: dict[Iri, None] = dict.fromkeys(types)
    texts: dict[str, None] = {}
    for used in vocabulary.properties.values():
        for subject, value in graph.pairs(used.iri):
            if is_entity(subject, vocabulary):
                entities.setdefault(subject)
            if isinstance(value, Iri) and is_entity(value, vocabulary):
                entities.setdefault(value)
            elif isinstance(value, Literal) and not used.numbers:
                texts.setdefault(value.value)
    for iri in entities:
        builder.leaves[iri] = _most_special(types.get(iri, []), builder.above)
    found = [_thing(builder, iri) for iri in entities]
    found += [Thing(text_iri(text), text_iri(text), TEXT, {"en": Words(" ".join(text.split()))}) for text in texts]
    return {thing.id: thing for thing in found}


def _thing(builder: Builder, iri: Iri) -> Thing:
    leaves = builder.leaves[iri]
    cls = max(leaves, key=lambda leaf: (len(builder.above[leaf]), leaf), default=THING)
    names = read_names(builder.graph, iri, split=False)
    return Thing(builder.short(iri), iri, builder.short(cls), names, adjectives=read_adjectives(builder.graph, iri))


def _most_special(types: list[Iri], above: Mapping[Iri, frozenset[Iri]]) -> tuple[Iri, ...]:
    return tuple(sorted(cls for cls in set(types) if not any(cls in above[other] - {other} for other in types)))


def _adjective_uses(builder: Builder, things: Mapping[str, Thing]) -> Iterator[AdjectiveUse]:
    """Yield each property whose values are said by adjectives (``kg:byAdjective true``), with the classes of those."""
    for link, _ in builder.graph.pairs(KG + "byAdjective"):
        values = {builder.short(value) for _, value in builder.graph.pairs(link) if isinstance(value, Iri)}
        for cls in sorted({things[value].cls for value in values if value in things and things[value].adjectives}):
            yield AdjectiveUse(cls, builder.short(link), SUBJECT, OBJECT)


# ---------------------------------------------------------------- frames


def _frames(builder: Builder, property: Property) -> list[Frame]:
    names = read_names(builder.graph, property.iri)
    subjects = builder.ranges(property.domains, (subject for subject, _ in builder.graph.pairs(property.iri)))
    found: list[Frame] = []
    if property.links:
        objects = (value for _, value in builder.graph.pairs(property.iri) if isinstance(value, Iri))
        ranges = builder.ranges(property.ranges, objects)
        found.append(_link(builder, property, names, property.iri, subjects, ranges))
    if property.texts and property.numbers:
        found.append(_measure(builder, property, names, subjects))
    elif property.texts:
        predicate = text_predicate(property.iri)
        found.append(_link(builder, property, names, predicate, subjects, (builder.short(TEXT),)))
    return found


def _link(
    builder: Builder,
    property: Property,
    names: Names,
    predicate: Iri,
    subjects: tuple[str, ...],
    ranges: tuple[str, ...],
) -> Frame:
    iri = predicate
    return Frame(
        id=builder.short(iri),
        iri=iri,
        names=names,
        form="triple",
        roles=(
            Role(SUBJECT, Iri(f"{iri}-subject"), builder.role_names(subjects), subjects, required=True),
            Role(OBJECT, Iri(f"{iri}-object"), names, ranges, required=True),
        ),
        readings=read_readings(builder.graph, property.iri),
        nouns=read_nouns(builder.graph, property.iri),
        transitive=property.transitive,
        symmetric=property.symmetric,
        predicate=predicate,
    )


def _measure(builder: Builder, property: Property, names: Names, subjects: tuple[str, ...]) -> Frame:
    iri = Iri(f"{property.iri}-measure")
    choice = Choice(
        builder.short(property.iri),
        names,
        property.units or (NUMBER,),
        superlatives=read_superlatives(builder.graph, property.iri),
    )
    return Frame(
        id=builder.short(iri),
        iri=iri,
        names=names,
        form="node",
        roles=(Role("subject", Iri(f"{iri}-subject"), builder.role_names(subjects), subjects, required=True),),
        qualifiers=(
            Qualifier("measure", Iri(f"{iri}-measure"), {}, "choice", (choice,)),
            Qualifier("value", Iri(f"{iri}-value"), {"en": Words("value"), "zh": Words("值")}, "number", unit="unit"),
            Qualifier("unit", Iri(f"{iri}-unit"), {}, "unit"),
        ),
    )
