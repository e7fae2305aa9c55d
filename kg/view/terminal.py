"""An answer in; the text that a terminal shows, with colours where it has them, out."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.answer.answer import Answer
from kg.pack.pack import Pack
from kg.view.clean import clean
from kg.view.description import Portrait, portraits
from kg.view.heading import assumed_text, counts_text, headline, notes
from kg.view.phrases import phrase
from kg.view.tables import statement_list, tables
from kg.view.values import label

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

#: So many statements are listed, of a description so many of each frame; the page shows them all.
_MOST = 15


def render(answer: Answer, pack: Pack, *, width: int | None = None, color: bool | None = None) -> str:
    """Return an answer as text in the question's language, at most ``width`` columns wide.

    ``width`` None: as wide as the terminal. ``color`` None: where standard output is a terminal and NO_COLOR is not set.
    """
    console = make_console(width, color)
    for part in _parts(answer, pack, console.width):
        console.print(part, soft_wrap=False)
    return written(console)


def make_console(width: int | None, color: bool | None) -> Console:
    """Return a rich console that writes into memory."""
    from rich.console import Console

    colored = sys.stdout.isatty() and not os.environ.get("NO_COLOR") if color is None else color
    return Console(
        file=io.StringIO(),
        width=max(20, width or shutil.get_terminal_size((100, 24)).columns),
        force_terminal=colored,
        color_system="standard" if colored else None,
        no_color=not colored,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def written(console: Console) -> str:
    """Return what was printed, without spaces at the ends of lines."""
    file = console.file
    text = file.getvalue() if isinstance(file, io.StringIO) else ""
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _parts(answer: Answer, pack: Pack, width: int) -> Iterator[RenderableType]:
    from rich.text import Text

    lang = answer.language
    yield Text(clean(answer.question), "bold")
    if reading := label(answer.reading, lang):
        yield Text(phrase("understood", lang) + ("：" if lang == "zh" else ": "), "dim").append(reading, "not dim")
    if assumed := assumed_text(answer, lang):
        yield Text(assumed, "dim")
    if answer.error is not None:
        yield Text("\n" + clean(answer.error.message(lang)), "bold red")
        yield Text(clean(answer.error.remedy(lang)))
        return
    yield from _body(answer, pack, width)
    yield from _foot(answer, pack)


def _body(answer: Answer, pack: Pack, width: int) -> Iterator[RenderableType]:
    from rich.text import Text

    lang = answer.language
    if said := headline(answer, pack, lang):
        color = {True: "green", False: "red", None: "yellow"}[answer.boolean] if answer.kind == "boolean" else ""
        yield Text("\n" + said, f"bold {color}".strip())
    if answer.kind == "description":
        for one in portraits(answer, pack, lang):
            yield from _described(one, answer, pack)
    elif answer.rows:
        for index, (heading, table) in enumerate(tables(answer, pack, width)):
            if heading:  # a table brings an empty line above and below
                yield Text(heading if index else "\n" + heading, "bold")
            yield table
    elif answer.statements:
        yield Text("")
        yield statement_list(answer, tuple(answer.statements), pack, _MOST)
    elif answer.kind not in ("number", "boolean"):
        yield Text("\n" + phrase("nothing_found", lang), "yellow")


def _described(one: Portrait, answer: Answer, pack: Pack) -> Iterator[RenderableType]:
    from rich.text import Text

    lang = answer.language
    comma, colon = ("、", "：") if lang == "zh" else (", ", ": ")
    yield (
        Text("\n" + one.title, "bold")
        .append(f"  {one.other}" if one.other else "", "not bold")
        .append(f"  {one.cls}", "not bold dim")
    )
    for key, texts in one.facts:
        yield Text(key + colon, "dim").append(comma.join(texts), "not dim")
    for frame, ids in one.statements:
        yield Text("\n" + frame, "bold")
        yield statement_list(answer, ids, pack, _MOST)


def _foot(answer: Answer, pack: Pack) -> Iterator[RenderableType]:
    from rich.text import Text

    lang = answer.language
    if answer.statements:
        yield Text(("" if answer.rows and answer.kind != "description" else "\n") + counts_text(answer, lang), "dim")
    for note in notes(answer, pack, lang):
        yield Text(note, "yellow")
    if answer.advice:
        yield Text("\n" + phrase("advice", lang), "bold")
        for one in answer.advice:
            yield Text("  " + clean(one.text)).append(f"  ({phrase('finds', lang, n=one.finds)})", "dim")
