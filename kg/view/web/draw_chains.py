"""An answer whose rows are chains of things in; their picture out: each step a column, with quantities on the lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import prod

from msgspec import Struct, field
from msgspec.structs import replace

from kg.answer.answer import Answer, Cell, EntityCell, Row, Statement, ValueCell
from kg.pack.pack import Pack
from kg.view.evidence import strongest_standing
from kg.view.values import cell_text, quantity_text
from kg.view.web.between import between
from kg.view.web.drawing import Box, Drawing, Line, Texts
from kg.view.web.hops import LANGUAGES
from kg.view.web.lanes import lanes
from kg.view.web.things import thing_box

_STEP, _QUANTITY = "step-", "quantity-"


class _Link(Struct):
    """Two boxes that follow each other in some chain, with the statements that tie their things and how many are meant."""

    start: str
    end: str
    first: EntityCell
    second: EntityCell
    rows: list[int] = field(default_factory=list)
    statements: dict[str, Statement] = field(default_factory=dict)
    quantities: dict[str, Texts] = field(default_factory=dict)


def is_chains(answer: Answer) -> bool:
    """Tell whether the rows are chains: paths, or lists of parts with their quantities."""
    return sum(column.role.startswith(_STEP) for column in answer.columns) > 1 and bool(answer.rows)


def draw_chains(answer: Answer, pack: Pack) -> Drawing:
    """Draw the things of the chains, their links to the next, and at the end of a chain what it comes to.

    Paths have a lane each; a thing of chains of quantities is drawn once.
    """
    cells: dict[str, EntityCell] = {}
    links: dict[tuple[str, str], _Link] = {}
    totals: dict[str, dict[str, Box]] = {}
    ends: set[str] = set()
    notes: dict[str, dict[str, Texts]] = {}
    chains = [list(_chain(row, answer)) for row in answer.rows]
    for number, (row, chain, lane) in enumerate(zip(answer.rows, chains, _lanes(chains, answer), strict=True), 1):
        for key, (_, cell) in zip(lane, chain, strict=True):
            cells.setdefault(key, cell)
        for (start, (_, one)), (end, (quantity, two)) in pairwise(zip(lane, chain, strict=True)):
            link = links.setdefault((start, end), _Link(start, end, one, two))
            link.rows.append(number)
            link.statements |= _tying(row, answer, one.id, two.id)
            if quantity is not None:
                texts = _number(quantity, pack)
                link.quantities[texts["en"]] = texts
        if chain:
            ends |= {lane[0], lane[-1]}
            for key, texts in _products(row, chain, pack).items():
                notes.setdefault(key, {})[texts["en"]] = texts
            _add_total(row, answer, pack, chain[-1][1].id, totals)
    boxes = [_box(key, cell, "stated" if key in ends else "", notes.get(key, {})) for key, cell in cells.items()]
    lines = [_line(index, link, pack) for index, link in enumerate(links.values())]
    if answer.kind == "paths" and len(answer.rows) > 1:
        lines = _numbered(lines, list(links.values()))
    sums = [box for found in totals.values() for box in found.values()]
    equals: Texts = {"en": "=", "zh": "="}
    results = [
        Line(f"total-{box.id}", thing, box.id, "", equals, "reference", (), downstream=1)
        for thing, found in totals.items()
        for box in found.values()
    ]
    return Drawing((*boxes, *sums), (*lines, *results), {})


def _lanes(chains: Sequence[Sequence[tuple[ValueCell | None, EntityCell]]], answer: Answer) -> list[list[str]]:
    paths = [[cell.id for _, cell in chain] for chain in chains]
    return paths if any(column.role.startswith(_QUANTITY) for column in answer.columns) else lanes(paths)


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


def _products(row: Row, chain: Sequence[tuple[ValueCell | None, EntityCell]], pack: Pack) -> dict[str, Texts]:
    """Return for the things of a chain how many there are of each: of the first as many as the amount speaks of.

    Nothing where a count is not known, or a range.
    """
    amount = row.cells[-1]
    steps = [quantity for quantity, _ in chain[1:]]
    if not isinstance(amount, ValueCell) or not _is_count(amount) or not all(_is_count(one) for one in steps):
        return {}
    product = prod(float(one.value) for one in steps if one is not None and isinstance(one.value, int | float))
    if not product or not isinstance(amount.value, int | float):
        return {}
    many = amount.value / product
    found = {} if many == 1 else {chain[0][1].id: _said("×", many, None, pack)}
    for quantity, cell in chain[1:-1]:
        if quantity is not None and isinstance(quantity.value, int | float):
            many *= quantity.value
            found[cell.id] = _said("=", many, quantity.unit, pack)
    return found


def _is_count(cell: ValueCell | None) -> bool:
    return cell is not None and isinstance(cell.value, int | float) and cell.upper is None


def _said(sign: str, many: float, unit: str | None, pack: Pack) -> Texts:
    return {lang: f"{sign} {quantity_text(many, unit, pack, lang)}" for lang in LANGUAGES}


def _box(id: str, cell: EntityCell, asked: str, notes: Mapping[str, Texts]) -> Box:
    own = thing_box(cell, asked)
    texts: Texts = {lang: " | ".join(one[lang] for one in notes.values()) for lang in LANGUAGES} if notes else own.note
    return Box(id, own.cls, own.label, texts, own.asked, thing=cell.id if id != cell.id else "")


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


def _numbered(lines: Sequence[Line], links: Sequence[_Link]) -> list[Line]:
    """Put the number of a path, by which the notes speak of it, on the first line that is its alone."""
    told: set[int] = set()
    found: list[Line] = []
    for line, link in zip(lines, links, strict=True):
        alone = link.rows[0] if len(link.rows) == 1 else 0
        if not alone or alone in told:
            found.append(line)
            continue
        told.add(alone)
        found.append(replace(line, label={lang: f"{alone}: {line.label[lang]}" for lang in LANGUAGES}))
    return found


def _words(statements: Sequence[Statement], link: _Link, pack: Pack) -> tuple[bool, Texts]:
    if link.quantities:
        return True, {lang: " | ".join(f"× {texts[lang]}" for texts in link.quantities.values()) for lang in LANGUAGES}
    for one in statements:
        frame = pack.frames.get(one.frame)
        found = between(one, frame, pack, link.first.id, link.second.id) if frame else None
        if found is not None:
            texts, forward = found
            count = len(statements)
            return forward, {lang: texts[lang] + (f" ×{count}" if count > 1 else "") for lang in LANGUAGES}
    return True, {"en": "", "zh": ""}
