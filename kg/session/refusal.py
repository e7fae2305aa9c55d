"""A question's text and an error in; the answer that stands for it, so that every question has one, out."""

from __future__ import annotations

from kg.answer.answer import Answer
from kg.base.diagnostics import Diagnostic, Lang, diagnostic
from kg.base.errors import BudgetError, KgError, PackError, QuestionError, StoreError
from kg.lexicon.fold import is_han


def refusal(text: str, error: KgError) -> Answer:
    """Return an answer without rows whose ``error`` says what went wrong; the first mistake of several."""
    lang: Lang = error.lang if isinstance(error, QuestionError) else _language(text)
    return Answer(text, lang, {"en": "", "zh": ""}, "rows", error=_diagnostic(error))


def _diagnostic(error: KgError) -> Diagnostic:
    match error:
        case QuestionError() | PackError():
            return error.diagnostics[0]
        case StoreError(diagnostic=Diagnostic() as found):
            return found
        case BudgetError():
            return diagnostic("B001", reason=str(error))
        case _:
            return diagnostic("S001", reason=str(error))


def _language(text: str) -> Lang:
    return "zh" if any(map(is_han, text)) else "en"
