"""A literal in; the number that it is or spells, and the unit behind it ("117 min"), out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from msgspec import Struct

from kg.load.bare.units import unit_of
from kg.store.parse import Literal

#: A number as data write it; a code with leading zeros ("0049") is none.
_NUMBER = re.compile(r"[+-]?(?:0|[1-9]\d*|(?=\.\d))(?:\.\d*)?(?:[eE][+-]?\d+)?")
_WITH_UNIT = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?)\s*([^\W\d_](?:[^\W\d_]|[/²³23.]){0,14}|%)")
#: Units that are words of every sentence: a text with one behind its number is a text.
_WORDS = frozenset({"in", "at", "a", "on", "to", "of", "as", "and", "or", "by", "for", "the", "per", "is"})


class Quantity(Struct, frozen=True):
    """A number, with its unit where one is written behind it."""

    number: float
    unit: str = ""

    @property
    def base(self) -> float:
        """The number in the base unit of its dimension."""
        return self.number * unit_of(self.unit).factor if self.unit else self.number


def quantity(value: Literal, *, with_unit: bool) -> Quantity | None:
    """Return what a literal measures, None when it is no number; ``with_unit`` when a unit stands behind it."""
    if not with_unit:
        found = number(value)
        return None if found is None else Quantity(found)
    match = _WITH_UNIT.fullmatch(value.value.strip()) if not value.lang else None
    if match is None or match[2].lower() in _WORDS:
        return None
    return Quantity(float(match[1].replace(",", "")), unit_of(match[2]).id)


def units_of(values: Iterable[Literal]) -> tuple[str, ...]:
    """Return the units of texts that are all numbers with a unit of one dimension, the usual one first; else none."""
    counts: dict[str, int] = {}
    for value in values:
        found = quantity(value, with_unit=True)
        if found is None:
            return ()
        counts[found.unit] = counts.get(found.unit, 0) + 1
    one = len({unit_of(unit).dimension for unit in counts}) == 1
    known = all(unit_of(unit).dimension != unit for unit in counts)
    if not one or (not known and sum(counts.values()) < 2):
        return ()
    return tuple(sorted(counts, key=lambda unit: (-counts[unit], unit)))


def number(value: Literal) -> float | None:
    """Return the number that a literal is or spells, None when it is none; a code with leading zeros is none."""
    text = value.value.strip()
    if value.lang or value.datatype.endswith(("#date", "#dateTime", "#boolean", "#time", "#duration", "#anyURI")):
        return None
    if not _NUMBER.fullmatch(text):
        return None
    found = float(text)
    return found if math.isfinite(found) else None
