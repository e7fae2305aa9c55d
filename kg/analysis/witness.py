"""What an analysis may ask of the run that it is a step of: tables, cells, evidence, and how much time is left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from kg.analysis.saying import Saying
from kg.answer.answer import EntityCell, Statement
from kg.base.terms import Iri
from kg.pack.pack import Pack
from kg.plan.pattern import Select
from kg.store.store import Store, Table


class Witness(Protocol):
    """One store and pack at work on one question."""

    @property
    def pack(self) -> Pack:
        """The pack of the graph."""
        ...

    @property
    def store(self) -> Store:
        """The store, for what is read of it once and kept."""
        ...

    @property
    def left(self) -> float:
        """The seconds that are left; nothing or less when time is out."""
        ...

    def table(self, select: Select) -> Table:
        """Run a SELECT; raise BudgetError when time is out."""
        ...

    def cell(self, thing: Iri) -> EntityCell:
        """Return the cell of a thing."""
        ...

    def gather(self, sayings: Iterable[Saying]) -> None:
        """Fetch the statements with their claims; when time is out remember that some are missing."""
        ...

    def ordered(self, sayings: Iterable[Saying]) -> tuple[Statement, ...]:
        """Return the statements that were gathered, the strongest first."""
        ...
