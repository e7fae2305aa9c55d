"""Markdown in, its fenced code blocks out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(?P<language>\w*)[^\n]*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, the line at which it begins."""

    language: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Command:
    """A line of a console block that begins with ``$``, and the output that stands below it."""

    text: str
    output: str
    line: int


def blocks(file: Path) -> list[Block]:
    """Return the fenced blocks of a Markdown file, in order."""
    text = file.read_text(encoding="utf-8")
    return [
        Block(match["language"], match["text"], text.count("\n", 0, match.start()) + 1)
        for match in _FENCE.finditer(text)
    ]


def commands(block: Block) -> list[Command]:
    """Return the commands of a console block with the output that it shows for each."""
    found: list[Command] = []
    for number, line in enumerate(block.text.splitlines(), block.line + 1):
        if line.startswith("$ "):
            found.append(Command(line[2:], "", number))
        elif found:
            last = found[-1]
            found[-1] = Command(last.text, last.output + line + "\n", last.line)
    return found
