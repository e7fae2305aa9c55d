from kg.pack.pack import NounReading
from kg.view.readings import applies, best_reading, filled_slots, manner, pieces
from tests.view.story import DELIVERY, EARNED, MARKET, MILL_FLOUR, MILL_RYE, SHARE, statement

SUPPLIES = pieces("{giver} supplies {item} to {taker} for {oven}", "en")


def said(taken, *filled):
    return [(piece.before.strip(), piece.slot) for piece in taken.kept(set(filled))]


def test_a_slot_that_nothing_fills_goes_with_its_preposition():
    assert said(SUPPLIES, "giver", "item") == [("", "giver"), ("supplies", "item")]


def test_the_verb_stays_when_its_slot_is_open():
    assert said(SUPPLIES, "giver", "taker") == [("", "giver"), ("supplies", ""), ("to", "taker")]


def test_a_chinese_preposition_goes_and_the_verb_stays():
    taken = pieces("{giver}给{taker}供应{item}", "zh")
    assert said(taken, "giver", "item") == [("", "giver"), ("供应", "item")]


def test_a_possessive_passes_the_preposition_on():
    taken = pieces("{giver}给{taker}的{oven}供应{item}", "zh")
    assert said(taken, "giver", "oven", "item") == [("", "giver"), ("给", "oven"), ("供应", "item")]


def test_a_reading_is_not_said_when_its_words_would_hang():
    assert pieces("{a} gets {b} of revenue from {c}", "en").kept({"a", "c"}) is None


def test_a_reading_is_not_said_when_a_phrase_would_be_lost():
    assert pieces("{a}来自{c}的收入占比为{b}", "zh").kept({"a", "c"}) is None


def test_a_second_preposition_for_the_same_slot_is_not_said():
    assert pieces("{a}与{b}和{b}跟{b}合作", "zh").names == ("a", "b")


def test_a_choice_of_slots_is_only_understood():
    assert not pieces("{giver} delivers {item} to {taker|oven}", "en").said


def test_the_first_reading_that_says_everything_is_taken():
    assert best_reading(DELIVERY, MILL_FLOUR, "en") == SUPPLIES


def test_without_a_reading_in_the_language_there_is_none():
    assert best_reading(SHARE, MARKET, "en") is None


def test_a_wording_that_implies_another_value_does_not_apply():
    assert not applies(SHARE.readings[0], MARKET)


def test_a_wording_that_implies_the_value_applies():
    assert applies(SHARE.readings[0], EARNED)


def test_an_empty_qualifier_fills_no_slot():
    assert "stage" not in filled_slots(statement("x", "Delivery", {"giver": "mill"}, stage=""))


def test_a_noun_that_asks_for_a_number_can_say_a_statement():
    from msgspec.structs import replace

    frame = replace(SHARE, nouns=(NounReading("en", "share of {giver} in {item}", "share"),))
    assert manner(frame, MARKET, "en").noun == pieces("share of {giver} in {item}", "en")


def test_a_noun_that_asks_for_a_thing_does_not_say_a_statement():
    assert manner(DELIVERY, MILL_RYE, "en").noun is None
