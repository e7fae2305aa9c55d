"""Two or more things side by side -> an answer with a row for each aspect and filler, one column a thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from kg.analysis.aspect import Aspect, aspects_of, class_aspect
from kg.analysis.headings import aspect_column, label_of
from kg.analysis.notes import shared
from kg.analysis.read_sayings import read_sayings
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, Cell, Column, EntityCell, Row, ValueCell
from kg.query.query import Compare, Query

#: So many rows of one aspect are shown; what several things share comes first.
_MOST = 25


class _Line(Struct):
    """One row in the making: the cell of each thing, by the place of the thing, and the statements behind it."""

    cells: dict[int, Cell] = field(default_factory=dict)
    statements: dict[str, None] = field(default_factory=dict)

    @property
    def order(self) -> tuple[int, str, str]:
        """What several things share comes first, then by label."""
        cell = next(iter(self.cells.values()))
        assert isinstance(cell, EntityCell)
        return (-len(self.cells), cell.label.get("en", cell.id).casefold(), cell.id)


class _Told(Struct):
    """What is told under one aspect: a line for each filler, and the values of each thing."""

    lines: dict[str, _Line] = field(default_factory=dict)
    values: dict[int, list[tuple[ValueCell, str]]] = field(default_factory=dict)


def compare(query: Query, witness: Witness, answer: Answer) -> Answer:
    """Answer with what is documented of each thing, aspect by aspect.

    An aspect is the role that a thing fills in a frame and another role of it: "supply: supplier to
    customer". What fills the other role for several of the things stands in one row, in all of their
    columns. Numbers stand side by side only where their scope, their date and what they measure are the
    same, the strongest statement of each thing first. The order is that of the pack's frames; at most
    25 rows an aspect are shown.
    """
    form = query.form
    assert isinstance(form, Compare)
    things = [witness.cell(witness.pack.iri(name)) for name in dict.fromkeys(form.names)]
    about = [witness.pack.iri(name) for name in dict.fromkeys(form.names)]
    sayings = read_sayings(witness, query.context, witness.pack.frames.values(), about=about)
    witness.gather(sayings)
    statements = witness.ordered(sayings)
    told: dict[Aspect, _Told] = {class_aspect(): _classes(things, witness)}
    for statement in statements:
        for place, thing in enumerate(things):
            for aspect, cell in aspects_of(statement, thing.iri, witness.pack):
                _tell(told.setdefault(aspect, _Told()), place, cell, statement.id)
    rows, left_out = _rows(told, len(things))
    cut = f"rows: {left_out} of aspects with more than {_MOST} are not shown" if left_out else None
    if query.limit is not None and len(rows) > query.limit:
        cut = f"limit: the first {query.limit} of {len(rows)} rows"
        rows = rows[: query.limit]
    in_common = sum(1 for row in rows if _is_shared(row))
    shown = {key for row in rows for key in row.statements}
    return replace(
        answer,
        columns=(aspect_column(), *(Column(thing.label, f"thing-{n}", thing.cls) for n, thing in enumerate(things, 1))),
        rows=tuple(rows),
        statements={one.id: one for one in statements if one.id in shown},
        truncated=cut,
        notes=(*answer.notes, shared(in_common, len(things))),
    )


def _classes(things: Sequence[EntityCell], witness: Witness) -> _Told:
    told = _Told()
    for place, thing in enumerate(things):
        if (cls := witness.pack.classes.get(thing.cls)) is not None:
            _tell(told, place, EntityCell(cls.id, str(cls.iri), "Class", label_of(cls.names, cls.id)), None)
    return told


def _tell(told: _Told, place: int, cell: EntityCell | ValueCell, statement: str | None) -> None:
    if isinstance(cell, ValueCell):
        told.values.setdefault(place, []).append((cell, statement or ""))
        return
    line = told.lines.setdefault(cell.iri or cell.id, _Line())
    line.cells[place] = cell
    if statement is not None:
        line.statements[statement] = None


def _rows(told: dict[Aspect, _Told], width: int) -> tuple[list[Row], int]:
    rows: list[Row] = []
    left_out = 0
    room: dict[tuple[int, int, int], int] = {}
    for aspect in sorted(told):
        lines = [*sorted(told[aspect].lines.values(), key=lambda line: line.order), *_side_by_side(told[aspect])]
        left = room.get(aspect.order, _MOST)
        room[aspect.order] = max(0, left - len(lines))
        left_out += max(0, len(lines) - left)
        for line in lines[:left]:
            cells = (line.cells.get(place) for place in range(width))
            rows.append(Row((aspect.cell, *cells), tuple(line.statements)))
    return rows, left_out


def _side_by_side(told: _Told) -> Iterator[_Line]:
    """Yield lines of numbers: the first one of each thing, then the second ones."""
    for number in range(max(map(len, told.values.values()), default=0)):
        at = {place: values[number] for place, values in told.values.items() if number < len(values)}
        cells: dict[int, Cell] = {place: cell for place, (cell, _) in at.items()}
        yield _Line(cells, dict.fromkeys(statement for _, statement in at.values()))


def _is_shared(row: Row) -> bool:
    return sum(isinstance(cell, EntityCell) for cell in row.cells[1:]) > 1
