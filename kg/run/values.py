"""Hits and a numeric qualifier -> the values that their statements give, each with its statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from kg.answer.answer import Statement, ValueCell
from kg.base.terms import Iri
from kg.pack.pack import Frame, Unit
from kg.run.facts import value_cell
from kg.run.found import Hit, Key
from kg.run.scene import Scene


class Value(Struct, frozen=True):
    """One value: of which thing, by which statement, as a cell, and in the base unit of its dimension."""

    thing: Iri
    key: Key
    statement: Statement
    cell: ValueCell
    number: float
    base: float
    dimension: str | None


def values(scene: Scene, hits: Iterable[Hit], frame: Frame, qualifier: str) -> tuple[list[Value], int]:
    """Return the known values, one for each thing and statement, and how many statements give none."""
    found: list[Value] = []
    unknown: set[Key] = set()
    told = dict.fromkeys((hit.thing, key) for hit in hits for key in hit.told[:1])
    for thing, key in told:
        for statement in scene.evidence.ordered((key,))[:1]:
            value = _value(thing, key, statement, frame, qualifier, scene.pack.units)
            if value is None:
                unknown.add(key)
            else:
                found.append(value)
    return found, len(unknown)


def _value(
    thing: Iri, key: Key, statement: Statement, frame: Frame, qualifier: str, units: Mapping[str, Unit]
) -> Value | None:
    number = statement.qualifiers.get(qualifier)
    if number is None or isinstance(number, str):
        return None
    cell = value_cell(statement, qualifier, frame)
    unit = units.get(cell.unit) if cell.unit else None
    dimension = unit.dimension if unit else cell.unit
    return Value(thing, key, statement, cell, number, number * (unit.factor if unit else 1.0), dimension)
