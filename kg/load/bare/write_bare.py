"""Files, a graph and its pack in; the N-Quads that questions are asked of, out.

Everything that is stated or inferred stands in the default graph, and once more in the named graph of the file (or the
graph of the file) that states it: so each triple is its own evidence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from kg.base.iris import DCTERMS, INFERRED_GRAPH, KG, OF_KIND, SKOS, TEXT_CLASS, TYPE, XSD
from kg.base.proofs import AXIOM, PREMISE, RULE, proof_iri
from kg.base.terms import Iri
from kg.load.bare.build_kinds import NUMBER
from kg.load.bare.build_pack import is_entity, text_iri, text_predicate
from kg.load.bare.follow import Proof
from kg.load.bare.graph import Graph
from kg.load.bare.quantity import Quantity, quantity
from kg.load.bare.read_files import File
from kg.load.bare.read_kinds import Kind
from kg.load.bare.read_vocabulary import Property, Vocabulary
from kg.load.bare.write_kinds import write_kind
from kg.load.bare.write_term import quoted, write_term
from kg.pack.local_words import local_words
from kg.pack.pack import Pack
from kg.store.parse import Literal, Quad


def write_bare(
    files: Iterable[File],
    inferred: Iterable[Quad],
    proofs: Mapping[Quad, Proof],
    graph: Graph,
    pack: Pack,
    words: Vocabulary,
    kinds: Iterable[Kind] = (),
) -> bytes:
    """Return all quads of a bare graph, each once, sorted."""
    lines: set[str] = set()
    for file in files:
        lines |= set(_file(file))
        for subject, predicate, value, named in file.quads:
            line = f"<{subject}> <{predicate}> {write_term(value)}"
            lines.add(f"{line} .\n")
            lines.add(f"{line} <{named or file.graph}> .\n")
    for quad in inferred:
        subject, predicate, value, _ = quad
        line = f"<{subject}> <{predicate}> {write_term(value)}"
        lines.add(f"{line} .\n")
        lines.add(f"{line} <{INFERRED_GRAPH}> .\n")
        if quad in proofs:
            lines |= set(_proof(quad, proofs[quad], words))
    lines |= set(_things(pack))
    origins = _origins(files, {p.iri for p in words.properties.values() if p.texts})
    for used in words.properties.values():
        if used.texts:
            lines |= set(_literals(graph, used, words, origins, pack))
    stated = {
        Iri(subject): file.graph for file in files for subject, predicate, _, _ in file.quads if predicate == TYPE
    }
    for kind in kinds:
        lines |= set(write_kind(kind, graph, stated, pack))
    return "".join(sorted(lines)).encode()


def _proof(quad: Quad, proof: Proof, words: Vocabulary) -> Iterator[str]:
    """Write by which rule a statement follows, and from what: other statements, and axioms in words."""
    me = f"<{proof_iri(*_ends(quad))}>"
    yield f"{me} <{RULE}> {quoted(proof.rule)} <{INFERRED_GRAPH}> .\n"
    for premise in proof.premises:
        if premise[1] in words.properties:
            yield f"{me} <{PREMISE}> {quoted(chr(9).join(_ends(premise)))} <{INFERRED_GRAPH}> .\n"
        else:
            text = " ".join(local_words(end) for end in _ends(premise))
            yield f"{me} <{AXIOM}> {quoted(text)} <{INFERRED_GRAPH}> .\n"


def _ends(quad: Quad) -> tuple[str, str, str]:
    """Return the triple between things that a statement is; a text is a thing of its own."""
    subject, predicate, value, _ = quad
    if isinstance(value, Literal):
        return subject, text_predicate(predicate), text_iri(value.value)
    return subject, predicate, value


def _origins(files: Iterable[File], wanted: set[Iri]) -> dict[tuple[str, str, str], Iri]:
    """Return the first file that states each literal."""
    found: dict[tuple[str, str, str], Iri] = {}
    for file in files:
        for subject, predicate, value, _ in file.quads:
            if predicate in wanted and isinstance(value, Literal):
                found.setdefault((subject, predicate, value.value), file.graph)
    return found


def _file(file: File) -> Iterator[str]:
    me = f"<{file.graph}>"
    yield f"{me} <{TYPE}> <{KG}Source> .\n"
    yield f"{me} <{OF_KIND}> {me} .\n"
    yield f"{me} <{DCTERMS}title> {quoted(file.path.name)} .\n"
    yield f"{me} <{KG}id> {quoted(file.graph)} .\n"
    for named in dict.fromkeys(named for _, _, _, named in file.quads if named is not None):
        yield f"<{named}> <{KG}file> {me} .\n"


def _things(pack: Pack) -> Iterator[str]:
    for thing in pack.things.values():
        me = f"<{thing.iri}>"
        for cls in pack.ancestors(thing.cls):
            yield f"{me} <{TYPE}> <{pack.classes[cls].iri}> .\n"
        yield f"{me} <{OF_KIND}> {me} .\n"
        yield f"{me} <{KG}id> {quoted(thing.id)} .\n"
        if thing.cls == TEXT_CLASS:
            yield f"{me} <{SKOS}prefLabel> {quoted(thing.names['en'].label)} .\n"


def _literals(
    graph: Graph, property: Property, words: Vocabulary, origins: dict[tuple[str, str, str], Iri], pack: Pack
) -> Iterator[str]:
    for subject, value in graph.pairs(property.iri):
        if not isinstance(value, Literal) or not is_entity(subject, words):
            continue
        origin = origins.get((subject, property.iri, value.value), INFERRED_GRAPH)
        if property.numbers:
            yield from _measure(subject, property, value, origin, pack.short(property.iri))
            continue
        line = f"<{subject}> <{text_predicate(property.iri)}> <{text_iri(value.value)}>"
        yield f"{line} .\n"
        yield f"{line} <{origin}> .\n"


def _measure(subject: str, property: Property, value: Literal, origin: str, choice: str) -> Iterator[str]:
    """Write a number as a statement with its claim: the file that states it."""
    found = quantity(value, with_unit=bool(property.units)) or Quantity(0.0)
    frame = f"{property.iri}-measure"
    said = f"{found.number} {found.unit}".rstrip()
    key = hashlib.sha256(f"{subject}\0{property.iri}\0{said}".encode()).hexdigest()[:16]
    me, claim = f"<urn:kg:measure:{key}>", f"<urn:kg:claim:{key}>"
    plain, base = (f'"{number!r}"^^<{XSD}double>' for number in (found.number, found.base))
    yield f"{me} <{TYPE}> <{frame}> .\n"
    yield f"{me} <{frame}-subject> <{subject}> .\n"
    yield f"{me} <{frame}-measure> {quoted(choice)} .\n"
    yield f"{me} <{frame}-value> {plain} .\n"
    yield f"{me} <{frame}-value-base> {base} .\n"
    yield f"{me} <{frame}-unit> {quoted(found.unit or NUMBER)} .\n"
    yield f"{me} <{KG}claim> {claim} .\n"
    yield f"{claim} <{TYPE}> <{KG}Claim> .\n"
    yield f"{claim} <{KG}source> <{origin}> .\n"
    yield f'{claim} <{KG}status> "fact" .\n'
    yield f"{claim} <{KG}file> {quoted(origin.removeprefix('file:'))} .\n"
