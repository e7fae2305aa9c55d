"""A number as a file writes it in; the number, or None when it is none, out."""

from __future__ import annotations

import re


def canonical_number(text: str, decimal: str = ".", thousands: str = "") -> float | None:
    """Return the number; marks of thousands must stand between groups of three digits.

    >>> canonical_number("1.234,5", decimal=",", thousands="."), canonical_number("1.23", ",", ".")
    (1234.5, None)
    """
    if thousands and thousands in text:
        mark = re.escape(thousands)
        if not re.fullmatch(rf"[+-]?\d{{1,3}}({mark}\d{{3}})+({re.escape(decimal)}\d+)?", text):
            return None
        text = text.replace(thousands, "")
    if decimal != ".":
        if "." in text:
            return None
        text = text.replace(decimal, ".")
    try:
        return float(text)
    except ValueError:
        return None
