"""The public questions about the shipped pack: answers that someone else computed from the same facts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.base.errors import QuestionError

_FILE = Path(__file__).resolve().parents[3] / "shared/questions/ai-compute.jsonl"


@dataclass(frozen=True)
class Asked:
    id: str
    lang: str
    question: str
    kind: str
    gold: Any
    shape: str


def _asked() -> list[Asked]:
    if not _FILE.exists():
        raise FileNotFoundError(f"the public questions are missing: {_FILE}")
    rows = map(json.loads, _FILE.read_text("utf-8").splitlines())
    return [Asked(r["pair_id"], r["lang"], r["question"], r["answer_type"], r["gold"], r["shape"]) for r in rows]


ASKED = _asked()
#: Refused with help so far: shares said with "goes to", ranks by an unnamed measure, "scalable units".
REFUSED = {("p65", "en"), ("p65", "zh")}


@pytest.fixture(scope="module")
def graph() -> Any:
    return kg.open()


@pytest.mark.parametrize("asked", [a for a in ASKED if (a.id, a.lang) not in REFUSED], ids=lambda a: f"{a.id}-{a.lang}")
def test_a_public_question_gets_the_answer_that_was_computed_without_us(graph: Any, asked: Asked) -> None:
    answer = graph.ask(asked.question).to_dict()
    assert answer["error"] is None
    assert _given(answer, asked) == _wanted(asked)


@pytest.mark.parametrize("asked", [a for a in ASKED if (a.id, a.lang) in REFUSED], ids=lambda a: f"{a.id}-{a.lang}")
def test_a_question_that_cannot_be_read_is_refused_and_not_answered_wrongly(graph: Any, asked: Asked) -> None:
    with pytest.raises(QuestionError) as caught:
        graph.ask(asked.question)
    assert caught.value.diagnostics[0].remedy(asked.lang)  # type: ignore[arg-type]


def _wanted(asked: Asked) -> object:
    match asked.kind:
        case "entities":
            return sorted(asked.gold)
        case "number":
            return float(asked.gold)
        case "boolean":
            return bool(asked.gold)
        case "path":
            return asked.gold
        case _:
            return sorted([_cell(cell) for cell in row] for row in asked.gold)


def _cell(cell: object) -> str:
    """Write a gold cell as text: numbers without a fraction of zero."""
    try:
        return f"{float(cell):g}"  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return str(cell)


def _given(answer: dict[str, Any], asked: Asked) -> object:
    stated = [row for row, rule in zip(answer["rows"], answer["derived"], strict=True) if rule is None]
    match asked.kind:
        case "entities" if answer["kind"] == "description":
            return sorted(answer["entities"])
        case "entities":
            return sorted({row[0]["id"] for row in stated})
        case "number":
            return answer["number"]
        case "boolean":
            return bool(answer["boolean"])
        case "path":
            return [[cell["id"] for cell in row if cell] for row in stated]
        case _:
            return sorted(_row(row, asked) for row in stated)


def _row(row: list[Any], asked: Asked) -> list[str]:
    """Bring a row to the columns of the gold: thing and value, or value, upper, unit and source."""
    things = [cell["id"] for cell in row if cell and "id" in cell]
    number = next(cell for cell in row if cell and isinstance(cell.get("value"), int | float))
    if asked.shape == "comparison on shares":  # the two ends of the share
        ends = (number["value"], number["value"] if number.get("upper") is None else number["upper"])
        return [_cell(end) for end in ends]
    if len(asked.gold[0]) == 2:
        return [things[0], _cell(number["value"])]
    upper = "" if number.get("upper") is None else _cell(number["upper"])
    return [_cell(number["value"]), upper, str(number.get("unit")), things[-1]]
