"""The JSON object has all its keys, whatever the answer is."""

import json
from pathlib import Path

import pytest

from kg.answer.answer import (
    Advice,
    Answer,
    Assumed,
    Claim,
    Column,
    Coverage,
    EntityCell,
    Row,
    Source,
    Statement,
    ValueCell,
)
from kg.answer.to_dict import to_dict
from kg.base.diagnostics import Diagnostic, Suggestion
from kg.base.spans import Span

KEYS = {
    "question", "language", "reading", "kind", "columns", "rows", "entities", "number", "unit", "boolean",
    "truncated", "derived", "evidence", "coverage", "assumed", "advice", "notes", "error", "timings",
}  # fmt: skip
NAMESPACE = "http://example.org/"
ACME = EntityCell("acme", NAMESPACE + "acme", "Firm", {"en": "Acme", "zh": "顶点"})
PAPER = Source("paper", NAMESPACE + "paper", "The Paper", "Press", "", "2024-03", "http://example.org/p")
STATED = Statement(
    "s1",
    NAMESPACE + "s1",
    "Supply",
    {"supplier": ACME},
    {"amount": 2},
    "2020",
    "",
    (Claim("c1", PAPER, "fact", "high", "a.csv", 3),),
)
DERIVED = Statement("s2", NAMESPACE + "s2", "Supply", {"supplier": ACME}, {}, rule="passes-on", premises=("s1",))
EMPTY = Answer("who?", "en", {}, "rows")
MISTAKE = Answer(
    "who?", "zh", {}, "rows",
    error=Diagnostic("Q001", (("example", "who"),), span=Span(1, 3), expected=("a name",), suggestions=(Suggestion("acme", "Firm"),)),
)  # fmt: skip
FULL = Answer(
    "who supplies?", "en", {"en": "who supplies", "zh": "谁供应"}, "rows",
    (Column({"en": "supplier", "zh": "供应商"}, "supplier", "Firm"), Column({"en": "amount", "zh": "数量"}, "amount")),
    (Row((ACME, ValueCell(2, "pieces", 3.0)), ("s1",)), Row((ACME, None), ("s2", "s1"), "passes-on")),
    {"s1": STATED, "s2": DERIVED},
    coverage=Coverage(4, 2, "Supply"), assumed=Assumed("2024-06-01", None, ("fact", "claim")),
    advice=(Advice("who buys?", 3),), notes=({"en": "a note", "zh": "说明"},), timings={"run": 1.5},
)  # fmt: skip
ANSWERS = {
    "full": FULL,
    "empty": EMPTY,
    "error": MISTAKE,
    "not documented": Answer("is it?", "en", {}, "boolean"),
    "number": Answer("how many?", "en", {}, "number", number=3.0, unit="pieces"),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_every_key_is_there(answer: Answer) -> None:
    assert set(to_dict(answer)) == KEYS


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_json_can_hold_it_and_gives_it_back(answer: Answer) -> None:
    assert json.loads(json.dumps(to_dict(answer))) == to_dict(answer)


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_there_is_evidence_and_a_rule_for_each_row(answer: Answer) -> None:
    found = to_dict(answer)
    assert len(found["evidence"]) == len(found["derived"]) == len(found["rows"])


def test_the_design_names_no_other_key() -> None:
    design = Path(__file__).resolve().parents[2] / "../shared/design/architecture.md"
    if not design.exists():
        pytest.skip("the design is not beside the code")
    block = design.read_text(encoding="utf-8").split("prints one JSON object")[1].split("```")[1]
    named = {line.split()[0].rstrip(",") for line in block.splitlines() if line.strip()}
    assert named - KEYS == set()


def test_an_error_has_all_its_parts() -> None:
    error = to_dict(MISTAKE)["error"]
    assert set(error) == {"code", "message", "remedy", "span", "expected", "suggestions", "page"}


def test_the_place_of_an_error_is_a_pair() -> None:
    assert to_dict(MISTAKE)["error"]["span"] == [1, 3]


def test_an_answer_without_an_error_says_none() -> None:
    assert to_dict(FULL)["error"] is None


def test_an_empty_answer_has_nothing_but_its_question() -> None:
    found = to_dict(EMPTY)
    filled = {key for key, value in found.items() if value not in (None, [], {}, {"en": None, "zh": None})}
    assert filled == {"question", "language", "kind"}


def test_a_cell_is_a_thing_a_value_or_null() -> None:
    thing = {"id": "acme", "label": {"en": "Acme", "zh": "顶点"}}
    assert to_dict(FULL)["rows"] == [[thing, {"value": 2, "unit": "pieces", "upper": 3.0}], [thing, None]]


def test_the_things_of_the_first_column_are_named_once() -> None:
    assert to_dict(FULL)["entities"] == ["acme"]


def test_things_can_be_named_by_their_iris() -> None:
    assert to_dict(FULL, iri=True)["entities"] == [NAMESPACE + "acme"]


def test_a_derived_row_names_its_rule() -> None:
    assert to_dict(FULL)["derived"] == [None, "passes-on"]


def test_a_statement_has_all_its_parts() -> None:
    (statement,) = to_dict(FULL)["evidence"][0]
    assert set(statement) == {"id", "frame", "roles", "valid", "qualifiers", "claims", "rule", "premises"}


def test_a_date_that_is_not_known_is_null() -> None:
    assert to_dict(FULL)["evidence"][0][0]["valid"] == {"from": "2020", "to": None}


def test_a_claim_names_its_source_and_where_it_is_written() -> None:
    assert to_dict(FULL)["evidence"][0][0]["claims"] == [
        {
            "source": "paper",
            "title": "The Paper",
            "publisher": "Press",
            "status": "fact",
            "confidence": "high",
            "date": "2024-03",
            "url": "http://example.org/p",
            "file": "a.csv",
            "line": 3,
        }
    ]


def test_a_derived_statement_names_its_premises() -> None:
    assert to_dict(FULL)["evidence"][1][0]["premises"] == ["s1"]


def test_coverage_and_assumptions_are_told() -> None:
    found = to_dict(FULL)
    assert (found["coverage"], found["assumed"]) == (
        {"asked": 4, "documented": 2, "frame": "Supply"},
        {"as_of": "2024-06-01", "known_on": None, "statuses": ["fact", "claim"]},
    )


def test_no_is_not_the_same_as_not_documented() -> None:
    assert to_dict(Answer("is it?", "en", {}, "boolean", boolean=False))["boolean"] is False
