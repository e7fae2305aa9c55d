"""Things and what is counted of each -> an answer with a matrix: how many any two of them have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from kg.analysis.about import About
from kg.analysis.headings import column, label_of
from kg.analysis.notes import Note, common_to_all, none_told
from kg.analysis.saying import Saying
from kg.analysis.tabulate import Line, tabulate
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, Column, Coverage, EntityCell, Statement, ValueCell
from kg.base.terms import Iri
from kg.pack.pack import Pack
from kg.query.query import Overlap, Query

#: By who or what is counted: the statements that say so.
_Counted = Mapping[str, Sequence[Saying]]


def overlap(query: Query, witness: Witness, answer: Answer, about: About) -> Answer:
    """Answer with one row and one column a thing; where a thing meets itself stands how many it has in all.

    A row rests on the statements of what the thing shares with some other one. Nought says that nothing shared is
    documented; of a thing of which nothing at all is documented the cells stay empty.
    """
    form = query.form
    assert isinstance(form, Overlap)
    names = tuple(dict.fromkeys(form.names))
    things = [witness.cell(witness.pack.iri(name)) for name in names]
    cells: dict[str, EntityCell] = {}
    counted = {name: _counted(name, form, about, witness, cells) for name in names}
    lines = [_line(thing, counted) for thing in things]
    frame = witness.pack.frames[form.holds.frame]
    role = label_of(frame.role(form.counted).names, form.counted)
    documented = sum(1 for one in counted.values() if one)
    if documented < len(names):
        answer = replace(answer, coverage=Coverage(len(names), documented, frame.id))
    answer = replace(answer, notes=(*answer.notes, *_remarks(things, counted, cells, role)))
    columns = (column("thing"), *(Column(thing.label, f"thing-{n}", thing.cls) for n, thing in enumerate(things, 1)))
    return tabulate(columns, lines, witness, answer, query.limit)


def _counted(name: str, form: Overlap, about: About, witness: Witness, cells: dict[str, EntityCell]) -> _Counted:
    found: dict[str, list[Saying]] = {}
    own = [(thing, saying) for thing, saying in about.told if name in _kinds(witness.pack.short(thing), witness.pack)]
    witness.gather(saying for _, saying in own)
    for thing, saying in own:
        for statement in witness.ordered((saying,)):
            if (cell := _other(statement, thing, form, witness.pack)) is not None:
                cells[cell.id] = cell
                found.setdefault(cell.id, []).append(saying)
    return found


def _other(statement: Statement, thing: Iri, form: Overlap, pack: Pack) -> EntityCell | None:
    """Return who or what is counted; a symmetric statement is read from the thing's side."""
    cell = statement.roles.get(form.counted)
    turned = pack.frames[statement.frame].symmetric and cell is not None and cell.iri == thing
    return statement.roles.get(form.holds.role) if turned else cell


def _kinds(thing: str, pack: Pack) -> set[str]:
    """Return a thing and all that it is of the kind of: what is told of it counts for each."""
    found: set[str] = set()
    waiting = [thing]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += pack.things[here].kinds if here in pack.things else ()
    return found


def _line(thing: EntityCell, counted: Mapping[str, _Counted]) -> Line:
    own = counted[thing.id]
    in_common = {who for other, told in counted.items() if other != thing.id for who in told if who in own}
    cells = (ValueCell(len(own.keys() & told.keys())) if own and told else None for told in counted.values())
    return Line((thing, *cells), [saying for who in own if who in in_common for saying in own[who]])


def _remarks(
    things: Sequence[EntityCell],
    counted: Mapping[str, _Counted],
    cells: Mapping[str, EntityCell],
    role: Mapping[str, str],
) -> Iterator[Note]:
    empty = [thing.label for thing in things if not counted[thing.id]]
    if empty:
        yield none_told(role, empty)
    if len(empty) < len(things) - 1:
        shared = set.intersection(*({*told} for told in counted.values() if told))
        labels = sorted((cells[who].label for who in shared), key=lambda label: (label["en"].casefold(), label["en"]))
        yield common_to_all(role, labels, len(things) - len(empty))
