"""``kg shell`` in a real terminal, and with lines from a pipe."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli.main import main

_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]")


class Terminal:
    """A shell in a terminal of its own: type, and wait for what it shows."""

    def __init__(self, pack: Path, folder: Path) -> None:
        self.process, self.side = pty.fork()
        if self.process == 0:
            os.environ |= {
                "TERM": "xterm",
                "COLUMNS": "120",
                "LINES": "40",
                "PROMPT_TOOLKIT_NO_CPR": "1",
                "KG_CACHE": str(folder),
            }
            os.execv(sys.executable, [sys.executable, "-m", "kg", "--pack", str(pack), "shell"])
        self.shown = ""

    def type(self, text: str) -> None:
        os.write(self.side, text.encode())

    def wait(self, wanted: str, seconds: float = 60.0) -> str:
        """Wait until a text is shown; return all that was shown since the last one, and forget what stands up to it."""
        end = time.monotonic() + seconds
        while wanted not in _CODES.sub("", self.shown):
            assert time.monotonic() < end, f"{wanted!r} is not in {self.shown!r}"
            if select.select([self.side], [], [], 0.2)[0]:
                try:
                    self.shown += os.read(self.side, 65536).decode(errors="replace")
                except OSError:  # the shell has left
                    assert wanted in _CODES.sub("", self.shown)
        shown = _CODES.sub("", self.shown)
        self.shown = shown[shown.index(wanted) + len(wanted) :]  # what came in one piece with it is still to be awaited
        return shown

    def left(self) -> int:
        """Return the exit code of the shell."""
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


@pytest.fixture
def terminal(own_pack: Path, tmp_path: Path) -> Iterator[Terminal]:
    one = Terminal(own_pack, tmp_path)
    one.wait("kg>")
    yield one
    os.close(one.side)


@pytest.mark.slow
def test_a_question_is_answered_and_the_shell_is_left(terminal: Terminal) -> None:
    terminal.type("who delivers bread to the inn\r")
    terminal.wait("the bakery")
    terminal.type(":quit\r")
    assert terminal.left() == 0


@pytest.mark.slow
def test_tab_completes_a_word(terminal: Terminal) -> None:
    terminal.type("who deliv\t")
    terminal.wait("delivers")


@pytest.mark.slow
def test_an_open_bracket_goes_on_in_the_next_line(terminal: Terminal) -> None:
    terminal.type("who delivers bread to (the inn\r")
    terminal.wait("...")
    terminal.type(")\r")
    terminal.wait("the bakery")


@pytest.mark.slow
def test_the_last_question_comes_back_with_the_up_key(terminal: Terminal) -> None:
    terminal.type("谁给客栈送面包\r")
    terminal.wait("1行")
    terminal.wait("kg>")
    terminal.type("\x1b[A\r")
    terminal.wait("1行")


@pytest.mark.slow
def test_ctrl_d_leaves(terminal: Terminal) -> None:
    terminal.type("\x04")
    assert terminal.left() == 0


def test_lines_from_a_pipe_are_answered(
    own_pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("who delivers bread to (the inn\n)\n:quit\nnever read\n"))
    assert main(["--pack", str(own_pack), "shell"]) == 0
    printed = capsys.readouterr().out
    assert "the bakery" in printed
    assert "never" not in printed
