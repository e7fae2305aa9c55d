"""Write an answer as an interactive page, one file that needs no network, and as files for other programs."""

import sys
from pathlib import Path

import kg

folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
answer = kg.open().ask("谁给NVL集群供应光模块")
for name in ("answer.html", "answer.csv", "answer.json", "answer.graphml", "answer.ttl"):
    answer.save(folder / name)
    print(name)
