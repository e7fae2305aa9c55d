"""A question that cannot be read in; the text that shows where, what was expected and the way out, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.base.diagnostics import Diagnostic, Lang
from kg.base.errors import QuestionError
from kg.view.clean import clean
from kg.view.phrases import phrase

if TYPE_CHECKING:
    from rich.console import Console

#: At most so many expected words and nearest names are listed.
_MOST = 8


def render_error(error: QuestionError, width: int | None = None, *, color: bool | None = None) -> str:
    """Return the mistakes of a question, each with a caret under its words, in the question's language."""
    from kg.view.terminal import make_console, written

    console = make_console(width, color)
    for index, one in enumerate(error.diagnostics):
        if index:
            console.print()
        _print(console, error.question, one, error.lang)
    return written(console)


def _print(console: Console, question: str, one: Diagnostic, lang: Lang) -> None:
    from rich.text import Text

    console.print(Text(f"{one.code} ", "bold red").append(clean(one.message(lang)), "bold"))
    if question.strip():
        before, marked, after = _excerpt(question, one, console.width - 2)
        console.print(Text("  ").append(before).append(marked, "bold red").append(after), no_wrap=True, crop=False)
        console.print(Text("  " + " " * _columns(before) + "^" * max(1, _columns(marked)), "red"), no_wrap=True)
    colon, comma = ("：", "、") if lang == "zh" else (": ", ", ")
    if one.expected:
        console.print(Text(phrase("expected", lang) + colon, "dim").append(_some(one.expected, comma), "not dim"))
    if one.suggestions:
        console.print(Text(phrase("nearest", lang) + colon, "dim"))
        for nearby in one.suggestions[:_MOST]:
            note = f"  ({clean(nearby.note)})" if nearby.note else ""
            console.print(Text("  " + clean(nearby.text), "bold").append(note, "not bold dim"))
    console.print(Text(phrase("remedy", lang) + colon, "dim").append(clean(one.remedy(lang)), "not dim"))


def _some(texts: tuple[str, ...], comma: str) -> str:
    return comma.join(clean(text) for text in texts[:_MOST]) + (" …" if len(texts) > _MOST else "")


def _excerpt(question: str, one: Diagnostic, width: int) -> tuple[str, str, str]:
    """Return the words before, at and after the place, cut on both sides so that the line fits."""
    start = min(max(one.span.start, 0), len(question))
    end = min(max(one.span.end, start), len(question))
    before, marked, after = clean(question[:start]), clean(question[start:end]), clean(question[end:])
    if _columns(before + marked + after) <= width:
        return before, marked, after
    room = max(width - _columns(marked) - 2, 8)
    before = _tail(before, room if not after else room // 2)
    return before, marked, _head(after, room - _columns(before))


def _tail(text: str, room: int) -> str:
    if _columns(text) <= room:
        return text
    while text and _columns(text) > room - 1:
        text = text[1:]
    return "…" + text


def _head(text: str, room: int) -> str:
    if _columns(text) <= room:
        return text
    while text and _columns(text) > room - 1:
        text = text[:-1]
    return text + "…"


def _columns(text: str) -> int:
    """Return how many columns of a terminal the text takes; wide characters take two."""
    from rich.cells import cell_len

    return cell_len(text)
