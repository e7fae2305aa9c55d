"""Turtle files in; their triples out, through the few look-ups that reading a pack needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from kg.base.iris import KG, RDF, RDFS, SKOS
from kg.base.terms import Iri
from kg.pack.pack import Names, Words
from kg.pack.parse_rdf import parse_rdf
from kg.pack.problems import Place

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Ontology(Struct):
    """The triples of a pack's ontology files; ``texts`` are the files, to find a line again."""

    graph: Graph
    namespace: str
    texts: dict[str, str] = field(default_factory=dict)

    def each(self, subject: Node | None, predicate: str) -> list[Node]:
        """Return the objects, in the order of their text."""
        from rdflib import URIRef

        return sorted(self.graph.objects(subject, URIRef(predicate)), key=str)

    def one(self, subject: Node, predicate: str) -> Node | None:
        """Return the first of the objects, None when there is none."""
        return next(iter(self.each(subject, predicate)), None)

    def text(self, subject: Node, predicate: str) -> str:
        """Return the first object as text, empty when there is none."""
        value = self.one(subject, predicate)
        return "" if value is None else str(value)

    def truth(self, subject: Node, predicate: str) -> bool:
        """Tell whether the object is true."""
        return self.text(subject, predicate) in ("true", "1")

    def items(self, subject: Node, predicate: str) -> Iterator[Node]:
        """Yield the members of the RDF list that is the object, in order."""
        from rdflib.collection import Collection

        head = self.one(subject, predicate)
        if head is not None:
            yield from Collection(self.graph, head)

    def members(self, head: Node) -> list[Node]:
        """Return the members of an RDF list, in order."""
        from rdflib.collection import Collection

        return list(Collection(self.graph, head))

    def instances(self, cls: str) -> list[Iri]:
        """Return the IRIs of that class, sorted; blank nodes are left out."""
        from rdflib import URIRef

        found = self.graph.subjects(URIRef(RDF + "type"), URIRef(cls), unique=True)
        return sorted(Iri(str(node)) for node in found if isinstance(node, URIRef))

    def node(self, iri: str) -> Node:
        """Return an IRI as a node to look up."""
        from rdflib import URIRef

        return URIRef(iri)

    def listed(self, predicate: str) -> list[Iri]:
        """Return the members of every list under ``predicate``: the core's first, then the pack's."""
        heads = [(not str(subject).startswith(KG[:-1]), str(subject), subject) for subject in self._having(predicate)]
        return [Iri(str(item)) for _, _, subject in sorted(heads) for item in self.items(subject, predicate)]

    def _having(self, predicate: str) -> list[Node]:
        from rdflib import URIRef

        return list(self.graph.subjects(URIRef(predicate), unique=True))

    def short(self, iri: str) -> str:
        """Return the id of an IRI: without the pack's or the core's namespace, else the IRI itself."""
        for namespace in (self.namespace, KG):
            if iri.startswith(namespace):
                return iri[len(namespace) :]
        return iri

    def names(self, subject: Node) -> Names:
        """Return the words of each language; without any label the local name, split, in English."""
        labels = self._by_language(subject, SKOS + "prefLabel") or self._by_language(subject, RDFS + "label")
        if not labels:
            labels = {"en": [local_words(str(subject))]}
        others = self._by_language(subject, SKOS + "altLabel")
        hidden = self._by_language(subject, SKOS + "hiddenLabel", untagged="")
        return {
            lang: Words(first, (*more, *others.get(lang, ())), (*hidden.get(lang, ()), *hidden.get("", ())))
            for lang, (first, *more) in sorted(labels.items())
        }

    def _by_language(self, subject: Node, predicate: str, untagged: str = "en") -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for literal in self.each(subject, predicate):
            found.setdefault(getattr(literal, "language", None) or untagged, []).append(str(literal))
        return found

    def place(self, iri: str, after: str = "") -> Place:
        """Return where a subject is written: its first line, or below it the first that has ``after``."""
        local = re.escape(re.split(r"[#/]", iri.rstrip("/#"))[-1])
        for file, text in self.texts.items():
            match = re.search(rf"^(?:\w*:|<[^>\s]*[/#]){local}>?(?=[\s;])", text, re.MULTILINE)
            if match is None:
                continue
            at = text.find(after, match.start()) if after else match.start()
            at = match.start() if at < 0 else at
            return Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        return Place(next(iter(self.texts), ""))


def local_words(iri: str) -> str:
    """Return the local name of an IRI as lower-case words.

    >>> local_words("http://example.org/onto#takesCourse")
    'takes course'
    """
    local = re.split(r"[#/]", iri.rstrip("/#"))[-1]
    return " ".join(_CAMEL.sub(" ", local.replace("_", " ").replace("-", " ")).split()).lower()


def read_ontology(namespace: str, core: Iterable[Path], folder: Path, files: Iterable[str]) -> Ontology:
    """Parse the core's and the pack's files. Raise PackError with file and line of the first fault."""
    from rdflib import Graph

    ontology = Ontology(Graph(), namespace)
    for path in core:
        parse_rdf(ontology.graph, path.parent, path.name, KG)
    for file in files:
        ontology.texts[file] = parse_rdf(ontology.graph, folder, file, namespace)
    return ontology
