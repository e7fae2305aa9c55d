"""A statement and one of its things -> under which aspects it tells what of the thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.analysis.figure import Measured, measured_by, number_of
from kg.analysis.headings import Label, label_of
from kg.answer.answer import EntityCell, Statement, ValueCell
from kg.pack.pack import Frame, Pack


@dataclass(frozen=True, slots=True, order=True)  # no struct: its cell takes no part in comparing
class Aspect:
    """``order`` is the place of the frame, of the thing's role and of what is told, in the pack.

    ``details`` tell numbers of one measure apart that do not compare: their scope, their date, what is measured.
    """

    order: tuple[int, int, int]
    details: tuple[str, ...] = ()
    cell: EntityCell = field(compare=False, kw_only=True)


def class_aspect() -> Aspect:
    """Return the aspect of the class of a thing; it comes first."""
    return Aspect((-1, 0, 0), cell=EntityCell("class", "", "Aspect", {"en": "class", "zh": "类别"}))


def aspects_of(statement: Statement, thing: str, pack: Pack) -> Iterator[tuple[Aspect, EntityCell | ValueCell]]:
    """Yield what a statement tells of the thing: what fills each other role, or its number.

    The number is told where the frame measures (a choice qualifier with units of its own), or where
    nothing else fills a role: the share of a supplier with a customer is not told of the supplier alone.
    """
    frame = pack.frames[statement.frame]
    place = list(pack.frames).index(frame.id)
    number = number_of(statement, frame)
    measured = measured_by(statement, frame)
    for own in _own_roles(statement, frame, thing):
        others = [role for role in statement.roles if role != own]
        if number is not None and (measured or not others):
            yield _number_aspect(statement, frame, place, others, measured), number
            continue
        for other in others:
            yield _role_aspect(frame, place, own, other), statement.roles[other]


def _own_roles(statement: Statement, frame: Frame, thing: str) -> Iterator[str]:
    """Yield the roles that the thing fills."""
    for role in frame.roles:
        if role.id in statement.roles and statement.roles[role.id].iri == thing:
            yield role.id


def _role_aspect(frame: Frame, place: int, own: str, other: str) -> Aspect:
    ids = [role.id for role in frame.roles]
    if frame.symmetric and {own, other} == {*ids[:2]}:
        own, other = ids[0], ids[1]  # it makes no difference which of the two roles the thing fills
    here, there = frame.role(own), frame.role(other)
    told = label_of(frame.names, frame.id)
    if len(frame.roles) > 2:  # what a supplier and what a customer has to do with an item are two aspects
        role = label_of(here.names, own)
        told = {"en": f"{told['en']} (as {role['en']})", "zh": f"{told['zh']}(作为{role['zh']})"}
    name = _joined(told, label_of(there.names, other))
    cell = EntityCell(f"{frame.id}.{own}.{other}", str(there.iri), "Role", name)
    return Aspect((place, ids.index(own), ids.index(other)), cell=cell)


def _number_aspect(
    statement: Statement, frame: Frame, place: int, others: Sequence[str], measured: Measured | None
) -> Aspect:
    """Return the aspect of a number: what is measured, and what tells the number from others of that measure."""
    texts = [one.id for one in frame.qualifiers if one.type in ("text", "period")]
    said = [str(statement.qualifiers[one]) for one in texts if statement.qualifiers.get(one)]
    items = [statement.roles[other] for other in others]
    valid = [f"{statement.valid_from}–{statement.valid_to}"] if statement.valid_from or statement.valid_to else []
    if measured is None:
        key, iri, cls, name = frame.id, str(frame.iri), "Frame", label_of(frame.names, frame.id)
        order = (place, len(frame.roles), 0)
    else:
        key, iri, cls, name = f"{frame.id}.{measured.choice.id}", str(measured.qualifier.iri), "Choice", measured.name
        order = (place, len(frame.roles), measured.rank)
    label = {
        lang: " · ".join([text, *(item.label.get(lang, item.id) for item in items), *said, *valid])
        for lang, text in name.items()
    }
    details = (*(item.id for item in items), *said, *valid)
    return Aspect(order, details, cell=EntityCell(key, iri, cls, label))


def _joined(frame: Label, role: Label) -> dict[str, str]:
    return {lang: f"{name} · {role.get(lang, name)}" for lang, name in frame.items()}
