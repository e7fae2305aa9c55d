"""Things, or nothing in particular -> an answer with the statements in which they take part, one row each."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from kg.analysis.about import About
from kg.analysis.headings import column
from kg.analysis.notes import no_statement
from kg.analysis.read_sayings import read_sayings
from kg.analysis.saying import Saying
from kg.analysis.statement_cell import statement_cells
from kg.analysis.tabulate import Line, tabulate
from kg.analysis.witness import Witness
from kg.answer.answer import Answer
from kg.pack.pack import Pack
from kg.query.query import Context, Query, Statements, Test


def list_statements(query: Query, witness: Witness, answer: Answer, about: About) -> Answer:
    """Answer with what each statement is about, what it says, and its number, frame by frame in the pack's order.

    Where the question asks for something of sources or dates, plain data of the pack is left out: it has neither.
    """
    form = query.form
    assert isinstance(form, Statements)
    frames = [one for one in witness.pack.frames.values() if form.frame in (None, one.id)]
    if query.context != Context():
        frames = [one for one in frames if one.form == "node"]
    sayings: tuple[Saying, ...] = ()
    if about.things is None or about.things:
        read = read_sayings(witness, query.context, frames, about=about.things or (), qualifiers=bool(form.tests))
        sayings = tuple(saying for saying in read if all(_passes(saying, test) for test in form.tests))
    witness.gather(sayings)
    lines = sorted(_lines(sayings, witness), key=lambda line: _order(line, witness.pack))
    if not lines:
        answer = replace(answer, notes=(*answer.notes, no_statement()))
    has_number = any(line.cells[2] is not None for line in lines)
    columns = (column("thing"), column("statement"), *((column("value"),) if has_number else ()))
    lines = [Line(line.cells[: len(columns)], line.sayings) for line in lines]
    return tabulate(columns, lines, witness, answer, query.limit)


def _passes(saying: Saying, test: Test) -> bool:
    """Tell whether a statement has a choice, or has another one: what has none passes neither."""
    value = saying.qualifier(test.qualifier)
    return value is not None and (value == test.value) == (test.op == "=")


def _lines(sayings: Iterable[Saying], witness: Witness) -> Iterable[Line]:
    for saying in sayings:
        for statement in witness.ordered((saying,))[:1]:
            yield Line(statement_cells(statement, witness.pack), (saying,))


def _order(line: Line, pack: Pack) -> tuple[int, str, str]:
    place = list(pack.frames).index(line.sayings[0].frame)
    first, told = line.cells[0], line.cells[1]
    label = getattr(first, "label", {}).get("en", "")
    return place, label.casefold(), getattr(told, "id", "")
