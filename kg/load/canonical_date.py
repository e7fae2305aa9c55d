"""A date as a file writes it and the forms that it may have in; the same date as the pack writes it, out."""

from __future__ import annotations

import re
from functools import cache

_PARTS = {"YYYY": r"(?P<year>\d{4})", "MMM": r"(?P<name>[A-Za-z]{3})[a-z]*\.?", "MM": r"(?P<month>\d{2})"}
_PARTS |= {"M": r"(?P<month>\d{1,2})", "DD": r"(?P<day>\d{2})", "D": r"(?P<day>\d{1,2})", "Q": r"(?P<quarter>[1-4])"}
_PART = re.compile("YYYY|MMM|MM|M|DD|D|(?<=Q)Q|Q(?!Q)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def canonical_date(text: str, forms: tuple[str, ...]) -> str:
    """Return the date as 2024, 2024-Q1, 2024-03 or 2024-03-30; the text itself when no form fits.

    YYYY is the year, MM or M the month, MMM its English name, DD or D the day, Q the quarter.

    >>> canonical_date("30.03.2024", ("MM/YYYY", "DD.MM.YYYY")), canonical_date("2024年3月", ("YYYY年M月",))
    ('2024-03-30', '2024-03')
    """
    for form in forms:
        match = form_pattern(form).fullmatch(text)
        if match is not None and (found := _written(match.groupdict())):
            return found
    return text


@cache
def form_pattern(form: str) -> re.Pattern[str]:
    """Return the pattern of a form. Raise ValueError when it has no year, or a part twice."""
    pieces = _PART.split(form)
    parts = _PART.findall(form)
    pattern = re.escape(pieces[0])
    for part, after in zip(parts, pieces[1:], strict=True):
        pattern += _PARTS[part] + re.escape(after)
    if "YYYY" not in parts:
        raise ValueError(f"no YYYY in {form}")
    try:
        return re.compile(pattern)
    except re.error as error:  # the same group twice
        raise ValueError(str(error)) from None


def _written(parts: dict[str, str | None]) -> str:
    """Return the parts in the pack's order; empty for a name that is no month's."""
    year, quarter, day = parts["year"], parts.get("quarter"), parts.get("day")
    month = parts.get("month")
    if name := parts.get("name"):
        if name.lower() not in _MONTHS:
            return ""
        month = str(_MONTHS.index(name.lower()) + 1)
    if quarter:
        return f"{year}-Q{quarter}"
    return "-".join([str(year), *(part.zfill(2) for part in (month, day) if part)])
