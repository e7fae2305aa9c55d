"""Whatever bytes a server sends: a table, or an error of the library's own."""

from __future__ import annotations

import gzip
import json
import socket
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.base.errors import KgError
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.remote_store import RemoteStore
from kg.store.store import Table
from tests.store.remote.scripted import JSON, results

BODY = results("a b", ("http://e/1", "1"), ("http://e/2", "2"))


class RawServer:
    """Answers every request with the same bytes, and closes the connection."""

    def __init__(self) -> None:
        self.reply = b""
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listening.getsockname()[1]}/sparql"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.recv(65536)
                    connection.sendall(self.reply)
                except OSError:
                    continue


@contextmanager
def raw_server() -> Iterator[RawServer]:
    server = RawServer()
    try:
        yield server
    finally:
        server.listening.shutdown(socket.SHUT_RDWR)
        server.listening.close()


@pytest.fixture(scope="module")
def server() -> Iterator[RawServer]:
    with raw_server() as server:
        yield server


def asked(server: RawServer, reply: bytes) -> Table | KgError:
    server.reply = reply
    store = RemoteStore(Endpoint(server.url, tries=1, most_bytes=1_000_000), proven=1000)
    try:
        return store.select("SELECT ?a ?b { ?a ?p ?b }", seconds=20.0)
    except KgError as error:
        return error


def whole(body: bytes, *headers: str, status: str = "200 OK", type: str = JSON) -> bytes:
    head = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {type}",
        f"Content-Length: {len(body)}",
        "Connection: close",
        *headers,
    ]
    return "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body


def sound(found: Table | KgError) -> bool:
    """Tell whether it is a table as wide as it says, or an error that reads in one line and moves no terminal."""
    if isinstance(found, Table):
        return all(len(row) == len(found.columns) for row in found.rows)
    return bool(str(found)) and str(found).isprintable()


fuzzed = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_the_reply_that_is_damaged_below_is_sound(server: RawServer) -> None:
    assert asked(server, whole(BODY)) == Table(("a", "b"), (("http://e/1", 1), ("http://e/2", 2)))


@fuzzed
@given(st.binary(max_size=2000))
def test_any_bytes_for_a_reply(server: RawServer, reply: bytes) -> None:
    assert sound(asked(server, reply))


@fuzzed
@given(st.data())
def test_a_reply_with_bytes_changed_left_out_or_put_in(server: RawServer, data: st.DataObject) -> None:
    reply = bytearray(whole(BODY))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, max(len(reply) - 1, 0)))
        reply[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    assert sound(asked(server, bytes(reply)))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["type", "value", "a", "b"]), inner),
    max_leaves=8,
)
cells = st.fixed_dictionaries(
    {"type": st.sampled_from(["uri", "bnode", "literal", "typed-literal", "triple", ""]), "value": st.text()},
    optional={
        "datatype": st.sampled_from([f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("integer", "double", "date", "boolean")]),
        "xml:lang": st.text(max_size=3),
    },
)  # fmt: skip
rows = st.dictionaries(st.sampled_from(["a", "b", "c"]), cells | values)
documents = st.fixed_dictionaries(
    {"head": st.fixed_dictionaries({"vars": st.lists(st.sampled_from(["a", "b", "c"]) | values, max_size=3)}) | values},
    optional={"results": st.fixed_dictionaries({"bindings": st.lists(rows, max_size=3) | values}) | values, "boolean": values},
)  # fmt: skip


@fuzzed
@given(documents)
def test_any_document_for_a_table(server: RawServer, document: object) -> None:
    assert sound(asked(server, whole(json.dumps(document).encode())))


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 900_000,
        b'{"head":' * 100_000,
        b'{"head": {"vars": ["a"]}, "results": {"bindings": [' + b'{"a": {"type": "uri", "value": "x"}},' * 20_000,
        b'\xff\xfe{\x00"\x00',
        b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "uri", "value": "\\ud800"}}]}}',
        b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": {"type": "literal", "value": "'
        + b"9" * 10_000
        + b'", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}}]}}',
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sparql>&a;</sparql>',
        b"<html>welcome</html>",
    ],
    ids=["brackets", "nested", "unfinished", "utf-16", "half a pair", "digits", "xml", "html"],
)
@pytest.mark.parametrize("type", [JSON, "application/json", "text/html", "application/sparql-results+xml", ""])
def test_a_body_that_is_not_what_it_says(server: RawServer, body: bytes, type: str) -> None:
    assert sound(asked(server, whole(body, type=type)))


BOMB = gzip.compress(b" " * 50_000_000)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (BOMB, "gzip"),
        (gzip.compress(BOMB), "gzip, gzip"),
        (gzip.compress(BODY)[:60], "gzip"),
        (b"no gzip at all", "gzip"),
        (zlib.compress(BODY)[:20], "deflate"),
        (zlib.compress(BODY), "br"),
        (BODY, "gzip" + ", gzip" * 500),
    ],
    ids=["bomb", "bomb in a bomb", "cut", "not packed", "cut deflate", "unknown", "many layers"],
)
def test_a_packed_body_that_does_not_unpack(server: RawServer, body: bytes, encoding: str) -> None:
    found = asked(server, whole(body, f"Content-Encoding: {encoding}"))
    assert isinstance(found, KgError)
    assert sound(found)


def test_a_server_that_sends_headers_without_end(server: RawServer) -> None:
    found = asked(server, b"HTTP/1.1 200 OK\r\n" + b"X-More: and more\r\n" * 100_000)
    assert isinstance(found, KgError)
    assert sound(found)


@pytest.mark.parametrize("wait", ["-1", "1e9", "9" * 500, "Wed, 21 Oct 2015 07:28:00 GMT", "", "0x10", "٣"])
def test_a_busy_server_that_says_strangely_how_long(server: RawServer, wait: str) -> None:
    header = f"Retry-After: {wait}".encode().decode("latin-1")
    found = asked(server, whole(b"busy", header, status="503 Busy"))
    assert isinstance(found, KgError)
    assert sound(found)
