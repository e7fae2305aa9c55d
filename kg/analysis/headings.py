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


_NAMES: dict[str, Label] = {
    "thing": {"en": "thing", "zh": "事物"},
    "steps": {"en": "steps from the start", "zh": "距起点步数"},
    "change": {"en": "change", "zh": "变化"},
    "before": {"en": "before", "zh": "之前"},
    "after": {"en": "after", "zh": "之后"},
    "told": {"en": "what is told", "zh": "所述内容"},
    "one": {"en": "the one", "zh": "一方"},
    "one_by": {"en": "said by", "zh": "出自"},
    "other": {"en": "the other", "zh": "另一方"},
    "other_by": {"en": "said by", "zh": "出自"},
    "statement": {"en": "statement", "zh": "陈述"},
    "value": {"en": "value", "zh": "数值"},
    "tier": {"en": "tier", "zh": "层级"},
    "via": {"en": "by way of", "zh": "经由"},
    "lost": {"en": "lost by", "zh": "因其缺失"},
    "rest": {"en": "not accounted for", "zh": "未涵盖"},
    "index": {"en": "Herfindahl index", "zh": "赫芬达尔指数"},
    "estimate": {"en": "estimate", "zh": "估计"},
    "basis": {"en": "basis", "zh": "口径"},
    "period": {"en": "period", "zh": "时期"},
    "provider": {"en": "company", "zh": "公司"},
    "part": {"en": "part", "zh": "组成部分"},
    "level": {"en": "level", "zh": "层次"},
    "whole": {"en": "whole", "zh": "整体"},
    "quantity": {"en": "quantity", "zh": "数量"},
    "condition": {"en": "condition", "zh": "条件"},
    "amount": {"en": "in one whole", "zh": "单个整体合计"},
}


def column(role: str, number: int = 0) -> Column:
    """Return a column by what it tells; several of one sort are numbered."""
    name = _NAMES[role]
    if not number:
        return Column(name, role)
    return Column({"en": f"{name['en']} {number}", "zh": f"{name['zh']}{number}"}, f"{role}-{number}")


def amount_column() -> Column:
    """Return the column of what a chain of parts comes to."""
    return Column({"en": "amount", "zh": "合计"}, "amount")


def condition_column() -> Column:
    """Return the column of the conditions of an account, where the frame that counts has none of its own."""
    return Column({"en": "condition", "zh": "条件"}, "condition")


def aspect_column() -> Column:
    """Return the column of what things are compared by."""
    return Column({"en": "aspect", "zh": "方面"}, "aspect")
