"""A CSV file from outside in; its rows that say something that a pack does not have yet, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kg.load.facts import ClaimFact, Facts, StatementFact
from kg.load.mapping import AliasFile, SourceFile, StatementFile, ThingFile
from kg.load.match_table import Table
from kg.load.read_aliases import read_aliases
from kg.load.read_reviewed import is_accepted, read_reviewed
from kg.load.read_sources import read_sources
from kg.load.read_statements import read_statements
from kg.load.read_things import read_things
from kg.load.table import Row, read_table
from kg.pack.pack import Pack
from kg.pack.problems import Place, Problems


class New(Struct, frozen=True):
    """Rows to add, rows that take the place of one that begins on a line, and how many say nothing new."""

    added: tuple[Row, ...]
    replaced: Mapping[int, Row]
    known: int


def new_rows(
    path: Path, table: Table, pack: Pack, before: Facts, facts: Facts, folder: Path, problems: Problems
) -> New:
    """Compare the rows of a file with what the pack holds; ``facts`` are also given the things and sources of the file.

    A thing or source that is there already, and of which the row says something else, is noted. What else is wrong
    with a row is left to the check of the pack with the row in it.
    """
    rows = _Rows(path, table, pack, before, facts, folder, problems)
    match table.entry:
        case ThingFile() as entry:
            return rows.things(entry)
        case SourceFile() as entry:
            return rows.sources(entry)
        case AliasFile() as entry:
            return rows.aliases(entry)
        case StatementFile() as entry:
            return rows.statements(entry)
        case None:
            return rows.reviewed()


class _Rows(Struct, frozen=True):
    path: Path
    table: Table
    pack: Pack
    before: Facts
    facts: Facts
    folder: Path
    problems: Problems

    def read(self) -> list[Row]:
        """Return the rows of the file, with its path as the user gave it."""
        found = read_table(self.path.parent, self.path.name, (), ("*",), self.problems, self.table.layout)
        return [replace(row, file=str(self.path)) for row in found]

    def present(self) -> Iterable[Row]:
        """Return the rows of the pack's own file."""
        if not (self.folder / self.table.file).exists():
            return ()
        return read_table(self.folder, self.table.file, (), ("*",), Problems(), self.table.layout)

    def things(self, entry: ThingFile) -> New:
        """Compare rows of things by their ids."""
        own = Facts()
        read_things(self.path.parent, replace(entry, file=self.path.name), self.pack, own, Problems())
        for key, fact in own.things.items():
            self.facts.things.setdefault(key, fact)
        of_line = {fact.place.line: key for key, fact in own.things.items()}
        return self._by_id(of_line, {key: fact.place for key, fact in self.before.things.items()})

    def sources(self, entry: SourceFile) -> New:
        """Compare rows of sources by their ids."""
        own = Facts()
        read_sources(self.path.parent, replace(entry, file=self.path.name), self.pack, own, Problems())
        for key, fact in own.sources.items():
            self.facts.sources.setdefault(key, fact)
        of_line = {fact.place.line: key for key, fact in own.sources.items()}
        return self._by_id(of_line, {key: fact.place for key, fact in self.before.sources.items()})

    def _by_id(self, of_line: Mapping[int, str], places: Mapping[str, Place]) -> New:
        there = {row.line: row for row in self.present()}
        added: list[Row] = []
        known = 0
        for row in self.read():
            place = places.get(of_line.get(row.line, ""))
            if place is None:
                added.append(row)
                continue
            old = there.get(place.line) if place.file == self.table.file else None
            if old is not None and self._same(row, old):
                known += 1
            else:
                self.problems.add("P045", row.place(), text=of_line[row.line], where=str(place))
        return New(tuple(added), {}, known)

    def _same(self, row: Row, old: Row) -> bool:
        return all(row.cell(column) == old.cell(column) for column in self.table.header)

    def aliases(self, entry: AliasFile) -> New:
        """Compare rows cell by cell."""
        read_aliases(self.path.parent, replace(entry, file=self.path.name), self.facts, Problems())
        there = {tuple(map(row.cell, self.table.header)) for row in self.present()}
        rows = {tuple(map(row.cell, self.table.header)): row for row in self.read()}
        added = tuple(row for cells, row in rows.items() if cells not in there)
        return New(added, {}, len(rows) - len(added))

    def statements(self, entry: StatementFile) -> New:
        """Compare what rows state and who says so."""
        own = self._overlay()
        read_statements(self.path.parent, replace(entry, file=self.path.name), self.pack, own, Problems())
        return self._by_statement(own, self.read())

    def reviewed(self) -> New:
        """Compare the accepted rows alone."""
        own = self._overlay()
        read_reviewed(self.path.parent, self.path.name, self.pack, own, Problems())
        accepted = [row for row in self.read() if is_accepted(row, self.problems)]
        return self._by_statement(own, accepted)

    def _overlay(self) -> Facts:
        return Facts(things=dict(self.facts.things), sources=dict(self.facts.sources))

    def _by_statement(self, own: Facts, rows: Iterable[Row]) -> New:
        of_line: dict[int, list[tuple[StatementFact, ClaimFact | None]]] = {}
        for statement, claims in own.statements.items():
            for claim in claims or (None,):
                line = (claim.place if claim else own.places[statement]).line
                of_line.setdefault(line, []).append((statement, claim))
        added: list[Row] = []
        replaced: dict[int, Row] = {}
        known = 0
        seen: set[object] = set()
        for row in rows:
            said = of_line.get(row.line, [])
            if said and all(self._is_known(*one) or _key(*one) in seen for one in said):
                known += 1
                continue
            seen |= {_key(*one) for one in said}
            line = self._ended(*said[0]) if len(said) == 1 else 0
            if line:
                replaced[line] = self._filled(row, line)
            else:
                added.append(row)
        return New(tuple(added), replaced, known)

    def _is_known(self, statement: StatementFact, claim: ClaimFact | None) -> bool:
        claims = self.before.statements.get(statement)
        if claims is None or claim is None:
            return claims is not None
        return any((one.source, one.status) == (claim.source, claim.status) for one in claims)

    def _ended(self, statement: StatementFact, claim: ClaimFact | None) -> int:
        """Return the line of the row that says the same without an end, by the same source, and says nothing else.

        0 when there is none: the row is added, and what was said before stands beside it.
        """
        if not statement.valid_to or claim is None:
            return 0
        claims = self.before.statements.get(replace(statement, valid_to=""), ())
        places = [one.place for one in claims if (one.source, one.place.file) == (claim.source, self.table.file)]
        return next((place.line for place in places if self._says(place) == 1), 0)

    def _says(self, place: Place) -> int:
        """Return how many statements a row of the pack makes."""
        return sum(any(claim.place == place for claim in claims) for claims in self.before.statements.values())

    def _filled(self, row: Row, line: int) -> Row:
        """Return the row with what it leaves empty (a confidence) as the row of the pack has it."""
        old = next(one for one in self.present() if one.line == line)
        return replace(row, cells={**row.cells, **{c: row.cell(c) or old.cell(c) for c in self.table.header}})


def _key(statement: StatementFact, claim: ClaimFact | None) -> tuple[object, ...]:
    """Return what tells a claim of a statement from every other: who says it, with which status."""
    return statement, claim.source if claim else "", claim.status if claim else ""
