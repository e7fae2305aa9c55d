"""An answer -> its things, statements, claims and sources as quads, in the layout of the store."""

from __future__ import annotations

from collections.abc import Iterator

from kg.answer.answer import Answer, Claim, EntityCell, Source, Statement
from kg.answer.subgraph import subgraph
from kg.base.dates import read_period
from kg.base.iris import DCTERMS, KG, PROV, SCHEMA, SKOS, TYPE
from kg.base.terms import Iri, Term, Text
from kg.pack.pack import Pack

#: Subject, predicate, object, and whether it is in the graph of what rules derive.
Quad = tuple[Iri, Iri, Term, bool]


def quads(answer: Answer, pack: Pack) -> tuple[Quad, ...]:
    """Return the quads of the answer's subgraph, each once, in a fixed order."""
    part = subgraph(answer)
    found = [quad for cell in part.nodes for quad in _thing(cell, pack)]
    found += [quad for statement in part.statements for quad in _statement(statement, answer, pack)]
    return tuple(dict.fromkeys(found))


def _thing(cell: EntityCell, pack: Pack) -> Iterator[Quad]:
    iri = Iri(cell.iri)
    if cell.cls in pack.classes:
        yield iri, TYPE, pack.classes[cell.cls].iri, False
    for lang, label in cell.label.items():
        yield iri, Iri(SKOS + "prefLabel"), Text(label, lang), False


def _statement(statement: Statement, answer: Answer, pack: Pack) -> Iterator[Quad]:
    frame = pack.frames[statement.frame]
    if frame.predicate is not None and frame.form == "triple":
        subject, object = (Iri(statement.roles[role.id].iri) for role in frame.roles[:2])
        yield subject, frame.predicate, object, False
        return
    derived = statement.rule is not None
    for predicate, value in _node(statement, pack):
        yield Iri(statement.iri), predicate, value, derived
    for premise in (answer.statements[id] for id in statement.premises if id in answer.statements):
        if premise.iri:
            yield Iri(statement.iri), Iri(PROV + "wasDerivedFrom"), Iri(premise.iri), derived
    for claim in statement.claims:
        iri = pack.iri(claim.id)
        yield Iri(statement.iri), Iri(KG + "claim"), iri, False
        yield from _claim(iri, claim)


def _node(statement: Statement, pack: Pack) -> Iterator[tuple[Iri, Term]]:
    frame = pack.frames[statement.frame]
    yield TYPE, frame.iri
    for role, cell in statement.roles.items():
        yield frame.role(role).iri, Iri(cell.iri)
    for id, value in statement.qualifiers.items():
        yield frame.qualifier(id).iri, value if isinstance(value, str) else float(value)
    for name, text in (("validFrom", statement.valid_from), ("validTo", statement.valid_to)):
        if text:
            period = read_period(text)
            yield Iri(KG + name), text
            yield Iri(f"{KG}{name}First"), period.first
            yield Iri(f"{KG}{name}Last"), period.last
    if statement.rule is not None:
        rule = pack.rules.get(statement.rule)
        yield Iri(KG + "rule"), rule.iri if rule else pack.iri(statement.rule)


def _claim(iri: Iri, claim: Claim) -> Iterator[Quad]:
    values: tuple[tuple[str, Term], ...] = (
        (KG + "status", claim.status),
        (KG + "confidence", claim.confidence),
        (KG + "file", claim.file),
        (KG + "line", claim.line or ""),
    )
    yield iri, TYPE, Iri(KG + "Claim"), False
    for predicate, value in values:
        if value != "":
            yield iri, Iri(predicate), value, False
    if claim.source.iri:
        yield iri, Iri(KG + "source"), Iri(claim.source.iri), False
        yield from _source(claim.source)


def _source(source: Source) -> Iterator[Quad]:
    iri = Iri(source.iri)
    yield iri, TYPE, Iri(KG + "Source"), False
    values = (
        (DCTERMS + "title", source.title),
        (DCTERMS + "publisher", source.publisher),
        (DCTERMS + "creator", source.author),
        (DCTERMS + "date", source.date),
        (DCTERMS + "language", source.lang),
        (SCHEMA + "url", source.url),
        (KG + "reliability", source.reliability),
    )
    for predicate, value in values:
        if value:
            yield iri, Iri(predicate), value, False
