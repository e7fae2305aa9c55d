"""The public questions about foreign graphs, opened bare and with words: how many are answered rightly, none wrongly."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.session.answer import Answer
from kg.session.session import Session

SHARED = Path(__file__).resolve().parents[2] / "../shared"
FOREIGN = SHARED / "data/foreign"
PACKS = Path(__file__).resolve().parents[1] / "packs"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the foreign graphs are not here")

Question = dict[str, Any]
Rows = set[tuple[object, ...]]


def questions(name: str) -> list[Question]:
    found: list[Question] = json.loads((SHARED / f"questions/{name}.json").read_text(encoding="utf-8"))["questions"]
    return found


def cell(value: object) -> object:
    return float(f"{value:.6g}") if isinstance(value, int | float) and not isinstance(value, bool) else value


def rows(answer: Answer) -> Rows:
    """Return the rows as labels and rounded numbers."""
    if answer.kind == "boolean":
        return {(bool(answer.boolean),)}
    if answer.kind == "number":
        return {(cell(answer.number or 0),)}
    cells = answer.to_dict()["rows"]
    return {tuple(c["label"]["en"] if c and "label" in c else cell(c and c["value"]) for c in row) for row in cells}


def cut(found: Rows, wanted: Rows) -> Rows:
    """Return rows as wide as the wanted ones: a list of statements names each in a column of its own."""
    width = len(next(iter(wanted), ()))
    wider = len(next(iter(found), ())) - width
    return {row[wider:] for row in found} if wider == 1 and width > 1 else {row[:width] for row in found}


def score(graph: Session, asked: list[tuple[str, Callable[[Answer], bool]]]) -> tuple[int, list[str]]:
    """Return how many questions are answered rightly, and those that are answered wrongly."""
    right, wrong = 0, []
    for text, judged in asked:
        try:
            answer = graph.ask(text)
        except kg.QuestionError:
            continue
        right += judged(answer)
        wrong += [] if judged(answer) else [text]
    return right, wrong


def same(question: Question) -> Callable[[Answer], bool]:
    gold = question["gold_answer"]
    wanted: Rows = {(gold,)} if isinstance(gold, bool) else {tuple(cell(value) for value in row) for row in gold}
    return lambda answer: cut(rows(answer), wanted) == wanted


@pytest.mark.parametrize(
    ("wording", "right", "files"), [("dsl_en", 20, ()), ("dsl_zh", 19, ()), ("original_en", 16, ("geography/readings.ttl",))]
)  # fmt: skip
def test_geography_is_answered_rightly_or_refused(wording: str, right: int, files: tuple[str, ...]) -> None:
    graph = kg.open(ontology=[PACKS / file for file in files], data=FOREIGN / "geoquery/geobase.ttl")
    asked = [(question[wording], same(question)) for question in questions("geoquery_44")]
    assert score(graph, asked) == (right, [])


@pytest.mark.parametrize(("wording", "right"), [("question_en", 16), ("question_zh", 16)])
def test_the_chip_chain_is_answered_rightly_or_refused(wording: str, right: int) -> None:
    graph = kg.open(data=FOREIGN / "eto/eto.ttl")
    asked = [(question[wording], same(question)) for question in questions("eto")]
    assert score(graph, asked) == (right, [])


@pytest.mark.parametrize(
    ("wording", "right", "words"), [("dsl_en", 31, ()), ("question", 30, ("supply_network/words.ttl",))]
)
def test_the_supply_network_is_answered_rightly_or_refused(wording: str, right: int, words: tuple[str, ...]) -> None:
    files = [FOREIGN / "supplybench/tbox.ttl", *(PACKS / file for file in words)]
    graph = kg.open(ontology=files, data=FOREIGN / "supplybench/abox.ttl.gz")

    def judge(question: Question) -> Callable[[Answer], bool]:
        labels = {(label,) for label in question["gold_labels"]}
        if labels:
            return lambda answer: rows(answer) == labels
        observed = question["gold_count"]  # an observation of two years is one observation and two figures
        return lambda answer: len(set(answer.entities)) == observed or len(answer.rows) - observed in (0, 1)

    asked = [(question[wording], judge(question)) for question in questions("supplybench")]
    assert score(graph, asked) == (right, [])


@pytest.mark.slow
@pytest.mark.parametrize(("wording", "right"), [("dsl_en", 14), ("dsl_zh", 13)])
def test_the_university_is_answered_row_for_row(wording: str, right: int) -> None:
    graph = kg.open(ontology=FOREIGN / "lubm/univ-bench.owl", data=FOREIGN / "lubm/lubm1-0.nt.gz")

    def judge(question: Question) -> Callable[[Answer], bool]:
        with gzip.open(FOREIGN / f"lubm/answers/answers_query{question['id'][1:]}.txt.gz", "rt") as file:
            wanted = {tuple(line.rstrip("\n").split("\t")) for line in list(file)[1:] if line.strip()}
        return lambda answer: (
            wanted
            == {
                tuple(c["label"]["en"] if c["id"].startswith("urn:kg:text") else c["id"] for c in row)
                for row in answer.to_dict(iri=True)["rows"]
            }
        )

    asked = [(question[wording], judge(question)) for question in questions("lubm")]
    assert score(graph, asked) == (right, [])
