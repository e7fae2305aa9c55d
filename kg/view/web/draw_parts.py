"""A list of the parts of a whole, level by level, in; its picture out: a tree of wholes and parts with their amounts."""

from __future__ import annotations

from collections.abc import Mapping

from kg.answer.answer import Answer, Cell, EntityCell, Row, Statement, ValueCell
from kg.pack.pack import Pack
from kg.view.evidence import strongest_standing
from kg.view.values import cell_text
from kg.view.web.drawing import Box, Drawing, Line, Texts
from kg.view.web.hops import LANGUAGES
from kg.view.web.things import thing_box

_PART, _WHOLE, _QUANTITY, _AMOUNT = "part", "whole", "quantity", "amount"
_IN_ALL: Texts = {"en": "{} in all", "zh": "共{}"}


def is_parts(answer: Answer) -> bool:
    """Tell whether each row is a part of a whole, with how many of it there are and what that comes to."""
    return {_PART, _WHOLE, _QUANTITY, _AMOUNT} <= {column.role for column in answer.columns} and bool(answer.rows)


def draw_parts(answer: Answer, pack: Pack) -> Drawing:
    """Draw each thing once, below its label what it comes to in one whole; on each line how many go into the other."""
    places = {column.role: place for place, column in enumerate(answer.columns)}
    cells: dict[str, EntityCell] = {}
    amounts: dict[str, dict[str, Texts]] = {}
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in answer.rows:
        whole, part = row.cells[places[_WHOLE]], row.cells[places[_PART]]
        if not isinstance(whole, EntityCell) or not isinstance(part, EntityCell):
            continue
        cells |= {cell.id: cell for cell in (whole, part) if cell.id not in cells}
        rows.setdefault((whole.id, part.id), []).append(row)
        texts = _number(row.cells[places[_AMOUNT]], pack)
        if texts["en"]:
            amounts.setdefault(part.id, {})[texts["en"]] = texts
    parts = {part for _, part in rows}
    boxes = [_box(cell, amounts.get(key, {}), asked="stated" if key in parts else "") for key, cell in cells.items()]
    lines = [
        _line(f"line-{index}", ends, some, answer, pack, places[_QUANTITY])
        for index, (ends, some) in enumerate(rows.items())
    ]
    return Drawing(tuple(boxes), tuple(lines), {})


def _box(cell: EntityCell, amounts: Mapping[str, Texts], *, asked: str) -> Box:
    """Return the box of a thing; accounts that differ stand side by side."""
    own = thing_box(cell, asked)
    if not amounts:
        return own
    note = {lang: _IN_ALL[lang].format(" | ".join(one[lang] for one in amounts.values())) for lang in LANGUAGES}
    return Box(own.id, own.cls, own.label, note, own.asked)


def _number(cell: Cell, pack: Pack) -> Texts:
    known = cell if isinstance(cell, ValueCell) else None
    return {lang: cell_text(known, None, pack, lang) for lang in LANGUAGES}


def _line(id: str, ends: tuple[str, str], rows: list[Row], answer: Answer, pack: Pack, quantity: int) -> Line:
    told: dict[str, Statement] = {}
    counts: dict[str, Texts] = {}
    for row in rows:
        for key in row.statements:
            one = answer.statements.get(key)
            if one is not None and set(ends) <= {cell.id for cell in one.roles.values()}:
                told[key] = one
        texts = _number(row.cells[quantity], pack)
        if texts["en"]:
            counts[texts["en"]] = texts
    label: Texts = {lang: " | ".join(f"× {texts[lang]}" for texts in counts.values()) for lang in LANGUAGES}
    frame = next(iter(told.values())).frame if told else ""
    return Line(id, *ends, frame, label, strongest_standing(told.values()), tuple(told), downstream=1)
