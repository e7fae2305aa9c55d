import pytest
from msgspec.structs import replace

from kg.answer.answer import EntityCell
from kg.pack.pack import NounReading
from kg.view.sentence import details, sentence
from tests.view.story import (
    EARNED,
    HEAT,
    MADE,
    MARKET,
    MILL_FLOUR,
    OPENED,
    PACK,
    RIVALS,
    SHARE,
    WIND_FLOUR,
    cell,
    statement,
)


@pytest.mark.parametrize(
    ("one", "english", "chinese"),
    [
        (MILL_FLOUR, "Old Mill supplies flour to Baker", "老磨坊给面包师供应面粉"),
        (WIND_FLOUR, "Windmill supplies flour to Baker for stone oven", "风车磨坊给面包师为石炉供应面粉"),
        (MADE, "Baker makes stone oven", "面包师制造石炉"),
        (RIVALS, "Old Mill competes with Windmill", "老磨坊与风车磨坊竞争"),
        (HEAT, "stone oven has heat of 120 kW", "石炉的热量为120千瓦"),
        (EARNED, "Old Mill earns 40% of the supplier's income from Baker", "老磨坊有40%（占供应商收入）来自面包师"),
        (MARKET, "Old Mill (supplier), flour (item): 15% of the market", "老磨坊（供应商）、面粉（货品）：占市场15%"),
    ],
)
def test_a_statement_is_said_by_its_frame_in_both_languages(one, english, chinese):
    assert (sentence(one, PACK, "en"), sentence(one, PACK, "zh")) == (english, chinese)


def test_a_slot_without_a_filler_leaves_no_preposition():
    one = statement("x", "Delivery", {"giver": "mill", "item": "flour"})
    assert sentence(one, PACK, "en") == "Old Mill supplies flour"


def test_a_statement_without_its_customer_can_name_the_oven():
    one = statement("x", "Delivery", {"giver": "mill", "item": "flour", "oven": "oven"})
    assert sentence(one, PACK, "zh") == "老磨坊为石炉供应面粉"


def test_a_noun_says_a_statement_that_no_verb_can():
    frame = replace(SHARE, nouns=(NounReading("en", "share of {giver} in {item}", "share"),))
    pack = replace(PACK, frames={**PACK.frames, "Share": frame})
    assert sentence(MARKET, pack, "en") == "share of Old Mill in flour: 15% of the market"


def test_a_statement_of_an_unknown_frame_lists_its_things():
    assert sentence(replace(MILL_FLOUR, frame="Barter"), PACK, "en") == "Barter: Old Mill, flour, Baker"


def test_latin_and_chinese_words_are_not_run_together_wrongly():
    one = replace(MADE, roles={"maker": cell("baker"), "product": EntityCell("x", "urn:x", "Oven", {"zh": "GB 200"})})
    assert sentence(one, PACK, "zh") == "面包师制造GB 200"


def test_controls_in_a_label_do_not_reach_the_sentence():
    evil = EntityCell("x", "urn:x", "Firm", {"en": "Mill\x1b[31m\u202e"})
    one = replace(MILL_FLOUR, roles={**MILL_FLOUR.roles, "giver": evil})
    assert sentence(one, PACK, "en") == "Mill\ufffd[31m supplies flour to Baker"


def test_details_are_what_the_sentence_leaves_out():
    assert details(MILL_FLOUR, PACK, "en") == (("stage", "daily"), ("amount", "20,000 sacks"), ("", "from 2024"))


def test_details_name_the_things_that_the_reading_does_not():
    assert details(EARNED, PACK, "en") == (("item", "flour"),)


def test_details_do_not_repeat_the_value_of_a_listed_statement():
    assert details(MARKET, PACK, "en") == ()


def test_details_of_an_event_say_its_day():
    assert details(OPENED, PACK, "zh") == (("", "2023-05"),)


def test_details_of_an_unknown_frame_are_its_qualifiers_as_they_are():
    assert details(replace(HEAT, frame="Warmth"), PACK, "en")[0] == ("measure", "heat")
