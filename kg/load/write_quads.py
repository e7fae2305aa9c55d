"""Facts of a pack in; sorted N-Quads in the layout that every question is asked of, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.base.dates import Period, read_period
from kg.base.iris import BROADER, DCTERMS, DERIVED_GRAPH, KG, OF_KIND, PROV, SCHEMA, SKOS, TYPE, XSD
from kg.load.facts import ClaimFact, DerivedFact, Facts, SourceFact, StatementFact, ThingFact
from kg.load.identify import claim_id, identify, identify_derived, triple_id
from kg.load.kinds import all_kinds
from kg.pack.pack import Pack, Qualifier, Unit

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE = re.compile(r'[\x00-\x20<>"{}|^`\\]')

#: Subject, predicate and object, each as N-Quads text.
Triple = tuple[str, str, str]


def write_quads(pack: Pack, facts: Facts) -> bytes:
    """Return what is stated in the default graph and what is derived in the graph ``kg:derived``."""
    writer = _Writer(pack, facts, _names(pack, facts))
    lines = {f"{s} {p} {o} .\n" for s, p, o in writer.stated()}
    graph = _iri(DERIVED_GRAPH)
    lines |= {f"{s} {p} {o} {graph} .\n" for s, p, o in writer.derived()}
    return "".join(sorted(lines.union(facts.others))).encode()


def _names(pack: Pack, facts: Facts) -> dict[StatementFact, str]:
    nodes = (statement for statement in facts.statements if pack.frames[statement.frame].form == "node")
    return identify(nodes, facts.named)


@dataclass(frozen=True, slots=True)
class _Writer:
    pack: Pack
    facts: Facts
    ids: Mapping[StatementFact, str]

    def stated(self) -> Iterator[Triple]:
        kinds = all_kinds(self.facts.direct_kinds())
        for thing in self.facts.things.values():
            yield from self.thing(thing, kinds[thing.thing.id])
        for source in self.facts.sources.values():
            yield from self.source(source)
        for statement, claims in self.facts.statements.items():
            if statement not in self.ids:
                yield self.triple(statement)
                continue
            yield from self.statement(self.ids[statement], statement)
            for claim in claims:
                yield from self.claim(statement, claim)

    def derived(self) -> Iterator[Triple]:
        for fact, name in identify_derived(self.facts.derived, self.ids).items():
            yield from self.statement(name, fact.statement)
            yield from self.premises(self.at(name), fact)

    def thing(self, fact: ThingFact, kinds: Iterable[str]) -> Iterator[Triple]:
        thing = fact.thing
        me = _iri(thing.iri)
        for cls in self.pack.ancestors(thing.cls):
            yield me, _iri(TYPE), _iri(self.pack.classes[cls].iri)
        for lang, words in thing.names.items():
            yield me, _iri(SKOS + "prefLabel"), _text(words.label, lang)
            yield from ((me, _iri(SKOS + "altLabel"), _text(other, lang)) for other in words.others)
            yield from ((me, _iri(SKOS + "hiddenLabel"), _text(hidden)) for hidden in words.hidden)
        for lang, adjectives in thing.adjectives.items():
            yield from ((me, _iri(KG + "adjective"), _text(adjective, lang)) for adjective in adjectives)
        yield me, _iri(KG + "id"), _text(thing.id)
        yield from ((me, _iri(OF_KIND), self.at(kind)) for kind in kinds)
        yield from ((me, _iri(BROADER), self.at(kind)) for kind in thing.kinds)
        yield from ((me, _iri(KG + "note"), _text(note, lang)) for lang, note in fact.notes.items())
        yield from ((me, _iri(KG + "ticker"), _text(ticker)) for ticker in fact.tickers)
        yield from ((me, _iri(predicate), _text(value)) for predicate, value in fact.properties)

    def source(self, fact: SourceFact) -> Iterator[Triple]:
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
        yield me, _iri(TYPE), _iri(KG + "Source")
        yield me, _iri(OF_KIND), me
        yield from ((me, _iri(predicate), _text(text)) for predicate, text in texts.items() if text)
        yield from _bounds(me, KG + "published", fact.published)

    def triple(self, statement: StatementFact) -> Triple:
        (_, subject), (_, value) = statement.roles
        return self.at(subject), _iri(self.pack.frames[statement.frame].predicate or ""), self.at(value)

    def statement(self, id: str, statement: StatementFact) -> Iterator[Triple]:
        me, frame = self.at(id), self.pack.frames[statement.frame]
        yield me, _iri(TYPE), _iri(frame.iri)
        yield from ((me, _iri(frame.role(role).iri), self.at(filler)) for role, filler in statement.roles)
        for qualifier, value in statement.qualifiers:
            yield from self.qualifier(me, statement, frame.qualifier(qualifier), value)
        for edge, date in (("validFrom", statement.valid_from), ("validTo", statement.valid_to)):
            if date:
                yield me, _iri(KG + edge), _text(date)
                yield from _bounds(me, KG + edge, read_period(date))

    def qualifier(
        self, me: str, statement: StatementFact, qualifier: Qualifier, value: str | float
    ) -> Iterator[Triple]:
        if isinstance(value, str):
            yield me, _iri(qualifier.iri), _text(value)
            if qualifier.type == "period":
                yield from _bounds(me, f"{qualifier.iri}-", read_period(value), ("first", "last"))
            return
        yield me, _iri(qualifier.iri), _double(value)
        unit = self.unit(statement, qualifier)
        if unit is not None:
            yield me, _iri(f"{qualifier.iri}-base"), _double(value * unit.factor)

    def unit(self, statement: StatementFact, qualifier: Qualifier) -> Unit | None:
        units = (value for name, value in statement.qualifiers if name == qualifier.unit)
        return self.pack.units.get(str(next(units, "")))

    def claim(self, statement: StatementFact, claim: ClaimFact) -> Iterator[Triple]:
        me = self.at(claim_id(statement, claim))
        yield self.at(self.ids[statement]), _iri(KG + "claim"), me
        yield me, _iri(TYPE), _iri(KG + "Claim")
        yield me, _iri(KG + "source"), self.at(claim.source)
        yield me, _iri(KG + "status"), _text(claim.status)
        if claim.confidence:
            yield me, _iri(KG + "confidence"), _text(claim.confidence)
        if claim.quote:
            yield me, _iri(KG + "quote"), _text(claim.quote)
        yield me, _iri(KG + "file"), _text(claim.place.file)
        yield me, _iri(KG + "line"), _typed(str(claim.place.line), "integer")
        yield from _bounds(me, KG + "published", self.facts.sources[claim.source].published)

    def premises(self, me: str, fact: DerivedFact) -> Iterator[Triple]:
        yield me, _iri(KG + "rule"), _iri(self.pack.rules[fact.rule].iri)
        for premise in fact.premises:
            if premise in self.ids:
                yield me, _iri(PROV + "wasDerivedFrom"), self.at(self.ids[premise])
                continue
            node = self.at(triple_id(premise))
            yield me, _iri(KG + "premiseTriple"), node
            parts = zip(("subject", "predicate", "object"), self.triple(premise), strict=True)
            yield from ((node, _iri(KG + part), term) for part, term in parts)

    def at(self, id: str) -> str:
        return _iri(self.pack.iri(id))


def _bounds(
    me: str, predicate: str, period: Period | None, ends: tuple[str, str] = ("First", "Last")
) -> Iterator[Triple]:
    if period is not None:
        yield me, _iri(predicate + ends[0]), _typed(period.first.isoformat(), "date")
        yield me, _iri(predicate + ends[1]), _typed(period.last.isoformat(), "date")


def _iri(iri: str) -> str:
    return f"<{_UNSAFE.sub(lambda match: f'%{ord(match[0]):02X}', iri)}>"


def _text(text: str, lang: str = "") -> str:
    quoted = "".join(_ESCAPES.get(character, character) for character in text)
    return f'"{quoted}"@{lang}' if lang else f'"{quoted}"'


def _double(value: float) -> str:
    return _typed(repr(float(value)), "double")


def _typed(lexical: str, type: str) -> str:
    return f'"{lexical}"^^<{XSD}{type}>'
