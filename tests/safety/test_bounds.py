"""A question that is too much: time, Ctrl-C, and inputs of sizes that nobody types."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.base.errors import KgError
from kg.session.session import Session

ROOT = Path(__file__).resolve().parents[2]
#: Three times all triples: more rows than could be counted in a lifetime.
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?d && ?f != ?g) }"

INTERRUPTED = """
import os, signal, sys, threading
import kg
from kg.cli.main import main
from kg.store import deadline
class Told(deadline._Task):
    def run(self):
        print("running", flush=True)
        super().run()
deadline._Task = Told
sys.exit(main(["sparql", sys.argv[1]]))
"""


TIMED = """
import sys
import kg
graph = kg.open()
try:
    graph.sparql(sys.argv[1], seconds=0.2)
except kg.BudgetError as error:
    print(error)
print(len(graph.sparql("SELECT ?x { ?x ?p ?o } LIMIT 1", seconds=60).rows))
"""


@pytest.mark.slow
def test_the_time_of_a_query_is_kept_whatever_it_asks(shipped: Session) -> None:
    """In a process of its own, which ends although the engine still counts."""
    command = [sys.executable, "-c", TIMED, ENDLESS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["the query took longer than 0.2 seconds", "1"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="interrupts only where the system does")
def test_ctrl_c_ends_a_query_that_the_engine_cannot_stop(shipped: Session) -> None:
    """The process ends: it would run for ever else, and the test's own time would be over."""
    command = [sys.executable, "-c", INTERRUPTED, ENDLESS]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "running\n"
        os.kill(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=120)
    assert process.returncode not in (0, None)
    assert "Traceback" not in errors


LONG = {
    "a megabyte of one letter": "a" * 1_000_000,
    "a megabyte of one character": "光" * 350_000,
    "a megabyte of words": "who supplies lasers to NVIDIA " * 34_000,
    "a thousand brackets": "(" * 1000 + "who supplies lasers" + ")" * 1000,
    "a thousand quotes": '"' * 1001,
    "a thousand ands": "who supplies lasers" + " and lasers" * 1000,
    "a thousand suppliers of": "suppliers of " * 1000 + "NVIDIA",
    "a thousand times 的": "英伟达" + "的供应商" * 1000,
    "combining marks": "who supplies " + "e" + "\u0301" * 100_000,
    "zeros": "which companies have a share above " + "0" * 100_000,
    "control characters": "\x00\x1b[2J\u202e\ufeff" * 10_000,
    "half pairs": "\ud800" * 1000,
    "lines": "who supplies\n" * 10_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_question_of_any_size_is_answered_or_refused(text: str, shipped: Session) -> None:
    try:
        shipped.ask(text, seconds=60)
    except KgError as error:
        assert str(error)


DEEP = {
    "braces": "SELECT * " + "{" * 5000 + "}" * 5000,
    "brackets": "SELECT * { FILTER" + "(" * 5000 + "1" + ")" * 5000 + " }",
    "signs": "SELECT * { FILTER(" + "!" * 5000 + "true) }",
    "path": "SELECT * { ?a " + "(" * 5000 + "<p>" + ")*" * 5000 + " ?b }",
    "unions": "SELECT * { " + " UNION ".join(["{ ?a ?b ?c }"] * 3000) + " } LIMIT 1",
    "filters": "SELECT * { ?a ?b ?c " + "FILTER(?a != ?b) " * 3000 + "} LIMIT 1",
    "long": "SELECT * { ?a ?b '" + "x" * 5_000_000 + "' }",
    "ors": "SELECT * { ?a ?b ?c FILTER(" + " || ".join(["?a = ?b"] * 3000) + ") } LIMIT 1",
}

ASKED = """
import sys
from kg.cli.main import main
sys.exit(main(["sparql", sys.stdin.read()]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("query", DEEP.values(), ids=DEEP)
def test_a_query_of_any_depth_leaves_the_process_alive(query: str, shipped: Session) -> None:
    """In a process of its own: an engine that runs out of stack takes its process with it."""
    done = subprocess.run(
        [sys.executable, "-c", ASKED], cwd=ROOT, input=query, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode >= 0
    assert "Traceback" not in done.stderr
