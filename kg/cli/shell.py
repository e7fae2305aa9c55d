"""``kg shell``: questions typed one after the other -> their answers; with history, completion and colours."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from kg.cli.graph import open_graph
from kg.cli.terminal import has_color, width
from kg.session.session import Session
from kg.session.shell import Shell, is_unfinished
from kg.store.cache import cache_folder

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import CompleteEvent, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.key_binding import KeyBindings

_PROMPT, _MORE = "kg> ", "... "
_COLORS = {"name": "ansigreen", "noun": "ansicyan", "verb": "ansiyellow", "number": "ansimagenta", "unknown": "ansired"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: nothing; lines that come from a file or a pipe are answered too."""


def run(options: argparse.Namespace) -> int:
    """Answer line by line until the input ends or :quit is typed."""
    graph = open_graph(options)
    shell = Shell(graph, width=width(), color=has_color(sys.stdout))
    lines = _typed(shell) if sys.stdin.isatty() else _piped(sys.stdin)
    for line in lines:
        shown = shell.respond(line)
        if shown is None:
            break
        print(shown, end="", flush=True)
    return 0


def _piped(lines: Iterable[str]) -> Iterator[str]:
    """Yield whole lines of a stream: one that is unfinished takes the next one too."""
    waiting = ""
    for line in lines:
        waiting += line
        if not is_unfinished(waiting.rstrip("\n")):
            yield waiting
            waiting = ""
    if waiting:
        yield waiting


def _typed(shell: Shell) -> Iterator[str]:
    """Yield what is typed at the terminal; Ctrl-C drops a line, Ctrl-D leaves."""
    prompt = _prompt(shell)
    while True:
        try:
            yield prompt.prompt(_PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _prompt(shell: Shell) -> PromptSession[str]:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import ThreadedCompleter
    from prompt_toolkit.history import FileHistory, History, InMemoryHistory

    folder = cache_folder()
    history: History
    try:
        folder.mkdir(parents=True, exist_ok=True)
        history = FileHistory(str(folder / "history"))
    except OSError:  # nothing can be kept: what was typed is remembered while the shell runs
        history = InMemoryHistory()
    return PromptSession(
        history=history,
        completer=ThreadedCompleter(_completer(shell)),
        complete_while_typing=False,
        lexer=_lexer(shell),
        multiline=True,
        prompt_continuation=_MORE,
        key_bindings=_keys(),
    )


def _completer(shell: Shell):  # type: ignore[no-untyped-def]  # noqa: ANN202  a class made here
    from prompt_toolkit.completion import Completer, Completion

    class Words(Completer):
        """Completes commands, and questions by what the graph says may follow."""

        def get_completions(
            self,
            document: Document,
            complete_event: CompleteEvent,  # noqa: ARG002  a name of prompt_toolkit
        ) -> Iterable[Completion]:
            text = document.text_before_cursor
            if text.startswith(":"):
                yield from (Completion(c, -len(text)) for c in shell.commands if c.startswith(text))
                return
            for one in shell.graph.complete(text):
                yield Completion(one.text, one.start - len(text), display_meta=one.note or one.kind)

    return Words()


def _lexer(shell: Shell):  # type: ignore[no-untyped-def]  # noqa: ANN202  a class made here
    from prompt_toolkit.lexers import Lexer

    class Colors(Lexer):
        """Colours each word by what it is."""

        def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
            return lambda number: _colored(document.lines[number], shell.graph)

    return Colors()


def _colored(line: str, graph: Session) -> StyleAndTextTuples:
    """Return a line in pieces, each with its colour."""
    pieces: StyleAndTextTuples = []
    end = 0
    for span, role in () if line.startswith(":") else graph.highlight(line):
        if span.start >= end:
            pieces += [("", line[end : span.start]), (_COLORS.get(role, ""), span.of(line))]
            end = span.end
    return [*pieces, ("", line[end:])]


def _keys() -> KeyBindings:
    """Enter ends a line, or goes on with one that is unfinished."""
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state and buffer.complete_state.current_completion:
            buffer.complete_state = None
        elif is_unfinished(buffer.text):
            buffer.insert_text("\n")
        else:
            buffer.validate_and_handle()

    return keys
