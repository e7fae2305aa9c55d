"""Every code block of README.md, CONTRIBUTING.md, the manual's chapter on packs and the examples' own pages does what it says.

python   is run, all blocks of a file in one namespace; a text block right below is what it prints
console  each line after ``$ `` is run, and prints what stands below it; ``...`` stands for anything
sh       sets up a fresh machine: run in tests/packaging, in a copy of the project
toml, turtle, csv, text  data
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.docs.blocks import Block, Command, blocks, commands

CHECKOUT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    [
        CHECKOUT / "README.md",
        CHECKOUT / "CONTRIBUTING.md",
        CHECKOUT / "tests/spec/16-packs.md",
        CHECKOUT / "tests/spec/20-parameters-and-definitions.md",
        *CHECKOUT.glob("examples/**/*.md"),
    ]
)
CONSOLE = [
    pytest.param(command, id=f"{document.name}:{command.line}")
    for document in DOCUMENTS
    for block in blocks(document)
    if block.language == "console"
    for command in commands(block)
]


def same(wanted: str, got: str) -> bool:
    """Compare output as doctest does, with ``...`` for anything; blanks at the ends of lines do not count."""
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    return doctest.OutputChecker().check_output(wanted, got, options)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_block_is_of_a_kind_that_is_run_or_data(document: Path) -> None:
    known = {"python", "console", "sh", "toml", "turtle", "csv", "text"}
    assert [block for block in blocks(document) if block.language not in known] == []


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_the_python_blocks_run_and_print_what_stands_below_them(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    found = blocks(document)
    for block, after in zip(found, [*found[1:], None], strict=True):
        if block.language == "python":
            printed = run_python(document, block, names)
            expected = after.text if after and follows(block, after) else ""
            assert same(expected, printed), f"{document.name}:{block.line} printed\n{printed}"


@pytest.mark.slow
@pytest.mark.parametrize("command", CONSOLE)
def test_a_console_command_prints_what_stands_below_it(command: Command, tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", command.text],
        cwd=CHECKOUT if "examples/" in command.text else tmp_path,
        env=os.environ
        | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "110", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert same(command.output, done.stdout), f"$ {command.text}\n{done.stdout}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_the_toml_blocks_can_be_read(document: Path) -> None:
    for block in blocks(document):
        if block.language == "toml":
            assert tomllib.loads(block.text)


def follows(block: Block, after: Block) -> bool:
    """Tell whether a text block stands right below a block: what it prints."""
    return after.language == "text" and after.line - block.line - block.text.count("\n") <= 3


def run_python(document: Path, block: Block, names: dict[str, Any]) -> str:
    """Run a block in the names that the blocks above have left; return what it printed."""
    printed = io.StringIO()
    code = compile("\n" * block.line + block.text, str(document), "exec")
    with contextlib.redirect_stdout(printed):
        exec(code, names)
    return printed.getvalue()
