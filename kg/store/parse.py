"""An RDF document in, its quads out: parsed by the engine's own fast parsers, nothing fetched from anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal as OneOf

import pyoxigraph as ox
from msgspec import Struct

from kg.base.errors import KgError
from kg.base.terms import Blank, Iri

Syntax = OneOf["turtle", "rdf/xml", "n-triples", "n-quads", "trig", "json-ld"]

_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "rdf/xml": ox.RdfFormat.RDF_XML,
    "n-triples": ox.RdfFormat.N_TRIPLES,
    "n-quads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "json-ld": ox.RdfFormat.JSON_LD,
}


#: The value of an entity that a document declares, in its quotes, and a reference to another one in it.
_ENTITY = re.compile(rb"""<!ENTITY\s+(?:%\s+)?[^\s"'>]+\s+("[^"]*"|'[^']*')""")
_REFERENCE = re.compile(rb"[&%][^#\s;]+;")
_MOST_UNFOLDED = 100_000_000


class Literal(Struct, frozen=True):
    """A literal as it is written: its text, its datatype, its language tag (lower case, mostly empty)."""

    value: str
    datatype: Iri
    lang: str = ""


Node = Iri | Blank
Term = Iri | Blank | Literal
#: Subject, predicate, object, and the graph (None: the default graph).
Quad = tuple[Node, Iri, Term, Node | None]


class BrokenFileError(KgError):
    """A document that is not in its format; ``line`` 0 when it cannot be told."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line


def parse(data: bytes, syntax: Syntax, base: str) -> Iterator[Quad]:
    """Yield the quads of a document, in its order. Raise BrokenFileError at the first fault.

    Relative IRIs are under ``base``. JSON-LD contexts elsewhere are refused, never fetched.
    """
    if syntax == "rdf/xml":
        _check_entities(data)
    try:
        for quad in ox.parse(data, format=_FORMATS[syntax], base_iri=base):
            if isinstance(quad.subject, ox.Triple) or isinstance(quad.object, ox.Triple):
                continue  # statements about triples (RDF 1.2): what they are about is stated beside them
            yield _node(quad.subject), Iri(quad.predicate.value), _term(quad.object), _graph(quad.graph_name)
    except SyntaxError as error:
        raise BrokenFileError(str(error.msg), error.lineno or 0) from error
    except (ValueError, OSError) as error:
        raise BrokenFileError(str(error)) from error


def _check_entities(data: bytes) -> None:
    """Refuse XML whose entities unfold to much more than the document: a small file would fill the memory."""
    declared = [found[1] for found in _ENTITY.finditer(data)]
    if any(_REFERENCE.search(value) for value in declared):
        raise BrokenFileError("an entity of its DOCTYPE is made of other entities")
    if max(map(len, declared), default=0) * data.count(b"&") > _MOST_UNFOLDED:
        raise BrokenFileError("the entities of its DOCTYPE unfold to too much")


def _node(term: ox.NamedNode | ox.BlankNode) -> Node:
    return Iri(term.value) if isinstance(term, ox.NamedNode) else Blank(term.value)


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> Term:
    if isinstance(term, ox.Literal):
        return Literal(term.value, Iri(term.datatype.value), (term.language or "").lower())
    return _node(term)


def _graph(term: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> Node | None:
    return None if isinstance(term, ox.DefaultGraph) else _node(term)
