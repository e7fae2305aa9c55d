from kg.view.web.hops import hops, role_order, short
from tests.view.story import (
    DELIVERY,
    EARNED,
    HEAT,
    MADE,
    MAKING,
    MARKET,
    MILL_FLOUR,
    PACK,
    RIVALRY,
    RIVALS,
    SHARE,
    SIZE,
    WIND_FLOUR,
    statement,
)


def steps(one, frame):
    return [(hop.start_role, hop.end_role) for hop in hops(one, frame, PACK)]


def words(one, frame, lang):
    return [hop.words[lang] for hop in hops(one, frame, PACK)]


def test_a_statement_of_four_things_is_a_chain():
    assert steps(WIND_FLOUR, DELIVERY) == [("giver", "item"), ("item", "taker"), ("taker", "oven")]


def test_a_chain_leaves_out_what_is_not_filled():
    one = statement("x", "Delivery", {"giver": "mill", "item": "flour", "oven": "oven"})
    assert steps(one, DELIVERY) == [("giver", "item"), ("item", "oven")]


def test_the_hops_of_a_chain_carry_the_words_of_the_reading():
    assert words(WIND_FLOUR, DELIVERY, "en") == ["supplies", "to", "for"]


def test_chinese_words_stand_with_the_thing_that_they_tie_whatever_their_order():
    assert words(WIND_FLOUR, DELIVERY, "zh") == ["供应", "给", "为"]


def test_two_things_follow_the_direction_of_the_reading():
    assert role_order(MADE, MAKING) == ("maker", "product")


def test_words_after_the_second_thing_are_joined_to_those_before():
    assert words(RIVALS, RIVALRY, "zh") == ["与…竞争"]


def test_a_statement_about_one_thing_has_no_hop():
    assert steps(HEAT, SIZE) == []


def test_numbers_that_the_reading_does_not_say_stand_on_the_first_hop():
    assert [hop.full["en"] for hop in hops(MILL_FLOUR, DELIVERY, PACK)] == ["supplies · 20,000 sacks", "to"]


def test_a_statement_that_no_verb_says_shows_its_value():
    assert [hop.full["en"] for hop in hops(MARKET, SHARE, PACK)] == ["15% of the market"]


def test_a_later_hop_without_a_preposition_names_the_role():
    assert words(EARNED, SHARE, "en")[0] == "share"


def test_a_flow_leads_downstream():
    assert [hop.downstream for hop in hops(WIND_FLOUR, DELIVERY, PACK)] == [1, 1, 1]


def test_a_frame_without_a_flow_has_no_direction():
    assert [hop.downstream for hop in hops(MADE, MAKING, PACK)] == [0]


def test_a_long_label_is_cut_by_its_width():
    assert short("供应光模块", 7) == "供应光…"


def test_a_short_label_stays():
    assert short("supplies") == "supplies"
