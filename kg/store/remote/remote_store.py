"""SPARQL text and an endpoint in; all the bindings that the server has for it, or an error, out.

Many servers cut long results silently. A server that has once given n rows cuts no result of fewer, so only
a result that is longer than any before is checked: the server is asked how many rows there are, and for those that
are missing, page by page. What cannot be completed is refused.
"""

from __future__ import annotations

import re
from itertools import starmap
from math import isfinite
from time import monotonic

import pyoxigraph as ox

from kg.base.diagnostics import diagnostic
from kg.base.errors import StoreError
from kg.base.iris import DERIVED_GRAPH, INFERRED_GRAPH, KG, XSD
from kg.base.terms import Blank, Iri, Term, Text
from kg.store.order import order
from kg.store.read_only import Reading, read_only
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.parse_results import ACCEPT, parse_boolean, parse_table
from kg.store.remote.send import Parameters, Reply, send, told
from kg.store.remote.servers.recognise import recognise
from kg.store.remote.servers.server import Server
from kg.store.store import Table

#: Each of them is named in every request.
_MOST_GRAPHS = 100
_Object = ox.NamedNode | ox.BlankNode | ox.Literal


class RemoteStore:
    """A server that speaks the SPARQL 1.1 protocol, as a Store. Nothing is ever written there.

    ``requests`` counts what was sent. ``proven`` is the longest result that is known to have been whole.
    """

    name = "endpoint"

    def __init__(self, endpoint: Endpoint, server: Server | None = None, proven: int = 0) -> None:
        self.endpoint = endpoint
        self.requests = 0
        self.proven = proven
        self._server = server
        self._named: Parameters | None = None

    @property
    def server(self) -> Server:
        """The server behind the endpoint, known once it has replied."""
        return self._server or Server()

    def select(self, sparql: str, *, seconds: float = 30.0, federated: bool = False) -> Table:
        """Run a SELECT. Raise StoreError when the server refuses it or cuts its result, BudgetError past ``seconds``."""
        end = monotonic() + seconds
        reading = read_only(sparql, federated=federated)
        table = self._select(reading, end)
        if self.server.exact and any(isinstance(value, float) for row in table.rows for value in row):
            return self._exact(table, reading, end)
        return table

    def ask(self, sparql: str, *, seconds: float = 30.0) -> bool:
        """Run an ASK. Errors as for ``select``."""
        read_only(sparql, "ASK")
        reply = self._send(sparql, ACCEPT, monotonic() + seconds)
        return parse_boolean(self.endpoint.url, reply, self.server.boolean)

    def nquads(self, *, seconds: float = 600.0) -> bytes:
        """Return all quads as sorted N-Quads, in the default graph and in the named ones. Errors as for ``select``."""
        end = monotonic() + seconds
        stated = self._quads("?s ?p ?o", end)
        named = self._quads("GRAPH ?graph { ?s ?p ?o }", end)
        return b"".join(sorted(stated | named))

    # ------------------------------------------------------------ whole results

    def _select(self, reading: Reading, end: float) -> Table:
        table = self._table(reading.prologue + reading.body, end)
        return table if len(table.rows) < self.proven else self._whole(table, reading, end)

    def _whole(self, table: Table, reading: Reading, end: float) -> Table:
        """Return the table when it has all rows, else with those that the server kept back."""
        got = len(table.rows)
        if reading.federated:
            if got >= max(self.proven, 1):
                raise self._cut(f"whether {got} rows are all cannot be told of a query with FROM or SERVICE")
            return table
        there = self._count(reading, end)
        if there > got > 0:
            return self._paged(table, reading, there, end)
        if there != got:
            raise self._cut(f"{got} of {there} rows")
        self.proven = max(self.proven, got)
        return table

    def _count(self, reading: Reading, end: float) -> int:
        text = f"{reading.prologue}SELECT (COUNT(*) AS ?kg_rows) WHERE {{ {{ {reading.body}\n}} }}"
        rows = self._table(text, end).rows
        if len(rows) != 1 or not isinstance(rows[0][0], int):
            raise self._cut("the server does not say how many rows there are")
        return rows[0][0]

    def _paged(self, table: Table, reading: Reading, there: int, end: float) -> Table:
        """Return all rows, fetched in an order that does not change, as many at once as the server gives."""
        page, rows = len(table.rows), list[tuple[object, ...]]()
        columns = [f"?{name}" for name in table.columns]
        wanted = order(reading.body)
        if wanted != columns[: len(wanted)]:
            raise self._cut(f"{page} of {there} rows, and no more can be fetched in the order that is asked for")
        self.proven = max(self.proven, page - 1)
        while len(rows) < there:
            text = self.server.page.format(
                body=reading.body + "\n", order=" ".join(columns), limit=page, offset=len(rows)
            )
            found = self._table(reading.prologue + text, end)
            if len(found.rows) != min(page, there - len(rows)) or set(found.columns) != set(table.columns):
                raise self._cut(f"{len(rows) + len(found.rows)} of {there} rows")
            places = [found.columns.index(name) for name in table.columns]
            rows += (tuple(row[place] for place in places) for row in found.rows)
        if len(set(rows)) != there and re.match(r"SELECT\s+DISTINCT\b", reading.body, re.IGNORECASE):
            raise self._cut("the same rows came on several pages")  # its order is not the same each time
        return Table(table.columns, tuple(rows))  # type: ignore[arg-type]  # rows of terms

    def _exact(self, table: Table, reading: Reading, end: float) -> Table:
        """Return the rows with all digits of their numbers, on a server that writes only some."""
        size, exact = len(table.columns), self.server.exact
        texts = " ".join(f"({exact.format(name=name)} AS ?kg_exact_{n})" for n, name in enumerate(table.columns))
        columns = " ".join(f"?{name}" for name in table.columns)
        body = f"SELECT {columns} {texts} WHERE {{ {{ {reading.body}\n}} }}"
        found = self._select(Reading(reading.prologue, body, reading.federated), end)
        whole = len(found.rows) == len(table.rows) and len(found.columns) == 2 * size
        if not whole or (order(reading.body) and tuple(row[:size] for row in found.rows) != table.rows):
            raise self._cut("the server does not tell all digits of the numbers")
        rows = (zip(row[:size], row[size:], strict=True) for row in found.rows)
        return Table(table.columns, tuple(tuple(starmap(_all_digits, row)) for row in rows))

    def _cut(self, reason: str) -> StoreError:
        return StoreError(diagnostic("S007", url=self.endpoint.url, reason=reason))

    # ------------------------------------------------------------ requests

    def _table(self, sparql: str, end: float) -> Table:
        return parse_table(self.endpoint.url, self._send(sparql, ACCEPT, end))

    def _quads(self, pattern: str, end: float) -> set[bytes]:
        text = self.server.exact.format(name="o") or "STR(?o)"
        body = f"SELECT DISTINCT ?graph ?s ?p ?o ({text} AS ?text) (DATATYPE(?o) AS ?type) WHERE {{ {pattern} }}"
        rows = self._select(Reading("", body, federated=False), end).rows
        written = map(_shortened, rows) if self.server.exact else rows
        return {f"{_quad(row)} .\n".encode() for row in written}

    def _send(self, sparql: str, accept: str, end: float, *, everywhere: bool = False) -> Reply:
        graphs = () if everywhere else self._graphs(end)
        self.requests += 1
        parameters = (("query", self.server.adapt(sparql)), *graphs)
        reply = send(self.endpoint, parameters, accept, end - monotonic())
        if self._server is None:
            self._server = recognise(reply.headers)
        for header, beginning in self._server.unfinished:
            if (value := reply.headers.get(header, "")).startswith(beginning) and value:
                raise self._cut(told(value.encode()))
        return reply

    def _graphs(self, end: float) -> Parameters:
        """Return the graphs that are asked, where the server's own default graph is not the one: found once."""
        if self.endpoint.stated is None:
            return ()
        if self._named is None:
            sources = f"GRAPH <{self.endpoint.stated}> {{ ?graph a <{KG}Source> }}"
            query = f"SELECT DISTINCT ?graph WHERE {{ {sources} GRAPH ?graph {{ ?s ?p ?o }} }} LIMIT {_MOST_GRAPHS + 1}"
            found = parse_table(self.endpoint.url, self._send(query, ACCEPT, end, everywhere=True)).rows
            if len(found) > _MOST_GRAPHS:
                raise self._cut(f"more than {_MOST_GRAPHS} graphs of sources")
            names = (DERIVED_GRAPH, INFERRED_GRAPH, *(row[0] for row in found))
            stated = (("default-graph-uri", self.endpoint.stated),)
            self._named = (*stated, *(("named-graph-uri", str(name)) for name in names))
        return self._named


def _all_digits(value: Term, text: Term) -> Term:
    return float(str(text)) if isinstance(value, float) and text is not None else value


def _shortened(row: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return the row of a quad with a double in the fewest digits that tell it: the server keeps no other writing."""
    *rest, value, text, type = row
    if type == XSD + "double" and isinstance(value, float) and isfinite(value):
        text = repr(float(str(text))).removesuffix(".0")
    return (*rest, value, text, type)


def _quad(row: tuple[Term, ...]) -> ox.Quad:
    graph, subject, predicate, value, text, type = row
    node = ox.BlankNode(subject) if isinstance(subject, Blank) else ox.NamedNode(str(subject))
    object = _object(value, str(text), type)
    return ox.Quad(node, ox.NamedNode(str(predicate)), object, ox.NamedNode(str(graph)) if graph else ox.DefaultGraph())


def _object(value: Term, text: str, type: Term) -> _Object:
    match value:
        case Iri():
            return ox.NamedNode(value)
        case Blank():
            return ox.BlankNode(value)
        case Text(lang=lang):
            return ox.Literal(text, language=lang)
        case _:
            return ox.Literal(text, datatype=ox.NamedNode(str(type)) if type else None)
