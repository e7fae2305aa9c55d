"""A form and a small world in; the answer of the whole corridor (plan, store, run, analysis) out, and its plain parts."""

from __future__ import annotations

from datetime import date

from kg.answer.answer import Answer, EntityCell, ValueCell
from kg.plan.lower import lower
from kg.query.query import Context, Form, Query
from kg.run.run import run
from kg.store.embedded import from_nquads
from tests.reference.layout import pack_of, to_nquads
from tests.reference.world import World

TODAY = date(2026, 1, 1)


def ask(form: Form, world: World, context: Context | None = None, limit: int | None = None) -> Answer:
    """Answer a form over a world."""
    pack, store = pack_of(world), from_nquads(to_nquads(world))
    query = Query(form, context or Context(), limit)
    return run(query, lower(query, pack), store, pack, question="?", language="en", reading={}, today=TODAY)


def paths(answer: Answer) -> list[tuple[str, ...]]:
    """Return the things of each row, in order."""
    return [tuple(cell.id for cell in row.cells if isinstance(cell, EntityCell)) for row in answer.rows]


def chains(answer: Answer) -> list[tuple[str | float | None, ...]]:
    """Return the things of each row and then its last number."""
    found: list[tuple[str | float | None, ...]] = []
    for things, row in zip(paths(answer), answer.rows, strict=True):
        last = row.cells[-1]
        found.append((*things, float(str(last.value)) if isinstance(last, ValueCell) else None))
    return found


def said(answer: Answer) -> str:
    """Return the notes of an answer in English, a line each."""
    return "\n".join(note["en"] for note in answer.notes)
