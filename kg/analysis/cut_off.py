"""A whole -> an answer with the smallest sets of companies whose loss stops it."""

from __future__ import annotations

from msgspec.structs import replace

from kg.analysis.find_vital import depends_on
from kg.analysis.headings import column
from kg.analysis.lose import lose, losing, unknown_parts
from kg.analysis.notes import hidden_parts, no_cut
from kg.analysis.read_provision import read_provision
from kg.analysis.smallest_cuts import smallest_cuts
from kg.analysis.tabulate import Line, tabulate
from kg.analysis.witness import Witness
from kg.answer.answer import Answer
from kg.query.query import Cut, Query


def cut_off(query: Query, witness: Witness, answer: Answer) -> Answer:
    """Answer with one row a set; each rests on the statements that lead from its loss to that of the whole.

    Only companies that provide something are taken away. Parts that no one is documented to provide are named in
    a note: of them nothing is known, so that there may be smaller sets than those found.
    """
    form = query.form
    assert isinstance(form, Cut)
    provision = read_provision(witness, query.context)
    made = losing(provision, substitutes=form.substitutes)
    whole = witness.pack.iri(form.whole)
    providers = {who for links in provision.offers for of_thing in links.values() for who in of_thing}
    found = smallest_cuts(made, whole, providers & depends_on(made, whole), out_of_time=lambda: witness.left <= 0)
    lines = [Line(tuple(map(witness.cell, some)), lose(made, some).chain(whole)) for some in found.sets]
    unknown = [witness.cell(part).label for part in unknown_parts(provision, (whole,))]
    notes = (
        *(() if lines or found.cut else (no_cut(witness.cell(whole).label),)),
        *((hidden_parts(unknown),) if unknown else ()),
    )
    answer = replace(answer, truncated=found.cut, notes=(*answer.notes, *notes))
    width = len(found.sets[0]) if found.sets else 0
    columns = tuple(column("provider", number if width > 1 else 0) for number in range(1, width + 1))
    return tabulate(columns, lines, witness, answer, query.limit)
