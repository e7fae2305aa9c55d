"""Forms that questions about a bare ontology need: whose, steps of any number, several columns, the most."""

from __future__ import annotations

import pytest

import kg
from kg.session.session import Session
from tests.load.bare.orchard import names

GRAPH = """
@prefix : <http://example.org/mountain#> . @prefix d: <http://example.org/id/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Hut a owl:Class ; rdfs:label "hut"@en, "小屋"@zh . :Valley a owl:Class ; rdfs:label "valley"@en, "山谷"@zh .
:Peak a owl:Class ; rdfs:label "peak"@en, "山峰"@zh . :Guide a owl:Class ; rdfs:label "guide"@en, "向导"@zh .
:keeper a owl:ObjectProperty ; rdfs:label "keeper"@en, "管理人"@zh ; rdfs:domain :Hut ; rdfs:range :Guide .
:liesIn a owl:ObjectProperty ; rdfs:label "lies in"@en, "位于"@zh ; rdfs:domain :Hut ; rdfs:range :Valley .
:outerValley a owl:ObjectProperty, owl:TransitiveProperty ; rdfs:label "outer valley"@en ; rdfs:domain :Valley ; rdfs:range :Valley .
:climbs a owl:ObjectProperty ; rdfs:label "climbs"@en, "攀登"@zh ; rdfs:domain :Guide ; rdfs:range :Peak .
:meets a owl:ObjectProperty, owl:SymmetricProperty ; rdfs:label "meets"@en, "相邻"@zh ; rdfs:domain :Valley ; rdfs:range :Valley .
:beds a owl:DatatypeProperty ; rdfs:label "beds"@en, "床位"@zh ; rdfs:domain :Hut .
d:upper a :Hut ; rdfs:label "Upper Hut" ; :keeper d:ada ; :liesIn d:stein ; :beds 12 .
d:lower a :Hut ; rdfs:label "Lower Hut" ; :keeper d:bo ; :liesIn d:bach ; :beds 40 .
d:ada a :Guide ; rdfs:label "Ada" ; :climbs d:stein-peak, d:horn . d:bo a :Guide ; rdfs:label "Bo" ; :climbs d:horn .
d:stein a :Valley ; rdfs:label "Stein" ; :outerValley d:bach ; :meets d:bach . d:bach a :Valley ; rdfs:label "Bach" ; :outerValley d:main .
d:main a :Valley ; rdfs:label "Main" . d:horn a :Peak ; rdfs:label "Horn" . d:stein-peak a :Peak ; rdfs:label "Stein" .
"""


@pytest.fixture(scope="module")
def mountains(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Return the graph, opened bare."""
    file = tmp_path_factory.mktemp("mountains") / "mountains.ttl"
    file.write_text(GRAPH, encoding="utf-8")
    return kg.open(data=file)


ANSWERS = (
    ("which huts whose keeper is Ada lie in Stein?", ["Upper Hut"]),
    ("which huts have a keeper whose name is unknown", None),
    ("which huts lie in a valley whose outer valley is Bach?", ["Upper Hut"]),
    ("which guides are the keeper of a hut whose beds are at least 20?", ["Bo"]),
    ("what is the outer valley of Stein?", ["Bach"]),
    ("which valleys are directly or indirectly the outer valley of Stein?", ["Bach", "Main"]),
    ("which huts lie directly or indirectly in Bach?", None),
    ("which hut has the most beds?", ["Lower Hut"]),
    ("which guide climbs the most peaks?", ["Ada"]),
    ("which guides climb the peak Stein?", ["Ada"]),
    ("which huts lie in the valley Stein?", ["Upper Hut"]),
    ("哪些山谷与山谷Stein相邻？", ["Bach"]),
    ("which huts have the keeper Ada?", ["Upper Hut"]),
    ("which guides have a hut?", ["Ada", "Bo"]),
)


@pytest.mark.parametrize(("question", "expected"), ANSWERS)
def test_a_question_is_answered_or_refused(mountains: Session, question: str, expected: list[str] | None) -> None:
    if expected is None:
        with pytest.raises(kg.QuestionError):
            mountains.ask(question)
    else:
        assert names(mountains.ask(question)) == expected


def table(graph: Session, question: str) -> list[tuple[object, ...]]:
    """Return the rows of an answer as labels and numbers."""
    cells = graph.ask(question).to_dict()["rows"]
    return [tuple(cell["label"]["en"] if "label" in cell else cell["value"] for cell in row) for row in cells]


def test_values_of_a_thing_are_columns(mountains: Session) -> None:
    rows = table(mountains, "list the keeper and the beds of every hut that lies in Bach")
    assert rows == [("Lower Hut", "Bo", 40)]


def test_values_are_columns_in_chinese_too(mountains: Session) -> None:
    assert table(mountains, "列出位于Bach的每个小屋的管理人和床位") == [("Lower Hut", "Bo", 40)]


def test_things_that_hang_together_are_columns(mountains: Session) -> None:
    rows = table(mountains, "list every guide and the peak that the guide climbs, where the guide climbs Horn")
    assert rows == [("Ada", "Horn"), ("Ada", "Stein"), ("Bo", "Horn")]


def test_a_triangle_is_asked_by_speaking_of_its_things_again(mountains: Session) -> None:
    question = "list every hut, guide and peak where the hut has keeper the guide and the guide climbs the peak"
    assert len(table(mountains, question)) == 3


def test_a_row_of_a_table_has_its_statements(mountains: Session) -> None:
    answer = mountains.ask("list the keeper and the beds of every hut that lies in Bach")
    assert len(answer.rows[0].statements) == 3


@pytest.mark.parametrize(
    "question",
    [
        "list the keeper and the beds of every hut that lies in Bach",
        "list every guide and the peak that the guide climbs",
        "which huts have a keeper that climbs the peak Stein",
        "which valleys are directly or indirectly the outer valley of Stein",
    ],
)
def test_what_was_understood_reads_back(mountains: Session, question: str) -> None:
    said = mountains.say(question)
    assert mountains.say(said) == said


def test_several_nouns_without_an_owner_are_refused(mountains: Session) -> None:
    with pytest.raises(kg.QuestionError):
        mountains.ask("what are the keeper, the outer valley and the keeper of Upper Hut")


def test_the_largest_things_are_not_the_most_things(mountains: Session) -> None:
    with pytest.raises(kg.QuestionError):
        mountains.ask("which guide climbs the largest peaks?")
