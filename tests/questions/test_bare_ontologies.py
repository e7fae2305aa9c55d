"""The public questions about foreign graphs, opened bare: how many are answered rightly, and none wrongly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.session.session import Session

SHARED = Path(__file__).resolve().parents[2] / "../shared"
READINGS = Path(__file__).resolve().parents[1] / "packs/geography/readings.ttl"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the foreign graphs are not here")


def rows(graph: Session, question: str) -> set[tuple[object, ...]] | None:
    """Return the answer as labels and rounded numbers; None when the question is refused."""
    try:
        answer = graph.ask(question)
    except kg.QuestionError:
        return None
    if answer.kind == "number":
        return {(float(answer.number or 0),)}
    cells = answer.to_dict()["rows"]
    return {tuple(c["label"]["en"] if "label" in c else float(f"{c['value']:.6g}") for c in row[:1]) for row in cells}


def gold(question: dict[str, Any]) -> set[tuple[object, ...]]:
    """Return the expected first column."""
    cells = (
        (float(f"{v:.6g}") if isinstance(v, int | float) else v for v in row[:1]) for row in question["gold_answer"]
    )
    return {tuple(row) for row in cells}


@pytest.mark.parametrize(
    ("wording", "right", "files"), [("dsl_en", 19, ()), ("dsl_zh", 14, ()), ("original_en", 15, (READINGS,))]
)
def test_geography_is_answered_rightly_or_refused(wording: str, right: int, files: tuple[Path, ...]) -> None:
    graph = kg.open(ontology=files, data=SHARED / "data/foreign/geoquery/geobase.ttl")
    questions = json.loads((SHARED / "questions/geoquery_44.json").read_text(encoding="utf-8"))["questions"]
    found = [(rows(graph, question[wording]), gold(question)) for question in questions]
    answered = [pair for pair in found if pair[0] is not None]
    assert (sum(got == want for got, want in answered), [pair for pair in answered if pair[0] != pair[1]]) == (
        right,
        [],
    )
