"""How long `kg ask` takes to start and answer with a warm cache, as a ratio to importing lark and pyoxigraph.

Run it with the project's Python: ``.venv/bin/python tests/benchmarks/start.py [rounds]``. Both commands run in turn, in
new processes, so that the machine's mood is the same for both; the ratio of the medians is printed (goal: at most 3).
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time

QUESTION = "who supplies optical modules to NVL clusters"
BASE = [sys.executable, "-c", "import lark, pyoxigraph"]
ASK = [sys.executable, "-m", "kg", "ask", "--json", QUESTION]
TABLE = [sys.executable, "-m", "kg", "ask", QUESTION]


def main() -> None:
    """Print wall and processor milliseconds of both commands, and their ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    commands = {"imports": BASE, "ask --json": ASK, "ask": TABLE}
    for command in commands.values():
        run(command)  # warms the cache of the pack and the files of the system
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(run(command))
    base = [statistics.median(column) for column in zip(*taken["imports"], strict=True)]
    for name, times in taken.items():
        wall, processor = (statistics.median(column) for column in zip(*times, strict=True))
        ratios = f"x{wall / base[0]:.2f} wall, x{processor / base[1]:.2f} processor"
        print(f"{name:12} {wall * 1000:6.0f} ms wall {processor * 1000:6.0f} ms processor   {ratios}")


def run(command: list[str]) -> tuple[float, float]:
    """Run a command; return the seconds it took: on the clock, and on the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"PYTHONDONTWRITEBYTECODE": ""})
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
