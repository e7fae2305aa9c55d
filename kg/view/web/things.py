"""A cell that names a thing in; its box out."""

from __future__ import annotations

from kg.answer.answer import EntityCell
from kg.view.values import label
from kg.view.web.drawing import Box, Texts
from kg.view.web.hops import LANGUAGES


def thing_box(cell: EntityCell, asked: str = "") -> Box:
    """Return the box of a thing: its label, and below it the one in the other language where that differs."""
    texts: Texts = {lang: label(cell.label, lang, cell.id) for lang in LANGUAGES}
    return Box(cell.id, cell.cls, texts, other_label(texts), asked)


def other_label(texts: Texts) -> Texts:
    """Return for each language the label in the other one, empty where both agree."""
    return {"en": texts["zh"], "zh": texts["en"]} if texts["en"] != texts["zh"] else {"en": "", "zh": ""}
