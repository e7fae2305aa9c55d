"""Readings are taken apart: which role stands where, and which marker leads to it."""

from __future__ import annotations

import pytest

from kg.lexicon.patterns import noun_pattern, verb_pattern
from kg.pack.pack import NounReading, Reading
from tests.language.graphs import bakery

DELIVERS = bakery().pack.frames["Delivers"]


def verb(lang: str, text: str):
    return verb_pattern(DELIVERS, Reading(lang, text), 0)


def noun(lang: str, text: str):
    return noun_pattern(DELIVERS, NounReading(lang, text, "mill"), 0)


def test_the_subject_stands_before_the_english_verb() -> None:
    found = verb("en", "{mill} delivers {goods} to {bakery} for {cake}")
    assert (found.subject, found.verb, found.object) == ("mill", "delivers", "goods")


def test_prepositions_lead_to_the_other_roles() -> None:
    found = verb("en", "{mill} delivers {goods} to {bakery} for {cake}")
    assert found.marked == (("to", "bakery"), ("for", "cake"))


def test_a_slot_of_two_roles_lets_its_marker_lead_to_either() -> None:
    assert verb("en", "{mill} delivers {goods} to {bakery|cake}").marked == (("to", "bakery"), ("to", "cake"))


def test_a_verb_of_two_words_keeps_both() -> None:
    assert verb("en", "{mill} works on {goods}").verb == "works"
    assert verb("en", "{mill} works on {goods}").marked == (("on", "goods"),)


def test_a_participle_behind_is_is_linked() -> None:
    found = verb("en", "{goods} is used in {cake}")
    assert (found.verb, found.linked, found.marked) == ("used", True, (("in", "cake"),))


def test_coverbs_lead_to_roles_before_the_chinese_verb() -> None:
    found = verb("zh", "{mill}给{bakery}供应{goods}")
    assert (found.subject, found.verb, found.object, found.marked) == ("mill", "供应", "goods", (("给", "bakery"),))


def test_a_coverb_at_the_end_of_a_chinese_verb_leads_to_what_follows() -> None:
    found = verb("zh", "{mill}把{goods}卖给{bakery}")
    assert (found.verb, found.marked) == ("卖", (("把", "goods"), ("给", "bakery")))


def test_roles_come_in_the_order_of_the_text() -> None:
    assert verb("zh", "{mill}给{bakery}供应{goods}").roles == ("mill", "bakery", "goods")


def test_a_reading_without_a_verb_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a verb"):
        verb("zh", "{mill}{bakery}")


def test_a_noun_reading_names_the_noun_and_its_markers() -> None:
    found = noun("en", "miller of {goods} to {bakery}")
    assert (found.noun, found.asks, found.marked) == ("miller", "mill", (("of", "goods"), ("to", "bakery")))


def test_a_chinese_noun_stands_behind_its_slots() -> None:
    found = noun("zh", "{goods}的磨坊主")
    assert (found.noun, found.marked) == ("磨坊主", (("的", "goods"),))


def test_a_noun_reading_that_is_a_slot_alone_has_no_noun() -> None:
    assert noun("en", "{bakery}").noun == ""
