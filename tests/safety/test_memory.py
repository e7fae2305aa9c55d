"""Ten thousand questions, answered and refused: the memory of the process stays as it is after the first ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Some questions fill what is kept once; after them nothing may grow.
FIRST, QUESTIONS = 2_000, 10_000

ASKING = """
import gc, os, sys
from pathlib import Path
import kg
def resident():
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
folder, first, number = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
texts = [text for file in sorted(folder.glob("*/question.txt")) for text in file.read_text("utf-8").splitlines()]
graph = kg.open()
sizes = []
for done in range(number):
    text = texts[done % len(texts)]
    if done % 3 == 1:
        text = text[: done % (len(text) + 1)]
    elif done % 3 == 2:
        text = f"{text} {done}"
    try:
        graph.ask(text).to_dict()
    except kg.QuestionError as error:
        str(error)
    if done + 1 >= first and (done + 1 - first) % 1000 == 0:
        sizes.append(resident())
print(*sizes)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the size of a process is read where Linux tells it")
def test_memory_is_flat_over_ten_thousand_questions() -> None:
    command = [sys.executable, "-c", ASKING, str(ROOT / "tests/golden"), str(FIRST), str(QUESTIONS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    sizes = list(map(int, done.stdout.split()))
    assert len(sizes) == 9
    assert max(sizes) <= 1.05 * sizes[0]
