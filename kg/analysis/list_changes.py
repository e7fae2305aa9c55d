"""Things, or a condition on them, and two periods -> an answer with what is different between the two."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping

from msgspec.structs import replace

from kg.analysis.about import About
from kg.analysis.change import Change, changes, is_undated
from kg.analysis.figure import number_of
from kg.analysis.headings import Label, column
from kg.analysis.notes import no_change, undated
from kg.analysis.read_sayings import read_sayings
from kg.analysis.saying import Saying
from kg.analysis.statement_cell import statement_cells
from kg.analysis.tabulate import Line, tabulate
from kg.analysis.witness import Witness
from kg.answer.answer import Answer, EntityCell, Statement, ValueCell
from kg.base.terms import Iri
from kg.pack.pack import Pack
from kg.query.query import Changes, Query

_KINDS: Mapping[str, Label] = {
    "added": {"en": "new", "zh": "新增"},
    "ended": {"en": "ended", "zh": "退出"},
    "moved": {"en": "moved", "zh": "变动"},
}


def list_changes(query: Query, witness: Witness, answer: Answer, about: About) -> Answer:
    """Answer with one row a change: the thing, whether new, ended or moved, what is told, the numbers before and after.

    With a condition ("new suppliers of NVIDIA") a thing is new when no statement of the condition may hold of it in the
    earlier period; without one each relation, the same things in the same roles, comes and goes by itself.
    """
    form = query.form
    assert isinstance(form, Changes)
    told = list(_told(query, witness, about))
    statements = {statement.id: saying for _, statement, saying in told}
    found = changes(((key, one) for key, one, _ in told), form.earlier, form.later, witness.pack)
    kept = [change for change in found if form.kind in ("any", change.kind)]
    kept.sort(key=lambda change: _order(change, witness.pack))
    lines = [_line(change, statements, witness) for change in kept]
    moved = any(change.kind == "moved" for change in kept)
    roles = ("thing", "change", "statement", *(("before", "after") if moved else ()))
    lines = [Line(line.cells[: len(roles)], line.sayings) for line in lines]
    dateless = sum(is_undated(one, witness.pack.frames[one.frame]) for _, one, _ in told)
    notes = (*(() if lines else (no_change(),)), *((undated(dateless, len(told)),) if dateless else ()))
    answer = replace(answer, notes=(*answer.notes, *notes))
    return tabulate(tuple(map(column, roles)) if lines else (), lines, witness, answer, query.limit)


def _told(query: Query, witness: Witness, about: About) -> Iterator[tuple[Hashable, Statement, Saying]]:
    """Yield the statements with what comes and goes by them: the thing of the condition, else the relation."""
    assert isinstance(query.form, Changes)
    if query.form.holds is not None:
        witness.gather(saying for _, saying in about.told)
        for thing, saying in about.told:
            for statement in witness.ordered((saying,)):
                yield thing, statement, saying
        return
    if not about.things:
        return
    frames = [frame for frame in witness.pack.frames.values() if frame.form == "node"]
    sayings = read_sayings(witness, query.context, frames, about=about.things)
    witness.gather(sayings)
    for saying in sayings:
        for statement in witness.ordered((saying,)):
            yield (saying.frame, frozenset(saying.roles)), statement, saying


def _order(change: Change, pack: Pack) -> tuple[object, ...]:
    first = (*change.after, *change.before)[0]
    thing = first.roles.get(pack.frames[first.frame].roles[0].id)
    label = thing.label.get("en", thing.id).casefold() if thing else ""
    return (list(_KINDS).index(change.kind), list(pack.frames).index(first.frame), label, first.id)


def _line(change: Change, sayings: Mapping[str, Saying], witness: Witness) -> Line:
    first = (*change.after, *change.before)[0]
    thing, cell, _ = statement_cells(first, witness.pack)
    if isinstance(change.key, Iri):
        thing = witness.cell(change.key)
    before, after = (_number(some, witness.pack) for some in (change.before, change.after))
    if change.kind != "moved":
        before = after = None
    kind = EntityCell(change.kind, "", "Choice", _KINDS[change.kind])
    return Line((thing, kind, cell, before, after), [sayings[one.id] for one in (*change.before, *change.after)])


def _number(statements: Iterable[Statement], pack: Pack) -> ValueCell | None:
    return next((number_of(one, pack.frames[one.frame]) for one in statements), None)
