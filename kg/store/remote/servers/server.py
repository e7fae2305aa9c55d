"""What may differ between servers that speak the SPARQL 1.1 protocol."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


def _unchanged(sparql: str) -> str:
    return sparql


class Server(Struct, frozen=True):
    """What is peculiar to a server; by default nothing is.

    ``header``      how its header ``Server`` begins, in lower case.
    ``unfinished``  (header, beginning of its value) of replies that look like a success and are not the whole.
    ``boolean``     the column of the table that stands for the answer to an ASK.
    ``exact``       the expression that tells all digits of ``?{name}``, on a server that writes numbers with fewer.
    ``page``        how one page of the rows of a SELECT is asked for.
    ``adapt``       a query -> the query that this server answers as the specification says.
    """

    name: str = "SPARQL 1.1"
    header: str = ""
    unfinished: tuple[tuple[str, str], ...] = ()
    boolean: str = ""
    exact: str = ""
    page: str = "SELECT * WHERE {{ {{ {body} }} }} ORDER BY {order} LIMIT {limit} OFFSET {offset}"
    adapt: Callable[[str], str] = _unchanged
