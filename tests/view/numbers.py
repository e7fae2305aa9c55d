"""Answers of numbers: measures over the years, and shares of wholes."""

from __future__ import annotations

from msgspec.structs import replace

from kg.answer.answer import Answer, Column, Row, ValueCell
from tests.view.story import PACK, SIZE, answer, cell, qualifier

DATED = replace(SIZE, qualifiers=(*SIZE.qualifiers, qualifier("as_of", "as of", "截至", "period")))
DATED_PACK = replace(PACK, frames={**PACK.frames, "Size": DATED})


def column(role: str) -> Column:
    """A column called after its role."""
    return Column({"en": role, "zh": role}, role)


def measured(*rows: tuple[float, str, str, str]) -> Answer:
    """An answer of numbers: (value, unit, scope, date)."""
    cells = [(ValueCell(value, unit), ValueCell(scope), ValueCell(date)) for value, unit, scope, date in rows]
    return answer(columns=(column("value"), column("scope"), column("as_of")), rows=tuple(map(Row, cells)))


def shares(*rows: tuple[str, float, str, float, float]) -> Answer:
    """An answer of shares: (firm, percent, basis, rest, index)."""
    columns = tuple(map(column, ("giver", "share", "basis", "rest", "index")))
    cells = [
        (cell(firm), ValueCell(part, "percent"), ValueCell(basis), ValueCell(rest, "percent"), ValueCell(index))
        for firm, part, basis, rest, index in rows
    ]
    return answer(columns=columns, rows=tuple(map(Row, cells)))
