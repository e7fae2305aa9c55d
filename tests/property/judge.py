"""An engine's answer and the expected one in; what is wrong with the answer out, one line a fault."""

from __future__ import annotations

from collections import Counter
from math import isclose

from kg.answer.answer import Answer, Cell, EntityCell
from kg.answer.answer import Row as AnswerRow
from kg.query.query import Context, Count, Describe, Exists, Group, Holds, Query, Rank, Select, Some, Total
from tests.reference.admission import admitted, orientations
from tests.reference.conditions import fits, scene
from tests.reference.evaluate import Expected, Row
from tests.reference.world import World


def faults(answer: Answer, expected: Expected, query: Query, world: World) -> list[str]:
    """Compare what the form calls for: number, boolean or rows, their marks, their order and the cut."""
    match query.form:
        case Count() | Total():
            found = _number(answer, expected, world)
        case Exists() as form:
            denied = form.alone and (answer.boolean is False) != (expected.boolean is False)
            found = (
                [f"boolean {answer.boolean}"]
                if denied or (answer.boolean is True) != (expected.boolean is True)
                else []
            )
        case Describe():
            named = [row.cells[0] for row in expected.rows]
            found = [] if list(answer.entities) == named else [f"describes {answer.entities}, not {named}"]
        case Rank() if expected.refused:
            found = [f"not refused: {_rows(answer)}"] if answer.rows else []
        case _:
            found = _compared(answer, expected, query, world)
    return found + _evidence(answer, query.context, world) + _untold(answer, query, world)


def _number(answer: Answer, expected: Expected, world: World) -> list[str]:
    if expected.number is None or answer.number is None:
        return [] if answer.number is expected.number else [f"number {answer.number}, not {expected.number}"]
    factors = [world.units[unit].factor if unit else 1.0 for unit in (answer.unit, expected.unit)]
    dimensions = [world.units[unit].dimension if unit else None for unit in (answer.unit, expected.unit)]
    if dimensions[0] != dimensions[1] or not isclose(answer.number * factors[0], expected.number * factors[1]):
        return [f"number {answer.number} {answer.unit}, not {expected.number} {expected.unit}"]
    return []


def _compared(answer: Answer, expected: Expected, query: Query, world: World) -> list[str]:
    given, right = _rows(answer), expected.rows
    if isinstance(query.form, Rank):  # values in the base unit, on both sides
        given = [(_plain(row.cells[0]), _in_base(row, world)) for row in answer.rows]
    required = Counter(_plain_row(row) for row in right if not row.optional)
    allowed = Counter(map(_plain_row, right))
    found = _cut(answer, len(given), required.total(), allowed.total(), query.limit)
    if too_many := Counter(given) - allowed:
        found.append(f"wrong rows: {sorted(map(str, too_many.elements()))}")
    if query.limit is None and (missing := required - Counter(given)):
        found.append(f"missing rows: {sorted(map(str, missing.elements()))}")
    if isinstance(query.form, Group | Rank) and not found and given != [_plain_row(row) for row in right[: len(given)]]:
        found.append(f"order {given}, not {right}")
    return found


def _cut(answer: Answer, size: int, fewest: int, most: int, limit: int | None) -> list[str]:
    """Check how many rows there are, and that it is said when there are more."""
    if limit is None:
        return [] if answer.truncated is None else [f"truncated is {answer.truncated!r}"]
    found = [] if min(limit, fewest) <= size <= min(limit, most) else [f"{size} rows, not {fewest} cut at {limit}"]
    if (limit < fewest and answer.truncated is None) or (limit >= most and answer.truncated is not None):
        found.append(f"truncated is {answer.truncated!r} with {size} of {fewest} rows")
    return found


def _plain_row(row: Row) -> tuple[object, ...]:
    return (*row.cells, "derived") if row.derived else row.cells


def _rows(answer: Answer) -> list[tuple[object, ...]]:
    return [_plain_row(Row(tuple(map(_plain, row.cells)), row.derived is not None)) for row in answer.rows]


def _plain(cell: Cell) -> str | float | None:
    match cell:
        case None:
            return None
        case EntityCell(id):
            return id
        case _ if isinstance(cell.value, int | float):
            return float(cell.value)
        case _:
            return cell.value


def _in_base(row: AnswerRow, world: World) -> float:
    cell = row.cells[-1]
    assert cell is not None
    assert not isinstance(cell, EntityCell)
    return float(cell.value or 0.0) * (world.units[cell.unit].factor if cell.unit else 1.0)


def _evidence(answer: Answer, context: Context, world: World) -> list[str]:
    """Every statement shown must be one of the world's, and the derived rows must show a derived one."""
    found: list[str] = []
    known = {
        (statement.frame, frozenset(roles.items()), bool(statement.premises))
        for statement in world.statements
        for roles in orientations(statement, world)
    }
    given = {statement.id: statement for statement in world.given}
    for statement in answer.statements.values():
        roles = frozenset((role, cell.id) for role, cell in statement.roles.items())
        if (statement.frame, roles, statement.rule is not None) not in known:
            found.append(f"evidence that is not in the world: {statement}")
        elif answer.kind != "boolean" and statement.id in given and not admitted(given[statement.id], context, world):
            found.append(f"evidence that the context leaves out: {statement}")
    for row in answer.rows:
        if missing := [key for key in row.statements if key not in answer.statements]:
            found.append(f"evidence {missing} is not in the answer")
        if row.derived and not any(answer.statements[key].rule for key in row.statements if key in answer.statements):
            found.append(f"a derived row without a derived statement: {row}")
    return found


def _untold(answer: Answer, query: Query, world: World) -> list[str]:
    """Every statement that makes a thing a stated row must stand behind that row (asked of one plain condition)."""
    match query.form:
        case Select(noun) | Count(noun) if isinstance(noun.where, Holds):
            holds = noun.where
        case _:
            return []
    if holds.reach == "chain" or not all(isinstance(fill.quantifier, Some) for fill in holds.fills):
        return []
    stated = scene(world, query.context).stated
    node = world.frames[holds.frame].form == "node"
    found: list[str] = []
    for row in (row for row in answer.rows if row.derived is None):
        behind = {seen.statement.id for seen in stated.seen if fits(seen, str(_plain(row.cells[0])), holds, stated)}
        if not row.statements or (node and not behind <= set(row.statements)):
            found.append(f"evidence {row.statements} of {row.cells[0]}, not {behind}")
    return found
