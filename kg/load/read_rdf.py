"""RDF files of a pack in; things, sources and statements that they hold, and all other triples, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, field

from kg.base.iris import BROADER, DCTERMS, KG, OF_KIND, SCHEMA, TYPE
from kg.load.facts import ClaimFact, Facts, SourceFact, StatementFact, ThingFact, triple
from kg.load.judge import Detail, Judge
from kg.load.read_sources import period
from kg.load.read_things import new_id
from kg.pack.manifest import Manifest
from kg.pack.ontology import Ontology
from kg.pack.pack import Frame, Pack, Source, Thing
from kg.pack.parse_rdf import parse_rdf
from kg.pack.problems import Place, Problems

if TYPE_CHECKING:
    from rdflib.term import Node

_LABELS = ("prefLabel", "altLabel", "hiddenLabel")


_DETAILS = {"valid_from": "validFrom", "valid_to": "validTo"}


class Data(Struct):
    """The triples of a pack's RDF files; ``used`` are those that became facts."""

    ontology: Ontology
    pack: Pack
    facts: Facts
    problems: Problems
    used: set[tuple[Node, Node, Node]] = field(default_factory=set)

    def take(self, subject: Node, predicate: str) -> list[Node]:
        """Return the objects in order, and mark their triples as used."""
        at = self.ontology.node(predicate)
        found = self.ontology.each(subject, predicate)
        self.used.update((subject, at, value) for value in found)
        return found

    def text(self, subject: Node, predicate: str) -> str:
        """Take the first object as text, empty when there is none."""
        return next((str(value) for value in self.take(subject, predicate)), "")

    def place(self, subject: Node) -> Place:
        """Return the line on which a subject is first written, as far as it can be told."""
        return self.ontology.place(str(subject))

    def ids(self, subject: Node, predicate: str) -> tuple[str, ...]:
        """Take the objects as short ids."""
        return tuple(self.pack.short(str(value)) for value in self.take(subject, predicate))


def parse_data(manifest: Manifest, pack: Pack, facts: Facts, problems: Problems) -> Data:
    """Parse all RDF files of a pack into one graph; named graphs are read as one."""
    from rdflib import Graph

    graph = Graph()
    ontology = Ontology(graph, pack.namespace)
    for file in manifest.data:
        before = len(graph)
        ontology.texts[file] = parse_rdf(graph, manifest.folder, file, pack.namespace)
        facts.counts[file] = len(graph) - before
    return Data(ontology, pack, facts, problems)


def read_rdf_things(data: Data) -> None:
    """Add what is of a class of the pack as things, and what is a kg:Source as sources."""
    for subject, cls in _typed(data):
        key = data.pack.short(str(subject))
        if data.pack.classes[cls].iri == KG + "Source":
            data.facts.sources[key] = _source(data, subject, key)
        elif new_id(key, data.place(subject), data.facts, data.problems):
            data.facts.things[key] = _thing(data, subject, key, cls)


def read_rdf_statements(data: Data) -> None:
    """Add the instances of node frames, with their claims, and the triples of triple frames."""
    for frame in data.pack.frames.values():
        if frame.form == "triple":
            _triples(data, frame)
            continue
        for iri in sorted(
            data.ontology.graph.subjects(data.ontology.node(TYPE), data.ontology.node(frame.iri)), key=str
        ):
            _statement(data, iri, frame)


def read_rdf_rest(data: Data) -> None:
    """Add every triple that is no fact of the pack, as it is."""
    from rdflib import Graph
    from rdflib.compare import to_canonical_graph
    from rdflib.term import BNode

    rest = Graph()
    for found in data.ontology.graph.triples((None, None, None)):
        if found not in data.used:
            rest.add(found)
    if any(isinstance(node, BNode) for found in rest for node in found):
        rest = to_canonical_graph(rest)  # the same label for a blank node on every run
    data.facts.others += sorted(rest.serialize(format="nt11").splitlines(keepends=True))


def _typed(data: Data) -> Iterator[tuple[Node, str]]:
    """Yield each subject of a class with the most special of its classes."""
    of_iri = {str(cls.iri): cls.id for cls in data.pack.classes.values()}
    found: dict[Node, list[str]] = {}
    for subject, cls in data.ontology.graph.subject_objects(data.ontology.node(TYPE)):
        if str(cls) in of_iri:
            data.used.add((subject, data.ontology.node(TYPE), cls))
            found.setdefault(subject, []).append(of_iri[str(cls)])
    for subject in sorted(found, key=str):
        yield subject, max(sorted(found[subject]), key=lambda cls: len(data.pack.ancestors(cls)))


def _thing(data: Data, subject: Node, id: str, cls: str) -> ThingFact:
    names = data.ontology.names(subject)
    for label in _LABELS:
        data.take(subject, f"http://www.w3.org/2004/02/skos/core#{label}")
    data.take(subject, OF_KIND)
    data.take(subject, KG + "id")
    notes = {getattr(note, "language", None) or "en": str(note) for note in data.take(subject, KG + "note")}
    tickers = tuple(str(ticker) for ticker in data.take(subject, KG + "ticker"))
    adjectives: dict[str, tuple[str, ...]] = {}
    for adjective in data.take(subject, KG + "adjective"):
        lang = getattr(adjective, "language", None) or "en"
        adjectives[lang] = (*adjectives.get(lang, ()), str(adjective))
    kinds = tuple(data.pack.short(str(kind)) for kind in data.ontology.each(subject, BROADER))
    thing = Thing(id, data.pack.iri(id), cls, names, kinds, adjectives)
    return ThingFact(thing, data.place(subject), tickers, notes)


def _source(data: Data, subject: Node, id: str) -> SourceFact:
    place = data.place(subject)
    title, publisher, author = (data.text(subject, DCTERMS + name) for name in ("title", "publisher", "creator"))
    if not title:
        data.problems.add("P019", place, text=id)
    date = data.text(subject, DCTERMS + "date")
    return SourceFact(
        Source(id, data.pack.iri(id), title, publisher, author),
        place,
        date,
        period(date, lambda: place, data.problems),
        data.text(subject, SCHEMA + "url"),
        data.text(subject, KG + "reliability"),
        data.text(subject, DCTERMS + "language"),
    )


def _triples(data: Data, frame: Frame) -> None:
    from rdflib.term import Literal

    predicate = data.ontology.node(frame.predicate or "")
    for subject, value in sorted(data.ontology.graph.subject_objects(predicate), key=str):
        if isinstance(value, Literal):
            continue
        data.used.add((subject, predicate, value))
        statement = triple(frame, data.pack.short(str(subject)), data.pack.short(str(value)))
        data.facts.state(statement, data.place(subject))


def _statement(data: Data, subject: Node, frame: Frame) -> None:
    from rdflib.term import BNode

    place = data.place(subject)
    statement = StatementFact(
        frame.id,
        tuple((role.id, filler) for role in frame.roles for filler in data.ids(subject, role.iri)),
        tuple(_qualifiers(data, subject, frame)),
        data.text(subject, KG + "validFrom"),
        data.text(subject, KG + "validTo"),
    )
    data.used.add((subject, data.ontology.node(TYPE), data.ontology.node(frame.iri)))
    if not isinstance(subject, BNode):
        data.facts.named[statement] = data.pack.short(str(subject))
    judge, at = Judge(data.pack, data.facts, data.problems), _Written(data, subject, frame)
    claims = [_claim(data, node, place) for node in data.take(subject, KG + "claim")]
    if all([judge.statement(statement, at), *(judge.claim(claim, at) for claim in claims)]):
        data.facts.state(statement, place)
        for claim in claims:
            data.facts.state(statement, place, claim)


class _Written(Struct, frozen=True):
    """Where the parts of a statement are written: below its subject, the first line that names them."""

    data: Data
    subject: Node
    frame: Frame

    def role(self, role: str) -> Place:
        return self.line(f"{self.data.pack.short(self.frame.iri)}-{role}")

    def qualifier(self, qualifier: str) -> Place:
        return self.line(f"{self.data.pack.short(self.frame.iri)}-{qualifier}")

    def detail(self, detail: Detail) -> Place:
        return self.line(f"kg:{_DETAILS.get(detail, detail)}")

    def line(self, text: str) -> Place:
        return self.data.ontology.place(str(self.subject), text)


def _qualifiers(data: Data, subject: Node, frame: Frame) -> Iterator[tuple[str, str | float]]:
    for qualifier in frame.qualifiers:
        for value in data.take(subject, qualifier.iri):
            yield qualifier.id, _number(data, subject, str(value)) if qualifier.type == "number" else str(value)


def _number(data: Data, subject: Node, text: str) -> str | float:
    try:
        return float(text)
    except ValueError:
        data.problems.add("P017", data.place(subject), text=text)
        return text


def _claim(data: Data, node: Node, place: Place) -> ClaimFact:
    data.take(node, TYPE)
    source = next(iter(data.ids(node, KG + "source")), "")
    return ClaimFact(source, data.text(node, KG + "status"), data.text(node, KG + "confidence"), place)
