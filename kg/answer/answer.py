"""Answer, Row, Cell, Statement, Claim: what comes back, with its evidence. Plain immutable data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct, field

from kg.base.diagnostics import Diagnostic

Kind = Literal["rows", "number", "boolean", "paths", "description", "series"]


class Source(Struct, frozen=True):
    """A document: ``date`` as written (2024, 2024-03), ``reliability`` A to D."""

    id: str
    iri: str
    title: str
    publisher: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    reliability: str = ""
    lang: str = ""


class Claim(Struct, frozen=True):
    """Who says so. ``file`` and ``line`` are the row of the facts that holds it."""

    id: str
    source: Source
    status: str
    confidence: str = ""
    file: str = ""
    line: int = 0


class EntityCell(Struct, frozen=True):
    """A thing of the graph: short id, IRI, class id, label in each language."""

    id: str
    iri: str
    cls: str
    label: Mapping[str, str]


class ValueCell(Struct, frozen=True):
    """A literal; a number with its unit id, and ``upper`` when it is a range."""

    value: str | float | int | bool | None
    unit: str | None = None
    upper: float | None = None


Cell = EntityCell | ValueCell | None


class Statement(Struct, frozen=True):
    """One statement with its claims. ``rule`` is the rule that derived it, None when stated;
    ``premises`` are then the ids of the statements that it stands on."""

    id: str
    iri: str
    frame: str
    roles: Mapping[str, EntityCell]
    qualifiers: Mapping[str, str | float]
    valid_from: str = ""
    valid_to: str = ""
    claims: tuple[Claim, ...] = ()
    rule: str | None = None
    premises: tuple[str, ...] = ()


class Column(Struct, frozen=True):
    """A column: its heading, the role or qualifier it shows, the class of its things."""

    name: Mapping[str, str]
    role: str
    cls: str | None = None


class Row(Struct, frozen=True):
    """One row. ``statements`` are ids into ``Answer.statements``; ``derived`` names the rule that
    the row rests on, None when it is stated."""

    cells: tuple[Cell, ...]
    statements: tuple[str, ...] = ()
    derived: str | None = None


class Coverage(Struct, frozen=True):
    """Of ``asked`` things that the question is about, ``documented`` have a statement of the frame."""

    asked: int
    documented: int
    frame: str


class Advice(Struct, frozen=True):
    """A nearby question that does have an answer, and how many rows it finds."""

    text: str
    finds: int


class Assumed(Struct, frozen=True):
    """Every default that took part: the day of the answer, knowledge day, statuses let in."""

    as_of: str | None
    known_on: str | None
    statuses: tuple[str, ...]


class Answer(Struct, frozen=True):
    """The answer to one question. ``statements`` holds the evidence of all rows, by id.

    ``notes`` are sentences for the reader in both languages: what the derived rows would add,
    which values were left out, what was cut.
    """

    question: str
    language: Literal["en", "zh"]
    reading: Mapping[str, str]
    kind: Kind
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    statements: Mapping[str, Statement] = field(default_factory=dict)
    number: float | None = None
    unit: str | None = None
    boolean: bool | None = None
    truncated: str | None = None
    coverage: Coverage | None = None
    assumed: Assumed | None = None
    advice: tuple[Advice, ...] = ()
    notes: tuple[Mapping[str, str], ...] = ()
    error: Diagnostic | None = None
    timings: Mapping[str, float] = field(default_factory=dict)
    answered_on: date | None = None

    @property
    def entities(self) -> tuple[str, ...]:
        """Ids of the things of the first column, in order, without repeats."""
        first = [row.cells[0] for row in self.rows if row.cells]
        return tuple(dict.fromkeys(cell.id for cell in first if isinstance(cell, EntityCell)))
