"""A step of analysis -> an answer with everything that it yields and what it tells of each thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from kg.analysis.carry_out import carry_out
from kg.analysis.follow import follow
from kg.analysis.headings import column
from kg.analysis.list_parts import list_parts
from kg.analysis.lose import Loss, lose, losing, unknown_parts
from kg.analysis.notes import hidden_parts, nothing_lost, nothing_reached, nothing_vital
from kg.analysis.provision import Provision
from kg.analysis.read_provision import read_provision
from kg.analysis.tabulate import Line, tabulate
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, ValueCell
from kg.base.terms import Iri
from kg.query.query import Breakdown, Lost, Parts, Query, Upstream, Vital


def break_down(query: Query, witness: Witness, answer: Answer, gone: Sequence[Iri]) -> Answer:
    """Answer with one row a thing; ``gone`` are the things that a Lost does without."""
    form = query.form
    assert isinstance(form, Breakdown)
    match form.step:
        case Upstream():
            return _tiers(form.step, query, witness, answer)
        case Parts():
            return list_parts(form.step, query, witness, answer)
        case Lost(substitutes=substitutes):
            provision = read_provision(witness, query.context)
            loss = lose(losing(provision, substitutes=substitutes), gone)
            return _losses(loss, provision, gone, query, witness, answer)
        case Vital():
            return _vital(form.step, query, witness, answer)
        case _:
            assert_never(form.step)


def _tiers(step: Upstream, query: Query, witness: Witness, answer: Answer) -> Answer:
    lines = [
        Line((witness.cell(thing), ValueCell(reached.tier), witness.cell(reached.via)), reached.sayings)
        for thing, reached in follow(step, query.context, witness).items()
    ]
    if not lines:
        answer = replace(answer, notes=(*answer.notes, nothing_reached()))
    return tabulate((column("thing"), column("tier"), column("via")), lines, witness, answer, query.limit)


def _losses(
    loss: Loss, provision: Provision, gone: Sequence[Iri], query: Query, witness: Witness, answer: Answer
) -> Answer:
    """Return the things in the order of their loss, each with all that it was lost by, a row for each of these."""
    lines = [
        Line((witness.cell(thing), witness.cell(cause)), loss.chain(thing))
        for thing, (causes, _) in loss.by.items()
        if thing not in gone
        for cause in causes
    ]
    wholes = [whole for whole in provision.parts if whole not in loss.by]
    unknown = [witness.cell(part).label for part in unknown_parts(provision, wholes) if part not in loss.by]
    notes = (*(() if lines else (nothing_lost(),)), *((hidden_parts(unknown),) if unknown else ()))
    return tabulate(
        (column("thing"), column("lost")), lines, witness, replace(answer, notes=(*answer.notes, *notes)), query.limit
    )


def _vital(step: Vital, query: Query, witness: Witness, answer: Answer) -> Answer:
    yielded = carry_out(step, (), query.context, witness)
    provision = read_provision(witness, query.context)
    lines = [Line((witness.cell(thing),), sayings) for thing, sayings in yielded.things.items()]
    unknown = [witness.cell(part).label for part in unknown_parts(provision, (witness.pack.iri(step.whole),))]
    notes = (*(() if lines else (nothing_vital(),)), *((hidden_parts(unknown),) if unknown else ()))
    answer = replace(answer, truncated=yielded.cut, notes=(*answer.notes, *notes))
    return tabulate((column("thing"),), lines, witness, answer, query.limit)
