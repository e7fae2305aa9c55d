"""Facts of a pack in; sorted N-Quads in the layout that every question is asked of, out."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter

from msgspec import Struct, field

from kg.base.dates import Period, read_period
from kg.base.iris import BROADER, DCTERMS, DERIVED_GRAPH, KG, OF_KIND, PROV, SCHEMA, SKOS, TYPE, XSD
from kg.load.facts import ClaimFact, DerivedFact, Facts, SourceFact, StatementFact, ThingFact
from kg.load.identify import identify, identify_derived, keyed_claim_id, statement_key, triple_id
from kg.load.kinds import all_kinds
from kg.pack.pack import Pack, Qualifier

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_UNSAFE = re.compile(r'[\x00-\x20<>"{}|^`\\]')

#: What stands behind a subject on a line: predicate and object, each as N-Quads text.
Tail = tuple[str, str]
#: A subject, what is written of it, and the graph (empty: the default one).
Block = tuple[str, Callable[[], Iterable[Tail]], str]


def write_quads(pack: Pack, facts: Facts) -> bytes:
    """Return what is stated in the default graph and what is derived in the graph ``kg:derived``.

    Lines are made subject by subject, in the order in which they are written: beside the facts and the result,
    only the lines of one subject are in memory.
    """
    writer = _Writer(pack, facts, _names(pack, facts))
    blocks = sorted([*writer.stated(), *writer.derived(), *_others(facts)], key=itemgetter(0))
    written = io.BytesIO()
    for subject, same in groupby(blocks, key=itemgetter(0)):
        lines = {f"{subject} {p} {o}{graph} .\n" for _, tails, graph in same for p, o in tails()}
        written.write("".join(sorted(lines)).encode())
    return written.getvalue()


def _names(pack: Pack, facts: Facts) -> dict[StatementFact, str]:
    nodes = (statement for statement in facts.statements if pack.frames[statement.frame].form == "node")
    return identify(nodes, facts.named)


def _others(facts: Facts) -> Iterator[Block]:
    """Yield the lines of RDF files that are no facts, apart: "subject predicate object ."."""
    for line in facts.others:
        subject, predicate, value = line.rstrip().removesuffix(".").rstrip().split(" ", 2)
        yield subject, partial(_single, predicate, value), ""


def _single(predicate: str, value: str) -> Iterator[Tail]:
    yield predicate, value


class _Writer(Struct, frozen=True):
    pack: Pack
    facts: Facts
    ids: Mapping[StatementFact, str]
    #: Id -> its IRI as it is written.
    iris: dict[str, str] = field(default_factory=dict)

    def stated(self) -> Iterator[Block]:
        kinds = all_kinds(self.facts.direct_kinds())
        for thing in self.facts.things.values():
            of_kind = kinds[thing.thing.id]
            yield _iri(thing.thing.iri), partial(self.thing, thing, of_kind), ""
        for source in self.facts.sources.values():
            yield _iri(source.source.iri), partial(self.source, source), ""
        for statement, claims in self.facts.statements.items():
            id = self.ids.get(statement)
            if id is None:
                subject, predicate, value = self.triple(statement)
                yield subject, partial(_single, predicate, value), ""
                continue
            key = statement_key(statement)
            named = [(self.at(keyed_claim_id(key, claim)), claim) for claim in claims]
            yield self.at(id), partial(self.stated_by, statement, named), ""
            for name, claim in named:
                yield name, partial(self.claim, claim), ""

    def derived(self) -> Iterator[Block]:
        graph = f" {_iri(DERIVED_GRAPH)}"
        for fact, name in identify_derived(self.facts.derived, self.ids).items():
            yield self.at(name), partial(self.concluded, fact), graph
            for premise in fact.premises:
                if premise not in self.ids:
                    yield self.at(triple_id(premise)), partial(self.parts, premise), graph

    def thing(self, fact: ThingFact, kinds: Iterable[str]) -> Iterator[Tail]:
        thing = fact.thing
        for cls in self.pack.ancestors(thing.cls):
            yield _iri(TYPE), _iri(self.pack.classes[cls].iri)
        for lang, words in thing.names.items():
            yield _iri(SKOS + "prefLabel"), _text(words.label, lang)
            yield from ((_iri(SKOS + "altLabel"), _text(other, lang)) for other in words.others)
            yield from ((_iri(SKOS + "hiddenLabel"), _text(hidden)) for hidden in words.hidden)
        for lang, adjectives in thing.adjectives.items():
            yield from ((_iri(KG + "adjective"), _text(adjective, lang)) for adjective in adjectives)
        yield _iri(KG + "id"), _text(thing.id)
        yield from ((_iri(OF_KIND), self.at(kind)) for kind in kinds)
        yield from ((_iri(BROADER), self.at(kind)) for kind in thing.kinds)
        yield from ((_iri(KG + "note"), _text(note, lang)) for lang, note in fact.notes.items())
        yield from ((_iri(KG + "ticker"), _text(ticker)) for ticker in fact.tickers)
        yield from ((_iri(predicate), _text(value)) for predicate, value in fact.properties)

    def source(self, fact: SourceFact) -> Iterator[Tail]:
        source = fact.source
        me = _iri(source.iri)
        texts = {
            DCTERMS + "title": source.title,
            DCTERMS + "publisher": source.publisher,
            DCTERMS + "creator": source.author,
            DCTERMS + "date": fact.date,
            DCTERMS + "language": fact.lang,
            SCHEMA + "url": fact.url,
            KG + "reliability": fact.reliability,
            KG + "id": source.id,
        }
        yield _iri(TYPE), _iri(KG + "Source")
        yield _iri(OF_KIND), me
        yield from ((_iri(predicate), _text(text)) for predicate, text in texts.items() if text)
        yield from _bounds(KG + "published", fact.published)

    def triple(self, statement: StatementFact) -> tuple[str, str, str]:
        (_, subject), (_, value) = statement.roles
        return self.at(subject), _iri(self.pack.frames[statement.frame].predicate or ""), self.at(value)

    def stated_by(self, statement: StatementFact, claims: Iterable[tuple[str, ClaimFact]]) -> Iterator[Tail]:
        yield from self.statement(statement)
        yield from ((_iri(KG + "claim"), name) for name, _ in claims)

    def statement(self, statement: StatementFact) -> Iterator[Tail]:
        frame = self.pack.frames[statement.frame]
        yield _iri(TYPE), _iri(frame.iri)
        yield from ((_iri(frame.role(role).iri), self.at(filler)) for role, filler in statement.roles)
        for qualifier, value in statement.qualifiers:
            yield from self.qualifier(statement, frame.qualifier(qualifier), value)
        for edge, date in (("validFrom", statement.valid_from), ("validTo", statement.valid_to)):
            if date:
                yield _iri(KG + edge), _text(date)
                yield from _bounds(KG + edge, _days(date))

    def qualifier(self, statement: StatementFact, qualifier: Qualifier, value: str | float) -> Iterator[Tail]:
        if isinstance(value, str):
            yield _iri(qualifier.iri), _text(value)
            if qualifier.type == "period":
                yield from _bounds(f"{qualifier.iri}-", _days(value), ("first", "last"))
            return
        yield _iri(qualifier.iri), _double(value)
        unit = self.pack.units.get(str(statement.qualifier(qualifier.unit) or "")) if qualifier.unit else None
        if unit is not None:
            yield _iri(f"{qualifier.iri}-base"), _double(value * unit.factor)

    def claim(self, claim: ClaimFact) -> Iterator[Tail]:
        yield _iri(TYPE), _iri(KG + "Claim")
        yield _iri(KG + "source"), self.at(claim.source)
        yield _iri(KG + "status"), _text(claim.status)
        if claim.confidence:
            yield _iri(KG + "confidence"), _text(claim.confidence)
        if claim.quote:
            yield _iri(KG + "quote"), _text(claim.quote)
        yield _iri(KG + "file"), _text(claim.place.file)
        yield _iri(KG + "line"), _typed(str(claim.place.line), "integer")
        yield from _bounds(KG + "published", self.facts.sources[claim.source].published)

    def concluded(self, fact: DerivedFact) -> Iterator[Tail]:
        yield from self.statement(fact.statement)
        yield _iri(KG + "rule"), _iri(self.pack.rules[fact.rule].iri)
        for premise in fact.premises:
            if premise in self.ids:
                yield _iri(PROV + "wasDerivedFrom"), self.at(self.ids[premise])
            else:
                yield _iri(KG + "premiseTriple"), self.at(triple_id(premise))

    def parts(self, premise: StatementFact) -> Iterator[Tail]:
        parts = zip(("subject", "predicate", "object"), self.triple(premise), strict=True)
        yield from ((_iri(KG + part), term) for part, term in parts)

    def at(self, id: str) -> str:
        found = self.iris.get(id)
        if found is None:
            found = self.iris[id] = _iri(self.pack.iri(id))
        return found


def _bounds(predicate: str, period: Period | None, ends: tuple[str, str] = ("First", "Last")) -> Iterator[Tail]:
    if period is not None:
        yield _iri(predicate + ends[0]), _typed(period.first.isoformat(), "date")
        yield _iri(predicate + ends[1]), _typed(period.last.isoformat(), "date")


@lru_cache(maxsize=4096)
def _days(text: str) -> Period:
    return read_period(text)


@lru_cache(maxsize=4096)
def _iri(iri: str) -> str:
    return f"<{_UNSAFE.sub(lambda match: f'%{ord(match[0]):02X}', iri)}>"


def _text(text: str, lang: str = "") -> str:
    quoted = text.translate(_ESCAPES)
    return f'"{quoted}"@{lang}' if lang else f'"{quoted}"'


def _double(value: float) -> str:
    return _typed(repr(float(value)), "double")


def _typed(lexical: str, type: str) -> str:
    return f'"{lexical}"^^<{XSD}{type}>'
