"""A folder a question: its two wordings, and what becomes of it at each stage, frozen in readable files."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from kg.pack.resources import default_pack_folder
from kg.session.opening import Opened, open_pack
from kg.session.session import Session
from kg.store import rdflib_store
from tests.golden.stages import TODAY, stages

HERE = Path(__file__).parent
FOLDERS = sorted(file.parent.name for file in HERE.glob("*/question.txt"))


@pytest.fixture(scope="module")
def opened() -> Opened:
    return open_pack(default_pack_folder())


@pytest.fixture(scope="module")
def session(opened: Opened) -> Session:
    return Session(opened)


@pytest.fixture(scope="module")
def second_opinion(opened: Opened) -> Session:
    """The same graph in rdflib."""
    return Session(replace(opened, store=rdflib_store.from_nquads(opened.store.nquads())))


def wordings(folder: str) -> tuple[str, str]:
    english, chinese = (HERE / folder / "question.txt").read_text(encoding="utf-8").splitlines()
    return english, chinese


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_stage_is_as_it_was(folder: str, session: Session, updating: bool) -> None:
    english, _ = wordings(folder)
    for name, text in stages(session, english).items():
        file = HERE / folder / name
        if updating:
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_chinese_wording_means_the_same(folder: str, session: Session) -> None:
    english, chinese = (stages(session, wording) for wording in wordings(folder))
    assert chinese["query.txt"] == english["query.txt"]
    assert chinese["sparql.rq"] == english["sparql.rq"]


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS)
def test_rdflib_finds_the_same_rows(folder: str, session: Session, second_opinion: Session) -> None:
    question, _ = wordings(folder)
    answers = [session.ask(question, today=TODAY), second_opinion.ask(question, today=TODAY, seconds=600)]
    first, second = ({k: v for k, v in answer.to_dict().items() if k != "timings"} for answer in answers)
    assert json.dumps(second, ensure_ascii=False) == json.dumps(first, ensure_ascii=False)


def test_no_file_is_left_over() -> None:
    known = {"question.txt", "query.txt", "plan.txt", "sparql.rq", "answer.json"}
    folders = [folder for folder in HERE.iterdir() if folder.is_dir() and folder.name != "__pycache__"]
    assert {file.name for folder in folders for file in folder.iterdir()} <= known
    assert sorted(folder.name for folder in folders) == FOLDERS
