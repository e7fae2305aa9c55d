"""The library's own exceptions: nothing else reaches a user."""

from __future__ import annotations

from kg.base.diagnostics import Diagnostic, Lang


class KgError(Exception):
    """Base of all errors that kg raises on purpose."""


class QuestionError(KgError):
    """A question that cannot be read. ``diagnostics`` are in order of place, at least one."""

    def __init__(self, question: str, lang: Lang, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.question = question
        self.lang = lang
        self.diagnostics = diagnostics
        super().__init__(diagnostics[0].message(lang))


class PackError(KgError):
    """A pack or data file that is at fault. ``diagnostics`` name file, line and remedy."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n".join(f"{d.file}:{d.line}: {d.message()}" for d in diagnostics))


class StoreError(KgError):
    """The engine or the server refused a request, or its files are damaged.

    ``diagnostic`` says in both languages what is at fault and what to do, where that is known.
    """

    def __init__(self, reason: str | Diagnostic) -> None:
        self.diagnostic = None if isinstance(reason, str) else reason
        super().__init__(reason if isinstance(reason, str) else reason.message())


class BudgetError(KgError):
    """A question took longer or grew larger than its budget allows."""
