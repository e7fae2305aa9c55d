"""Graphs in which a name and a measure have two meanings each: what is asked back, and what a class word settles."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.session.session import Session

SHIPS = """
@prefix : <http://example.org/ship#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:Ship a owl:Class ; rdfs:label "ship"@en, "船"@zh . :River a owl:Class ; rdfs:label "river"@en, "河流"@zh .
:shipLength a owl:DatatypeProperty ; rdfs:label "length"@en, "长度"@zh ; rdfs:domain :Ship ; rdfs:range xsd:decimal .
:riverLength a owl:DatatypeProperty ; rdfs:label "length"@en, "长度"@zh ; rdfs:domain :River ; rdfs:range xsd:decimal .
:s1 a :Ship ; rdfs:label "Elbe" ; :shipLength 120.5 . :s2 a :Ship ; rdfs:label "Maria" ; :shipLength 60 .
:r1 a :River ; rdfs:label "Elbe" ; :riverLength 1094 .
"""


@pytest.fixture
def ships(tmp_path: Path) -> Session:
    path = tmp_path / "ships.ttl"
    path.write_text(SHIPS, encoding="utf-8")
    return kg.open(data=[path])


@pytest.mark.parametrize("question", ["what is the length of Elbe?", "Elbe的长度是多少?"])
def test_a_name_with_two_measures_of_one_label_is_asked_back_with_a_text_for_each(
    ships: Session, question: str
) -> None:
    with pytest.raises(kg.QuestionError) as refused:
        ships.ask(question)
    found = refused.value.diagnostics[0]
    assert (found.code, sorted(one.text for one in found.suggestions)) == ("N002", ["Elbe [r1]", "Elbe [s1]"])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("what is the length of the river Elbe?", 1094),
        ("what is the length of the ship Elbe?", 120.5),
        ("what is the length of Elbe [s1]?", 120.5),
        ("what is the length of Maria?", 60),
        ("Maria的长度是多少?", 60),
    ],
)
def test_a_class_word_or_an_identifier_settles_whose_length(ships: Session, question: str, value: float) -> None:
    assert [row[0]["value"] for row in ships.ask(question).to_dict()["rows"]] == [value]
