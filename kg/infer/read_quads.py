"""N-Triples or N-Quads in; the pairs of each predicate, as numbers of terms, out. Graphs are read as one."""

from __future__ import annotations

import re
from itertools import chain

import numpy as np

from kg.base.diagnostics import Diagnostic
from kg.base.errors import PackError
from kg.infer.relation import SHIFT, Relation, fresh
from kg.infer.terms import Terms

_SPACED = re.compile(
    rb"[ \t]*(?P<subject><[^> ]*>|_:\S+)[ \t]*(?P<predicate><[^> ]*>)[ \t]*"
    rb'(?P<object><[^> ]*>|_:[^\s<]+?|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^> ]*>)?)'
    rb"[ \t]*(?:<[^> ]*>|_:\S+?)?[ \t]*\.[ \t]*(?:#.*)?"
)
_OPENINGS = (b"<", b"_")
_EMPTY = re.compile(rb"[ \t]*(?:#.*)?")

_Triple = tuple[bytes, bytes, bytes]


def read_quads(document: bytes, terms: Terms) -> dict[int, Relation]:
    """Return the relations of a document, one statement a line; a line that is none raises PackError with its number."""
    lines = document.replace(b"\r\n", b"\n").split(b"\n")
    triples = (triple for place, line in enumerate(lines, 1) if (triple := _triple(line, place)))
    flat = np.fromiter(map(terms.__getitem__, chain.from_iterable(triples)), dtype=np.int64)
    subjects, predicates, objects = flat[0::3], flat[1::3], flat[2::3]
    order = np.argsort(predicates, kind="stable")
    keys = ((subjects << SHIFT) | objects)[order]
    found, starts = np.unique(predicates[order], return_index=True)
    parts = np.split(keys, starts[1:])
    return {predicate: fresh(np.unique(part), 0) for predicate, part in zip(found.tolist(), parts, strict=False)}


def _triple(line: bytes, place: int) -> _Triple | None:
    """Read a line as the stores write it, by its spaces; by its full grammar only where that does not do."""
    parts = line.split(b" ", 2)
    if len(parts) == 3 and parts[2].endswith(b" .") and parts[0][:1] in _OPENINGS and parts[1][:1] == b"<":
        value = parts[2][:-2]
        end = value.rfind(b'"')
        space = value.find(b" ", end + 1)
        if (end > 0 or value[:1] in _OPENINGS) and (space < 0 or b"#" not in value[space:]):
            return parts[0], parts[1], value if space < 0 else value[:space]
    return _spaced(line, place)


def _spaced(line: bytes, place: int) -> _Triple | None:
    if found := _SPACED.fullmatch(line):
        return found["subject"], found["predicate"], found["object"]
    if _EMPTY.fullmatch(line):
        return None
    reason = line.decode(errors="replace")[:80]
    values = (("format", "N-Quads"), ("path", "RDF"), ("reason", reason))
    raise PackError((Diagnostic("P002", values, file="RDF", line=place),))
