"""Labels that collide, and years that are written as texts: settled by class, or asked back about, never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.session.session import Session
from tests.load.bare.orchard import names

GRAPH = """
@prefix : <http://example.org/c#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
:Bank a owl:Class ; rdfs:label "bank" . :Shore a owl:Class ; rdfs:label "bank" .
:Town a owl:Class ; rdfs:label "town" . :River a owl:Class ; rdfs:label "river" .
:branch a owl:ObjectProperty ; rdfs:label "located in" ; rdfs:domain :Bank ; rdfs:range :Town .
:side a owl:ObjectProperty ; rdfs:label "located in" ; rdfs:domain :Shore ; rdfs:range :River .
:water a owl:ObjectProperty ; rdfs:label "river" ; rdfs:domain :Town ; rdfs:range :River .
:b a :Bank ; rdfs:label "First" ; :branch :t ; :opened "1999" . :s a :Shore ; rdfs:label "Left" ; :side :r .
:c a :Bank ; rdfs:label "Second" ; :opened "unknown" .
:t a :Town ; rdfs:label "Avon" ; :water :r . :r a :River ; rdfs:label "Avon" .
"""


@pytest.fixture(scope="module")
def banks(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Return the graph, opened bare."""
    file: Path = tmp_path_factory.mktemp("banks") / "banks.ttl"
    file.write_text(GRAPH, encoding="utf-8")
    return kg.open(data=file)


def test_a_word_that_two_classes_share_is_asked_back_about(banks: Session) -> None:
    with pytest.raises(kg.QuestionError) as error:
        banks.ask("which banks?")
    assert [choice.text for choice in error.value.diagnostics[0].suggestions] == ["banks [Bank]", "banks [Shore]"]


@pytest.mark.parametrize(("chosen", "expected"), [("bank [Shore]", ["Left"]), ("bank [Bank]", ["First", "Second"])])
def test_the_text_that_is_offered_selects_a_class(banks: Session, chosen: str, expected: list[str]) -> None:
    assert names(banks.ask(f"which {chosen}?")) == expected


def test_a_word_that_is_class_and_property_is_told_by_what_stands_with_it(banks: Session) -> None:
    assert names(banks.ask("what is the river of Avon?")) == ["Avon"]


def test_a_class_by_its_iri_is_one_class(banks: Session) -> None:
    assert names(banks.ask("which <http://example.org/c#Shore>?")) == ["Left"]


def test_a_year_among_texts_is_found_and_not_taken_for_a_date(banks: Session) -> None:
    assert names(banks.ask("which bank [Bank] has opened 1999?")) == ["First"]


@pytest.mark.parametrize(
    "question", ["which bank [Bank] in 1999", "which towns, as of 1999", "which rivers since 2001"]
)
def test_a_time_is_refused_where_nothing_is_dated(banks: Session, question: str) -> None:
    with pytest.raises(kg.QuestionError):
        banks.ask(question)
