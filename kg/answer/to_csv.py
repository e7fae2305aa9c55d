"""An answer -> CSV text that a spreadsheet opens without running anything that stands in a cell."""

from __future__ import annotations

import csv
from io import StringIO

from kg.answer.answer import Answer
from kg.answer.flat import Value, flat
from kg.base.diagnostics import Lang

#: A text that begins with one of these, after blanks, would be read as a formula.
_FORMULA = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH HYPHEN-MINUS}",
            "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip


def to_csv(answer: Answer, lang: Lang | None = None) -> str:
    """Return the rows with a heading line; the columns are those of ``flat``."""
    table = flat(answer, lang)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_safe(name) for name in table])
    writer.writerows([_safe(value) for value in row] for row in zip(*table.values(), strict=True))
    return text.getvalue()


def _safe(value: Value) -> Value:
    """Return a value; a text that would be read as a formula with an apostrophe before it."""
    if isinstance(value, str) and (value.lstrip().startswith(_FORMULA) or value.startswith(("\t", "\r", "\n"))):
        return f"'{value}"
    return value
