"""Numbers of statements in; how long relations, closures and losses take over columns and in networkx, out.

Both search the same graph for the same things, one after the other in an order drawn anew, in one process; the run stops
when they do not find the same lengths and equally many things. Figures are milliseconds of processor time. networkx has
the graph in memory and gives things alone; kg goes from the typed question to the statements of each step by name.

    pip install '.[bench]'
    python -m tests.benchmarks.analysis FOLDER --statements 100000 1000000
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import islice, permutations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from kg.analysis.do_without import do_without
from kg.analysis.find_chains import find_chains
from kg.analysis.follow import follow
from kg.analysis.open_graph import relations
from kg.columns.columns import Columns
from kg.columns.columns_of import columns_of
from kg.plan.lower import lower
from kg.query.query import Among, Context, Form, Lost, Noun, Paths, Query, Select, Upstream
from kg.run.clock import Clock
from kg.run.engine import Engine
from kg.run.entities import Entities
from kg.run.evidence import Evidence
from kg.run.lent import Lent
from kg.run.run import run
from tests.benchmarks.large_graph import LargeGraph, large_graph

if TYPE_CHECKING:
    import networkx as nx

_DAY = date(2026, 1, 1)
_MOST_STEPS = 6
#: As many chains as kg shows.
_MOST = 200
_RECEIVED = "received "


class Times(Struct):
    """Milliseconds of processor time, by what was done."""

    of: dict[str, list[float]] = field(default_factory=dict)

    def take(self, name: str, job: Callable[[], Any]) -> Any:
        """Do a job and note how long it took."""
        begin = time.process_time()
        found = job()
        self.of.setdefault(name, []).append(1000 * (time.process_time() - begin))
        return found


def measure(graph: LargeGraph, questions: int) -> tuple[Times, Columns]:
    """Return how long everything took, and the columns."""
    times, random = Times(), Random(1)
    columns = times.take("opening or reading the columns", lambda: columns_of(graph.store, graph.pack, 3600.0))
    times.take("links between all things, once", lambda: columns.together)
    starts = _named(graph, "System", random, questions)
    times.take("links of what leads upstream, once", lambda: follow(Upstream(starts[:1]), Context(), _lent(graph)))
    _measure_relations(graph, columns, _pairs(graph, random, questions), random, times)
    _measure_upstream(graph, columns, starts, random, times)
    _measure_losses(graph, columns, _named(graph, "Company", random, questions), random, times)
    return times, columns


def _measure_losses(
    graph: LargeGraph, columns: Columns, companies: Iterable[str], random: Random, times: Times
) -> None:
    import networkx as nx

    parts = nx.DiGraph((row["whole"], row["part"]) for row in _rows(columns, ("Part",)))
    offers = nx.DiGraph((row["item"], row["supplier"]) for row in _rows(columns, ("Supply",)))
    for company in companies:
        by_hand = partial(_lose, parts, offers, company)
        _in_any_order(random, partial(_without, graph, company, times), partial(_without_by_hand, by_hand, times))


def _measure_relations(
    graph: LargeGraph, columns: Columns, pairs: Iterable[tuple[str, str]], random: Random, times: Times
) -> None:
    import networkx as nx

    related = times.take("networkx: making the graph of relations", lambda: nx.Graph(_relations(columns)))
    walk, walks = partial(nx.bidirectional_shortest_path, related), partial(nx.all_shortest_paths, related)
    for pair in pairs:
        jobs = (
            partial(_relate, graph, pair, times),
            partial(_walk, walk, pair, times),
            partial(_walks, walks, pair, times),
        )
        _in_any_order(random, *jobs)


def _measure_upstream(graph: LargeGraph, columns: Columns, starts: Iterable[str], random: Random, times: Times) -> None:
    import networkx as nx

    leading = times.take("networkx: making the graph of what leads upstream", lambda: nx.DiGraph(_upstream(columns)))
    descend = partial(nx.descendants, leading)
    for start in starts:
        _in_any_order(random, partial(_climb, graph, start, times), partial(_descend, descend, start, times))


def _relate(graph: LargeGraph, pair: tuple[str, str], times: Times) -> int:
    form, ends = Paths(*pair), (graph.pack.iri(pair[0]), graph.pack.iri(pair[1]))

    def search() -> Any:
        return find_chains(relations(_lent(graph), Context(), ends).onward, *ends)

    chains = times.take("kg: all shortest chains of a relation", search)
    _answer(graph, form, "kg: the answer, with the evidence of every step", times)
    return len(chains.paths[0]) - 1 if chains.paths else -1


def _walk(walk: Callable[[str, str], list[str]], pair: tuple[str, str], times: Times) -> int:
    return len(times.take("networkx: one shortest chain", lambda: walk(*pair))) - 1


def _walks(walks: Callable[[str, str], Iterable[list[str]]], pair: tuple[str, str], times: Times) -> int:
    found = times.take("networkx: all shortest chains", lambda: list(islice(walks(*pair), _MOST)))
    return len(found[0]) - 1


def _climb(graph: LargeGraph, start: str, times: Times) -> int:
    found = times.take(
        "kg: all that is upstream of a system, by tier", lambda: follow(Upstream((start,)), Context(), _lent(graph))
    )
    return len(found)


def _descend(descend: Callable[[str], set[str]], start: str, times: Times) -> int:
    found = times.take("networkx: its descendants, without tiers", lambda: descend(start))
    return len({name.removeprefix(_RECEIVED) for name in found} - {start})


def _without(graph: LargeGraph, company: str, times: Times) -> int:
    gone = [graph.pack.iri(company)]
    loss = times.take(
        "kg: all that is lost without a company, with causes", lambda: do_without(gone, Context(), _lent(graph))
    )
    _answer(graph, Select(Noun(where=Among(Lost(Noun(names=(company,)))))), "kg: the answer to that", times)
    return len(loss.by) - 1


def _without_by_hand(lose: Callable[[], set[str]], times: Times) -> int:
    return len(times.take("networkx: the same by hand, without causes", lose)) - 1


def _lose(parts: nx.DiGraph[str], offers: nx.DiGraph[str], company: str) -> set[str]:
    lost, waiting = {company}, [company]
    for here in waiting:
        wholes = parts.predecessors(here) if here in parts else ()
        items = offers.predecessors(here) if here in offers else ()
        for thing in {*wholes, *(item for item in items if all(one in lost for one in offers[item]))} - lost:
            lost.add(thing)
            waiting.append(thing)
    return lost


def _answer(graph: LargeGraph, form: Form, name: str, times: Times) -> None:
    query = Query(form, Context())
    plan = lower(query, graph.pack)
    settings = {"question": "?", "language": "en", "reading": {}, "today": _DAY}
    times.take(name, lambda: run(query, plan, graph.store, graph.pack, **settings))


def _in_any_order(random: Random, *jobs: Callable[[], int]) -> None:
    found = {job() for job in random.sample(jobs, len(jobs))}
    if len(found) > 1:
        raise SystemExit(f"the two do not agree: {sorted(found)}")


def _pairs(graph: LargeGraph, random: Random, count: int) -> list[tuple[str, str]]:
    """Return pairs of companies that are related within some steps."""
    companies = _named(graph, "Company", random, 4 * count)
    pairs = zip(companies[::2], companies[1::2], strict=True)
    found = ((one, other, _lent(graph)) for one, other in pairs)
    return [(one, other) for one, other, lent in found if _related(lent, one, other)][:count]


def _related(lent: Lent, one: str, other: str) -> bool:
    ends = lent.pack.iri(one), lent.pack.iri(other)
    return bool(find_chains(relations(lent, Context(), ends).onward, *ends, within=_MOST_STEPS, most=1).paths)


def _named(graph: LargeGraph, cls: str, random: Random, count: int) -> tuple[str, ...]:
    return tuple(random.sample([thing.id for thing in graph.pack.things.values() if thing.cls == cls], count))


def _lent(graph: LargeGraph) -> Lent:
    engine, entities = Engine(graph.store, graph.pack, Clock(600.0)), Entities(graph.pack)
    return Lent(engine, entities, Evidence(engine, entities, Context()))


# ---------------------------------------------------------------- the same graph for networkx


def _rows(columns: Columns, names: Iterable[str]) -> Iterator[Mapping[str, str]]:
    things = [columns.things[number].rpartition("/")[2] for number in range(len(columns.things))]
    for name in names:
        frame = columns.frame(name)
        for row in columns.fillers[frame.first : frame.first + frame.count].tolist():
            yield {role: things[filler] for role, filler in zip(frame.roles, row, strict=False) if filler >= 0}


def _relations(columns: Columns) -> Iterator[tuple[str, str]]:
    """Yield the pairs of things of one statement; the graph has no sorts of things."""
    for row in _rows(columns, (frame.id for frame in columns.frames)):
        yield from permutations(dict.fromkeys(row.values()), 2)


def _upstream(columns: Columns) -> Iterator[tuple[str, str]]:
    """Yield what each thing has directly upstream of it, as ``kg.analysis.reach`` tells."""
    for row in _rows(columns, ("Part",)):
        yield row["whole"], row["part"]
    for row in _rows(columns, ("Supply",)):
        yield row["item"], row["supplier"]
        yield row["customer"], row["supplier"]
        yield row["customer"], _RECEIVED + row["item"]  # which leads no further


def table(counts: Mapping[str, int], times: Times) -> str:
    """Return what was measured as a table: median, nine of ten, and how often it was done."""
    lines = ["| | median, ms | 90 %, ms | runs |", "|---|---|---|---|"]
    for name, taken in times.of.items():
        ninety = sorted(taken)[max(0, round(0.9 * len(taken)) - 1)]
        lines.append(f"| {name} | {statistics.median(taken):,.1f} | {ninety:,.1f} | {len(taken)} |")
    return "\n".join([f"**{', '.join(f'{number:,} {name}' for name, number in counts.items())}**", "", *lines])


def _bytes(columns: Columns) -> int:
    names = sum(len(frame.names.block) + frame.names.ends.nbytes for frame in columns.frames if frame.names)
    things = len(columns.things.block) + columns.things.ends.nbytes
    links = columns.together
    return names + things + columns.fillers.nbytes + links.offsets.nbytes + links.statements.nbytes


def main() -> None:
    """Measure every size that was asked for."""
    parser = argparse.ArgumentParser(description="Measure relations and closures over columns and in networkx.")
    parser.add_argument("folder", type=Path, help="where the generated graphs are kept")
    parser.add_argument("--statements", type=int, nargs="+", default=[100_000])
    parser.add_argument("--questions", type=int, default=25)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for count in options.statements:
        times, columns = measure(large_graph(options.folder, count), options.questions)
        statements = len(columns.fillers)
        print(table({"statements": statements, "things": len(columns.things)}, times))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"\n{_bytes(columns) / statements:.0f} bytes a statement; the process held {peak:,} MB at most.\n")


if __name__ == "__main__":
    main()
