"""Two ends -> an answer with what every path from the one to the other goes through, in the order of the paths."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from kg.analysis.alternatives import MOST_LINKS, links_between, unavoidable
from kg.analysis.find_chains import find_chains
from kg.analysis.headings import Label, column
from kg.analysis.notes import Note, around, no_chain, no_flow, nothing_unavoidable
from kg.analysis.open_graph import flows, relations
from kg.analysis.statement_graph import StatementGraph
from kg.analysis.tabulate import Line, tabulate
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, ValueCell
from kg.base.terms import Iri
from kg.query.query import Passed, Query


def pass_through(query: Query, witness: Witness, answer: Answer) -> Answer:
    """Answer with one row a thing and how many steps it is away from the start, by the shortest way.

    Paths of any length count. A row rests on the statements that lead to the thing and on from it along the first of
    the shortest paths; that there is no way around it is no statement of any source but follows from all of them.
    """
    form = query.form
    assert isinstance(form, Passed)
    pack = witness.pack
    start, end = pack.iri(form.start), pack.iri(form.end)
    frames = [frame for frame in pack.frames.values() if form.along == "any" or frame.flow is not None]
    if not frames:
        return replace(answer, notes=(*answer.notes, no_flow()))
    graph = flows(witness, query.context) if form.along == "supply" else relations(witness, query.context, (start, end))
    links = links_between(graph.onward, start, end)
    ends = witness.cell(start).label, witness.cell(end).label
    if links is None:
        size = f"size: not looked for among more than {MOST_LINKS:,} steps between things"
        return replace(answer, truncated=size)
    if start == end or end not in links:
        return replace(answer, notes=(*answer.notes, no_chain(*ends)))
    lines = _lines(graph, start, end, unavoidable(links, start, end), witness)
    answer = replace(answer, notes=(*answer.notes, _remark(graph, start, end, bool(lines), ends)))
    return tabulate((column("thing"), column("steps")), lines, witness, answer, query.limit)


def _lines(graph: StatementGraph, start: Iri, end: Iri, passed: tuple[Iri, ...], witness: Witness) -> list[Line]:
    chains = find_chains(graph.onward, start, end, most=1, out_of_time=lambda: witness.left <= 0)
    chain = chains.paths[0] if chains.paths else ()
    lines: list[Line] = []
    for thing in passed:
        sayings = [one for step in pairwise(chain) if thing in step for one in graph.between[step]]
        steps = ValueCell(chain.index(thing)) if thing in chain else None
        lines.append(Line((witness.cell(thing), steps), sayings))
    return lines


def _remark(graph: StatementGraph, start: Iri, end: Iri, found: bool, ends: tuple[Label, Label]) -> Note:
    if found:
        return around()
    return nothing_unavoidable(*ends, direct=(start, end) in graph.between)
