"""A CSV file in; its rows out, one at a time, each knowing the line and the column of every cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from kg.load.canonical_date import canonical_date
from kg.load.mapping import Layout
from kg.pack.inside import inside
from kg.pack.manifest import FILE, unreadable
from kg.pack.problems import Place, Problems, listed, pack_error

_PLAIN = Layout()


class Row(Struct, frozen=True):
    """The cells of a row by column, without outer space; ``line`` is its first line.

    Empty cells have their default, and cells that the layout translates their translation.
    """

    file: str
    line: int
    cells: Mapping[str, str]
    raw: str
    header: tuple[str, ...] = ()
    layout: Layout = _PLAIN

    def cell(self, column: str) -> str:
        """Return a cell, empty when the column is not named or not there."""
        return self.cells.get(column, "")

    def several(self, column: str) -> tuple[str, ...]:
        """Return the values of a cell that are separated by ``|``, or what the layout has in its place."""
        return tuple(value.strip() for value in self.cell(column).split(self.layout.separator) if value.strip())

    def date(self, column: str) -> str:
        """Return the date of a cell as the pack writes it; the text as it stands when it is none."""
        text = self.cells.get(column, "")
        return canonical_date(text, self.layout.dates) if text and self.layout.dates else text

    def place(self, column: str = "") -> Place:
        """Return where the row, or one of its cells, is."""
        if column not in self.header:
            return Place(self.file, self.line, 1)
        return Place(self.file, self.line, _start(self.raw, self.header.index(column), self.layout.delimiter) + 1)


def _start(raw: str, index: int, delimiter: str = ",") -> int:
    """Return where cell number ``index`` begins in a row's text: past so many delimiters outside quotes."""
    quoted = False
    for at, character in enumerate(raw):
        if index == 0:
            return at
        if character == '"':
            quoted = not quoted
        elif character == delimiter and not quoted:
            index -= 1
    return len(raw.rstrip("\r\n"))


def read_table(
    folder: Path,
    file: str,
    named: Iterable[str],
    unused: Iterable[str],
    problems: Problems,
    layout: Layout = _PLAIN,
) -> Iterator[Row]:
    """Yield the rows of a CSV file with a header, one at a time.

    ``named`` are the columns that the mapping reads; any other must be among ``unused``, "*" being all.
    Raise PackError when the file is missing, outside the folder or not in its encoding; a row of wrong
    length is noted and left out.
    """
    path = inside(folder, file, FILE)
    try:
        with path.open(encoding=layout.encoding, newline="") as stream:
            wanted = _Wanted(file, [name for name in named if name], set(unused), layout)
            yield from _rows(stream, wanted, problems)
    except FileNotFoundError:
        raise pack_error("P001", Place(file), path=file) from None
    except UnicodeDecodeError as error:
        found = unreadable(file, f"CSV in {_shown(layout)}", error, _undecodable_line(path, layout))
        raise found from None
    except csv.Error as error:
        raise unreadable(file, f"CSV in {_shown(layout)}", error) from None


def _shown(layout: Layout) -> str:
    return "UTF-8" if layout.encoding == _PLAIN.encoding else layout.encoding


def _undecodable_line(path: Path, layout: Layout) -> int:
    """Return the line of the first byte that is not in the encoding."""
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            try:
                line.decode(layout.encoding)
            except UnicodeDecodeError:
                return number
    return 0


class _Wanted(Struct, frozen=True):
    """The file, the columns that the mapping reads, those that it leaves, and how cells are written."""

    file: str
    named: list[str]
    unused: set[str]
    layout: Layout = field(default_factory=Layout)

    def check(self, header: list[str], raw: str, problems: Problems) -> None:
        for index, column in enumerate(header):
            if column not in self.named and not self.unused & {column, "*"}:
                place = Place(self.file, 1, _start(raw, index, self.layout.delimiter) + 1)
                problems.add("P005", place, text=column)
        for column in dict.fromkeys(self.named):
            if column not in header and column not in self.layout.defaults:
                problems.add("P006", Place(self.file, 1, 1), text=column, expected=listed(header))

    def cells(self, header: tuple[str, ...], values: Iterable[str]) -> dict[str, str]:
        """Return the cells of a row, translated and with defaults."""
        cells = dict(zip(header, map(str.strip, values), strict=True))
        for column, known in self.layout.values.items():
            if column in cells:
                cells[column] = known.get(cells[column], cells[column])
        for column, value in self.layout.defaults.items():
            cells[column] = cells.get(column) or value
        return cells


def _rows(stream: Iterable[str], wanted: _Wanted, problems: Problems) -> Iterator[Row]:
    lines = _Lines(iter(stream))
    reader = csv.reader(lines, strict=True, delimiter=wanted.layout.delimiter)
    header = tuple(cell.strip() for cell in next(reader, []))
    wanted.check(list(header), lines.take(), problems)
    for values in reader:
        first, raw = lines.first, lines.take()
        if not values:
            continue
        if len(values) != len(header):
            place = Place(wanted.file, first, 1)
            problems.add("P007", place, found=str(len(values)), wanted=str(len(header)))
            continue
        yield Row(wanted.file, first, wanted.cells(header, values), raw, header, wanted.layout)


class _Lines(Struct):
    """The lines of a file, keeping the text of those read since the last ``take``."""

    stream: Iterator[str]
    read: int = 0
    first: int = 1
    held: str = ""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.stream)
        self.read += 1
        if not self.held:
            self.first = self.read
        self.held += line
        return line

    def take(self) -> str:
        held, self.held = self.held, ""
        return held
