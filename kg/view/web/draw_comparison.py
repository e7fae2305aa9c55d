"""An answer that compares two things in; their picture out: what both share between them, what one has alone outside."""

from __future__ import annotations

from msgspec import Struct, field

from kg.answer.answer import Answer, Column, EntityCell, Statement
from kg.pack.pack import Pack
from kg.view.evidence import strongest_standing
from kg.view.web.between import between
from kg.view.web.drawing import Box, Drawing, Line, Texts
from kg.view.web.hops import LANGUAGES
from kg.view.web.things import thing_box

#: What one thing has alone is drawn up to so many; how many more there are stands in a box of its own.
_ALONE = 8
_SHARED: Texts = {"en": "both", "zh": "两者"}


class _Side(Struct):
    """One of the two things, and what the rows tie it to: thing -> statements."""

    thing: EntityCell
    tied: dict[str, dict[str, Statement]] = field(default_factory=dict)


def is_comparison(answer: Answer, pack: Pack) -> bool:
    """Tell whether the columns are an aspect and two things that the statements name."""
    roles = [column.role for column in answer.columns]
    return roles == ["aspect", "thing-1", "thing-2"] and len(_sides(answer)) == 2 and bool(pack.frames)


def draw_comparison(answer: Answer, pack: Pack) -> Drawing:
    """Draw the two things, what both are tied to in the middle, and the first of what only one is tied to."""
    cells: dict[str, EntityCell] = {}
    sides = _sides(answer)
    for row in answer.rows:
        for side, cell in zip(sides, row.cells[1:], strict=True):
            if not isinstance(cell, EntityCell) or cell.cls not in pack.classes:
                continue
            own = _of(answer, row.statements, side.thing.id, cell.id)
            if own and cell.id not in {each.thing.id for each in sides}:
                cells.setdefault(cell.id, cell)
                side.tied.setdefault(cell.id, {}).update(own)
    shared = [id for id in sides[0].tied if id in sides[1].tied]
    boxes = [thing_box(side.thing, "stated") for side in sides] + [thing_box(cells[id]) for id in shared]
    headings: dict[str, tuple[Texts, ...]] = dict.fromkeys(shared, (_SHARED,))
    lines: list[Line] = []
    for index, side in enumerate(sides):
        alone = [id for id in side.tied if id not in shared]
        boxes += [thing_box(cells[id]) for id in alone[:_ALONE]]
        headings |= {id: (_only(side.thing),) for id in alone[:_ALONE]}
        for id in (*shared, *alone[:_ALONE]):
            inward = (id in shared) == (index == 0)
            lines += _lines(side, id, 1 if inward else -1, pack, len(lines))
        if len(alone) > _ALONE:
            more = _more(side.thing, len(alone) - _ALONE)
            boxes.append(more)
            headings[more.id] = (_only(side.thing),)
            lines.append(_more_line(side.thing.id, more.id, -1 if index == 0 else 1))
    return Drawing(tuple(boxes), tuple(lines), headings)


def _sides(answer: Answer) -> list[_Side]:
    named = {
        (tuple(sorted(cell.label.items())), cell.cls): cell
        for one in answer.statements.values()
        for cell in one.roles.values()
    }
    found = (named.get(_key(column)) for column in answer.columns[1:])
    return [_Side(cell) for cell in found if cell is not None]


def _key(column: Column) -> tuple[tuple[tuple[str, str], ...], str]:
    return tuple(sorted(column.name.items())), column.cls or ""


def _of(answer: Answer, statements: tuple[str, ...], thing: str, other: str) -> dict[str, Statement]:
    told = (answer.statements[key] for key in statements if key in answer.statements)
    return {one.id: one for one in told if {thing, other} <= {cell.id for cell in one.roles.values()}}


def _lines(side: _Side, other: str, outward: int, pack: Pack, number: int) -> list[Line]:
    """Return a line a frame; ``outward`` is 1 when the other thing stands to the right of this one."""
    by_frame: dict[str, list[Statement]] = {}
    for one in side.tied[other].values():
        by_frame.setdefault(one.frame, []).append(one)
    return [
        line
        for index, (frame, statements) in enumerate(by_frame.items())
        if (line := _line(f"line-{number + index}", side.thing.id, other, frame, statements, outward, pack)) is not None
    ]


def _line(
    id: str, thing: str, other: str, frame: str, statements: list[Statement], outward: int, pack: Pack
) -> Line | None:
    found = between(statements[0], pack.frames[frame], pack, thing, other) if frame in pack.frames else None
    if found is None:
        return None
    texts, forward = found
    count = f" ×{len(statements)}" if len(statements) > 1 else ""
    return Line(
        id=id,
        start=thing if forward else other,
        end=other if forward else thing,
        frame=frame,
        label={lang: texts[lang] + count for lang in LANGUAGES},
        standing=strongest_standing(statements),
        statements=tuple(one.id for one in statements),
        downstream=outward if forward else -outward,
    )


def _only(thing: EntityCell) -> Texts:
    names = thing_box(thing).label
    return {"en": f"only {names['en']}", "zh": f"仅{names['zh']}"}


def _more(thing: EntityCell, count: int) -> Box:
    return Box(f"value:more-{thing.id}", "", {"en": f"and {count} more", "zh": f"另有{count}个"}, {"en": "", "zh": ""})


def _more_line(thing: str, box: str, outward: int) -> Line:
    return Line(f"line-{box}", thing, box, "", {"en": "", "zh": ""}, "reference", (), downstream=outward)
