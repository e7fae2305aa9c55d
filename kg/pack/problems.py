"""Mistakes found in the files of a pack, with the place of each, gathered so that all show at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from msgspec import Struct, field

from kg.base.diagnostics import Diagnostic, Suggestion
from kg.base.errors import PackError

_AT_MOST = 12
#: Finding what may have been meant takes far longer than finding the mistake: it is done for so many of them.
_SUGGESTED = 100


class Place(Struct, frozen=True):
    """A line and a column of a pack's file, both counted from 1; 0 when they cannot be told."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Problems(Struct):
    """The mistakes found so far."""

    found: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, place: Place, *, near: Iterable[str] = (), **values: str) -> None:
        """Note a mistake; ``near`` are texts that may have been meant, best first."""
        suggestions = tuple(Suggestion(text) for text in near)
        self.found.append(
            Diagnostic(
                code,
                tuple(sorted(values.items())),
                suggestions=suggestions,
                file=place.file,
                line=place.line,
                column=place.column,
            )
        )

    def unknown(self, text: str, wanted: str, known: Iterable[str], place: Place) -> None:
        """Note a text that is no such thing of the pack; the most alike are suggested."""
        every = list(known)
        self.add("P004", place, near=self.near(text, every), text=text, wanted=wanted, expected=listed(every))

    def near(self, text: str, known: Iterable[str]) -> tuple[str, ...]:
        """Return the few known texts that are most like ``text``; none when there are very many mistakes."""
        return nearest(text, known) if len(self.found) < _SUGGESTED else ()

    def stop(self) -> None:
        """Raise PackError with all that was found; return when nothing was."""
        if self.found:
            raise PackError(tuple(self.found))


def pack_error(code: str, place: Place, **values: str) -> PackError:
    """Return the error of a single mistake that leaves nothing more to read."""
    problems = Problems()
    problems.add(code, place, **values)
    return PackError(tuple(problems.found))


def nearest(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the few known texts that are most like ``text``, best first."""
    return tuple(difflib.get_close_matches(text, list(known), n=3, cutoff=0.5))


def listed(texts: Iterable[str]) -> str:
    """Return texts as one enumeration for a message, cut when it grows long."""
    every = list(texts)
    shown = ", ".join(every[:_AT_MOST]) or "-"
    return f"{shown} … ({len(every)})" if len(every) > _AT_MOST else shown
