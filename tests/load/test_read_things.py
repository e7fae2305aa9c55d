from __future__ import annotations

from tests.load.kitchen import Kitchen


def test_a_thing_has_its_label_its_other_names_and_its_spellings(kitchen: Kitchen) -> None:
    words = kitchen.compile().pack.things["stone-mill"].names["en"]
    assert (words.label, words.others, words.hidden) == ("Stone Mill", ("Old Stone", "Stone"), ("7", "stall 7", "M007"))


def test_spellings_are_names_in_every_language(kitchen: Kitchen) -> None:
    assert kitchen.compile().pack.things["stone-mill"].names["zh"].hidden == ("7", "stall 7", "M007")


def test_a_ticker_of_an_unknown_exchange_is_a_name_as_it_is_written(kitchen: Kitchen) -> None:
    kitchen.spoil("facts/things.csv", "MARKET:7", "FAIR:7")
    assert kitchen.compile().pack.things["stone-mill"].names["en"].hidden == ("FAIR:7",)


def test_a_thing_is_of_its_class_and_of_all_above(kitchen: Kitchen) -> None:
    assert kitchen.ask("SELECT ?class { :stone-mill a ?class }") == [("Business",), ("Mill",)]


def test_a_thing_is_of_its_kinds_and_of_its_own(kitchen: Kitchen) -> None:
    assert kitchen.ask("SELECT ?kind { :rye-flour kg:ofKind ?kind }") == [("flour",), ("rye-flour",)]


def test_a_link_is_a_plain_triple(kitchen: Kitchen) -> None:
    assert kitchen.ask("SELECT ?cake ?baker { ?cake :bakedBy ?baker }") == [
        ("honey-cake", "corner-bakery"),
        ("plain-cake", "hill-bakery"),
    ]


def test_notes_tickers_and_properties_are_kept(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        "SELECT ?note ?stall ?founded { :stone-mill kg:note ?note ; kg:ticker ?stall ; :founded ?founded }"
    )
    assert rows == [("the oldest", "MARKET:7", "1890")]


def test_a_cell_in_quotes_may_hold_a_comma(kitchen: Kitchen) -> None:
    assert kitchen.ask("SELECT ?note { :corner-bakery kg:note ?note }") == [("small, but good",)]


def test_adjectives_are_kept_by_language(kitchen: Kitchen) -> None:
    assert kitchen.compile().pack.things["upper-town"].adjectives == {"en": ("upper",)}
