"""A CSV file of statements in; statements, with the claims of the rows that say them, out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path

from msgspec import Struct, field

from kg.load.canonical_number import canonical_number
from kg.load.facts import ClaimFact, Facts, StatementFact
from kg.load.judge import Detail, Judge
from kg.load.mapping import FrameColumns, Picked, StatementFile
from kg.load.names import Names
from kg.load.table import Row, read_table
from kg.pack.pack import Frame, Pack, Qualifier
from kg.pack.problems import Place, Problems


def read_statements(folder: Path, file: StatementFile, pack: Pack, facts: Facts, problems: Problems) -> None:
    """Add the statements of one CSV file to ``facts``: rows that state the same become one statement.

    Everything that a row names must be known by now. A row with a mistake is noted and left out.
    """
    names = Names.of(facts) if file.layout.by_name else None
    reader = _Reader(file, pack, facts, problems, names, Judge(pack, facts, problems))
    facts.counts[file.file] = 0
    for row in read_table(folder, file.file, _columns(file), file.unused, problems, file.layout):
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


class _Cells(Struct, frozen=True):
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


class _Reader(Struct, frozen=True):
    file: StatementFile
    pack: Pack
    facts: Facts
    problems: Problems
    names: Names | None
    judge: Judge
    #: Each pair of a role and its filler, once: most rows share theirs with others.
    pairs: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def row(self, row: Row) -> None:
        columns = self.frame(row)
        if columns is None:
            return
        at = _Cells(row, self.file, columns)
        before = len(self.problems.found)
        claim = self.claim(row)
        statements = self.statements(row, columns)
        if claim is not None:
            self.judge.claim(claim, at)
        for statement in statements:
            self.judge.statement(statement, at)
        if len(self.problems.found) == before:
            for statement in statements:
                self.add(statement, claim, row)

    def frame(self, row: Row) -> FrameColumns | None:
        value = row.cell(self.file.frame_column)
        columns = self.file.frames.get(value)
        if columns is None:
            self.problems.unknown(value, "frame", self.file.frames, row.place(self.file.frame_column))
        return columns

    def statements(self, row: Row, columns: FrameColumns) -> list[StatementFact]:
        """Return what the row states: one statement, or one for each thing of a cell that lists several."""
        frame = self.pack.frames[columns.frame]
        fillers = [
            [self.pair(role.id, filler) for filler in self.fillers(row, columns, role.id)] for role in frame.roles
        ]
        if [] in fillers:  # a name of no thing, noted
            return []
        qualifiers = tuple(self.qualifiers(row, frame))
        first, last = row.date(self.file.valid_from), row.date(self.file.valid_to)
        return [
            StatementFact(frame.id, tuple(role for role in roles if role[1]), qualifiers, first, last)
            for roles in product(*fillers)
        ]

    def pair(self, role: str, filler: str) -> tuple[str, str]:
        pair = (role, filler)
        return self.pairs.setdefault(pair, pair)

    def fillers(self, row: Row, columns: FrameColumns, role: str) -> list[str]:
        """Return what a cell fills its role with, one empty text when it leaves it open."""
        column = columns.roles.get(role, "")
        text = row.cell(column)
        if not text:
            return [""]
        texts = dict.fromkeys(row.several(column)) if column in self.file.lists else (text,)
        if self.names is None:
            return list(texts)
        found = (self.names.settle(name, partial(row.place, column), self.problems) for name in texts)
        return [id for id in found if id]

    def qualifiers(self, row: Row, frame: Frame) -> Iterator[tuple[str, str | float]]:
        """Yield the qualifiers that the row has, in the order of the frame."""
        known = {qualifier.id for qualifier in frame.qualifiers}
        for key, picked in self.file.qualifiers.items():
            text, column = pick(row, picked) if key not in known else ("", "")
            if text:
                self.problems.add("P022", row.place(column), text=text, wanted=frame.id)
        for qualifier in frame.qualifiers:
            given = self.file.qualifiers.get(qualifier.id)
            text, column = pick(row, given) if given else ("", "")
            if text:
                yield qualifier.id, self.value(qualifier, text, row, column)

    def value(self, qualifier: Qualifier, text: str, row: Row, column: str) -> str | float:
        layout = self.file.layout
        match qualifier.type:
            case "number":
                number = canonical_number(text, layout.decimal, layout.thousands)
                if number is not None:
                    return number
                self.problems.add("P017", row.place(column), text=text)
                return text  # so that its unit is not noted as standing alone
            case "period":
                return row.date(column) if column else text
            case _:
                return text

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
