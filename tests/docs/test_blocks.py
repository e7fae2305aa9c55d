"""The reader of code blocks finds all of them, with their place."""

from __future__ import annotations

from pathlib import Path

from tests.docs.blocks import Block, Command, blocks, commands

STORY = "# Story\n\n```console\n$ kg version\nkg 1\n$ true\n```\n\ntext\n\n```python\nx = 1\n```\n"


def test_blocks_come_with_language_text_and_line(tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    assert blocks(tmp_path / "story.md")[1] == Block("python", "x = 1\n", 11)


def test_commands_come_with_the_output_below_them() -> None:
    block = Block("console", "$ kg version\nkg 1\n$ true\n", 3)
    assert commands(block) == [Command("kg version", "kg 1\n", 4), Command("true", "", 6)]
