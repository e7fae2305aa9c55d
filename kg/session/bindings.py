"""The bindings of a SPARQL SELECT in; SPARQL results as TSV or JSON, as the W3C writes them, out."""

from __future__ import annotations

import json
from datetime import date

from kg.base.iris import XSD
from kg.base.terms import Blank, Iri, Term, Text
from kg.store.store import Table

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def to_tsv(table: Table) -> str:
    """Return SPARQL 1.1 Query Results TSV."""
    lines = ["\t".join(f"?{column}" for column in table.columns)]
    lines += ["\t".join(_turtle(term) for term in row) for row in table.rows]
    return "\n".join(lines) + "\n"


def to_json(table: Table) -> str:
    """Return SPARQL 1.1 Query Results JSON."""
    bindings = [
        {name: _object(term) for name, term in zip(table.columns, row, strict=True) if term is not None}
        for row in table.rows
    ]
    results = {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}
    return json.dumps(results, ensure_ascii=False, indent=2) + "\n"


def _turtle(term: Term) -> str:
    match term:
        case None:
            return ""
        case Iri():
            return f"<{term}>"
        case Blank():
            return f"_:{term}"
        case Text(value, lang):
            return f'"{value.translate(_ESCAPES)}"@{lang}'
    value, datatype = _literal(term)
    if datatype and not isinstance(term, date):  # numbers and truth values stand bare, as in Turtle
        return value
    return f'"{value.translate(_ESCAPES)}"' + (f"^^<{datatype}>" if datatype else "")


def _object(term: Term) -> dict[str, str]:
    match term:
        case Iri():
            return {"type": "uri", "value": str(term)}
        case Blank():
            return {"type": "bnode", "value": str(term)}
        case Text(value, lang):
            return {"type": "literal", "value": value, "xml:lang": lang}
    value, datatype = _literal(term)
    return {"type": "literal", "value": value} | ({"datatype": datatype} if datatype else {})


def _literal(term: Term) -> tuple[str, str]:
    """Return the lexical form and the datatype of a literal, no datatype for a plain string."""
    match term:
        case bool():
            return str(term).lower(), XSD + "boolean"
        case int():
            return str(term), XSD + "integer"
        case float():
            return repr(term), XSD + "double"
        case date():
            return term.isoformat(), XSD + "date"
        case _:
            return str(term), ""
