"""Replies in; a server on loopback that gives them, one a request, the last one for ever, out."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from kg.store.remote.endpoint import Endpoint

JSON = "application/sparql-results+json"


@dataclass
class Asked:
    """One request that came in."""

    method: str
    path: str
    headers: dict[str, str]
    parameters: dict[str, list[str]]

    @property
    def query(self) -> str:
        return self.parameters["query"][0]


@dataclass
class Scripted:
    """The endpoint of a server, and what it was asked."""

    endpoint: Endpoint
    asked: list[Asked] = field(default_factory=list)


Answering = Callable[["Handler", Asked], None]


class Handler(BaseHTTPRequestHandler):
    script: Scripted
    replies: list[Answering]

    def do_GET(self) -> None:
        self._answer(urlsplit(self.path).query)

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _answer(self, encoded: str) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.command, self.path, headers, parse_qs(encoded))
        self.script.asked.append(asked)
        number = min(len(self.script.asked), len(self.replies)) - 1
        try:
            self.replies[number](self, asked)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def give(self, body: bytes, type: str = JSON, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        return


def results(columns: str, *rows: tuple[str, ...]) -> bytes:
    """Return a table of IRIs and integers as a server writes it."""
    names = columns.split()
    bindings = [{name: cell(value) for name, value in zip(names, row, strict=True)} for row in rows]
    return json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}).encode()


def cell(value: str) -> dict[str, str]:
    if value.isdecimal():
        return {"type": "literal", "value": value, "datatype": "http://www.w3.org/2001/XMLSchema#integer"}
    return {"type": "uri", "value": value}


def give(body: bytes, type: str = JSON, status: int = 200, **headers: str) -> Answering:
    return lambda handler, asked: handler.give(body, type, status, **headers)


def zipped(body: bytes) -> Answering:
    return give(gzip.compress(body), Content_Encoding="gzip")


def cut_off(handler: Handler, asked: Asked) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"head": {')
    handler.close_connection = True


def die_in_a_chunk(handler: Handler, asked: Asked) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"40\r\n{")
    handler.close_connection = True


def hang_up(handler: Handler, asked: Asked) -> None:
    handler.close_connection = True


def stall(handler: Handler, asked: Asked) -> None:
    time.sleep(3.0)


def trickle(handler: Handler, asked: Asked) -> None:
    """Send a byte now and then: no pause is long, the whole has no end."""
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.end_headers()
    for _ in range(60):
        handler.wfile.write(b" ")
        time.sleep(0.05)


@contextmanager
def scripted(*replies: Answering, **options: object) -> Iterator[Scripted]:
    """Run a server for the time of a test."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    url = f"http://127.0.0.1:{server.server_port}/sparql"
    script = Scripted(Endpoint(url, **options))  # type: ignore[arg-type]
    server.RequestHandlerClass = type("Handler", (Handler,), {"script": script, "replies": list(replies)})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
