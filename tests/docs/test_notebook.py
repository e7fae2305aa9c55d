"""The example notebook runs from top to bottom, and shows what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of Jupyter's own libraries
    pytest.mark.filterwarnings("ignore::RuntimeWarning"),
]


@pytest.fixture(scope="module")
def outputs(cache: Path) -> list[list[dict[str, Any]]]:
    """The outputs of each code cell of the executed notebook."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(EXAMPLES / "ask.ipynb", as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def test_the_answer_ending_a_cell_shows_itself_as_a_page(outputs: list[list[dict[str, Any]]]) -> None:
    assert outputs[1][0]["data"]["text/html"].startswith("<iframe sandbox=")


def test_the_reasons_are_printed(outputs: list[list[dict[str, Any]]]) -> None:
    assert outputs[2][0]["text"].startswith("Eoptolink Technology supplies")


def test_both_languages_give_the_same_query(outputs: list[list[dict[str, Any]]]) -> None:
    assert outputs[4][0]["data"]["text/plain"] == "True"
