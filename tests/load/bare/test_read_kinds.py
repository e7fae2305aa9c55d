"""Nodes that are statements, figures of one word, and totals of a bare graph."""

from __future__ import annotations

from pathlib import Path

from kg.session.session import Session
from tests.load.bare.orchard import names

WORDS = """
@prefix : <http://example.org/sale#> . @prefix kg: <https://w3id.org/kgask/core#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
:Sale kg:readings ( [ kg:text "{seller} supplies {buyer}"@en ] ) ; kg:nouns ( [ kg:text "supplier of {buyer}"@en ; kg:asks "seller" ] ) .
:Post kg:nouns ( [ kg:text "baker of {shop}"@en ; kg:asks "holder" ; kg:fixes ( :duty :Baking ) ] ) .
:Book kg:subject :about ; kg:period :year .
:size kg:byAdjective true . :Small kg:adjective "small"@en .
:inside a owl:TransitiveProperty .
"""
DATA = """
@prefix : <http://example.org/sale#> .
:hill a :Farm ; :size :Small ; :capacity 5 . :brook a :Farm ; :capacity 9 . :corner a :Shop ; :holds 70 ; :inside :mall . :mall :inside :town .
:Small a :Size . :Baking a :Duty . :Cleaning a :Duty .
[] a :Sale ; :seller :hill ; :buyer :corner .
[] a :Post ; :holder :ann ; :shop :corner ; :duty :Baking . [] a :Post ; :holder :bob ; :shop :corner ; :duty :Cleaning .
:ann a :Person . :bob a :Person .
[] a :Book ; :about :hill ; :year 2021 ; :profit 100 . [] a :Book ; :about :hill ; :year 2022 ; :profit 300 .
"""


def market(folder: Path) -> Session:
    import kg

    (folder / "words.ttl").write_text(WORDS, encoding="utf-8")
    (folder / "data.ttl").write_text(DATA, encoding="utf-8")
    return kg.open(ontology=[folder / "words.ttl"], data=[folder / "data.ttl"])


def test_a_node_is_a_statement_of_what_it_ties_together(tmp_path: Path) -> None:
    assert names(market(tmp_path).ask("suppliers of corner")) == ["hill"]


def test_a_noun_may_fix_one_of_the_values(tmp_path: Path) -> None:
    assert names(market(tmp_path).ask("who is the baker of corner?")) == ["ann"]


def test_an_adjective_says_a_value(tmp_path: Path) -> None:
    assert names(market(tmp_path).ask("which small farms?")) == ["hill"]


def test_a_figure_of_a_year_is_asked_for_by_the_year(tmp_path: Path) -> None:
    (row,) = market(tmp_path).ask("what is the profit of hill in 2022?").to_dict()["rows"]
    assert row[0]["value"] == 300


def test_a_total_is_of_what_the_figures_are_of(tmp_path: Path) -> None:
    assert market(tmp_path).ask("what is the total capacity of the farms?").number == 14


def test_directly_is_one_step_of_what_is_transitive(tmp_path: Path) -> None:
    assert "town" not in names(market(tmp_path).ask("what is corner directly inside?"))
