"""Several readers and one writer, each a process: every answer is that of one state, and none goes back in time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.safety.writing import WRITERS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
READERS, ANSWERS, STATES = 8, 25, 40

#: Opens the store anew for each answer, and asks twice: what is written meanwhile is not seen by who has opened.
READING = """
import sys
from pathlib import Path
from kg.store.persistent import read_store
for _ in range(int(sys.argv[2])):
    kept = read_store(Path(sys.argv[1]) / "store")
    with kept.held:
        rows = [kept.opened.store.select("SELECT ?row ?state { ?row <http://e/is> ?state }").rows for _ in range(2)]
    assert len(rows[0]) == 300 and sorted(rows[0]) == sorted(rows[1])
    states = {state for _, state in rows[0]}
    assert len(states) == 1, states
    assert kept.opened.parts["pack"] == str(*states).encode() * 1000
    print(*states, flush=True)
"""


def test_every_answer_is_that_of_one_state_and_none_goes_back(tmp_path: Path) -> None:
    WRITERS["store"](tmp_path, 1)
    writing = [sys.executable, "-m", "tests.safety.writing", "store", str(tmp_path), "2", str(STATES)]
    reading = [sys.executable, "-c", READING, str(tmp_path), str(ANSWERS)]
    pipes = {"cwd": ROOT, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    processes = [subprocess.Popen(command, **pipes) for command in [writing, *[reading] * READERS]]  # type: ignore[call-overload]
    told = [process.communicate() for process in processes]
    assert [(process.returncode, errors) for process, (_, errors) in zip(processes, told, strict=True)] == [(0, "")] * 9
    written, *read = [list(map(int, output.split())) for output, _ in told]
    assert written == list(range(2, STATES))
    assert all(states == sorted(states) and len(states) == ANSWERS for states in read)
    assert {state for states in read for state in states} <= {1, *written}
