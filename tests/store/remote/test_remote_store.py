"""Never a part of a result for the whole of it."""

from __future__ import annotations

import re

import pytest

from kg.base.errors import StoreError
from kg.store.remote.remote_store import RemoteStore
from kg.store.remote.servers.virtuoso import VIRTUOSO
from tests.store.remote.scripted import Answering, Asked, Handler, give, results, scripted

ALL = [(f"http://e/{number}",) for number in range(10)]


def server(limit: int, there: int = 10) -> Answering:
    """Return what a server does that gives no more than ``limit`` rows and says nothing of it."""

    def answer(handler: Handler, asked: Asked) -> None:
        if "COUNT(*)" in asked.query:
            handler.give(results("kg_rows", (str(there),)))
            return
        offset = re.search(r"OFFSET (\d+)", asked.query)
        begin = int(offset[1]) if offset else 0
        handler.give(results("x", *ALL[begin : begin + limit]))

    return answer


def test_a_result_that_is_whole_is_taken() -> None:
    with scripted(server(100)) as script:
        assert len(RemoteStore(script.endpoint).select("SELECT ?x { ?x ?p ?o }").rows) == 10


def test_a_result_that_was_cut_is_completed_page_by_page() -> None:
    with scripted(server(4)) as script:
        store = RemoteStore(script.endpoint)
        assert [row[0] for row in store.select("SELECT ?x { ?x ?p ?o }").rows] == [name for (name,) in ALL]
        assert store.requests == len(script.asked) == 5


def test_a_server_that_cut_a_result_once_is_not_trusted_with_the_next() -> None:
    with scripted(server(4)) as script:
        store = RemoteStore(script.endpoint)
        found = [len(store.select("SELECT ?x { ?x ?p ?o }").rows) for _ in range(3)]
        assert (found, store.proven) == ([10, 10, 10], 3)


def test_a_result_that_cannot_be_completed_is_refused() -> None:
    replies = (server(4), give(results("kg_rows", ("10",))), give(results("x", *ALL[:3])))
    with scripted(*replies) as script, pytest.raises(StoreError, match="3 of 10 rows"):
        RemoteStore(script.endpoint).select("SELECT ?x { ?x ?p ?o }")


def test_an_empty_result_of_a_server_that_counts_rows_is_refused() -> None:
    with scripted(server(0)) as script, pytest.raises(StoreError, match="0 of 10 rows"):
        RemoteStore(script.endpoint).select("SELECT ?x { ?x ?p ?o }")


def test_a_server_that_gave_more_before_is_not_asked_how_many_there_are() -> None:
    with scripted(server(100)) as script:
        RemoteStore(script.endpoint, proven=11).select("SELECT ?x { ?x ?p ?o }")
        assert len(script.asked) == 1


def test_a_result_that_the_server_calls_unfinished_is_refused() -> None:
    reply = give(results("x", *ALL), Server="x", X_SQL_State="S1TAT")
    with scripted(reply) as script, pytest.raises(StoreError, match="S1TAT"):
        RemoteStore(script.endpoint, VIRTUOSO, proven=100).select("SELECT ?x { ?x ?p ?o }")


def test_the_graphs_are_named_where_the_default_graph_is_not_the_one() -> None:
    with scripted(server(100), stated="http://e/stated") as script:
        RemoteStore(script.endpoint, proven=100).select("SELECT ?x { ?x ?p ?o }")
        finding, asked = (request.parameters for request in script.asked)
        assert "default-graph-uri" not in finding
        assert asked["default-graph-uri"] == ["http://e/stated"]
        named = ["https://w3id.org/kgask/core#derived", "https://w3id.org/kgask/core#inferred"]
        assert asked["named-graph-uri"][:2] == named


def test_the_graphs_that_are_sources_are_asked_too() -> None:
    with scripted(give(results("graph", ("http://e/file",))), server(100), stated="http://e/stated") as script:
        RemoteStore(script.endpoint, proven=100).select("SELECT ?x { ?x ?p ?o }")
        assert script.asked[1].parameters["named-graph-uri"][2:] == ["http://e/file"]


@pytest.mark.parametrize("query", ["INSERT DATA { <a> <b> <c> }", "DROP ALL", "SELECT * { SERVICE <http://e/> {} }"])
def test_nothing_is_sent_that_does_more_than_read(query: str) -> None:
    with scripted(give(b"")) as script:
        with pytest.raises(StoreError, match="not run"):
            RemoteStore(script.endpoint).select(query)
        assert script.asked == []
