"""Quads in; the few look-ups that reading a vocabulary needs, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.base.iris import TYPE
from kg.base.terms import Iri
from kg.store.parse import Node, Quad, Term


class Graph:
    """Triples, each once, by predicate and subject. Graph names are left out: see the files for them."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.by_predicate: dict[Iri, dict[Iri, list[Term]]] = {}
        seen: set[tuple[Node, Iri, Term]] = set()
        for subject, predicate, value, _ in quads:
            if (subject, predicate, value) in seen:
                continue
            seen.add((subject, predicate, value))
            self.by_predicate.setdefault(predicate, {}).setdefault(Iri(subject), []).append(value)

    def values(self, subject: str, predicate: str) -> list[Term]:
        """Return the objects, in the order in which they were read."""
        return self.by_predicate.get(Iri(predicate), {}).get(Iri(subject), [])

    def iris(self, subject: str, predicate: str) -> list[Iri]:
        """Return the objects that are IRIs."""
        return [value for value in self.values(subject, predicate) if isinstance(value, Iri)]

    def subjects(self, predicate: str, value: str) -> Iterator[Iri]:
        """Yield the subjects that have an IRI as object."""
        for subject, values in self.by_predicate.get(Iri(predicate), {}).items():
            if any(isinstance(found, Iri) and found == value for found in values):
                yield subject

    def pairs(self, predicate: str) -> Iterator[tuple[Iri, Term]]:
        """Yield subject and object of every triple of a predicate."""
        for subject, values in self.by_predicate.get(Iri(predicate), {}).items():
            for value in values:
                yield subject, value

    def members(self, head: Term) -> list[Iri]:
        """Return the IRIs in an RDF list; one that runs in a circle ends where it began."""
        found: list[Iri] = []
        seen: set[str] = set()
        while isinstance(head, Iri) and head not in seen and not head.endswith("#nil"):
            seen.add(head)
            found += self.iris(head, _FIRST)[:1]
            head = next(iter(self.iris(head, _REST)), Iri(_NIL))
        return found

    def types(self) -> dict[Iri, list[Iri]]:
        """Return the classes that each subject is said to be of."""
        found: dict[Iri, list[Iri]] = defaultdict(list)
        for subject, cls in self.pairs(TYPE):
            if isinstance(cls, Iri):
                found[subject].append(cls)
        return found


_FIRST = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first"
_REST = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"
_NIL = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"
