"""A word that the graph has as well as the language is the graph's: its ticker, note or raw material."""

from __future__ import annotations

import pytest

import kg
from kg.session.session import Session
from tests.load.bare.orchard import names

GRAPH = """
@prefix : <http://example.org/mill#> . @prefix d: <http://example.org/id/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Mill a owl:Class ; rdfs:label "mill"@en, "磨坊"@zh .
:ticker a owl:DatatypeProperty ; rdfs:label "ticker"@en, "代码"@zh ; rdfs:domain :Mill .
:note a owl:DatatypeProperty ; rdfs:label "note"@en, "备注"@zh ; rdfs:domain :Mill .
:joined a owl:ObjectProperty ; rdfs:label "joined"@en, "加入"@zh ; rdfs:domain :Mill ; rdfs:range :Mill .
d:old a :Mill ; rdfs:label "Old Mill" ; :ticker "OLDM" ; :note "closed" ; :joined d:new .
d:new a :Mill ; rdfs:label "New Mill" ; :ticker "NEWM" .
"""


@pytest.fixture(scope="module")
def mills(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Return the graph, opened bare."""
    file = tmp_path_factory.mktemp("mills") / "mills.ttl"
    file.write_text(GRAPH, encoding="utf-8")
    return kg.open(data=file)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what is the ticker of Old Mill", ["OLDM"]),
        ("Old Mill的代码是什么", ["OLDM"]),
        ("what is the note of Old Mill", ["closed"]),
        ("Old Mill的备注", ["closed"]),
        ("which mills joined New Mill", ["Old Mill"]),
        ("哪些磨坊加入New Mill", ["Old Mill"]),
    ],
)
def test_the_graph_answers_with_its_own_property(mills: Session, question: str, expected: list[str]) -> None:
    assert names(mills.ask(question)) == expected
