"""An answer whose rows are chains of things in; their picture out: each step a column, with quantities on the lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from kg.answer.answer import Answer, Cell, EntityCell, Row, Statement, ValueCell
from kg.pack.pack import Pack
from kg.view.evidence import strongest_standing
from kg.view.values import cell_text
from kg.view.web.between import between
from kg.view.web.drawing import Box, Drawing, Line, Texts
from kg.view.web.hops import LANGUAGES
from kg.view.web.things import thing_box

_STEP, _QUANTITY = "step-", "quantity-"


class _Link(Struct):
    """Two things that follow each other in some chain, with the statements that tie them and how many of it are meant."""

    start: str
    end: str
    statements: dict[str, Statement] = field(default_factory=dict)
    quantities: dict[str, Texts] = field(default_factory=dict)


def is_chains(answer: Answer) -> bool:
    """Tell whether the rows are chains: paths, or lists of parts with their quantities."""
    return sum(column.role.startswith(_STEP) for column in answer.columns) > 1 and bool(answer.rows)


def draw_chains(answer: Answer, pack: Pack) -> Drawing:
    """Draw every thing of the chains once, its links to the next, and at the end of a chain what it comes to."""
    cells: dict[str, EntityCell] = {}
    links: dict[tuple[str, str], _Link] = {}
    totals: dict[str, dict[str, Box]] = {}
    ends: set[str] = set()
    for row in answer.rows:
        chain = list(_chain(row, answer))
        for _, cell in chain:
            cells.setdefault(cell.id, cell)
        for (_, one), (quantity, two) in pairwise(chain):
            link = links.setdefault((one.id, two.id), _Link(one.id, two.id))
            link.statements |= _tying(row, answer, one.id, two.id)
            if quantity is not None:
                texts = _number(quantity, pack)
                link.quantities[texts["en"]] = texts
        if chain:
            ends |= {chain[0][1].id, chain[-1][1].id}
            _add_total(row, answer, pack, chain[-1][1].id, totals)
    boxes = [thing_box(cell, "stated" if key in ends else "") for key, cell in cells.items()]
    lines = [_line(index, link, pack) for index, link in enumerate(links.values())]
    sums = [box for found in totals.values() for box in found.values()]
    equals: Texts = {"en": "=", "zh": "="}
    results = [
        Line(f"total-{box.id}", thing, box.id, "", equals, "reference", (), downstream=1)
        for thing, found in totals.items()
        for box in found.values()
    ]
    return Drawing((*boxes, *sums), (*lines, *results), {})


def _chain(row: Row, answer: Answer) -> Iterator[tuple[ValueCell | None, EntityCell]]:
    """Yield the things of a row in order, each with the quantity that leads to it."""
    quantity: ValueCell | None = None
    for cell, column in zip(row.cells, answer.columns, strict=True):
        if column.role.startswith(_QUANTITY) and isinstance(cell, ValueCell):
            quantity = cell
        elif column.role.startswith(_STEP) and isinstance(cell, EntityCell):
            yield quantity, cell
            quantity = None


def _tying(row: Row, answer: Answer, one: str, other: str) -> dict[str, Statement]:
    told = (answer.statements[key] for key in row.statements if key in answer.statements)
    return {each.id: each for each in told if {one, other} <= {cell.id for cell in each.roles.values()}}


def _add_total(row: Row, answer: Answer, pack: Pack, thing: str, totals: dict[str, dict[str, Box]]) -> None:
    """Add the amount that a chain of quantities comes to; paths have none."""
    if not any(column.role.startswith(_QUANTITY) for column in answer.columns):
        return
    last = row.cells[-1]
    if isinstance(last, ValueCell) and last.value is not None:
        texts = _number(last, pack)
        box = Box(f"value:total-{thing}-{texts['en']}", "", texts, {"en": "", "zh": ""}, "stated")
        totals.setdefault(thing, {})[texts["en"]] = box


def _number(cell: Cell, pack: Pack) -> Texts:
    return {lang: cell_text(cell, None, pack, lang) for lang in LANGUAGES}


def _line(index: int, link: _Link, pack: Pack) -> Line:
    forward, texts = _words(list(link.statements.values()), link, pack)
    statements = list(link.statements.values())
    start, end = (link.start, link.end) if forward else (link.end, link.start)
    return Line(
        id=f"line-{index}",
        start=start,
        end=end,
        frame=statements[0].frame if statements else "",
        label=texts,
        standing=strongest_standing(statements),
        statements=tuple(link.statements),
        downstream=1 if forward else -1,
    )


def _words(statements: Sequence[Statement], link: _Link, pack: Pack) -> tuple[bool, Texts]:
    if link.quantities:
        return True, {lang: " | ".join(f"× {texts[lang]}" for texts in link.quantities.values()) for lang in LANGUAGES}
    for one in statements:
        frame = pack.frames.get(one.frame)
        found = between(one, frame, pack, link.start, link.end) if frame else None
        if found is not None:
            texts, forward = found
            count = len(statements)
            return forward, {lang: texts[lang] + (f" ×{count}" if count > 1 else "") for lang in LANGUAGES}
    return True, {"en": "", "zh": ""}
