"""A reply in SPARQL 1.1 JSON results in; a table, or yes or no, out."""

from __future__ import annotations

import msgspec

from kg.base.diagnostics import diagnostic
from kg.base.errors import StoreError
from kg.base.terms import Blank, Iri, Term
from kg.store.literal import XSD_STRING, literal
from kg.store.remote.send import Reply, told
from kg.store.store import Table

ACCEPT = "application/sparql-results+json"
_JSON = (ACCEPT, "application/json", "text/json")


class _Cell(msgspec.Struct):
    type: str
    value: str
    datatype: str = XSD_STRING
    lang: str = msgspec.field(name="xml:lang", default="")


class _Head(msgspec.Struct):
    vars: list[str] = msgspec.field(default_factory=list)


class _Results(msgspec.Struct):
    bindings: list[dict[str, _Cell]]


class _Document(msgspec.Struct):
    head: _Head
    results: _Results | None = None
    boolean: bool | None = None


_DECODER = msgspec.json.Decoder(_Document)


def parse_table(url: str, reply: Reply) -> Table:
    """Return the bindings of a SELECT; raise StoreError when the reply holds none."""
    document = _document(url, reply)
    if document.results is None:
        raise _unreadable(url, "no bindings in it")
    columns = tuple(document.head.vars)
    rows = tuple(tuple(_term(url, row.get(name)) for name in columns) for row in document.results.bindings)
    return Table(columns, rows)


def parse_boolean(url: str, reply: Reply, column: str = "") -> bool:
    """Return the answer to an ASK; raise StoreError when the reply holds none.

    Where a server answers with a table, ``column`` is the one that counts.
    """
    document = _document(url, reply)
    if document.results is not None and column and column in document.head.vars:
        return any(row[column].value == "1" for row in document.results.bindings if column in row)
    if document.boolean is None:
        raise _unreadable(url, "neither true nor false in it")
    return document.boolean


def _document(url: str, reply: Reply) -> _Document:
    if reply.media_type not in _JSON:
        raise _unreadable(url, f"{told(reply.media_type.encode())}, not {ACCEPT}: {told(reply.body)}")
    try:
        return _DECODER.decode(reply.body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise _unreadable(url, told(str(error).encode())) from None


def _unreadable(url: str, reason: str) -> StoreError:
    return StoreError(diagnostic("S006", url=url, reason=reason))


def _term(url: str, cell: _Cell | None) -> Term:
    if cell is None:
        return None
    match cell.type:
        case "uri":
            return Iri(cell.value)
        case "bnode":
            return Blank(cell.value)
        case "literal" | "typed-literal":
            return literal(cell.value, cell.datatype, cell.lang or None)
        case _:
            raise _unreadable(url, f"a term of the type {told(cell.type.encode())}")
