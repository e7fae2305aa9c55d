"""A graph and its vocabulary in; a pack in which every class, property and thing can be asked about, out.

A property that leads to things is a frame of form "triple". A property whose values are texts is one too: each text is
a thing of its own, so that a question can name it. A property whose values are numbers is a measure.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from kg.base.iris import TEXT_CLASS as TEXT
from kg.base.terms import Iri
from kg.load.bare.graph import Graph
from kg.load.bare.read_names import read_names
from kg.load.bare.read_readings import OBJECT, SUBJECT, read_nouns, read_readings, read_superlatives
from kg.load.bare.read_vocabulary import THING, Property, Vocabulary, is_meta
from kg.pack.local_words import local_name
from kg.pack.pack import Choice, Class, Frame, Names, Pack, Qualifier, Role, Source, Thing, Unit, Words
from kg.store.parse import Literal

#: The unit of a bare number.
NUMBER = "number"
#: More classes than this say nothing: the place takes anything.
_RANGES = 12
_AGENTS = (
    "http://xmlns.com/foaf/0.1/Agent",
    "http://xmlns.com/foaf/0.1/Person",
    "http://www.w3.org/ns/org#Organization",
)


class _Builder(Struct):
    graph: Graph
    vocabulary: Vocabulary
    namespace: str
    above: Mapping[Iri, frozenset[Iri]]
    #: The most special classes of each thing.
    leaves: dict[Iri, tuple[Iri, ...]] = field(default_factory=dict)

    def short(self, iri: str) -> str:
        return iri[len(self.namespace) :] if iri.startswith(self.namespace) else iri


def build_pack(graph: Graph, vocabulary: Vocabulary, name: str, sources: Iterable[Source] = ()) -> Pack:
    """Return the pack of a graph; its frames have no readings yet: they get them from their names."""
    namespace = _namespace([*vocabulary.parents, *vocabulary.properties])
    builder = _Builder(graph, vocabulary, namespace, _above(vocabulary.parents))
    things = _things(builder)
    frames = [frame for found in vocabulary.properties.values() for frame in _frames(builder, found)]
    return Pack(
        id="pack",
        namespace=namespace,
        names={"en": Words(name)},
        classes=_classes(builder),
        frames={frame.id: frame for frame in frames},
        units={NUMBER: Unit(NUMBER, {"en": Words("")}, NUMBER, 1.0)},
        rules={},
        things={id: things[id] for id in sorted(things)},
        sources={source.id: source for source in sources},
    )


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


def _above(parents: Mapping[Iri, tuple[Iri, ...]]) -> dict[Iri, frozenset[Iri]]:
    found: dict[Iri, frozenset[Iri]] = {}
    for cls in parents:
        reached = {cls}
        queue = [cls]
        for current in queue:
            fresh = [parent for parent in parents.get(current, ()) if parent not in reached]
            reached.update(fresh)
            queue.extend(fresh)
        found[cls] = frozenset(reached)
    return found


# ---------------------------------------------------------------- classes


def _classes(builder: _Builder) -> dict[str, Class]:
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


def _things(builder: _Builder) -> dict[str, Thing]:
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


def _thing(builder: _Builder, iri: Iri) -> Thing:
    leaves = builder.leaves[iri]
    cls = max(leaves, key=lambda leaf: (len(builder.above[leaf]), leaf), default=THING)
    return Thing(builder.short(iri), iri, builder.short(cls), read_names(builder.graph, iri, split=False))


def _most_special(types: list[Iri], above: Mapping[Iri, frozenset[Iri]]) -> tuple[Iri, ...]:
    return tuple(sorted(cls for cls in set(types) if not any(cls in above[other] - {other} for other in types)))


# ---------------------------------------------------------------- frames


def _frames(builder: _Builder, property: Property) -> list[Frame]:
    names = read_names(builder.graph, property.iri)
    subjects = _ranges(builder, property.domains, (subject for subject, _ in builder.graph.pairs(property.iri)))
    found: list[Frame] = []
    if property.links:
        objects = (value for _, value in builder.graph.pairs(property.iri) if isinstance(value, Iri))
        ranges = _ranges(builder, property.ranges, objects)
        found.append(_link(builder, property, names, property.iri, subjects, ranges))
    if property.texts and property.numbers:
        found.append(_measure(builder, property, names, subjects))
    elif property.texts:
        predicate = text_predicate(property.iri)
        found.append(_link(builder, property, names, predicate, subjects, (builder.short(TEXT),)))
    return found


def _link(
    builder: _Builder,
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
            Role(SUBJECT, Iri(f"{iri}-subject"), _role_names(builder, subjects), subjects, required=True),
            Role(OBJECT, Iri(f"{iri}-object"), names, ranges, required=True),
        ),
        readings=read_readings(builder.graph, property.iri),
        nouns=read_nouns(builder.graph, property.iri),
        transitive=property.transitive,
        symmetric=property.symmetric,
        predicate=predicate,
    )


def _measure(builder: _Builder, property: Property, names: Names, subjects: tuple[str, ...]) -> Frame:
    iri = Iri(f"{property.iri}-measure")
    choice = Choice(
        builder.short(property.iri), names, (NUMBER,), superlatives=read_superlatives(builder.graph, property.iri)
    )
    return Frame(
        id=builder.short(iri),
        iri=iri,
        names=names,
        form="node",
        roles=(Role("subject", Iri(f"{iri}-subject"), _role_names(builder, subjects), subjects, required=True),),
        qualifiers=(
            Qualifier("measure", Iri(f"{iri}-measure"), {}, "choice", (choice,)),
            Qualifier("value", Iri(f"{iri}-value"), {"en": Words("value"), "zh": Words("值")}, "number", unit="unit"),
            Qualifier("unit", Iri(f"{iri}-unit"), {}, "unit"),
        ),
    )


def _ranges(builder: _Builder, declared: tuple[Iri, ...], seen: Iterable[Iri]) -> tuple[str, ...]:
    """Return the classes of a place: those declared, and those seen there that the declared ones do not cover."""
    found = {cls for iri in set(seen) for cls in builder.leaves.get(iri, ()) or (THING,)}
    wanted = {cls for cls in declared if cls in builder.vocabulary.parents}
    wanted |= {cls for cls in found if not any(cls in builder.above and d in builder.above[cls] for d in wanted)}
    if not wanted or THING in wanted | set(declared) or len(wanted) > _RANGES:
        return ()
    tops = [cls for cls in sorted(wanted) if not any(o != cls and o in builder.above[cls] for o in wanted)]
    return tuple(builder.short(cls) for cls in tops)


def _role_names(builder: _Builder, ranges: tuple[str, ...]) -> Names:
    if len(ranges) != 1:
        return {"en": Words("thing"), "zh": Words("事物")}
    iri = ranges[0] if ":" in ranges[0] else builder.namespace + ranges[0]
    return read_names(builder.graph, iri)
