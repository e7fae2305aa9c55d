"""Graphs that nobody prepared, opened bare: what is answered is what SPARQL by hand answers, and most is answered."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg
from kg.session.answer import Answer

PACKS = Path(__file__).resolve().parents[1] / "packs"
GRAPHS = ("railway", "hospital", "manuscripts")
PREFIX = re.compile(r"@prefix : (<[^>]+>)")

Rows = set[tuple[str, ...]]


def wanted(graph: str) -> Iterable[tuple[str, Rows | None]]:
    """Yield each question with the rows that its query gives; None where it has to be asked back about."""
    file = PACKS / graph / f"{graph}.ttl"
    found = PREFIX.search(file.read_text(encoding="utf-8"))
    assert found is not None
    head = f"PREFIX : {found[1]} PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX owl: <http://www.w3.org/2002/07/owl#> "
    store = ox.Store()
    store.load(path=str(file), format=ox.RdfFormat.TURTLE)
    for text, query in json.loads((PACKS / graph / "questions.json").read_text(encoding="utf-8")):
        yield text, None if query == "REFUSE" else rows_of(store.query(head + query))


def rows_of(result: object) -> Rows:
    if isinstance(result, ox.QueryBoolean):
        return {(str(bool(result)),)}
    assert isinstance(result, ox.QuerySolutions)
    return {tuple(spelt(term) for term in solution) for solution in result}


def spelt(term: object) -> str:
    """Return an IRI, a plain number, or a text, as text."""
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return term.value
    if isinstance(term, ox.BlankNode):
        return "blank"
    text = term.value if isinstance(term, ox.Literal) else str(term)
    return f"{float(text):.6g}" if re.fullmatch(r"[+-]?\d+(\.\d+)?", text) else text


def given(answer: Answer, width: int) -> Rows:
    if answer.kind == "boolean":
        return {(str(bool(answer.boolean)),)}
    if answer.kind == "number":
        return {(f"{answer.number or 0:.6g}",)}
    return {tuple(cell(c) for c in row[:width]) for row in answer.to_dict(iri=True)["rows"]}


def cell(found: dict[str, object] | None) -> str:
    if found is None:
        return ""
    if "id" not in found:
        value = found["value"]
        return f"{value:.6g}" if isinstance(value, int | float) else str(value)
    id = str(found["id"])
    label = found["label"]
    if id.startswith("urn:kg:node:"):
        return "blank"
    return spelt(ox.Literal(label["en"])) if id.startswith("urn:kg:text:") and isinstance(label, dict) else id


def judge(graph: str) -> tuple[list[str], list[str]]:
    """Return the questions that are refused, and those that are answered wrongly."""
    session = kg.open(data=PACKS / graph / f"{graph}.ttl")
    refused, wrong = [], []
    for text, rows in wanted(graph):
        try:
            answer = session.ask(text)
        except kg.QuestionError:
            refused += [] if rows is None else [text]
            continue
        if rows is None or given(answer, len(next(iter(rows), ("",)))) != rows:
            wrong.append(text)
    return refused, wrong


@pytest.mark.parametrize("graph", GRAPHS)
def test_what_is_answered_is_what_a_query_by_hand_answers(graph: str) -> None:
    assert judge(graph)[1] == []


@pytest.mark.parametrize("graph", GRAPHS)
def test_nine_in_ten_questions_are_answered(graph: str) -> None:
    refused, _ = judge(graph)
    assert len(refused) * 10 <= len(list(wanted(graph))), refused
