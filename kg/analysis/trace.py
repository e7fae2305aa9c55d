"""Paths along the flow of supplies: chains from supplier to customer -> an answer with the chains as rows."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kg.analysis.lay_out import lay_out
from kg.analysis.note_alternatives import note_alternatives
from kg.analysis.notes import no_flow
from kg.analysis.open_graph import flows
from kg.analysis.read_sayings import read_sayings
from kg.analysis.saying import Saying
from kg.analysis.seek_chains import seek_chains
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, Coverage
from kg.base.terms import Iri
from kg.query.query import Paths, Query


def trace(query: Query, witness: Witness, answer: Answer) -> Answer:
    """Answer with the chains of statements along the frames that declare a flow.

    Only stated statements that the context admits make steps, and the things are meant exactly: no
    step leads from a kind to what is of it. Without a chain the coverage says how many of the two
    ends any statement of the first such frame names.
    """
    form = query.form
    assert isinstance(form, Paths)
    frames = [frame for frame in witness.pack.frames.values() if frame.flow is not None]
    if not frames:
        return replace(answer, kind="boolean" if form.ask else "paths", notes=(*answer.notes, no_flow()))
    graph = flows(witness, query.context)
    start, end = witness.pack.iri(form.start), witness.pack.iri(form.end)
    avoiding = tuple(map(witness.pack.iri, form.avoiding))
    chains = seek_chains(form, graph, witness)
    answer = lay_out(chains, graph, witness, query, answer)
    if not answer.rows:
        named = read_sayings(witness, query.context, frames[:1], about=(start, end))
        return replace(answer, coverage=_coverage((start, end), named, frames[0].id))
    return replace(answer, notes=(*answer.notes, *note_alternatives(graph, start, end, avoiding, witness)))


def _coverage(ends: tuple[Iri, Iri], sayings: Sequence[Saying], frame: str) -> Coverage:
    named = {thing for saying in sayings for thing in saying.things}
    return Coverage(len({*ends}), len({*ends} & named), frame)
