"""A graph in; the triples that follow from its ontology, and are not in it, out.

Covered: subclass, subproperty, inverse, domain, range, and membership of a class that is defined as an intersection of
classes and of "has some … of the class". Symmetric and transitive properties are followed when a question is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from kg.base.iris import OWL, RDFS, TYPE
from kg.base.terms import Iri
from kg.load.bare.graph import Graph
from kg.store.parse import Quad

_Triple = tuple[Iri, Iri, Iri]


class _Rules(Struct):
    """What an ontology says, by the property or class that sets a rule off."""

    above: defaultdict[Iri, set[Iri]] = field(default_factory=lambda: defaultdict(set))
    wider: defaultdict[Iri, set[Iri]] = field(default_factory=lambda: defaultdict(set))
    inverse: defaultdict[Iri, set[Iri]] = field(default_factory=lambda: defaultdict(set))
    domain: defaultdict[Iri, set[Iri]] = field(default_factory=lambda: defaultdict(set))
    range: defaultdict[Iri, set[Iri]] = field(default_factory=lambda: defaultdict(set))
    #: Class -> what must hold of its members: classes, and (property, class of a value).
    defined: dict[Iri, tuple[tuple[Iri, ...], tuple[tuple[Iri, Iri], ...]]] = field(default_factory=dict)


def infer(graph: Graph) -> tuple[Quad, ...]:
    """Return what follows, sorted; nothing that the graph holds already."""
    rules = _read(graph)
    known: set[_Triple] = {
        (subject, predicate, value)
        for predicate, found in graph.by_predicate.items()
        for subject, values in found.items()
        for value in values
        if isinstance(value, Iri)
    }
    stated = len(known)
    fresh = known
    everything = set(known)
    while fresh:
        derived = {found for triple in fresh for found in _follows(triple, rules)} - everything
        everything |= derived
        more = set(_members(everything, derived if fresh is not known else everything, rules)) - everything
        everything |= more
        fresh = derived | more
    assert len(everything) >= stated
    return tuple((s, p, o, None) for s, p, o in sorted(everything - known))


def _read(graph: Graph) -> _Rules:
    rules = _Rules()
    for predicate, table in ((RDFS + "subClassOf", rules.above), (RDFS + "subPropertyOf", rules.wider),
                             (RDFS + "domain", rules.domain), (RDFS + "range", rules.range)):  # fmt: skip
        _collect(graph, predicate, table)
    for predicate, table in ((OWL + "inverseOf", rules.inverse), (OWL + "equivalentProperty", rules.wider),
                             (OWL + "equivalentClass", rules.above)):  # fmt: skip
        _collect(graph, predicate, table)
        for one, other in graph.pairs(predicate):
            if isinstance(other, Iri):
                table[other].add(one)
    for cls, head in graph.pairs(OWL + "intersectionOf"):
        _define(graph, rules, cls, graph.members(head))
    return rules


def _collect(graph: Graph, predicate: str, table: defaultdict[Iri, set[Iri]]) -> None:
    for one, other in graph.pairs(predicate):
        if isinstance(other, Iri):
            table[one].add(other)


def _define(graph: Graph, rules: _Rules, cls: Iri, members: Iterable[Iri]) -> None:
    classes: list[Iri] = []
    some: list[tuple[Iri, Iri]] = []
    for member in members:
        through = graph.iris(member, OWL + "onProperty")
        value = graph.iris(member, OWL + "someValuesFrom")
        if through and value:
            some.append((through[0], value[0]))
        elif not through:
            classes.append(member)
            rules.above[cls].add(member)
        else:
            return  # a restriction of another kind: nothing follows that is said here
    if classes or some:
        rules.defined[cls] = (tuple(classes), tuple(some))


def _follows(triple: _Triple, rules: _Rules) -> Iterator[_Triple]:
    subject, predicate, value = triple
    if predicate == TYPE:
        yield from ((subject, predicate, cls) for cls in rules.above.get(value, ()))
        return
    yield from ((subject, wider, value) for wider in rules.wider.get(predicate, ()))
    yield from ((value, back, subject) for back in rules.inverse.get(predicate, ()))
    yield from ((subject, TYPE, cls) for cls in rules.domain.get(predicate, ()))
    yield from ((value, TYPE, cls) for cls in rules.range.get(predicate, ()))


def _members(everything: set[_Triple], fresh: set[_Triple], rules: _Rules) -> Iterator[_Triple]:
    """Yield the members of defined classes that fresh triples bring."""
    properties = {link for _, some in rules.defined.values() for link, _ in some}
    classes = {cls for found, some in rules.defined.values() for cls in (*found, *(c for _, c in some))}
    if not any(p in properties or (p == TYPE and o in classes) for _, p, o in fresh):
        return
    values: defaultdict[tuple[Iri, Iri], list[Iri]] = defaultdict(list)
    for subject, predicate, value in everything:
        if predicate in properties:
            values[subject, predicate].append(value)
    for cls, (needed, some) in rules.defined.items():
        starts = (
            {s for s, p in values if p == some[0][0]}
            if some
            else {s for s, p, o in everything if (p, o) == (TYPE, needed[0])}
        )
        for subject in starts:
            if all((subject, TYPE, c) in everything for c in needed) and all(
                any((value, TYPE, c) in everything for value in values.get((subject, link), ())) for link, c in some
            ):
                yield subject, TYPE, cls
