"""N-Quads, or a folder that they were stored in -> a SPARQL engine inside of this process (pyoxigraph)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg.base.errors import StoreError
from kg.base.terms import Blank, Iri, Term
from kg.store.deadline import Stop, within
from kg.store.literal import literal
from kg.store.store import Table


class EmbeddedStore:
    """pyoxigraph as a Store: from memory, or from a folder that is opened for reading only.

    The engine cannot cancel a query: past its ``seconds`` a query raises BudgetError and its thread
    ends when it next gives a row (see ``kg.store.deadline``).
    """

    name = "pyoxigraph"

    def __init__(self, store: ox.Store, folder: Path | None = None) -> None:
        self._store = store
        #: Where the store is on disk, None when it is in memory.
        self.folder = folder
        #: What must stay open as long as the store is read.
        self.held: IO[bytes] | None = None

    def select(self, sparql: str, *, seconds: float = 30.0) -> Table:
        """Run a SELECT. Raise StoreError when the engine refuses it, BudgetError past ``seconds``."""

        def job(stop: Stop) -> Table:
            solutions = _query(self._store, sparql)
            if not isinstance(solutions, ox.QuerySolutions):
                raise StoreError("not a SELECT query")
            columns = tuple(variable.value for variable in solutions.variables)
            try:
                rows = tuple(tuple(_term(value) for value in solution) for solution in stop.rows(solutions))
            except (OSError, RuntimeError) as error:
                raise StoreError(str(error)) from error
            return Table(columns, rows)

        return within(seconds, job)

    def ask(self, sparql: str, *, seconds: float = 30.0) -> bool:
        """Run an ASK. Errors as for ``select``."""

        def job(_stop: Stop) -> bool:
            found = _query(self._store, sparql)
            if not isinstance(found, ox.QueryBoolean):
                raise StoreError("not an ASK query")
            return bool(found)

        return within(seconds, job)

    def links(self, predicate: Iri, object: Iri | None = None) -> Iterator[tuple[str, str]]:
        """Yield the IRIs of subject and object of each triple of the default graph with this predicate, in no order."""
        wanted = None if object is None else ox.NamedNode(object)
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(predicate), wanted, ox.DefaultGraph()):
            one, other = quad.subject, quad.object
            if isinstance(one, ox.NamedNode) and isinstance(other, ox.NamedNode):
                yield one.value, other.value

    def values(self, predicate: Iri) -> Iterator[tuple[str, Term]]:
        """Yield the IRI of the subject and the object of each triple of the default graph with this predicate."""
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(predicate), None, ox.DefaultGraph()):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value, _term(quad.object)

    def holders(self, predicate: Iri, text: str) -> Iterator[str]:
        """Yield the IRI of each subject of the default graph that has this text (a string without a language)."""
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(predicate), ox.Literal(text), ox.DefaultGraph()):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value

    def nquads(self) -> bytes:
        """Return all quads as sorted N-Quads."""
        data = self._store.dump(format=ox.RdfFormat.N_QUADS)
        assert data is not None  # a dump without an output is returned
        return b"".join(sorted(data.splitlines(keepends=True)))


def from_nquads(data: bytes) -> EmbeddedStore:
    """Return a store in memory with these quads; raise StoreError when they are no N-Quads."""
    store = ox.Store()
    _load(store, data)
    return EmbeddedStore(store)


def write_folder(data: bytes, folder: Path) -> None:
    """Store quads in a folder, for ``from_folder``; raise StoreError when that cannot be done."""
    try:
        store = ox.Store(str(folder))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"cannot write a store into {folder}: {error}") from error
    _load(store, data)
    store.optimize()
    store.flush()


def from_folder(folder: Path) -> EmbeddedStore:
    """Return the store in a folder, opened for reading only; raise StoreError when it is missing or damaged."""
    if not folder.is_dir():
        raise StoreError(f"there is no store in {folder}")
    try:
        return EmbeddedStore(ox.Store.read_only(str(folder)), folder)
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(f"the store in {folder} cannot be read: {error}") from error


def _load(store: ox.Store, data: bytes) -> None:
    try:
        store.bulk_load(data, format=ox.RdfFormat.N_QUADS)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise StoreError(f"not N-Quads: {error}") from error


def _query(store: ox.Store, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    try:
        return store.query(sparql)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise StoreError(f"the engine refused the query: {error}") from error


def _term(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Term:
    match value:
        case None:
            return None
        case ox.NamedNode():
            return Iri(value.value)
        case ox.BlankNode():
            return Blank(value.value)
        case ox.Literal():
            return literal(value.value, value.datatype.value, value.language)
        case _:
            raise StoreError("triple terms are not supported")
