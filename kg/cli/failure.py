"""An error -> its text on standard error, and the exit code that it calls for."""

from __future__ import annotations

import sys

from kg.base.diagnostics import Diagnostic
from kg.base.errors import BudgetError, KgError, PackError, QuestionError, StoreError
from kg.cli.terminal import has_color


def exit_code(error: KgError) -> int:
    """Return the exit code that an error calls for."""
    match error:
        case QuestionError():
            return 2
        case PackError() | StoreError():
            return 3
        case BudgetError():
            return 4
        case _:
            return 1


def print_error(error: KgError) -> None:
    """Print an error on standard error, drawn where it has a place."""
    match error:
        case QuestionError():
            from kg.view.errors import render_error

            text = render_error(error, color=has_color(sys.stderr))
        case PackError():
            text = "\n".join(map(located, error.diagnostics))
        case StoreError(diagnostic=Diagnostic() as found):
            text = f"kg: {found.code} {found.message()}\n    {found.remedy()}"
        case _:
            text = f"kg: {error}"
    print(text.rstrip("\n"), file=sys.stderr)


def located(diagnostic: Diagnostic) -> str:
    """Return a mistake in a pack as text: its place, what it is, what to do."""
    place = ":".join(str(part) for part in (diagnostic.file, diagnostic.line, diagnostic.column) if part)
    return f"{place}: {diagnostic.code} {diagnostic.message()}\n    {diagnostic.remedy()}"
