"""How long inference takes, as ratios to `reasonable` and `owlrl`: from a file of N-Triples to what follows from it.

Run it with the project's Python, after ``pip install .[bench]``:

    .venv/bin/python tests/benchmarks/inference.py ONTOLOGY DATA [--rounds 5] [--owlrl]

ONTOLOGY is RDF/XML or Turtle, DATA is N-Triples, gzipped or not; for LUBM(1,0) these are univ-bench.owl and what its
generator writes. kg and reasonable run in turn, each time in a new process, so that the machine's mood is the same for
both, and the ratio of the medians is printed (goal: at least 3). owlrl takes minutes where they take a second: it runs
once, on the ontology with the first 6,000 statements, and on everything only with ``--owlrl`` (goal: at least 150).

Counted is the time on the clock from opening the file to having all conclusions: as N-Quads for kg, as Python triples
for the others, which give nothing else. kg runs its default rules. reasonable leaves out property chains; owlrl also
concludes that each term is the same as itself.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import pyoxigraph as ox

SMALL = 6000
#: A program a reasoner: it is given a file, and prints seconds and how many triples there are in the end.
PROGRAMS = {
    "kg": """
from kg.infer.infer import infer
begin = time.perf_counter()
inferred = infer(Path(sys.argv[1]).read_bytes())
quads = inferred.quads()
print(json.dumps([time.perf_counter() - begin, inferred.closure.size]))
""",
    "reasonable": """
import reasonable
begin = time.perf_counter()
reasoner = reasonable.PyReasoner()
reasoner.load_file(sys.argv[1])
triples = reasoner.reason()
print(json.dumps([time.perf_counter() - begin, len(triples)]))
""",
    "owlrl": """
import owlrl, rdflib
begin = time.perf_counter()
graph = rdflib.Graph().parse(sys.argv[1], format="turtle")
owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
print(json.dumps([time.perf_counter() - begin, len(graph)]))
""",
}


def main() -> None:
    """Print seconds, triples and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ontology", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--owlrl", action="store_true", help="run owlrl on everything (minutes)")
    options = parser.parse_args()
    axioms, facts = triples(options.ontology), triples(options.data)
    with tempfile.TemporaryDirectory() as folder:
        every, small = Path(folder) / "all.ttl", Path(folder) / "small.ttl"
        every.write_bytes(axioms + facts)
        small.write_bytes(axioms + b"".join(facts.splitlines(keepends=True)[:SMALL]))
        compare(every, ("kg", "reasonable"), options.rounds)
        compare(small, ("kg", "reasonable", "owlrl"), 1)
        if options.owlrl:
            compare(every, ("kg", "owlrl"), 1)


def triples(file: Path) -> bytes:
    """Return a file as N-Triples."""
    text = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    name = file.name.removesuffix(".gz")
    syntax = ox.RdfFormat.RDF_XML if name.endswith((".owl", ".rdf")) else ox.RdfFormat.TURTLE
    quads = ox.parse(text, format=syntax, base_iri=file.resolve().as_uri())
    written = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    assert written is not None
    return written


def compare(file: Path, reasoners: tuple[str, ...], rounds: int) -> None:
    """Run reasoners in turn on a file; print the median of each, and its ratio to kg's."""
    taken: dict[str, list[float]] = {reasoner: [] for reasoner in reasoners}
    held = {}
    for _ in range(rounds):
        for reasoner in reasoners:
            seconds, held[reasoner] = run(reasoner, file)
            taken[reasoner].append(seconds)
    print(f"{len(file.read_bytes().splitlines()):,} statements, median of {rounds}")
    own = statistics.median(taken["kg"])
    for reasoner, times in taken.items():
        median = statistics.median(times)
        print(f"  {reasoner:10} {median:8.3f} s   x{median / own:7.1f}   {held[reasoner]:,} triples in the end")


def run(reasoner: str, file: Path) -> tuple[float, int]:
    """Run one reasoner in a new process; return its seconds and its triples."""
    program = "import json, sys, time, warnings\nfrom pathlib import Path\nwarnings.simplefilter('ignore')\n"
    done = subprocess.run(
        [sys.executable, "-c", program + PROGRAMS[reasoner], str(file)], check=True, capture_output=True, text=True
    )
    seconds, held = json.loads(done.stdout.splitlines()[-1])
    return float(seconds), int(held)


if __name__ == "__main__":
    main()
