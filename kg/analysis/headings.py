"""The columns of an analysis, and the labels of what the pack declares, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from kg.answer.answer import Column
from kg.pack.pack import Names

Label = Mapping[str, str]


def label_of(names: Names, fallback: str) -> Label:
    """Return the label in each language, and in both languages in any case."""
    found = {lang: words.label for lang, words in names.items()}
    known = found.get("en") or found.get("zh") or next(iter(found.values()), fallback)
    return {"en": known, "zh": known} | found


def step_columns(steps: int) -> tuple[Column, ...]:
    """Return the columns of the things along paths of at most so many steps."""
    start = Column({"en": "start", "zh": "起点"}, "step-0")
    return (start, *(Column({"en": f"step {n}", "zh": f"第{n}步"}, f"step-{n}") for n in range(1, steps + 1)))


def amount_column() -> Column:
    """Return the column of what a chain of parts comes to."""
    return Column({"en": "amount", "zh": "合计"}, "amount")


def aspect_column() -> Column:
    """Return the column of what things are compared by."""
    return Column({"en": "aspect", "zh": "方面"}, "aspect")
