from __future__ import annotations

from kg.load.facts import Facts, ThingFact
from kg.load.write_quads import write_quads
from kg.pack.pack import Pack, Thing, Words
from kg.pack.problems import Place

EMPTY = Pack("p", "https://example.org/", {}, {}, {}, {}, {}, {})


def written(label: str, iri_id: str = "a") -> list[str]:
    thing = Thing(iri_id, EMPTY.iri(iri_id), "None", {"en": Words(label)})
    return write_quads(EMPTY, Facts(things={iri_id: ThingFact(thing, Place("t.csv", 2))})).decode().splitlines()


def test_the_lines_are_sorted() -> None:
    assert written("A") == sorted(written("A"))


def test_quotes_line_ends_and_backslashes_are_escaped() -> None:
    assert any(line.endswith('"say \\"a\\\\b\\"\\n"@en .') for line in written('say "a\\b"\n'))


def test_an_iri_cannot_break_out_of_its_brackets() -> None:
    assert all(line.startswith("<https://example.org/a%3E%20%3Cb>") for line in written("A", "a> <b"))


def test_a_thing_is_of_its_own_kind() -> None:
    assert "<https://example.org/a> <https://w3id.org/kgask/core#ofKind> <https://example.org/a> ." in written("A")
