"""Partial dates (2024, 2024-03, 2025-Q2, 2024-03-30) as first and last day plus a precision."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Literal

from msgspec import Struct

Precision = Literal["year", "quarter", "month", "day"]

_FORMS = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?")


class Period(Struct, frozen=True):
    """The days that a partial date may mean: ``first`` to ``last``, both included."""

    first: date
    last: date
    precision: Precision

    def __str__(self) -> str:
        match self.precision:
            case "year":
                return f"{self.first.year:04d}"
            case "quarter":
                return f"{self.first.year:04d}-Q{(self.first.month + 2) // 3}"
            case "month":
                return f"{self.first.year:04d}-{self.first.month:02d}"
            case "day":
                return self.first.isoformat()


def read_period(text: str) -> Period:
    """Read a partial date; raise ValueError when it is none or names no day of the calendar.

    >>> read_period("2025-Q2").last
    datetime.date(2025, 6, 30)
    """
    match = _FORMS.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a date of the form 2024, 2024-Q1, 2024-03 or 2024-03-30: {text!r}")
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return Period(day, day, "day")
    if match["month"]:
        return _months(year, int(match["month"]), 1, "month")
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3, "quarter")
    return _months(year, 1, 12, "year")


def _months(year: int, first: int, count: int, precision: Precision) -> Period:
    last = first + count - 1
    start = date(year, first, 1)
    return Period(start, date(year, last, calendar.monthrange(year, last)[1]), precision)
