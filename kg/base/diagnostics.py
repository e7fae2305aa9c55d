"""What went wrong, as data: a code, a place, a message in two languages, and the way out."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kg.base.codes import CODES
from kg.base.spans import NOWHERE, Span

Lang = Literal["en", "zh"]


class Suggestion(Struct, frozen=True):
    """A text that can be typed instead, and why it is offered (a label, a class; may be empty)."""

    text: str
    note: str = ""


class Diagnostic(Struct, frozen=True):
    """One mistake in a question or a pack.

    ``values`` fill the placeholders of the code's message; ``file`` and ``line`` are set for
    mistakes in a pack, ``span`` for mistakes in a question.
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()
    span: Span = NOWHERE
    expected: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    file: str = ""
    line: int = 0
    column: int = 0

    def message(self, lang: Lang = "en") -> str:
        """Return the message in one language, placeholders filled."""
        return CODES[self.code].message(lang).format(**dict(self.values))

    def remedy(self, lang: Lang = "en") -> str:
        """Return what to do about it, in one language."""
        return CODES[self.code].remedy(lang).format(**dict(self.values))

    @property
    def page(self) -> str:
        """The page of the manual that explains the code."""
        return f"tests/errors/{self.code}.md"


def diagnostic(code: str, span: Span = NOWHERE, **values: str) -> Diagnostic:
    """Make a diagnostic; ``values`` fill the message of the code."""
    return Diagnostic(code, tuple(sorted(values.items())), span)
