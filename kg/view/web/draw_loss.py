"""An answer that says what is lost without something in; its picture out: from what is gone to what is lost by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from kg.answer.answer import Answer, EntityCell, Statement
from kg.pack.pack import Frame, Pack
from kg.view.evidence import strongest_standing
from kg.view.web.between import between
from kg.view.web.drawing import Box, Drawing, Line, Texts
from kg.view.web.hops import LANGUAGES, role_order
from kg.view.web.things import thing_box

#: Columns of what is lost, of what is vital to a whole, and of the sets whose loss stops it.
_ROLES = ("lost", "vital", "provider")
_GONE: Texts = {"en": "gone", "zh": "缺失"}
_LOST: Texts = {"en": "lost", "zh": "随之失去"}
_VITAL: Texts = {"en": "vital", "zh": "不可缺少"}
_ALONE: Texts = {"en": "enough alone", "zh": "单独缺失即停"}
_TOGETHER: Texts = {"en": "in a set", "zh": "与同组一起"}


class _Link(Struct):
    """What is lost by what, with the statements that say so."""

    start: str
    end: str
    frame: Frame
    statements: list[Statement] = field(default_factory=list)


def is_loss(answer: Answer) -> bool:
    """Tell whether the rows rest on chains of loss."""
    return bool(answer.statements) and any(column.role.split("-")[0] in _ROLES for column in answer.columns)


def draw_loss(answer: Answer, pack: Pack) -> Drawing:
    """Draw the chain of loss from left to right: a supplier, what only it supplies, what cannot be without that.

    What nothing else here leads to is gone, the rest is lost; of what is vital to a whole each thing is marked so, and
    of several smallest sets whether one thing is such a set.
    """
    told = _told(answer)
    cells = {cell.id: cell for one in told for cell in one.roles.values()}
    links = _links(told, pack)
    touched = dict.fromkeys(key for link in links for key in (link.start, link.end))
    ends = {link.end for link in links}
    asked = {cell.id for row in answer.rows for cell in row.cells[:1] if isinstance(cell, EntityCell)}
    sets = sum(column.role.startswith("provider") for column in answer.columns)
    gone = _GONE if not sets or len(answer.rows) == 1 else _ALONE if sets == 1 else _TOGETHER
    is_vital = any(column.role == "vital" for column in answer.columns)
    boxes, headings = [], {}
    for key in touched:
        own = thing_box(cells[key], "stated" if key in asked else "")
        if is_vital:
            boxes.append(Box(own.id, own.cls, own.label, _VITAL, own.asked, "lost") if key in asked else own)
            continue
        mark, note = ("lost", _LOST) if key in ends else ("gone", gone)
        headings[key] = (note,)
        boxes.append(Box(own.id, own.cls, own.label, note, own.asked, mark))
    lines = tuple(line for index, link in enumerate(links) if (line := _line(index, link, pack)) is not None)
    return Drawing(tuple(boxes), lines, headings)


def _told(answer: Answer) -> list[Statement]:
    """Return the statements that the rows rest on: others may stand around the answer and tell of no loss."""
    ids = dict.fromkeys(id for row in answer.rows for id in row.statements)
    return [answer.statements[id] for id in ids if id in answer.statements]


def _links(statements: Iterable[Statement], pack: Pack) -> list[_Link]:
    found: dict[tuple[str, str, str], _Link] = {}
    for one in statements:
        frame = pack.frames.get(one.frame)
        for start, end in _losses(one, frame) if frame else ():
            key = (start.id, end.id, one.frame)
            if frame is not None and start.id != end.id:
                found.setdefault(key, _Link(start.id, end.id, frame)).statements.append(one)
    return list(found.values())


def _losses(statement: Statement, frame: Frame) -> Iterator[tuple[EntityCell, EntityCell]]:
    """Yield what is lost by what: the offered with who offers it, the whole with its part, a kind with what is of it."""
    if frame.composes is not None:
        roles = frame.composes[::-1]
    elif frame.offers is not None:
        roles = frame.offers
    else:
        order = role_order(statement, frame)
        roles = (order[0], order[1]) if len(order) == 2 else ("", "")
    if roles[0] in statement.roles and roles[1] in statement.roles:
        yield statement.roles[roles[0]], statement.roles[roles[1]]


def _line(index: int, link: _Link, pack: Pack) -> Line | None:
    found = between(link.statements[0], link.frame, pack, link.start, link.end)
    if found is None:
        return None
    texts, forward = found
    start, end = (link.start, link.end) if forward else (link.end, link.start)
    count = f" ×{len(link.statements)}" if len(link.statements) > 1 else ""
    return Line(
        id=f"line-{index}",
        start=start,
        end=end,
        frame=link.frame.id,
        label={lang: texts[lang] + count for lang in LANGUAGES},
        standing=strongest_standing(link.statements),
        statements=tuple(one.id for one in link.statements),
        downstream=1 if forward else -1,
    )
