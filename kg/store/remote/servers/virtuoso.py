"""Virtuoso 7: what it does otherwise than SPARQL 1.1 says, as seen in 7.2.5."""

from __future__ import annotations

from collections.abc import Iterator

from kg.base.iris import XSD
from kg.store.remote.servers.negation import negation
from kg.store.remote.servers.server import Server
from kg.store.tokens import tokens


def keep_filters_apart(sparql: str) -> str:
    """Return a query whose comparisons are not made into ranges of an index: such joins lose rows.

    A filter that fails and one that is false drop the same solutions, so that the meaning stays.

    >>> keep_filters_apart("SELECT ?x { ?x ?p ?n FILTER(?n < 3) }")
    'SELECT ?x { ?x ?p ?n FILTER(COALESCE((?n < 3), false)) }'
    """
    parts: list[str] = []
    done = 0
    for begin, end in _filters(sparql):
        parts += [sparql[done:begin], "(COALESCE(", sparql[begin:end], ", false))"]
        done = end
    return "".join([*parts, sparql[done:]])


def _filters(sparql: str) -> Iterator[tuple[int, int]]:
    """Yield where the bracket of each FILTER(...) begins and ends; one inside of another stays as it is."""
    begin = depth = 0
    after = ""
    for _, text, place in tokens(sparql):
        if depth or (text == "(" and after == "FILTER"):
            begin = begin if depth else place
            depth += (text == "(") - (text == ")")
            if not depth:
                yield begin, place + 1
        after = text.upper()


VIRTUOSO = Server(
    name="Virtuoso",
    header="virtuoso",
    # A query that ran out of the server's own time gives the rows found so far, with status 200.
    unfinished=(("x-sql-state", "S1TAT"),),
    boolean="__ASK_RETVAL",
    # It writes doubles with six or sixteen digits, STR too; seventeen tell them apart.
    exact=f"IF(DATATYPE(?{{name}}) = <{XSD}double>, bif:sprintf('%.17g', ?{{name}}), STR(?{{name}}))",
    # It sorts no more than 10,000 rows before it skips some (SR353), unless the sorting is done inside.
    page="SELECT * WHERE {{ {{ SELECT * WHERE {{ {{ {body} }} }} ORDER BY {order} }} }} LIMIT {limit} OFFSET {offset}",
    adapt=lambda sparql: keep_filters_apart(negation(sparql)),
)
