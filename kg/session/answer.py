"""The answer as users hold it: the data of kg.answer with the pack at hand, to read, cite, convert and save.

What few questions need (the page, exports) is imported when it is asked for: the start stays light.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from kg.answer.answer import Answer as AnswerData
from kg.answer.answer import Cell, Row, Statement
from kg.answer.cite import Citations, cite
from kg.answer.to_dict import to_dict
from kg.base.diagnostics import Lang
from kg.pack.pack import Pack

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pandas import DataFrame
    from rdflib import Graph


class AnswerRow(Struct, frozen=True):
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
        return tuple(self.answer.statements[id] for id in self.row.statements if id in self.answer.statements)

    @property
    def text(self) -> str:
        """The cells in words, in the question's language."""
        from kg.view.values import cell_text

        pairs = zip(self.row.cells, self.answer.columns, strict=True)
        return ", ".join(cell_text(cell, column, self.answer.pack, self.answer.language) for cell, column in pairs)

    def why(self) -> str:
        """Return in sentences what the row stands on, and who says so."""
        from kg.session.why import why

        return why(self.answer, self.row, self.answer.pack)

    def cite(self) -> Citations:
        """Return the sources of the row; ``str()`` writes them as a numbered list."""
        statements = {statement.id: statement for statement in self.statements}
        return cite(replace(self.answer, rows=(self.row,), statements=statements))


class Answer(AnswerData, frozen=True, kw_only=True):
    """The answer to one question: ``rows``, ``entities``, ``number``, ``boolean``, ``statements`` and more, as data.

    ``answer[0]`` is a row with its evidence: ``answer[0].why()``, ``answer[0].cite()``.
    """

    pack: Pack

    def __repr__(self) -> str:
        return f"<{type(self).__name__} to {self.question!r}: {len(self.rows)} rows, {len(self.statements)} statements>"

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        """Tell whether something was found: rows, a number, or a yes."""
        return bool(self.rows or self.number is not None or self.boolean)

    def __getitem__(self, index: int) -> AnswerRow:
        return AnswerRow(self.rows[index], self)

    def __iter__(self) -> Iterator[AnswerRow]:
        return (AnswerRow(row, self) for row in self.rows)

    def __str__(self) -> str:
        return self.to_text()

    def cite(self) -> Citations:
        """Return the sources of all rows; ``str()`` writes them as a numbered list."""
        return cite(self)

    def to_dict(self, *, iri: bool = False) -> dict[str, Any]:
        """Return what ``kg ask --json`` prints; ``iri`` names things by full IRIs."""
        return to_dict(self, iri=iri)

    def to_text(self, *, width: int | None = None, color: bool | None = None) -> str:
        """Return the table that a terminal shows."""
        from kg.view.terminal import render

        return render(self, self.pack, width=width, color=color)

    def to_csv(self, lang: Lang | None = None) -> str:
        """Return the rows as comma-separated text, in the question's language or another."""
        from kg.answer.to_csv import to_csv

        return to_csv(self, lang)

    def df(self, lang: Lang | None = None) -> DataFrame:
        """Return the rows as a pandas DataFrame: labels, ids, numbers with units, rule and sources."""
        from kg.answer.to_dataframe import to_dataframe

        return to_dataframe(self, lang)

    def graph(self) -> Graph:
        """Return the things, statements, claims and sources of the answer as an rdflib Graph."""
        from kg.answer.to_graph import to_graph

        return to_graph(self, self.pack)

    def to_networkx(self) -> MultiDiGraph[str]:
        """Return the answer's subgraph: things are nodes, statements are edges."""
        from kg.answer.to_networkx import to_networkx

        return to_networkx(self)

    def save(self, path: str | Path) -> None:
        """Write the answer to a file; the suffix names the format: .html .svg .csv .json .graphml .ttl .trig."""
        from kg.session.save import save

        save(self, self.pack, path)

    def show(self, path: str | Path = "answer.html") -> None:
        """Show the page: inside the notebook when there is one, else write it to ``path`` and say so."""
        from kg.session.show import show

        show(self, path)

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own, for notebooks."""
        from kg.view.page import notebook

        return notebook(self, self.pack)
