"""A table: things that hang together, and values of them -> rows with the statements behind each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from kg.answer.answer import Answer, Cell, Column, Row, ValueCell
from kg.base.errors import BudgetError
from kg.base.terms import Iri, Term, Text
from kg.plan.plan import TablePlan
from kg.query.query import Table
from kg.run.engine import Engine
from kg.run.entities import Entities, by_label, labels, plain_number
from kg.run.evidence import Evidence
from kg.run.found import Key
from kg.run.scene import thing_column


def table(plan: TablePlan, engine: Engine, entities: Entities, evidence: Evidence, answer: Answer) -> Answer:
    """Answer with a row for each way in which the things hang together, ordered by their labels."""
    form = plan.query.form
    assert isinstance(form, Table)
    width = len(plan.columns) + len(plan.units)
    found: dict[tuple[Term, ...], dict[Key, None]] = {}
    with engine.clock.stage("main"):
        for row, keys in engine.traced(plan.match):
            found.setdefault(row[:width], {}).update(dict.fromkeys(keys))
    cells = {row: tuple(_cells(row, plan, entities)) for row in found}
    ordered = sorted(found, key=lambda row: tuple(_order(cell) for cell in cells[row]))
    shown = ordered if plan.query.limit is None else ordered[: plan.query.limit]
    keys_shown = tuple(dict.fromkeys(key for row in shown for key in found[row]))
    try:
        with engine.clock.stage("evidence"):
            evidence.fetch(keys_shown)
    except BudgetError:
        engine.cut = engine.cut or "time: stopped before the evidence was complete"
    rows = tuple(Row(cells[row], tuple(s.id for s in evidence.ordered(found[row]))) for row in shown)
    cut = None if len(shown) == len(ordered) else f"limit: the first {len(shown)} of {len(ordered)} rows"
    return replace(
        answer,
        columns=tuple(_columns(form, engine)),
        rows=rows,
        statements={statement.id: statement for statement in evidence.ordered(keys_shown)},
        truncated=cut,
    )


def _columns(form: Table, engine: Engine) -> Iterator[Column]:
    pack = engine.pack
    for noun in form.nouns:
        yield thing_column(replace(noun, where=None), pack)
    for shown in form.values:
        frame = pack.frames[shown.holds.frame]
        is_role = any(role.id == shown.show for role in frame.roles)
        yield Column(labels(frame.role(shown.show).names if is_role else frame.names, shown.show), shown.show, None)


def _cells(row: tuple[Term, ...], plan: TablePlan, entities: Entities) -> Iterator[Cell]:
    """Yield the cells of a row; a figure has its unit, which stands behind the columns."""
    units = entities.pack.units
    behind = dict(zip(plan.units, row[len(plan.columns) :], strict=True))
    for place, value in enumerate(row[: len(plan.columns)]):
        cell, unit = _cell(value, entities), behind.get(place)
        known = units.get(str(unit)) if unit is not None else None
        named = known is not None and any(words.label for words in known.names.values())
        yield replace(cell, unit=str(unit)) if isinstance(cell, ValueCell) and named else cell


def _cell(value: Term, entities: Entities) -> Cell:
    match value:
        case Iri():
            return entities.cell(value)
        case bool() | None:
            return None if value is None else ValueCell(str(value).lower())
        case int() | float():
            return ValueCell(plain_number(value))
        case Text(text, _):
            return ValueCell(text)
        case _:
            return ValueCell(str(value))


def _order(cell: Cell) -> tuple[str, str]:
    match cell:
        case None:
            return ("", "")
        case ValueCell():
            return (str(cell.value), "")
        case _:
            return by_label(cell)
