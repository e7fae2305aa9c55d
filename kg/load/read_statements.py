"""A CSV file of statements in; statements, with the claims of the rows that say them, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.load.facts import ClaimFact, Facts, StatementFact
from kg.load.judge import Detail, Judge
from kg.load.mapping import FrameColumns, Picked, StatementFile
from kg.load.table import Row, read_table
from kg.pack.pack import Frame, Pack
from kg.pack.problems import Place, Problems


def read_statements(folder: Path, file: StatementFile, pack: Pack, facts: Facts, problems: Problems) -> None:
    """Add the statements of one CSV file to ``facts``: rows that state the same become one statement.

    Everything that a row names must be known by now. A row with a mistake is noted and left out.
    """
    reader = _Reader(file, pack, facts, problems)
    facts.counts[file.file] = 0
    for row in read_table(folder, file.file, _columns(file), file.unused, problems):
        facts.counts[file.file] += 1
        reader.row(row)


def _columns(file: StatementFile) -> list[str]:
    picked = [(*pick.columns, *pick.filled, *pick.empty) for pick in file.qualifiers.values()]
    roles = [column for frame in file.frames.values() for column in frame.roles.values()]
    others = (file.frame_column, file.valid_from, file.valid_to, file.source, file.status, file.confidence)
    return [*others, *roles, *(column for columns in picked for column in columns)]


def pick(row: Row, picked: Picked) -> tuple[str, str]:
    """Return the value that a qualifier takes from a row, and the column that it stands in."""
    if not all(map(row.cell, picked.filled)) or any(map(row.cell, picked.empty)):
        return "", ""
    if picked.value:
        return picked.value, next(iter(picked.filled), "")
    column = next(filter(row.cell, picked.columns), next(iter(picked.columns), ""))
    return row.cell(column), column


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Cells:
    """Where each part of a row's statement stands."""

    row: Row
    file: StatementFile
    columns: FrameColumns

    def role(self, role: str) -> Place:
        return self.row.place(self.columns.roles.get(role, ""))

    def qualifier(self, qualifier: str) -> Place:
        picked = self.file.qualifiers.get(qualifier)
        return self.row.place(pick(self.row, picked)[1] if picked else "")

    def detail(self, detail: Detail) -> Place:
        return self.row.place(getattr(self.file, detail))


@dataclass(frozen=True, slots=True)
class _Reader:
    file: StatementFile
    pack: Pack
    facts: Facts
    problems: Problems

    def row(self, row: Row) -> None:
        before = len(self.problems.found)
        columns = self.frame(row)
        if columns is None:
            return
        at = _Cells(row, self.file, columns)
        statement = self.statement(row, columns)
        claim = self.claim(row)
        judge = Judge(self.pack, self.facts, self.problems)
        judge.statement(statement, at)
        if claim is not None:
            judge.claim(claim, at)
        if len(self.problems.found) == before:
            self.add(statement, claim, row)

    def frame(self, row: Row) -> FrameColumns | None:
        value = row.cell(self.file.frame_column)
        columns = self.file.frames.get(value)
        if columns is None:
            self.problems.unknown(value, "frame", self.file.frames, row.place(self.file.frame_column))
        return columns

    def statement(self, row: Row, columns: FrameColumns) -> StatementFact:
        frame = self.pack.frames[columns.frame]
        order = [qualifier.id for qualifier in frame.qualifiers]
        roles = ((role.id, row.cell(columns.roles.get(role.id, ""))) for role in frame.roles)
        return StatementFact(
            frame.id,
            tuple((role, filler) for role, filler in roles if filler),
            tuple(sorted(self.qualifiers(row, frame), key=lambda pair: order.index(pair[0]))),
            row.cell(self.file.valid_from),
            row.cell(self.file.valid_to),
        )

    def qualifiers(self, row: Row, frame: Frame) -> Iterator[tuple[str, str | float]]:
        for key, picked in self.file.qualifiers.items():
            text, column = pick(row, picked)
            if not text:
                continue
            qualifier = next((qualifier for qualifier in frame.qualifiers if qualifier.id == key), None)
            if qualifier is None:
                self.problems.add("P022", row.place(column), text=text, wanted=frame.id)
            elif qualifier.type != "number":
                yield key, text
            elif (number := _number(text)) is not None:
                yield key, number
            else:
                self.problems.add("P017", row.place(column), text=text)
                yield key, text  # so that its unit is not noted as standing alone

    def claim(self, row: Row) -> ClaimFact | None:
        if not self.file.source:
            return None
        source, status, confidence = (
            row.cell(column) for column in (self.file.source, self.file.status, self.file.confidence)
        )
        return ClaimFact(source, status, confidence, row.place())

    def add(self, statement: StatementFact, claim: ClaimFact | None, row: Row) -> None:
        for other in self.facts.statements.get(statement, ()):
            if claim is not None and (other.source, other.status) == (claim.source, claim.status):
                self.problems.add("P026", row.place(), where=str(other.place))
        self.facts.state(statement, row.place(), claim)
