from __future__ import annotations

from pathlib import Path

import pytest

from kg.base.errors import PackError
from kg.pack.ontology import Ontology, local_words, read_ontology
from kg.pack.problems import Place

TURTLE = """@prefix : <https://example.org/p/> .

:first :list ( "b" "a" ) ;
    :says "two"@en , "one"@en .

<https://example.org/p/second> :says "three" .
"""


def ontology(folder: Path, text: str = TURTLE) -> Ontology:
    (folder / "o.ttl").write_text(text, encoding="utf-8")
    return read_ontology("https://example.org/p/", (), folder, ("o.ttl",))


def test_objects_come_in_the_order_of_their_text(tmp_path: Path) -> None:
    found = ontology(tmp_path)
    assert [
        str(value) for value in found.each(found.node("https://example.org/p/first"), "https://example.org/p/says")
    ] == ["one", "two"]


def test_a_list_keeps_its_order(tmp_path: Path) -> None:
    found = ontology(tmp_path)
    items = found.items(found.node("https://example.org/p/first"), "https://example.org/p/list")
    assert [str(item) for item in items] == ["b", "a"]


@pytest.mark.parametrize(("name", "line"), [("first", 3), ("second", 6)])
def test_a_subject_is_found_again_in_its_file(tmp_path: Path, name: str, line: int) -> None:
    assert ontology(tmp_path).place(f"https://example.org/p/{name}") == Place("o.ttl", line, 1)


def test_a_text_below_a_subject_is_found_again(tmp_path: Path) -> None:
    assert ontology(tmp_path).place("https://example.org/p/first", '"one"') == Place("o.ttl", 4, 22)


def test_a_subject_that_is_not_written_has_no_line(tmp_path: Path) -> None:
    assert ontology(tmp_path).place("https://example.org/p/third") == Place("o.ttl")


def test_broken_turtle_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(PackError) as error:
        ontology(tmp_path, TURTLE.replace('"three" .', '"three'))
    assert (error.value.diagnostics[0].code, error.value.diagnostics[0].line) == ("P002", 6)


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        ("http://example.org/onto#takesCourse", "takes course"),
        ("http://example.org/has_part", "has part"),
        ("http://example.org/GPUCluster/", "gpucluster"),
    ],
)
def test_a_local_name_becomes_words(iri: str, words: str) -> None:
    assert local_words(iri) == words
