"""The first command of README.md, on a machine that has nothing but Python, in a copy of the project."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.docs.blocks import blocks
from tests.packaging.environments import CHECKOUT, run
from tests.packaging.page_data import page_data

pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project as git would clone it: nothing that was built."""
    left_out = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "answer.html", "dist", "build")
    return Path(shutil.copytree(CHECKOUT, tmp_path_factory.mktemp("clone") / "kgask", ignore=left_out))


def set_up_commands() -> list[str]:
    return [block.text.strip() for block in blocks(CHECKOUT / "README.md") if block.language == "sh"]


def test_the_first_command_asks_the_main_question_and_writes_the_page(copy: Path, tmp_path: Path) -> None:
    answered = run(["sh", "-c", set_up_commands()[0]], copy, tmp_path).stdout
    assert "Innolight" in answered
    assert "Innolight" in page_data(copy / "answer.html")


def test_the_second_command_is_what_continuous_integration_runs() -> None:
    assert set_up_commands()[1] in (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")
