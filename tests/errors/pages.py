"""A page of the manual of errors in; its examples, each with what is drawn below it, out.

ask             a question; below it what `kg ask` draws
given           a question, then a line ``parameter = value`` for each of its parameters; below it what `kg ask` draws
define          definitions, one a line; below them what is drawn of the first that cannot be read
append FILE     a line put at the end of a file of tests/packs/bakery; below it what `kg check` finds
replace FILE    a text of such a file, a line ``=>``, and the text that takes its place
values          what the placeholders of the code stand for, where no question gives it
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
_EXAMPLE = re.compile(
    r"^```(?P<kind>ask|given|define|append|replace|values)(?: (?P<file>\S+))?\n(?P<body>.*?)^```\n\n```text\n(?P<drawn>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Example:
    """A block that makes the mistake, and the drawing below it."""

    kind: str
    file: str
    body: str
    drawn: str


def codes() -> list[str]:
    """Return the codes that have a page, in order."""
    return sorted(page.stem for page in HERE.glob("*.md"))


def page(code: str) -> Path:
    """Return the page of a code."""
    return HERE / f"{code}.md"


def examples(code: str) -> list[Example]:
    """Return the examples of a page, in order."""
    text = page(code).read_text(encoding="utf-8")
    return [
        Example(found["kind"], found["file"] or "", found["body"].removesuffix("\n"), found["drawn"])
        for found in _EXAMPLE.finditer(text)
    ]


def redraw(code: str, drawings: list[str]) -> None:
    """Write the page anew with these drawings below its examples."""
    rest = iter(drawings)

    def drawn(found: re.Match[str]) -> str:
        return f"{found[0][: found.start('drawn') - found.start()]}{next(rest)}```"

    text = page(code).read_text(encoding="utf-8")
    page(code).write_text(_EXAMPLE.sub(drawn, text), encoding="utf-8")
