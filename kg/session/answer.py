"""The answer as users hold it: the data of kg.answer with the pack at hand, to read, cite, convert and save."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.answer.answer import Answer as AnswerData
from kg.answer.answer import Cell, Row, Statement
from kg.pack.pack import Pack
from kg.session.why import citation, cite, why
from kg.view.evidence import row_evidence
from kg.view.terminal import render
from kg.view.values import cell_text

if TYPE_CHECKING:
    pass


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row of an answer, with what it stands on. ``derived`` names the rule of a row that no source states."""

    row: Row
    answer: Answer

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells, in the order of the answer's columns."""
        return self.row.cells

    @property
    def derived(self) -> str | None:
        """The rule that the row rests on, None when a source states it."""
        return self.row.derived

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that the row stands on."""
        return row_evidence(self.answer, self.row).statements

    @property
    def text(self) -> str:
        """The cells in the words of the question's language."""
        answer = self.answer
        cells = zip(self.row.cells, answer.columns, strict=True)
        return ", ".join(cell_text(cell, column, answer.pack, answer.language) for cell, column in cells)

    def why(self) -> str:
        """Return in sentences what the row stands on, and who says so."""
        return why(self.answer, self.row, self.answer.pack)

    def cite(self) -> tuple[str, ...]:
        """Return the sources of the row as citations, that of the strongest claim first."""
        return cite(self.answer, self.row)


@dataclass(frozen=True, slots=True)
class Answer(AnswerData):
    """The answer to one question: ``rows``, ``entities``, ``number``, ``boolean``, ``statements`` and the rest as data.

    ``answer[0]`` is a row with its evidence: ``answer[0].why()``, ``answer[0].cite()``.
    """

    pack: Pack = field(kw_only=True, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        """Tell whether something was found: rows, a number, or a yes."""
        return bool(self.rows or self.number is not None or self.boolean)

    def __getitem__(self, index: int) -> AnswerRow:
        return AnswerRow(self.rows[index], self)

    def __iter__(self) -> Iterator[AnswerRow]:
        return (AnswerRow(row, self) for row in self.rows)

    def cite(self) -> tuple[str, ...]:
        """Return all sources of the answer as citations, each once."""
        sources = (source for row in self.rows for source in row_evidence(self, row).sources)
        return tuple(dict.fromkeys(citation(source) for source in sources))

    def to_text(self, *, width: int | None = None, color: bool | None = None) -> str:
        """Return the table that a terminal shows."""
        return render(self, self.pack, width=width, color=color)
