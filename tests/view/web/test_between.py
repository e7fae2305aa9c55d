from kg.view.web.between import between
from tests.view.story import MADE, MILL_FLOUR, PACK


def said(statement, start, end):
    return between(statement, PACK.frames[statement.frame], PACK, start, end)


def test_the_words_name_what_stands_between():
    assert said(MILL_FLOUR, "mill", "baker")[0]["en"] == "supplies flour to"


def test_the_words_are_the_same_from_the_other_end():
    forward, back = said(MILL_FLOUR, "mill", "baker"), said(MILL_FLOUR, "baker", "mill")
    assert (forward[0], forward[1], back[0], back[1]) == (forward[0], True, forward[0], False)


def test_a_later_hop_alone_is_named_by_its_relation():
    assert said(MILL_FLOUR, "flour", "baker")[0]["en"] == "delivery to"


def test_things_that_the_statement_does_not_hold_are_not_tied():
    assert said(MADE, "mill", "oven") is None
