"""The wheel holds all that kg needs: it works in an empty environment, from an empty folder, on the oldest versions."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.packaging.environments import CHECKOUT, build_wheel, lower_bounds, new_environment, run
from tests.packaging.page_data import page_data

pytestmark = pytest.mark.packaging

QUESTION = "who supplies optical modules to NVL clusters"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel on the oldest versions that pyproject.toml allows; its Python."""
    home = tmp_path_factory.mktemp("installed")
    python = new_environment(home / "environment")
    run([python, "-m", "pip", "install", "--quiet", wheel, *lower_bounds()], home, home)
    return python


def test_the_wheel_holds_the_facts_the_saved_questions_and_the_grammars(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    wanted = ["kg/py.typed", "kg/_data/ontology/core.ttl", "kg/_data/ontology/ai-compute/facts/supplies.csv"]
    wanted += ["kg/_data/queries/nvl-optical-modules.toml", "kg/language/english.lark", "kg/language/chinese.lark"]
    assert [name for name in wanted if name not in names] == []


def test_the_wheel_leaves_tests_and_caches_out(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if not name.startswith(("kg/", "kgask-")) or "__pycache__" in name] == []


def test_the_main_question_is_answered_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    answered = run([installed.parent / "kg", "ask", "--json", QUESTION], tmp_path, tmp_path)
    assert "innolight" in json.loads(answered.stdout)["entities"]


def test_the_page_is_written_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    run([installed.parent / "kg", "ask", QUESTION, "--page", "answer.html"], tmp_path, tmp_path)
    assert "Innolight" in page_data(tmp_path / "answer.html")


def test_a_saved_question_is_answered_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    answered = run([installed.parent / "kg", "run", "--json", "count-google-modules"], tmp_path, tmp_path)
    assert json.loads(answered.stdout)["number"] == 4


def test_the_shipped_pack_passes_its_check_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    assert "nothing found" in run([installed.parent / "kg", "check"], tmp_path, tmp_path).stdout


def test_the_installed_package_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run([installed, "-c", "import kg; print(kg.__file__)"], tmp_path, tmp_path).stdout
    assert not Path(where.strip()).is_relative_to(CHECKOUT)
