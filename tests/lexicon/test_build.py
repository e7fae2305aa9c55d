"""Every word of a pack is in its lexicon, with all that it may mean."""

from __future__ import annotations

import pytest

from kg.lexicon.build import build_lexicon
from kg.lexicon.fold import squeeze
from tests.language.graphs import Graph, bakery


def kinds(graph: Graph, surface: str) -> set[tuple[str, str]]:
    found = graph.lexicon.look_up(squeeze(surface, graph.lexicon.simplified))
    return {(meaning.kind, meaning.id) for meaning in found}


@pytest.mark.parametrize("name", ["Stone Mill", "stone-mill", "石磨坊", "Old Stone"])
def test_a_thing_is_known_by_every_name(name: str) -> None:
    assert ("thing", "stone-mill") in kinds(bakery(), name)


def test_a_name_of_two_things_means_both() -> None:
    assert kinds(bakery(), "Stone") == {("thing", "stone-mill"), ("thing", "water-mill")}


def test_a_class_is_known_by_its_plural() -> None:
    assert ("class", "Bakery") in kinds(bakery(), "bakeries")


def test_an_adjective_of_a_place_is_a_word() -> None:
    assert ("adjective", "upper-town") in kinds(bakery(), "upper")


@pytest.mark.parametrize("word", ["delivers", "deliver", "delivered", "delivering", "供应"])
def test_a_verb_is_known_in_every_form(word: str) -> None:
    assert {kind for kind, _ in kinds(bakery(), word)} >= {"verb"}


def test_a_choice_is_a_word_of_its_qualifier() -> None:
    assert ("choice", "coarse") in kinds(bakery(), "coarse")


def test_a_unit_is_a_word() -> None:
    assert ("unit", "dozen_sacks") in kinds(bakery(), "dozen sacks")


def test_a_publisher_is_a_word() -> None:
    assert ("source", "gazette") in kinds(bakery(), "Valley Press")


def test_a_fixed_ticker_is_a_name(graph: Graph) -> None:
    assert ("thing", "innolight") in kinds(graph, "300308.SZ")


@pytest.mark.parametrize("cls", ["Company", "Component", "System", "Technology", "Model", "Group"])
def test_every_thing_of_a_class_is_found_by_its_labels(cls: str, graph: Graph) -> None:
    missing = [
        (thing.id, words.label)
        for thing in graph.pack.things.values()
        if thing.cls == cls
        for words in thing.names.values()
        if ("thing", thing.id) not in kinds(graph, words.label)
    ]
    assert missing == []


def test_all_words_that_a_text_begins_with_are_found_the_shortest_first() -> None:
    assert bakery().lexicon.beginnings("stonemillssomething") == ["stone", "stonemill"]


def test_a_character_that_no_file_can_hold_ends_what_is_looked_up() -> None:
    assert bakery().lexicon.beginnings("stone\ud800mill") == ["stone"]


def test_a_word_is_shown_as_it_is_written() -> None:
    assert bakery().lexicon.shown("stonemill") == "Stone Mill"


def test_the_words_with_one_beginning_are_listed() -> None:
    assert [surface for surface, _ in bakery().lexicon.entries("stonem")] == ["stonemill"]


def test_traditional_characters_have_their_simplified_ones(graph: Graph) -> None:
    assert [graph.lexicon.simplified[char] for char in "臺積電"] == list("台积电")


def test_building_twice_gives_the_same_lexicon() -> None:
    assert build_lexicon(bakery().pack) == bakery().lexicon
