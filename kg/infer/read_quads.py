"""N-Triples or N-Quads in; the pairs of each predicate, as numbers of terms, out. Graphs are read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

import numpy as np

from kg.base.diagnostics import Diagnostic
from kg.base.errors import PackError
from kg.infer.relation import SHIFT, Relation, fresh
from kg.infer.terms import Terms

_IRI, _BLANK, _TEXT = rb"<[^> ]*>", rb"_:[^\s<>]+", rb'"[^"\\]*(?:\\.[^"\\]*)*"'
_OBJECT = rb"(%s|%s(?:@[A-Za-z0-9-]+|\^\^%s)?|%s)" % (_IRI, _TEXT, _IRI, _BLANK)
#: A statement as the stores write it: one space between terms. Read a block at a time, this costs least.
_PLAIN = re.compile(rb"^(%s|%s) (%s) %s(?: (?:%s|%s))? \.$" % (_IRI, _BLANK, _IRI, _OBJECT, _IRI, _BLANK), re.MULTILINE)
#: A statement as it may be written.
_SPACED = re.compile(
    rb"[ \t]*(%s|%s)[ \t]*(%s)[ \t]*%s[ \t]*(?:%s|%s)?[ \t]*\.[ \t]*(?:#.*)?"
    % (_IRI, _BLANK + rb"?", _IRI, _OBJECT.replace(_BLANK, _BLANK + rb"?"), _IRI, _BLANK + rb"?")
)
_EMPTY = re.compile(rb"[ \t]*(?:#.*)?")
_BLOCK = 1 << 22

_Triple = tuple[bytes, bytes, bytes]


def read_quads(document: bytes, terms: Terms) -> dict[int, Relation]:
    """Return the relations of a document, one statement a line; a line that is none raises PackError with its number."""
    triples = _triples(document.replace(b"\r\n", b"\n"))
    flat = np.fromiter(map(terms.__getitem__, chain.from_iterable(triples)), dtype=np.int64)
    subjects, predicates, objects = flat[0::3], flat[1::3], flat[2::3]
    order = np.argsort(predicates, kind="stable")
    keys = ((subjects << SHIFT) | objects)[order]
    found, starts = np.unique(predicates[order], return_index=True)
    parts = np.split(keys, starts[1:])
    return {predicate: fresh(np.unique(part), 0) for predicate, part in zip(found.tolist(), parts, strict=False)}


def _triples(document: bytes) -> Iterator[_Triple]:
    """Yield the triples of a document, some lines at a time so that only the terms are kept."""
    start, line = 0, 1
    while start < len(document):
        end = document.find(b"\n", start + _BLOCK) + 1 or len(document)
        block = document[start:end]
        found = _PLAIN.findall(block)
        lines = block.count(b"\n") + (not block.endswith(b"\n"))
        yield from found if len(found) == lines else _spaced(block, line)
        start, line = end, line + lines


def _spaced(block: bytes, first: int) -> Iterator[_Triple]:
    for number, line in enumerate(block.split(b"\n"), first):
        if found := _SPACED.fullmatch(line):
            yield found[1], found[2], found[3]
        elif not _EMPTY.fullmatch(line):
            reason = line.decode(errors="replace")[:80]
            values = (("format", "N-Quads"), ("path", "RDF"), ("reason", reason))
            raise PackError((Diagnostic("P002", values, file="RDF", line=number),))
