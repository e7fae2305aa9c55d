"""An answer -> one flat table: a heading and a list of plain values for each column."""

from __future__ import annotations

from kg.answer.answer import Answer, Cell, EntityCell
from kg.base.diagnostics import Lang

Value = str | float | int | bool | None


def flat(answer: Answer, lang: Lang | None = None) -> dict[str, list[Value]]:
    """Return the columns in order: labels and numbers, and beside them, where any row has one, the ids
    of things and the units and upper ends of numbers; last the rule of each row and its sources."""
    lang = lang or answer.language
    table: dict[str, list[Value]] = {}
    for index, column in enumerate(answer.columns):
        cells = [row.cells[index] if index < len(row.cells) else None for row in answer.rows]
        name = _unused(column.name.get(lang, column.role), table)
        table[name] = [_value(cell, lang) for cell in cells]
        table |= {f"{name} ({part})": values for part, values in _details(cells).items()}
    table[_unused("derived", table)] = [row.derived for row in answer.rows]
    table[_unused("sources", table)] = [_sources(row.statements, answer) for row in answer.rows]
    return table


def _value(cell: Cell, lang: Lang) -> Value:
    if isinstance(cell, EntityCell):
        return cell.label.get(lang, cell.id)
    return None if cell is None else cell.value


def _details(cells: list[Cell]) -> dict[str, list[Value]]:
    details: dict[str, list[Value]] = {
        "id": [cell.id if isinstance(cell, EntityCell) else None for cell in cells],
        "unit": [None if cell is None or isinstance(cell, EntityCell) else cell.unit for cell in cells],
        "upper": [None if cell is None or isinstance(cell, EntityCell) else cell.upper for cell in cells],
    }
    return {part: values for part, values in details.items() if any(value is not None for value in values)}


def _sources(statements: tuple[str, ...], answer: Answer) -> str:
    claims = (claim for id in statements for claim in answer.statements[id].claims)
    return "; ".join(dict.fromkeys(claim.source.id for claim in claims))


def _unused(name: str, table: dict[str, list[Value]]) -> str:
    unused, number = name, 2
    while unused in table:
        unused, number = f"{name} {number}", number + 1
    return unused
