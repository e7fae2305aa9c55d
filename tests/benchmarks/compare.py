"""Sizes in; how long questions take in kg, in SPARQL written by hand, in DuckDB and in rdflib, and the ratios, out.

Every peer answers every question of a shape in turn, in an order drawn anew, in one process and with its results in
Python; all must find equally many suppliers or parts, or the run stops. Figures are processor time. kg reads the
question's text and fetches the evidence of each row; the others return the row and the statement that it stands on.

    pip install '.[bench]'
    python -m tests.benchmarks.compare --triples 100000 1000000 --questions 12
"""

from __future__ import annotations

import argparse
import math
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph
from msgspec import Struct

import kg
from tests.benchmarks.generate import SYLLABLES, Size, generate, name

_PREFIXES = "PREFIX s: <https://example.org/supply-chain/> PREFIX kg: <https://w3id.org/kgask/core#> "
_LETTERS = {"component": "Qu", "company": "Xo", "system": "Zy", "kind": "Wu"}
#: How often each question is asked of each peer.
_ROUNDS = 3


class Shape(Struct, frozen=True):
    """A question with places for things (``{component}``), and what the peers are asked in its stead."""

    question: str
    sparql: str
    sql: str


#: Each SELECT gives what is found, and the statement that says so.
SHAPES = {
    "parts of a system": Shape(
        "what does {system} contain",
        "SELECT ?found ?on { ?on s:Part-whole s:{system} ; s:Part-part ?found }",
        "SELECT part, rowid FROM parts WHERE whole = '{system}'",
    ),
    "suppliers of a component to a company": Shape(
        "who supplies {component} to {company}",
        "SELECT ?found ?on { ?on s:Supply-item s:{component} ; s:Supply-customer s:{company} ; s:Supply-supplier ?found }",
        "SELECT supplier, rowid FROM supplies WHERE item = '{component}' AND customer = '{company}'",
    ),
    "suppliers of a component": Shape(
        "who supplies {component}",
        "SELECT ?found ?on { ?on s:Supply-item s:{component} ; s:Supply-supplier ?found }",
        "SELECT supplier, rowid FROM supplies WHERE item = '{component}'",
    ),
    "suppliers of a component in a country": Shape(
        "which companies in Japan supply {component}",
        "SELECT ?found ?on { ?on s:Supply-item s:{component} ; s:Supply-supplier ?found . ?found s:country s:country-1 }",
        "SELECT supplier, s.rowid FROM supplies s JOIN things t ON t.id = supplier"
        " WHERE item = '{component}' AND country = 'country-1'",
    ),
    "suppliers of a kind to a company": Shape(
        "who supplies {kind} to {company}",
        "SELECT ?found ?on { ?on s:Supply-customer s:{company} ; s:Supply-item ?item ; s:Supply-supplier ?found ."
        " ?item kg:ofKind s:{kind} }",
        "SELECT supplier, s.rowid FROM supplies s JOIN of_kind k ON k.id = item"
        " WHERE k.kind = '{kind}' AND customer = '{company}'",
    ),
}
#: What answers a shape for some things: how many are found.
Peer = Callable[[Shape, Mapping[str, int]], int]


def compare(triples: int, questions: int) -> dict[str, dict[str, list[float]]]:
    """Return, for each shape and peer, the median milliseconds of each question."""
    with TemporaryDirectory() as folder:
        size = generate(Path(folder), triples)
        peers = open_peers(Path(folder))
        random = Random(triples)
        return {title: _paired(shape, peers, questions, size, random) for title, shape in SHAPES.items()}


def open_peers(folder: Path) -> dict[str, Peer]:
    """Open a generated pack in every engine."""
    graph = kg.open(folder)
    quads = graph.nquads()
    store = pyoxigraph.Store()
    store.bulk_load(quads, format=pyoxigraph.RdfFormat.N_QUADS)
    import rdflib

    slow = rdflib.Graph()
    slow.parse(data=quads, format="nt")  # nothing is derived: all is in the default graph
    tables = _tables(folder)

    def ask(shape: Shape, things: Mapping[str, int]) -> int:
        text = shape.question
        for key, number in things.items():
            text = text.replace(f"{{{key}}}", name(_LETTERS[key], number, SYLLABLES))
        return len(graph.ask(text).rows)

    def sparql(shape: Shape, things: Mapping[str, int]) -> int:
        rows = [(found.value, on.value) for found, on in store.query(_PREFIXES + _filled(shape.sparql, things))]
        return len({found for found, _ in rows})

    def sql(shape: Shape, things: Mapping[str, int]) -> int:
        return len({found for found, _ in tables.execute(_filled(shape.sql, things)).fetchall()})

    def in_rdflib(shape: Shape, things: Mapping[str, int]) -> int:
        rows = [(str(found), str(on)) for found, on in slow.query(_PREFIXES + _filled(shape.sparql, things))]
        return len({found for found, _ in rows})

    return {"kg": ask, "SPARQL by hand": sparql, "DuckDB by hand": sql, "rdflib": in_rdflib}


def _tables(folder: Path) -> Any:
    import duckdb

    database = duckdb.connect()
    for table in ("things", "parts", "supplies"):
        read = f"read_csv('{folder}/facts/{table}.csv', all_varchar = true)"
        columns = {"supplies": "supplier, item, customer, quantity, since"}.get(table, "*")
        database.execute(f"CREATE TABLE {table} AS SELECT DISTINCT {columns} FROM {read}")
    database.execute(
        "CREATE TABLE of_kind AS WITH RECURSIVE up(id, kind) AS (SELECT id, id FROM things UNION"
        " SELECT up.id, kind_of FROM up JOIN things t ON t.id = up.kind WHERE kind_of IS NOT NULL) FROM up"
    )
    return database


def _filled(text: str, things: Mapping[str, int]) -> str:
    for key, number in things.items():
        text = text.replace(f"{{{key}}}", f"{key}-{number}")
    return text


def _paired(
    shape: Shape, peers: Mapping[str, Peer], questions: int, size: Size, random: Random
) -> dict[str, list[float]]:
    counts = {"component": size.components, "company": size.companies, "system": size.systems, "kind": 60}
    taken: dict[str, list[float]] = defaultdict(list)
    for _ in range(questions):
        things = {key: int(min(count, 50) * random.random()) for key, count in counts.items()}
        times: dict[str, list[float]] = defaultdict(list)
        found = {peer: answer(shape, things) for peer, answer in peers.items()}
        if len(set(found.values())) != 1:
            raise SystemExit(f"{shape.question} {things}: the peers do not agree: {found}")
        for _ in range(_ROUNDS):
            for peer, answer in random.sample(sorted(peers.items()), len(peers)):
                begin = time.process_time_ns()
                answer(shape, things)
                times[peer].append((time.process_time_ns() - begin) / 1e6)
        for peer, milliseconds in times.items():
            taken[peer].append(statistics.median(milliseconds))
    return taken


def table(triples: int, measured: Mapping[str, Mapping[str, list[float]]]) -> str:
    """Return the medians and the medians of the ratios, question by question, as a table of Markdown."""
    peers = list(next(iter(measured.values())))
    peers.sort(key=lambda peer: (peer != "kg", peer))
    lines = [f"**{triples:,} triples**", "", f"| questions | {' | '.join(f'{peer}, ms' for peer in peers)} |"]
    lines.append("|---" * (len(peers) + 1) + "|")
    ratios: dict[str, list[float]] = defaultdict(list)
    for title, times in measured.items():
        cells = []
        for peer in peers:
            ratio = statistics.median(b / a for a, b in zip(times["kg"], times[peer], strict=True))
            ratios[peer].append(ratio)
            cells.append(f"{statistics.median(times[peer]):.2f} (×{ratio:.2f})")
        lines.append(f"| {title} | {' | '.join(cells)} |")
    means = " | ".join(f"×{math.exp(statistics.mean(map(math.log, ratios[peer]))):.2f}" for peer in peers)
    return "\n".join([*lines, f"| geometric mean | {means} |"])


def growth(by_size: Mapping[int, Mapping[str, Mapping[str, list[float]]]]) -> str:
    """Return by which power of the number of triples the time of kg grows, shape by shape."""
    (small, before), *_, (large, after) = sorted(by_size.items())
    lines = ["| questions | time of kg grows as triples to the power of |", "|---|---|"]
    for title in before:
        times = [statistics.median(measured[title]["kg"]) for measured in (before, after)]
        lines.append(f"| {title} | {math.log(times[1] / times[0]) / math.log(large / small):.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Compare kg with its peers on generated supply chains.")
    parser.add_argument("--triples", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--questions", type=int, default=12)
    options = parser.parse_args()
    by_size = {}
    for triples in options.triples:
        by_size[triples] = compare(triples, options.questions)
        print(table(triples, by_size[triples]), end="\n\n", flush=True)
    if len(by_size) > 1:
        print(growth(by_size))
