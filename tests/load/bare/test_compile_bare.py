"""Files that nobody prepared can be asked: words from labels and names, in every format, with their evidence."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

import kg
from tests.load.bare.orchard import DATA, ONTOLOGY, names, orchard


def test_a_class_is_asked_for_by_its_label(tmp_path: Path) -> None:
    assert names(orchard(tmp_path).ask("which orchards?")) == ["Brook Orchard", "Hill Orchard"]


def test_a_class_without_a_label_is_asked_for_by_its_name(tmp_path: Path) -> None:
    assert names(orchard(tmp_path).ask("which fruits?")) == ["apple", "pear"]


def test_what_is_of_a_subclass_is_of_the_class(tmp_path: Path) -> None:
    assert names(orchard(tmp_path).ask("which farms?")) == ["Brook Orchard", "Hill Orchard", "Nameless Farm"]


def test_without_inference_a_subclass_says_nothing_of_its_class(tmp_path: Path) -> None:
    graph = orchard(tmp_path, inference=False)
    assert graph.sparql("SELECT ?x WHERE { GRAPH <https://w3id.org/kgask/core#inferred> { ?x ?p ?o } }").rows == ()


def test_a_property_name_in_one_word_is_a_verb_phrase(tmp_path: Path) -> None:
    assert names(orchard(tmp_path).ask("which orchards grow fruit pear?")) == ["Hill Orchard"]


def test_a_label_with_a_preposition_is_a_verb(tmp_path: Path) -> None:
    assert names(orchard(tmp_path).ask("which farms lie in Aldham?")) == ["Hill Orchard", "Nameless Farm"]


def test_a_chinese_label_is_a_verb_where_the_english_one_is(tmp_path: Path) -> None:
    assert names(orchard(tmp_path).ask("哪些果园位于奥尔德姆")) == ["Hill Orchard"]


def test_a_quoted_label_stands_as_it_is_written(tmp_path: Path) -> None:
    assert names(orchard(tmp_path).ask('which orchards "Lies In" "Bexley"?')) == ["Brook Orchard"]


def test_an_iri_names_the_very_thing(tmp_path: Path) -> None:
    answer = orchard(tmp_path).ask("which orchards lie in <http://example.org/id/bexley>?")
    assert names(answer) == ["Brook Orchard"]


def test_a_symmetric_property_holds_both_ways(tmp_path: Path) -> None:
    assert names(orchard(tmp_path).ask("which orchards are next to Hill Orchard?")) == ["Brook Orchard"]


def test_a_text_is_found_by_what_it_says(tmp_path: Path) -> None:
    assert names(orchard(tmp_path).ask('which orchards have motto "slow and sweet"?')) == ["Hill Orchard"]


def test_a_year_that_is_written_as_text_is_a_number(tmp_path: Path) -> None:
    assert names(orchard(tmp_path).ask("which orchards have founded in greater than 2000?")) == ["Brook Orchard"]


def test_a_blank_node_is_a_thing_like_any_other(tmp_path: Path) -> None:
    assert "Nameless Farm" in names(orchard(tmp_path).ask("which farms lie in Aldham?"))


def test_a_plain_triple_is_evidence_with_its_file(tmp_path: Path) -> None:
    answer = orchard(tmp_path).ask("which orchards lie in Bexley?")
    (statement,) = answer.statements.values()
    assert [claim.file for claim in statement.claims] == ["data.ttl"]


def test_a_triple_of_a_named_graph_tells_its_graph(tmp_path: Path) -> None:
    trig = "@prefix : <http://example.org/orchard#> . @prefix d: <http://example.org/id/> . d:survey { d:hill :liesIn d:aldham }"
    answer = orchard(tmp_path, trig, "data.trig").ask("what lies in <http://example.org/id/aldham>?")
    (statement,) = answer.statements.values()
    assert [claim.source.iri for claim in statement.claims] == ["http://example.org/id/survey"]


@pytest.mark.parametrize(("suffix", "format"), [("nt", "nt"), ("nq", "nt"), ("rdf", "xml"), ("jsonld", "json-ld")])
def test_the_same_data_in_another_format_give_the_same_answer(tmp_path: Path, suffix: str, format: str) -> None:
    import rdflib

    data = rdflib.Graph().parse(data=DATA, format="turtle").serialize(format=format)
    graph = orchard(tmp_path, data, f"data.{suffix}")
    assert names(graph.ask("which farms lie in Aldham?")) == ["Hill Orchard", "Nameless Farm"]


def test_a_gzipped_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "all.ttl.gz").write_bytes(gzip.compress((ONTOLOGY + DATA).encode()))
    assert len(kg.open(data=tmp_path / "all.ttl.gz").ask("which orchards?")) == 2


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("<a:a> <a:b> <a:c> .\n<a:a> <a:b> ,\n", encoding="utf-8")
    with pytest.raises(kg.PackError) as error:
        kg.open(data=tmp_path / "broken.ttl")
    assert error.value.diagnostics[0].line == 2


def test_all_files_that_are_missing_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(kg.PackError) as error:
        kg.open(data=[tmp_path / "one.ttl", tmp_path / "two.ttl"])
    assert [found.code for found in error.value.diagnostics] == ["P001", "P001"]


def test_a_file_of_no_known_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(kg.PackError):
        kg.open(data=tmp_path / "data.csv")


def test_what_follows_from_the_ontology_is_said_to(tmp_path: Path) -> None:
    answer = orchard(tmp_path).ask("which fruits are grown by Hill Orchard?")
    assert names(answer) == ["apple", "pear"]
