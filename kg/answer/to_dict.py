"""An answer -> the one JSON object that the command line prints: plain dictionaries, lists, texts, numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kg.answer.answer import Answer, Cell, Claim, Column, EntityCell, Row, Statement, ValueCell
from kg.base.diagnostics import Diagnostic, Lang

_Name = Callable[[str, str], str]


def to_dict(answer: Answer, *, iri: bool = False) -> dict[str, Any]:
    """Return an answer as JSON can hold it. Every key is always there; what an answer lacks is None or empty.

    Things, statements and sources are named by their short ids, with ``iri`` by their full IRIs.
    ``derived`` and ``evidence`` have one entry a row; a plain triple has no IRI and keeps its id.
    """
    name = _full if iri else _short
    return {
        "question": answer.question,
        "language": answer.language,
        "reading": {"en": answer.reading.get("en"), "zh": answer.reading.get("zh")},
        "kind": answer.kind,
        "columns": [_column(column) for column in answer.columns],
        "rows": [[_cell(cell, name) for cell in row.cells] for row in answer.rows],
        "entities": _entities(answer, name),
        "number": answer.number,
        "unit": answer.unit,
        "boolean": answer.boolean,
        "truncated": answer.truncated,
        "derived": [row.derived for row in answer.rows],
        "evidence": [_evidence(row, answer, name) for row in answer.rows],
        "coverage": _coverage(answer),
        "assumed": _assumed(answer),
        "advice": [{"text": advice.text, "finds": advice.finds} for advice in answer.advice],
        "notes": [dict(note) for note in answer.notes],
        "error": _error(answer.error, answer.language) if answer.error else None,
        "timings": dict(answer.timings),
    }


def _short(id: str, _iri: str) -> str:
    return id


def _full(id: str, iri: str) -> str:
    return iri or id


def _entities(answer: Answer, name: _Name) -> list[str]:
    first = (row.cells[0] for row in answer.rows if row.cells)
    return list(dict.fromkeys(name(cell.id, cell.iri) for cell in first if isinstance(cell, EntityCell)))


def _column(column: Column) -> dict[str, Any]:
    return {"name": dict(column.name), "role": column.role, "class": column.cls}


def _cell(cell: Cell, name: _Name) -> dict[str, Any] | None:
    match cell:
        case None:
            return None
        case EntityCell():
            return {"id": name(cell.id, cell.iri), "label": dict(cell.label)}
        case ValueCell(value, unit, upper):
            return {"value": value, "unit": unit} | ({} if upper is None else {"upper": upper})


def _evidence(row: Row, answer: Answer, name: _Name) -> list[dict[str, Any]]:
    return [_statement(answer.statements[id], answer, name) for id in row.statements]


def _statement(statement: Statement, answer: Answer, name: _Name) -> dict[str, Any]:
    premises = (answer.statements.get(id) for id in statement.premises)
    return {
        "id": name(statement.id, statement.iri),
        "frame": statement.frame,
        "roles": {role: _cell(cell, name) for role, cell in statement.roles.items()},
        "valid": {"from": statement.valid_from or None, "to": statement.valid_to or None},
        "qualifiers": dict(statement.qualifiers),
        "claims": [_claim(claim, name) for claim in statement.claims],
        "rule": statement.rule,
        "premises": [name(premise.id, premise.iri) for premise in premises if premise],
    }


def _claim(claim: Claim, name: _Name) -> dict[str, Any]:
    source = claim.source
    return {
        "source": name(source.id, source.iri),
        "title": source.title,
        "publisher": source.publisher,
        "status": claim.status,
        "confidence": claim.confidence or None,
        "date": source.date or None,
        "url": source.url or None,
        "file": claim.file or None,
        "line": claim.line or None,
    }


def _coverage(answer: Answer) -> dict[str, Any] | None:
    found = answer.coverage
    return {"asked": found.asked, "documented": found.documented, "frame": found.frame} if found else None


def _assumed(answer: Answer) -> dict[str, Any] | None:
    found = answer.assumed
    if found is None:
        return None
    return {"as_of": found.as_of, "known_on": found.known_on, "statuses": list(found.statuses)}


def _error(error: Diagnostic, lang: Lang) -> Mapping[str, Any]:
    return {
        "code": error.code,
        "message": error.message(lang),
        "remedy": error.remedy(lang),
        "span": [error.span.start, error.span.end],
        "expected": list(error.expected),
        "suggestions": [{"text": found.text, "note": found.note} for found in error.suggestions],
        "page": error.page,
    }
