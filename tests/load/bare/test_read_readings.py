"""A property of an ontology gets words of one's own by a few lines of Turtle beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.session.session import Session
from tests.load.bare.orchard import DATA, ONTOLOGY, names

READINGS = """
@prefix : <http://example.org/orchard#> . @prefix kg: <https://w3id.org/kgask/core#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:growsFruit kg:readings ( [ kg:text "{subject} harvests {object}"@en ] [ kg:text "{subject}收获{object}"@zh ] ) ;
    kg:nouns ( [ kg:text "crop of {subject}"@en ; kg:asks "object" ] ) .
:foundedIn skos:altLabel "year of foundation"@en ; kg:superlative "youngest"@en .
"""


@pytest.fixture
def orchards(tmp_path: Path) -> Session:
    """Return the orchards with readings of their own."""
    for name, text in (("orchard.ttl", ONTOLOGY), ("readings.ttl", READINGS), ("data.ttl", DATA)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return kg.open(ontology=[tmp_path / "orchard.ttl", tmp_path / "readings.ttl"], data=tmp_path / "data.ttl")


def test_a_verb_of_ones_own_is_read(orchards: Session) -> None:
    assert names(orchards.ask("which orchards harvest pear?")) == ["Hill Orchard"]


def test_a_verb_of_ones_own_is_read_in_chinese(orchards: Session) -> None:
    assert names(orchards.ask("哪些果园收获pear")) == ["Hill Orchard"]


def test_the_words_of_the_ontology_stay(orchards: Session) -> None:
    assert names(orchards.ask("which orchards grow fruit pear?")) == ["Hill Orchard"]


def test_a_noun_of_ones_own_asks_for_its_role(orchards: Session) -> None:
    assert names(orchards.ask("what are the crops of Hill Orchard?")) == ["apple", "pear"]


def test_a_superlative_of_ones_own_ranks_by_its_measure(orchards: Session) -> None:
    assert names(orchards.ask("what is the youngest orchard?")) == ["Brook Orchard"]
