"""SIGKILL at random moments of writing: what is there is the state before or the state after.

``KG_KILLS`` is how often each kind of writing is killed.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.safety.writing import READERS, WRITERS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills only where the system does"),
]

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("KG_KILLS", "12"))
WITHOUT_END = "1000000"


def killed(kind: str, folder: Path, first: int, seconds: float) -> int:
    """Write states until the process is killed, so long after the first one was there; return the last that was told."""
    command = [sys.executable, "-m", "tests.safety.writing", kind, str(folder), str(first), WITHOUT_END]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        begun = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        told = [begun, *process.stdout.read().splitlines()]
    assert process.returncode == -signal.SIGKILL
    return int([line for line in told if line.strip()][-1])


@pytest.mark.parametrize("kind", WRITERS)
def test_a_killed_writer_leaves_the_state_before_or_the_state_after(kind: str, tmp_path: Path) -> None:
    chance = random.Random(kind)
    state = 0
    found = []
    for _ in range(KILLS):
        told = killed(kind, tmp_path, state + 1, chance.uniform(0.0, 0.2))
        state = READERS[kind](tmp_path)
        found.append((told, state))
    assert [pair for pair in found if pair[1] not in (pair[0], pair[0] + 1)] == []


@pytest.mark.parametrize("kind", ["store", "addition"])
def test_what_killed_writers_left_is_gone_after_the_next_writing(kind: str, tmp_path: Path) -> None:
    state = 0
    for number in range(4):
        killed(kind, tmp_path, state + 1, 0.02 * number)
        state = READERS[kind](tmp_path)
    WRITERS[kind](tmp_path, state + 1)
    WRITERS[kind](tmp_path, state + 2)
    names = [path.name for path in tmp_path.rglob("*")]
    assert [name for name in names if name.startswith(("building-", ".writing-", ".addition"))] == []
    assert sum(name.startswith("state-") for name in names) <= 1
