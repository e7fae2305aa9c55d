"""A statement -> the cells that tell it in a table: what it is about, what it says of it, its number."""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis.figure import measured_by, number_of
from kg.analysis.headings import Label, label_of
from kg.answer.answer import EntityCell, Statement, ValueCell
from kg.pack.pack import Frame, Pack


def statement_cells(statement: Statement, pack: Pack) -> tuple[EntityCell | None, EntityCell, ValueCell | None]:
    """Return what fills the first role, the statement in words without it, and its number.

    The words are those of the frame, or of the measure, then the other things in the order of the frame, then what
    is said beside: stage, scope, period, dates. The cell's id and IRI are those of the statement.
    """
    frame = pack.frames[statement.frame]
    first, *others = (statement.roles.get(role.id) for role in frame.roles)
    measured = measured_by(statement, frame)
    name = measured.name if measured else label_of(frame.names, frame.id)
    told = [*(cell.label for cell in others if cell is not None), *_beside(statement, frame)]
    label = {
        lang: text + (": " if lang == "en" else ":") + " · ".join(one.get(lang, one["en"]) for one in told)
        for lang, text in name.items()
    }
    cell = EntityCell(statement.id, statement.iri, "Statement", label if told else dict(name))
    return first, cell, number_of(statement, frame)


def scope_of(statement: Statement, frame: Frame) -> tuple[Label, ...]:
    """Return the texts and choices by which a statement limits what it says, apart from what it measures."""
    return tuple(_choices(statement, frame))


def _beside(statement: Statement, frame: Frame) -> Iterator[Label]:
    yield from _choices(statement, frame)
    for each in frame.qualifiers:
        if each.type == "period" and statement.qualifiers.get(each.id):
            yield _both(str(statement.qualifiers[each.id]))
    if statement.valid_from or statement.valid_to:
        dates = (statement.valid_from, statement.valid_to)
        yield _both(dates[0] if dates[0] == dates[1] or frame.event else "–".join(dates))


def _choices(statement: Statement, frame: Frame) -> Iterator[Label]:
    measured = measured_by(statement, frame)
    for each in frame.qualifiers:
        value = statement.qualifiers.get(each.id)
        if not value or (measured and measured.qualifier == each):
            continue
        if each.type == "choice":
            yield next((label_of(one.names, one.id) for one in each.choices if one.id == value), _both(str(value)))
        elif each.type == "text":
            yield _both(str(value))


def _both(text: str) -> Label:
    return {"en": text, "zh": text}
