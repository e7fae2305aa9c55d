"""What an ontology implies of a bare graph: asked like what is stated, and told with its rule and premises."""

from __future__ import annotations

from pathlib import Path

import kg
from kg.session.session import Session

ONTOLOGY = """
@prefix : <http://example.org/farm#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Sale a owl:Class . :Farm a owl:Class . :Shop a owl:Class . :Village a owl:Class .
:seller a owl:ObjectProperty ; rdfs:domain :Sale ; rdfs:range :Farm .
:buyer a owl:ObjectProperty ; rdfs:domain :Sale ; rdfs:range :Shop .
:sold owl:inverseOf :seller .
:supplies a owl:ObjectProperty ; owl:propertyChainAxiom ( :sold :buyer ) .
:standsIn a owl:ObjectProperty ; rdfs:domain :Shop ; rdfs:range :Village .
:isIn a owl:ObjectProperty . :standsIn rdfs:subPropertyOf :isIn .
:grocer owl:sameAs :corner .
"""
DATA = """
@prefix : <http://example.org/farm#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:hill a :Farm . :brook a :Farm . :corner a :Shop ; :standsIn :Aldham . :grocer a :Shop .
:sale1 a :Sale ; :seller :hill ; :buyer :corner .
:Aldham a :Village .
"""


def farm(folder: Path, *, inference: bool = True) -> Session:
    (folder / "farm.ttl").write_text(ONTOLOGY, encoding="utf-8")
    (folder / "data.ttl").write_text(DATA, encoding="utf-8")
    return kg.open(ontology=[folder / "farm.ttl"], data=[folder / "data.ttl"], inference=inference)


def test_a_chain_of_properties_is_asked_like_any_other(tmp_path: Path) -> None:
    assert farm(tmp_path).ask("which farms supply corner?").entities == ("hill",)


def test_an_implied_row_is_marked_with_its_rule(tmp_path: Path) -> None:
    (row,) = farm(tmp_path).ask("which farms supply corner?").rows
    assert row.derived == "prp-spo2"


def test_an_implied_row_shows_the_triples_and_the_axioms_that_it_stands_on(tmp_path: Path) -> None:
    said = farm(tmp_path).ask("which farms supply corner?")[0].why()
    assert "sale1" in said and "fact: data.ttl" in said and "sold inverse of seller" in said


def test_a_row_that_is_stated_is_not_marked(tmp_path: Path) -> None:
    assert farm(tmp_path).ask("which shops stand in Aldham?").rows[0].derived is None


def test_without_inference_a_chain_says_nothing(tmp_path: Path) -> None:
    assert farm(tmp_path, inference=False).ask("which farms supply corner?").entities == ()


def test_two_names_of_one_thing_are_not_given_what_is_said_of_the_other(tmp_path: Path) -> None:
    assert farm(tmp_path).ask("which shops stand in Aldham?").entities == ("corner",)
