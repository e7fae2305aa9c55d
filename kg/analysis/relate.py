"""How two things are related: what names both, and the shortest chains of statements between them -> an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kg.analysis.headings import label_of
from kg.analysis.lay_out import lay_out
from kg.analysis.note_alternatives import note_alternatives
from kg.analysis.notes import Note, no_chain, no_direct_statement, not_documented
from kg.analysis.open_graph import relations
from kg.analysis.saying import Saying
from kg.analysis.seek_chains import seek_chains
from kg.analysis.witness import Witness
from kg.answer.answer import Answer
from kg.base.terms import Iri
from kg.pack.pack import Frame
from kg.query.query import Paths, Query


def relate(query: Query, witness: Witness, answer: Answer) -> Answer:
    """Answer with chains of statements of any frame, in either direction.

    Where statements name both things, that is the shortest chain, and all of them are its evidence.
    Which statements make steps is told in ``kg.analysis.statement_graph``. The notes say what is not
    documented between the two: for each frame with a flow, from one to the other and back.
    """
    form = query.form
    assert isinstance(form, Paths)
    pack = witness.pack
    start, end = pack.iri(form.start), pack.iri(form.end)
    graph = relations(witness, query.context, (start, end))
    avoiding = tuple(map(pack.iri, form.avoiding))
    chains = seek_chains(form, graph, witness)
    direct = graph.between.get((start, end), ())
    answer = replace(answer, notes=(*answer.notes, *_missing(start, end, direct, witness)))
    answer = lay_out(chains, graph, witness, query, answer)
    ends = witness.cell(start).label, witness.cell(end).label
    if not answer.rows:
        return replace(answer, notes=(*answer.notes, no_chain(*ends))) if chains.cut is None else answer
    alone = () if direct else (no_direct_statement(*ends),)
    return replace(answer, notes=(*alone, *answer.notes, *note_alternatives(graph, start, end, avoiding, witness)))


def _missing(start: Iri, end: Iri, direct: Sequence[Saying], witness: Witness) -> Iterator[Note]:
    """Yield what is not documented: for each frame with a flow that could lead from one to the other."""
    one, other = witness.cell(start), witness.cell(end)
    for frame in witness.pack.frames.values():
        if frame.flow is None:
            continue
        name = label_of(frame.names, frame.id)
        missing = [
            _fits(frame, here.cls, there.cls, witness) and not _leads(frame, here.iri, there.iri, direct)
            for here, there in ((one, other), (other, one))
        ]
        if all(missing):
            yield not_documented(name, one.label, other.label, either=True)
        elif missing[0]:
            yield not_documented(name, one.label, other.label, either=False)
        elif missing[1]:
            yield not_documented(name, other.label, one.label, either=False)


def _fits(frame: Frame, source: str, target: str, witness: Witness) -> bool:
    """Tell whether things of these classes may fill the two roles of a flow."""
    assert frame.flow is not None
    roles = frame.role(frame.flow[0]), frame.role(frame.flow[1])
    return all(
        not role.ranges or any(witness.pack.is_a(cls, wanted) for wanted in role.ranges)
        for role, cls in zip(roles, (source, target), strict=True)
    )


def _leads(frame: Frame, source: str, target: str, direct: Sequence[Saying]) -> bool:
    assert frame.flow is not None
    first, second = frame.flow
    return any(
        saying.frame == frame.id and saying.filler(first) == source and saying.filler(second) == target
        for saying in direct
    )
