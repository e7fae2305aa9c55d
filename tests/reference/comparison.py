"""Does a statement's qualifier pass a test? Numbers, ranges, units, periods and words.

The sentences quoted are those of ``kg.query.query.Test``.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from kg.base.dates import Period, read_period
from kg.query.query import Quantity, Test
from tests.reference.world import Statement, World

Edge = TypeVar("Edge", float, date)


def passes(statement: Statement, test: Test, world: World) -> bool:
    """Tell whether the qualifier of the statement compares so with the value."""
    found = statement.qualifier(test.qualifier)
    if found is None:
        return False  # "A statement without the qualifier fails the test"
    match test.value:
        case Quantity() as quantity:
            return _numbers(statement, test, quantity, world)
        case Period() as period:
            # "A range passes when all of it does": a partial date is the range of its days.
            days = read_period(str(found))
            return within(days.first, days.last, test.op, period.first, period.last)
        case str() as text:
            return {"=": found == text, "!=": found != text}[test.op]


def _numbers(statement: Statement, test: Test, quantity: Quantity, world: World) -> bool:
    declared = world.frames[statement.frame].qualifier(test.qualifier)
    low = statement.qualifier(test.qualifier)
    high = statement.qualifier(declared.upper) if declared.upper else None
    high = low if high is None else high
    assert isinstance(low, float)
    assert isinstance(high, float)
    factor = 1.0
    if quantity.unit is not None:
        # "Quantities compare after conversion to the unit's base; different dimensions never pass"
        unit = statement.qualifier(declared.unit) if declared.unit else None
        if unit is None or world.units[str(unit)].dimension != world.units[quantity.unit].dimension:
            return False
        factor = world.units[str(unit)].factor
    # A bare number compares with the number as it is written: the question has named no unit.
    wanted = quantity.value * (world.units[quantity.unit].factor if quantity.unit else 1.0)
    # "A range (value and value_max) passes when all of it does."
    return within(low * factor, high * factor, test.op, wanted, wanted)


def within(low: Edge, high: Edge, op: str, first: Edge, last: Edge) -> bool:
    """Tell whether everything from ``low`` to ``high`` compares so with what lies from ``first`` to
    ``last``: ``=`` inside of it, ``!=`` outside of it, ``<`` before all of it, ``<=`` not past its end."""
    found: dict[str, bool] = {
        "=": first <= low and high <= last,
        "!=": high < first or last < low,
        "<": high < first,
        "<=": high <= last,
        ">": low > last,
        ">=": low >= first,
    }
    return found[op]
