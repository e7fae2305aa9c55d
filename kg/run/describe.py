"""Describe: names, kinds and literals of things, and their statements -> rows of thing, aspect, value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from kg.answer.answer import Answer, Cell, Column, EntityCell, Row, Statement, ValueCell
from kg.base.terms import Iri, Term, Text
from kg.pack.pack import Frame, Pack
from kg.plan.describe import LITERALS
from kg.plan.plan import DescribePlan
from kg.query.query import Describe
from kg.run.engine import Engine
from kg.run.entities import Entities, heading, labels
from kg.run.evidence import Evidence
from kg.run.facts import value_cell
from kg.run.found import Hit
from kg.run.notes import nothing_noted
from kg.run.scene import keys_of

#: Aspects that are neither roles nor qualifiers.
ASPECTS: dict[str, dict[str, str]] = {
    "class": {"en": "class", "zh": "类别"},
    "name": {"en": "also called", "zh": "又称"},
    "definition": {"en": "definition", "zh": "定义"},
    "note": {"en": "note", "zh": "备注"},
    "ticker": {"en": "ticker", "zh": "股票代码"},
}


def describe(plan: DescribePlan, engine: Engine, entities: Entities, evidence: Evidence, answer: Answer) -> Answer:
    """Answer with what is known of each thing: its class, names and notes, then its statements; or one of its notes.

    The frames come in the order of the pack, the strongest statements first. The value of a
    statement is what fills its first other role, else its first number, else its first qualifier.
    """
    assert isinstance(plan.query.form, Describe)
    with engine.clock.stage("main"):
        literals = engine.table(plan.literals).rows
        hits = [hit for match in plan.matches for hit in engine.hits(match)]
    if plan.query.form.aspect:
        return _noted_only(plan.query.form, literals, engine.pack, entities, answer)
    with engine.clock.stage("evidence"):
        evidence.fetch(keys_of(hits))
    rows: list[Row] = []
    for thing in dict.fromkeys(engine.pack.iri(name) for name in plan.query.form.names):
        cell = entities.cell(thing)
        of_thing = tuple(hit for hit in hits if hit.thing == thing)
        told = (*_named(cell, engine.pack), *_noted(thing, literals), *_stated(of_thing, cell, engine.pack, evidence))
        rows += [Row((cell, aspect, value), statements) for aspect, value, statements in told]
    behind = {statement.id: statement for statement in evidence.ordered(keys_of(hits))}
    columns = (heading("thing"), heading("aspect"), heading("value"))
    return replace(answer, kind="description", columns=columns, rows=tuple(rows), statements=behind)


def _noted_only(
    form: Describe, literals: Sequence[Sequence[Term]], pack: Pack, entities: Entities, answer: Answer
) -> Answer:
    """Answer with what one plain property says of each thing, and of which things it says nothing."""
    rows: list[Row] = []
    notes = list(answer.notes)
    for thing in dict.fromkeys(map(pack.iri, form.names)):
        cell = entities.cell(thing)
        values = [value for aspect, value, _ in _noted(thing, literals) if aspect.id == form.aspect]
        rows += [Row((cell, value)) for value in values]
        if not values:
            notes.append(nothing_noted(ASPECTS[form.aspect], cell.label))
    columns = (heading("thing"), Column(ASPECTS[form.aspect], form.aspect))
    return replace(answer, columns=columns, rows=tuple(rows), notes=tuple(notes))


#: An aspect, its value, and the statements behind it.
_Told = tuple[EntityCell, Cell, tuple[str, ...]]


def _aspect(id: str) -> EntityCell:
    return EntityCell(id, "", "Aspect", ASPECTS[id])


def _named(cell: EntityCell, pack: Pack) -> Iterator[_Told]:
    """Yield the class and the other names of a thing; labels are in the cell itself."""
    if cell.cls in pack.classes:
        cls = pack.classes[cell.cls]
        yield _aspect("class"), EntityCell(cls.id, str(cls.iri), "Class", labels(cls.names, cls.id)), ()
    if cell.id in pack.things:
        for words in pack.things[cell.id].names.values():
            for name in words.others:
                yield _aspect("name"), ValueCell(name), ()


def _noted(thing: Iri, literals: Sequence[Sequence[Term]]) -> Iterator[_Told]:
    for predicate, id in LITERALS:
        for text in sorted(_plain(row[2]) for row in literals if row[0] == thing and row[1] == predicate):
            yield _aspect(id), ValueCell(text), ()


def _stated(hits: Sequence[Hit], cell: EntityCell, pack: Pack, evidence: Evidence) -> Iterator[_Told]:
    """Yield the statements of each frame that the thing takes part in."""
    statements = evidence.ordered(keys_of(hits))
    for frame in pack.frames.values():
        of_frame = [statement for statement in statements if statement.frame == frame.id]
        told = [(_place(statement, frame, cell), _side(statement, frame, cell), statement.id) for statement in of_frame]
        # Stable: within an aspect the strongest statement stays first.
        for _, (aspect, value), id in sorted(told, key=lambda row: (row[0], row[1][0].id)):
            yield aspect, value, (id,)


def _place(statement: Statement, frame: Frame, cell: EntityCell) -> int:
    """Return the place, in the order of the frame, of the role that the thing fills."""
    return next(
        n for n, role in enumerate(frame.roles) if role.id in statement.roles and statement.roles[role.id].id == cell.id
    )


def _side(statement: Statement, frame: Frame, cell: EntityCell) -> tuple[EntityCell, Cell]:
    """Return a statement as an aspect of the thing and its value."""
    numbers = (q.id for q in frame.qualifiers if isinstance(statement.qualifiers.get(q.id), int | float))
    number = next(numbers, None)
    measured = _measured(statement, frame)
    if measured is not None and number is not None:
        return measured, value_cell(statement, number, frame)
    own = frame.roles[_place(statement, frame, cell)]
    other = next((role for role in frame.roles if role is not own and role.id in statement.roles), None)
    if other is not None:
        name = _joined(labels(frame.names, frame.id), labels(other.names, other.id))
        return EntityCell(f"{frame.id}.{own.id}.{other.id}", str(other.iri), "Role", name), statement.roles[other.id]
    shown = number or next(iter(statement.qualifiers), None)
    aspect = measured or EntityCell(frame.id, str(frame.iri), "Frame", labels(frame.names, frame.id))
    return aspect, value_cell(statement, shown, frame) if shown is not None else None


def _measured(statement: Statement, frame: Frame) -> EntityCell | None:
    """Return what a statement measures: the choice of its qualifier that has units of its own."""
    for qualifier in frame.qualifiers:
        for choice in qualifier.choices:
            if choice.units and statement.qualifiers.get(qualifier.id) == choice.id:
                return EntityCell(
                    f"{frame.id}.{choice.id}", str(qualifier.iri), "Choice", labels(choice.names, choice.id)
                )
    return None


def _joined(frame: Mapping[str, str], role: Mapping[str, str]) -> dict[str, str]:
    return {lang: f"{name} · {role.get(lang, name)}" for lang, name in frame.items()}


def _plain(value: Term) -> str:
    return value.value if isinstance(value, Text) else str(value)
