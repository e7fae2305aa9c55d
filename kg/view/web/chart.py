"""An answer in; which of its numbers the page draws to scale, as bars, as shares of a whole or as lines over time, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from kg.answer.answer import Answer, Row, ValueCell
from kg.base.dates import read_period
from kg.base.diagnostics import Lang
from kg.pack.pack import Pack
from kg.view.clean import clean
from kg.view.values import cell_text, label, name
from kg.view.web.drawing import Texts
from kg.view.web.hops import LANGUAGES

#: Numbers that place a row among the others, or tell of its whole; nobody compares them by length.
_NOT_DRAWN = frozenset({"tier", "level", "index", "rest"})
_SHARE, _OF_WHOLE = "share", ("rest", "index")
_EVIDENCE = frozenset({"status", "source"})


class Part(Struct, frozen=True):
    """Rows that are drawn together: bars on one scale, the shares of one whole, or the points of one line."""

    text: Texts
    rows: tuple[int, ...]
    rest: int | None = None


class Chart(Struct, frozen=True):
    """``column``: the place of the numbers among the answer's columns; ``times``: row -> year, of lines only.

    ``rest`` of a part is the place of the column that says how much of the whole is not accounted for.
    """

    kind: Literal["bars", "shares", "lines"]
    column: int
    parts: tuple[Part, ...]
    times: Mapping[int, float]


def chart(answer: Answer, pack: Pack) -> Chart | None:
    """Return the chart of an answer; None where there are no two numbers to compare.

    Numbers of different units never share a scale, shares of different wholes never share a bar. A line joins what
    differs in nothing but its date.
    """
    roles = [column.role for column in answer.columns]
    if answer.kind == "description" or "amount" in roles:
        return None  # quantities of parts stand in the picture, with what they are multiplied from
    place = _numbers(answer)
    if place is None:
        return None
    if _SHARE in roles and set(_OF_WHOLE) <= set(roles):
        return Chart("shares", roles.index(_SHARE), _wholes(answer, pack, roles), {})
    times = _times(answer, pack)
    lines = _lines(answer, pack, place, times) if times else ()
    if lines:
        return Chart("lines", place, lines, times)
    bars = _units(answer, pack, place)
    return Chart("bars", place, bars, {}) if bars else None


def _numbers(answer: Answer) -> int | None:
    """Return the last column that has numbers in most rows."""
    for place in range(len(answer.columns) - 1, -1, -1):
        found = [index for index in range(len(answer.rows)) if _number(answer, index, place) is not None]
        if answer.columns[place].role not in _NOT_DRAWN and len(found) >= max(2, len(answer.rows) / 2):
            return place
    return None


def _number(answer: Answer, row: int, place: int) -> ValueCell | None:
    cells = answer.rows[row].cells
    cell = cells[place] if place < len(cells) else None
    is_number = isinstance(cell, ValueCell) and isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    return cell if is_number and isinstance(cell, ValueCell) else None


def _wholes(answer: Answer, pack: Pack, roles: Sequence[str]) -> tuple[Part, ...]:
    """Gather the shares of each whole, with its index and what is not accounted for in its heading."""
    apart = [place for place, role in enumerate(roles) if place and role != _SHARE]
    rest = roles.index("rest")

    def heading(row: Row, lang: Lang) -> str:
        parts = []
        for place in apart:
            text = cell_text(row.cells[place], answer.columns[place], pack, lang)
            if text and roles[place] in _OF_WHOLE:
                column = answer.columns[place]
                text = f"{label(column.name, lang, column.role)}{'：' if lang == 'zh' else ': '}{text}"
            parts.append(text)
        return " · ".join(filter(None, parts))

    groups = _gathered(range(len(answer.rows)), lambda index: heading(answer.rows[index], "en"))
    return tuple(
        Part({lang: heading(answer.rows[rows[0]], lang) for lang in LANGUAGES}, tuple(rows), rest) for rows in groups
    )


def _gathered(rows: Iterable[int], key: Callable[[int], object]) -> list[list[int]]:
    found: dict[object, list[int]] = {}
    for index in rows:
        found.setdefault(key(index), []).append(index)
    return list(found.values())


def _units(answer: Answer, pack: Pack, place: int) -> tuple[Part, ...]:
    """Gather the numbers of each unit that has two of them."""
    rows = [index for index in range(len(answer.rows)) if _number(answer, index, place) is not None]
    groups = _gathered(rows, lambda index: _unit(answer, index, place))
    return tuple(
        Part({lang: _unit_name(_unit(answer, group[0], place), pack, lang) for lang in LANGUAGES}, tuple(group))
        for group in groups
        if len(group) > 1
    )


def _unit(answer: Answer, row: int, place: int) -> str:
    cell = _number(answer, row, place)
    return (cell.unit or "") if cell is not None else ""


def _unit_name(unit: str, pack: Pack, lang: Lang) -> str:
    return name(pack.units[unit].names, lang, unit) if unit in pack.units else clean(unit)


def _times(answer: Answer, pack: Pack) -> dict[int, float]:
    """Return when each row holds, in years: the middle of the date that it names."""
    dated = {one.id for frame in pack.frames.values() for one in frame.qualifiers if one.type == "period"}
    place = next((index for index, column in enumerate(answer.columns) if column.role in dated), None)
    if place is None:
        return {}
    found: dict[int, float] = {}
    for index, row in enumerate(answer.rows):
        cell = row.cells[place]
        if isinstance(cell, ValueCell) and isinstance(cell.value, str) and (year := _year(cell.value)) is not None:
            found[index] = year
    return found


def _year(date: str) -> float | None:
    try:
        period = read_period(date)
    except ValueError:
        return None
    middle = period.first + (period.last - period.first) / 2
    return round(middle.year + (middle.timetuple().tm_yday - 1) / 365.25, 3)


def _lines(answer: Answer, pack: Pack, place: int, times: Mapping[int, float]) -> tuple[Part, ...]:
    """Gather the numbers of one unit that differ in nothing but their date; () where no two make a line."""
    dated = [index for index in times if _number(answer, index, place) is not None]
    units = sorted(_gathered(dated, lambda index: _unit(answer, index, place)), key=len, reverse=True)
    if not units:
        return ()

    def told(index: int, lang: Lang) -> str:
        row = answer.rows[index]
        texts = (
            cell_text(cell, column, pack, lang)
            for at, (cell, column) in enumerate(zip(row.cells, answer.columns, strict=True))
            if at != place and column.role not in _EVIDENCE and not _is_date(cell, times[index])
        )
        return " · ".join(filter(None, texts))

    series = _gathered(units[0], lambda index: told(index, "en"))
    if all(len({times[index] for index in rows}) < 2 for rows in series):
        return ()
    return tuple(
        Part({lang: told(rows[0], lang) for lang in LANGUAGES}, tuple(sorted(rows, key=times.__getitem__)))
        for rows in series
    )


def _is_date(cell: object, year: float) -> bool:
    return isinstance(cell, ValueCell) and isinstance(cell.value, str) and _year(cell.value) == year
