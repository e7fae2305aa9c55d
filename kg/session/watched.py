"""A store in, the same store out, with what each request to it returned and how long it took."""

from __future__ import annotations

from time import perf_counter

from msgspec import Struct

from kg.store.store import Store, Table


class Request(Struct, frozen=True):
    """One request to the store: its text, how many rows came back (of an ASK: one), and the milliseconds it took."""

    sparql: str
    rows: int
    milliseconds: float


class Watched:
    """Hands every request on to a store; ``requests`` are those so far, in their order."""

    def __init__(self, store: Store) -> None:
        self.name = store.name
        self.requests: list[Request] = []
        self._store = store

    def select(self, sparql: str, *, seconds: float = 30.0) -> Table:
        """Run a SELECT, as the store does."""
        start = perf_counter()
        table = self._store.select(sparql, seconds=seconds)
        self._note(sparql, len(table.rows), start)
        return table

    def ask(self, sparql: str, *, seconds: float = 30.0) -> bool:
        """Run an ASK, as the store does."""
        start = perf_counter()
        found = self._store.ask(sparql, seconds=seconds)
        self._note(sparql, 1, start)
        return found

    def nquads(self) -> bytes:
        """Return all quads as sorted N-Quads."""
        return self._store.nquads()

    def _note(self, sparql: str, rows: int, start: float) -> None:
        self.requests.append(Request(sparql, rows, round(1000 * (perf_counter() - start), 3)))
