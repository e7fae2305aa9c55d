"""The text of a pack's CSV file and rows from another in; the file with the rows added or replaced, out."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic
from kg.load.match_table import Table
from kg.load.table import Row


class Revised(Struct, frozen=True):
    """The new text of a file, and which of its lines came from which row."""

    text: str
    rows: Mapping[int, Row]


def revise_table(
    text: str, table: Table, old: Sequence[Row], added: Sequence[Row], replaced: Mapping[int, Row]
) -> Revised:
    """Put ``added`` rows at the end of the text, and others in place of those that begin on the lines ``replaced``.

    ``old`` are the rows of the text. All else stays as it was, to the byte; the line ends are those of the file.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    lines = list(io.StringIO(text, newline="")) if text else [_written(table.header, table, end)]
    pieces: list[tuple[str, Row | None]] = []
    at = 0
    for row in old:
        if row.line in replaced:
            pieces.append(("".join(lines[at : row.line - 1]), None))
            pieces.append((_cells(replaced[row.line], table, end), replaced[row.line]))
            at = row.line - 1 + max(1, row.raw.count("\n"))
    rest = "".join(lines[at:])
    pieces.append((rest if rest.endswith("\n") or not rest else rest + end, None))
    pieces += [(_cells(row, table, end), row) for row in added]
    return _joined(pieces)


def _joined(pieces: Sequence[tuple[str, Row | None]]) -> Revised:
    rows: dict[int, Row] = {}
    line = 1
    for text, row in pieces:
        if row is not None:
            rows[line] = row
        line += text.count("\n")
    return Revised("".join(text for text, _ in pieces), rows)


def _cells(row: Row, table: Table, end: str) -> str:
    return _written([row.cell(column) for column in table.header], table, end)


def _written(cells: Sequence[str], table: Table, end: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=table.layout.delimiter, lineterminator=end).writerow(cells)
    return written.getvalue()


def at_origin(found: Diagnostic, table: Table, revised: Revised) -> Diagnostic:
    """Return a mistake of the revised file at the place that the row came from."""
    row = revised.rows.get(found.line)
    if row is None or found.file != table.file:
        return found
    written = Row(table.file, found.line, {}, _cells(row, table, "\n"), table.header, table.layout)
    columns = (column for column in table.header if written.place(column).column == found.column)
    place = row.place(next(columns, ""))
    return replace(found, file=row.file, line=place.line, column=place.column)
