"""A CSV file in; its rows out, one at a time, each knowing the line and the column of every cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.pack.manifest import unreadable
from kg.pack.problems import Place, Problems, listed, pack_error


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by column, as written without outer space; ``line`` is its first line."""

    file: str
    line: int
    cells: dict[str, str]
    raw: str

    def cell(self, column: str) -> str:
        """Return a cell, empty when the column is not named or not there."""
        return self.cells.get(column, "")

    def several(self, column: str) -> tuple[str, ...]:
        """Return the values of a cell that are separated by ``|``."""
        return tuple(value.strip() for value in self.cell(column).split("|") if value.strip())

    def place(self, column: str = "") -> Place:
        """Return where the row, or one of its cells, is."""
        if column not in self.cells:
            return Place(self.file, self.line, 1)
        return Place(self.file, self.line, _start(self.raw, list(self.cells).index(column)) + 1)


def _start(raw: str, index: int) -> int:
    """Return where cell number ``index`` begins in a row's text: past so many commas outside quotes."""
    quoted = False
    for at, character in enumerate(raw):
        if index == 0:
            return at
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            index -= 1
    return len(raw.rstrip("\r\n"))


def read_table(
    folder: Path, file: str, named: Iterable[str], unused: Iterable[str], problems: Problems
) -> Iterator[Row]:
    """Yield the rows of a CSV file with a header.

    ``named`` are the columns that the mapping reads; any other must be among ``unused``.
    Raise PackError when the file is missing or not UTF-8; a row of wrong length is noted and left out.
    """
    try:
        with (folder / file).open(encoding="utf-8-sig", newline="") as stream:
            wanted = _Wanted(file, [name for name in named if name], set(unused))
            yield from _rows(stream, wanted, problems)
    except FileNotFoundError:
        raise pack_error("P001", Place(file), path=file) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise unreadable(file, "CSV in UTF-8", error) from None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The file, the columns that the mapping reads, and those that it leaves."""

    file: str
    named: list[str]
    unused: set[str]

    def check(self, header: list[str], raw: str, problems: Problems) -> None:
        for index, column in enumerate(header):
            if column not in self.named and column not in self.unused:
                problems.add("P005", Place(self.file, 1, _start(raw, index) + 1), text=column)
        for column in dict.fromkeys(self.named):
            if column not in header:
                problems.add("P006", Place(self.file, 1, 1), text=column, expected=listed(header))


def _rows(stream: Iterable[str], wanted: _Wanted, problems: Problems) -> Iterator[Row]:
    lines = _Lines(iter(stream))
    reader = csv.reader(lines, strict=True)
    header = next(reader, [])
    wanted.check(header, lines.take(), problems)
    for cells in reader:
        first, raw = lines.first, lines.take()
        if not cells:
            continue
        if len(cells) != len(header):
            place = Place(wanted.file, first, 1)
            problems.add("P007", place, found=str(len(cells)), wanted=str(len(header)))
            continue
        values = (cell.strip() for cell in cells)
        yield Row(wanted.file, first, dict(zip(header, values, strict=True)), raw)


@dataclass(slots=True)
class _Lines:
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
