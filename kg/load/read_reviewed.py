"""A reviewed file of candidate statements in; those that a person accepted, as statements with claims, out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from kg.load.canonical_number import canonical_number
from kg.load.facts import ClaimFact, Facts, SourceFact, StatementFact
from kg.load.judge import Detail, Judge
from kg.load.reviewed import COLUMNS
from kg.load.table import Row, read_table
from kg.pack.pack import Frame, Pack, Source
from kg.pack.problems import Place, Problems

_ACCEPTED = frozenset(("yes", "y", "true", "1", "x", "是"))
_REFUSED = frozenset(("", "no", "n", "false", "0", "否"))


def read_reviewed(folder: Path, file: str, pack: Pack, facts: Facts, problems: Problems) -> None:
    """Add the accepted rows to ``facts``. A source that is not there yet is made of its id and ``source_title``.

    A row that is not accepted is left alone, whatever it says.
    """
    reader = _Reader(pack, facts, problems)
    facts.counts[file] = 0
    for row in read_table(folder, file, COLUMNS, (), problems):
        facts.counts[file] += 1
        if is_accepted(row, problems):
            reader.row(row)


def is_accepted(row: Row, problems: Problems) -> bool:
    """Tell whether a person accepted the row; what is neither yes nor no is noted."""
    said = row.cell("accept").casefold()
    if said not in _ACCEPTED | _REFUSED:
        problems.add("P046", row.place("accept"), text=row.cell("accept"))
    return said in _ACCEPTED


class _Cells(Struct, frozen=True):
    """Where each part of a row's statement stands."""

    row: Row

    def role(self, role: str) -> Place:  # noqa: ARG002
        return self.row.place("roles")

    def qualifier(self, qualifier: str) -> Place:  # noqa: ARG002
        return self.row.place("qualifiers")

    def detail(self, detail: Detail) -> Place:
        return self.row.place(detail)


class _Reader(Struct, frozen=True):
    pack: Pack
    facts: Facts
    problems: Problems

    def row(self, row: Row) -> None:
        before = len(self.problems.found)
        frame = self.pack.frames.get(row.cell("frame"))
        if frame is None:
            self.problems.unknown(row.cell("frame"), "frame", self.pack.frames, row.place("frame"))
            return
        self.source(row)
        statement = StatementFact(
            frame.id,
            tuple(self.roles(row, frame)),
            tuple(self.qualifiers(row, frame)),
            row.cell("valid_from"),
            row.cell("valid_to"),
        )
        claim = ClaimFact(
            row.cell("source"), row.cell("status"), row.cell("confidence"), row.place(), row.cell("quote")
        )
        judge = Judge(self.pack, self.facts, self.problems)
        judge.statement(statement, _Cells(row))
        judge.claim(claim, _Cells(row))
        if len(self.problems.found) == before:
            self.facts.state(statement, row.place(), None if frame.form == "triple" else claim)

    def source(self, row: Row) -> None:
        key, title = row.cell("source"), row.cell("source_title")
        if key and title and key not in self.facts.sources:
            self.facts.sources[key] = SourceFact(Source(key, self.pack.iri(key), title), row.place())

    def roles(self, row: Row, frame: Frame) -> Iterator[tuple[str, str]]:
        given = self.pairs(row, "roles", [role.id for role in frame.roles], f"role of {frame.id}")
        yield from ((role.id, given[role.id]) for role in frame.roles if role.id in given)

    def qualifiers(self, row: Row, frame: Frame) -> Iterator[tuple[str, str | float]]:
        given = self.pairs(row, "qualifiers", [one.id for one in frame.qualifiers], f"qualifier of {frame.id}")
        for qualifier in frame.qualifiers:
            if qualifier.id not in given:
                continue
            text = given[qualifier.id]
            number = canonical_number(text) if qualifier.type == "number" else None
            if qualifier.type == "number" and number is None:
                self.problems.add("P017", row.place("qualifiers"), text=text)
            yield qualifier.id, text if number is None else number

    def pairs(self, row: Row, column: str, known: list[str], wanted: str) -> dict[str, str]:
        """Return the "name=value" pairs of a cell; names that do not exist are noted."""
        found: dict[str, str] = {}
        for pair in row.several(column):
            name, _, value = (part.strip() for part in pair.partition("="))
            if name in known:
                found[name] = value
            else:
                self.problems.unknown(name, wanted, known, row.place(column))
        return found
