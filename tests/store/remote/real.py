"""Quads in; a real SPARQL server on loopback that holds them, for the time of a block, out."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: The graph that holds what sources state, on a server that has no default graph of its own.
STATED = "https://w3id.org/kgask/core#stated"
#: How long a machine may take that does much else; nothing is asserted of it.
_PATIENCE = 180.0
_ATTEMPTS = 5
#: Fewer rows than some answers have: what the server keeps back must be fetched.
_MOST_ROWS = 500

_CONFIGURATION = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = {rows}
"""
_LOAD = "DB.DBA.TTLP_MT(file_to_string_output('{file}'), '', '{graph}', 512); GRANT SPARQL_UPDATE TO \"SPARQL\"; checkpoint;"


@contextmanager
def oxigraph(folder: Path, quads: bytes) -> Iterator[str]:
    """Run Oxigraph's own server with these quads; yield the address of its query service."""
    program = Path(sys.executable).with_name("oxigraph")
    (folder / "all.nq").write_bytes(quads)
    load = [program, "load", "--location", folder / "data", "--file", folder / "all.nq"]
    subprocess.run(load, check=True, capture_output=True, timeout=_PATIENCE)
    for _ in range(_ATTEMPTS):
        port = free_port()
        command = [program, "serve", "--location", folder / "data", "--bind", f"127.0.0.1:{port}"]
        with running(command, folder, f"http://127.0.0.1:{port}/query") as url:
            if url:
                yield url
                return
    raise AssertionError(f"oxigraph did not start: {(folder / 'output').read_text()}")


@contextmanager
def virtuoso(folder: Path, quads: bytes) -> Iterator[str]:
    """Run Virtuoso with these quads, those of the default graph in ``STATED``; yield the address of its query service."""
    program = shutil.which("virtuoso-t")
    assert program and shutil.which("isql-vt"), "Virtuoso is not installed (Debian: virtuoso-opensource-7-bin)"
    (folder / "all.nq").write_bytes(quads)
    for _ in range(_ATTEMPTS):
        sql, http = free_port(), free_port()
        text = _CONFIGURATION.format(folder=folder, sql=sql, http=http, rows=_MOST_ROWS)
        (folder / "virtuoso.ini").write_text(text)
        command = [program, "-f", "-c", folder / "virtuoso.ini"]
        with running(command, folder, f"http://127.0.0.1:{http}/sparql") as url:
            if url:
                load = _LOAD.format(file=folder / "all.nq", graph=STATED)
                isql = ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"exec={load}"]
                done = subprocess.run(isql, check=True, capture_output=True, text=True, timeout=_PATIENCE)
                assert "Error" not in done.stdout + done.stderr, done.stdout + done.stderr
                yield url
                return
    raise AssertionError(f"virtuoso did not start: {(folder / 'virtuoso.log').read_text()}")


@contextmanager
def running(command: list[str | Path], folder: Path, url: str) -> Iterator[str]:
    """Run a server; yield its address once it answers, nothing when it ended instead (its port was taken)."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, cwd=folder)
        try:
            yield url if _answers(process, url) else ""
        finally:
            process.kill()
            process.wait()


def _answers(process: subprocess.Popen[bytes], url: str) -> bool:
    end = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{url}?query=ASK%7B%7D", timeout=5) as reply:
                return reply.status == 200
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    return False


def free_port() -> int:
    """Return a port of loopback that nobody uses now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
