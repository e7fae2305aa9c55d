"""A CSV file of what someone holds in; the things of the graph with their weights out.

The file has a header and a column ``name`` (a name, id or ticker that the graph knows, in any spelling) and may have
a column ``weight`` (a number, of any total; a % behind it is read over). Whatever other columns it has are left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from pathlib import Path

from msgspec import Struct

from kg.load.table import Row, read_table
from kg.pack.problems import Place, Problems, listed

#: What the column of names may be called, the first that is there.
_NAMES = ("name", "company", "ticker", "id", "名称", "公司", "股票代码", "代码")
_WEIGHTS = ("weight", "权重", "占比", "仓位")


class Holding(Struct, frozen=True):
    """A thing that is held; ``weight`` is None where the file has no weights."""

    id: str
    weight: float | None = None


def read_holdings(
    path: Path, named: Callable[[str], tuple[str, ...]], near: Callable[[str], tuple[str, ...]]
) -> tuple[Holding, ...]:
    """Return the holdings of a file in its order; several rows of one thing are put together.

    ``named`` gives the ids of a name, ``near`` names like one that nothing has. Raise PackError with every row that is
    at fault: P041, P042 for names, P017 for weights, P006 without a column of names.
    """
    problems = Problems()
    header = _header(path)
    name = next((column for column in _NAMES if column in header), _NAMES[0])
    weight = next((column for column in _WEIGHTS if column in header), "")
    found: dict[str, float | None] = {}
    for row in read_table(path.parent, path.name, (name, weight), ("*",), problems):
        if not row.cell(name):
            continue
        id = _thing(row, name, named, near, problems)
        amount = _weight(row, weight, problems) if weight else None
        if id:
            found[id] = amount if amount is None else (found.get(id) or 0.0) + amount
    problems.stop()
    return tuple(Holding(id, amount) for id, amount in found.items())


def _header(path: Path) -> tuple[str, ...]:
    first = next(iter(read_table(path.parent, path.name, (), ("*",), Problems())), None)
    return first.header if first is not None else ()


def _thing(
    row: Row,
    column: str,
    named: Callable[[str], tuple[str, ...]],
    near: Callable[[str], tuple[str, ...]],
    problems: Problems,
) -> str:
    text = row.cell(column)
    things = named(text)
    place = Place(row.file, row.line, 1)
    if len(things) > 1:
        problems.add("P042", place, near=things, text=text, things=listed(things))
    elif not things:
        guess = near(text)
        problems.add("P041", place, near=guess, text=text, guess=listed(guess))
    return things[0] if len(things) == 1 else ""


def _weight(row: Row, column: str, problems: Problems) -> float:
    text = row.cell(column).removesuffix("%").strip()
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if not isfinite(found) or found < 0:
        problems.add("P017", Place(row.file, row.line, 1), text=row.cell(column))
        return 0.0
    return found
