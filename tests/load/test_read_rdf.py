from __future__ import annotations

from pathlib import Path

import pytest

from tests.load.kitchen import Kitchen

NQUADS = (
    "<https://example.org/bakery/wind-mill> <https://example.org/bakery/owner> <https://example.org/bakery/stone-mill>"
)


def test_a_thing_of_an_rdf_file_is_a_thing_like_any_other(kitchen: Kitchen) -> None:
    mill = kitchen.compile().pack.things["wind-mill"]
    assert (mill.cls, mill.names["en"].label, mill.names["en"].others) == ("Mill", "Wind Mill", ("Mill of the Hill",))
    assert kitchen.ask("SELECT ?class { :wind-mill a ?class }") == [("Business",), ("Mill",)]


def test_a_statement_of_an_rdf_file_keeps_its_own_name_and_gains_bounds(kitchen: Kitchen) -> None:
    rows = kitchen.ask("SELECT ?last ?base { :market-day kg:validFromLast ?last ; :Delivers-amount-base ?base }")
    assert rows == [("2025-01-31", "2")]


def test_a_claim_of_an_rdf_file_has_its_source_and_place(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        "SELECT ?source ?file ?line { :market-day kg:claim [ kg:source ?source ; kg:file ?file ; kg:line ?line ] }"
    )
    assert rows == [("notice", "facts/market.ttl", "17")]


def test_a_triple_of_a_triple_frame_is_a_statement(kitchen: Kitchen) -> None:
    assert ("wind-mill",) in kitchen.ask("SELECT ?business { ?business :town :upper-town }")


def test_all_other_triples_are_kept_as_they_are(kitchen: Kitchen) -> None:
    assert kitchen.ask("SELECT ?sails ?name { :wind-mill :sails ?sails ; :miller [ :called ?name ] }") == [
        ("4", "Anna")
    ]


def test_text_beyond_ascii_is_kept(kitchen: Kitchen) -> None:
    kitchen.spoil("facts/market.ttl", '"Anna"', '"""安娜\n"A"\\\\"""')
    assert kitchen.ask("SELECT ?name { ?miller :called ?name }") == [('安娜\n"A"\\',)]


@pytest.mark.parametrize(
    ("name", "line"), [("more.nq", f"{NQUADS} <https://example.org/g> .\n"), ("more.nt", f"{NQUADS} .\n")]
)
def test_other_formats_are_read_by_their_suffix(kitchen: Kitchen, name: str, line: str) -> None:
    add(kitchen, name, line)
    assert kitchen.ask("SELECT ?owner { :wind-mill :owner ?owner }") == [("stone-mill",)]


def test_a_relative_name_does_not_tell_where_the_pack_lies(kitchen: Kitchen) -> None:
    add(kitchen, "more.ttl", "<here> <https://example.org/bakery/saw> <#there> .\n")
    assert kitchen.ask("SELECT ?a ?b { ?a :saw ?b }") == [("here", "#there")]


def add(kitchen: Kitchen, name: str, text: str) -> None:
    kitchen.spoil("pack.toml", '"facts/market.ttl"', f'"facts/market.ttl", "{name}"')
    (Path(kitchen.folder) / name).write_text(text, encoding="utf-8")
