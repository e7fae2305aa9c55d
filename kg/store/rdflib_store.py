"""N-Quads -> the same Store over an rdflib Dataset: slow, independent, a second opinion."""

from __future__ import annotations

import re
import warnings
from threading import Lock
from typing import TYPE_CHECKING

from kg.base.errors import StoreError
from kg.base.terms import Blank, Iri, Term
from kg.store.deadline import Stop, within
from kg.store.literal import XSD_STRING, literal
from kg.store.store import Table

if TYPE_CHECKING:
    from rdflib import Dataset
    from rdflib.query import Result


#: rdflib's parser keeps its state for the whole process: a query that was given up may still be in it.
_PARSING = Lock()


#: rdflib takes an escaped backslash with a u behind it for the escape of a character, and four digits behind one too.
_ESCAPED = re.compile(r"(\\+)([uU])")


class RdflibStore:
    """An rdflib Dataset as a Store; the default graph holds only what is in no named graph.

    Past its ``seconds`` a query raises BudgetError; its thread ends when it next gives a row.
    """

    name = "rdflib"

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    def select(self, sparql: str, *, seconds: float = 30.0) -> Table:
        """Run a SELECT. Raise StoreError when the engine refuses it, BudgetError past ``seconds``."""

        def job(stop: Stop) -> Table:
            result = _query(self.dataset, sparql, "SELECT")
            columns = tuple(str(variable) for variable in result.vars or ())
            rows = tuple(tuple(_term(value) for value in row) for row in stop.rows(result))  # type: ignore[union-attr]
            return Table(columns, rows)

        return within(seconds, job)

    def ask(self, sparql: str, *, seconds: float = 30.0) -> bool:
        """Run an ASK. Errors as for ``select``."""
        return within(seconds, lambda stop: bool(_query(self.dataset, sparql, "ASK").askAnswer))

    def nquads(self) -> bytes:
        """Return all quads as sorted N-Quads."""
        _hush()
        lines = self.dataset.serialize(format="nquads", encoding="utf-8").splitlines(keepends=True)
        # rdflib leaves a second space where a quad of the default graph names no graph.
        tidy = (line[:-4] + b" .\n" if line.endswith(b"  .\n") else line for line in lines if line.strip())
        return b"".join(sorted(tidy))


def from_nquads(data: bytes) -> RdflibStore:
    """Return an rdflib store with these quads; raise StoreError when they are no N-Quads."""
    from rdflib import Dataset
    from rdflib.exceptions import ParserError

    dataset = Dataset(default_union=False)
    _hush()
    try:
        dataset.parse(data=data, format="nquads")
    except (ParserError, ValueError) as error:
        raise StoreError(f"not N-Quads: {error}") from error
    return RdflibStore(dataset)


def _hush() -> None:
    """Keep rdflib from warning its users of what it does itself: it still calls what it deprecates."""
    warnings.filterwarnings("ignore", r"Dataset\.\w+ is deprecated", DeprecationWarning, r"rdflib\.")


def _query(dataset: Dataset, sparql: str, kind: str) -> Result:
    from rdflib.plugins.sparql import prepareQuery

    _hush()
    try:
        with _PARSING:
            prepared = prepareQuery(_ESCAPED.sub(_apart, sparql))
        result = dataset.query(prepared)
    except Exception as error:
        raise StoreError(f"the engine refused the query: {error}") from error
    if result.type != kind:
        raise StoreError(f"not a query of the form {kind}")
    return result


def _apart(escaped: re.Match[str]) -> str:
    backslashes, letter = escaped.groups()
    if len(backslashes) % 2 == 0:
        return f"{backslashes}\\U{ord(letter):08X}"
    return backslashes + ("U0000" if letter == "u" else letter)


def _term(value: object) -> Term:
    from rdflib import BNode, Literal, URIRef

    match value:
        case None:
            return None
        case URIRef():
            return Iri(value)
        case BNode():
            return Blank(value)
        case Literal():
            return literal(str(value), str(value.datatype or XSD_STRING), value.language)
        case _:
            raise StoreError(f"rdflib returned no RDF term but {type(value).__name__}")
