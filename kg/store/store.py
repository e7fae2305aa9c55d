"""What every store can do: answer SPARQL. Triples go in through its loader, bindings come out."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from kg.base.terms import Term


class Table(Struct, frozen=True):
    """The bindings of a SELECT: ``columns`` without the question mark, one tuple a row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term, ...], ...]


class Store(Protocol):
    """A SPARQL 1.1 engine over one data set: a default graph and named graphs."""

    name: str

    def select(self, sparql: str, *, seconds: float = 30.0) -> Table:
        """Run a SELECT. Raise StoreError when the engine refuses it, BudgetError past ``seconds``."""
        ...

    def ask(self, sparql: str, *, seconds: float = 30.0) -> bool:
        """Run an ASK. Errors as for ``select``."""
        ...

    def nquads(self) -> bytes:
        """Return all quads as sorted N-Quads."""
        ...
