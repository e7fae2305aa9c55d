"""A CSV file from outside and a pack's mapping in; the file of the pack that its rows belong to, out."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from kg.load.mapping import AliasFile, FactFiles, Layout, SourceFile, StatementFile, ThingFile
from kg.load.reviewed import COLUMNS
from kg.pack.manifest import ADDED
from kg.pack.problems import Place, Problems, listed

#: Where accepted candidates are kept: in the form in which they were reviewed.
REVIEWED = f"{ADDED}/statements.csv"
Entry = ThingFile | AliasFile | SourceFile | StatementFile


class Table(Struct, frozen=True):
    """A file of the pack: its columns, how its cells are written, what the mapping says of it (None: reviewed)."""

    file: str
    header: tuple[str, ...]
    layout: Layout
    entry: Entry | None = None


def match_table(path: Path, folder: Path, mapping: FactFiles, wanted: str, problems: Problems) -> Table | None:
    """Return the table that has all columns of the file, and the fewest beside; ``wanted`` names it outright.

    None when there is no such table, or several: noted, with the files to choose from.
    """
    tables = _tables(folder, mapping)
    fitting = [
        table
        for table in tables
        if (header := read_header(path, table.layout)) and set(header) <= set(table.header)
        if not wanted or table.file == wanted
    ]
    fewest = min((len(table.header) for table in fitting), default=0)
    best = [table for table in fitting if len(table.header) == fewest]
    if len(best) == 1:
        return best[0]
    known = [table.file for table in best or tables]
    found = listed(read_header(path, Layout()))
    problems.add("P044", Place(str(path), 1, 1), text=path.name, found=found, expected=listed(known))
    return None


def _tables(folder: Path, mapping: FactFiles) -> list[Table]:
    entries: Iterable[Entry] = (*mapping.things, *mapping.aliases, *mapping.sources, *mapping.statements)
    tables = [Table(one.file, read_header(folder / one.file, one.layout), one.layout, one) for one in entries]
    return [*tables, Table(REVIEWED, COLUMNS, Layout())]


def read_header(path: Path, layout: Layout) -> tuple[str, ...]:
    """Return the first row of a CSV file; empty when there is none, or when it cannot be read so."""
    try:
        with path.open(encoding=layout.encoding, newline="") as stream:
            return tuple(cell.strip() for cell in next(csv.reader(stream, delimiter=layout.delimiter), []))
    except (UnicodeDecodeError, csv.Error):
        return ()
