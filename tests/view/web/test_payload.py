import json

from msgspec.structs import replace

from kg.answer.answer import Row
from kg.view.web.draw import draw
from kg.view.web.layout import layout
from kg.view.web.payload import payload
from tests.view.story import (
    GAZETTE,
    MILL_FLOUR,
    PACK,
    answer,
    boolean,
    cell,
    claim,
    description,
    empty,
    heat,
    suppliers,
)


def paid(held):
    return payload(held, PACK, layout(draw(held, PACK)))


def test_it_can_be_written_as_json():
    assert json.loads(json.dumps(paid(suppliers())))["question"] == "who supplies the stone oven"


def test_texts_are_in_both_languages():
    assert paid(suppliers())["reading"] == {"en": "firms that supply the stone oven", "zh": "给石炉供货的商号"}


def test_a_text_that_is_the_same_in_both_languages_stands_once():
    assert paid(heat())["rows"][0]["cells"][1] == {"text": "at noon"}


def test_statements_are_sentences():
    assert paid(suppliers())["statements"]["d1"]["text"]["zh"] == "老磨坊给面包师供应面粉"


def test_claims_come_strongest_first():
    weak_first = replace(MILL_FLOUR, claims=MILL_FLOUR.claims[::-1])
    assert [one["status"] for one in paid(answer(weak_first))["statements"]["d1"]["claims"]] == ["fact", "claim"]


def test_a_derived_statement_names_its_rule_and_its_premises():
    one = paid(suppliers())["statements"]["x1"]
    assert (one["rule"], one["premises"]) == ("through-maker", ["d1", "m1"])


def test_rules_have_their_names():
    assert paid(suppliers())["rules"]["through-maker"]["en"] == "supply through the maker of the oven"


def test_a_row_names_its_best_claim():
    assert paid(suppliers())["rows"][0]["best"] == {"source": "gossip", "status": "rumour", "confidence": "low"}


def test_a_derived_row_lists_what_it_rests_on():
    assert paid(suppliers())["rows"][1]["grounds"] == ["d1", "m1"]


def test_a_number_in_a_cell_keeps_its_value_and_unit():
    assert paid(heat())["rows"][0]["cells"][0] == {
        "text": {"en": "120 kW", "zh": "120千瓦"},
        "number": 120.0,
        "unit": "kW",
    }


def test_a_thing_has_the_names_that_search_looks_in():
    assert paid(suppliers())["things"]["mill"]["also"] == ["the mill", "MLL"]


def test_a_thing_has_its_kinds_in_both_languages():
    assert paid(suppliers())["things"]["mill"]["kinds"] == [{"en": "mill", "zh": "磨坊类"}]


def test_what_no_statement_says_of_a_described_thing_goes_with_it():
    assert paid(description())["things"]["mill"]["facts"] == [[{"en": "note", "zh": "备注"}, "older than the village"]]


def test_only_classes_that_are_used_are_described():
    assert list(paid(boolean(True))["classes"]) == ["Firm", "Good"]


def test_an_address_that_is_not_of_the_web_is_left_out():
    evil = replace(MILL_FLOUR, claims=(claim(source=replace(GAZETTE, url="javascript:alert(1)")),))
    assert "url" not in paid(answer(evil))["sources"]["gazette"]


def test_dates_give_the_years_in_which_a_statement_holds():
    assert paid(suppliers())["statements"]["d1"]["years"] == [2024, None]


def test_an_undated_statement_has_no_years():
    assert "years" not in paid(suppliers())["statements"]["m1"]


def test_statements_that_can_be_compared_share_what_they_are_about():
    found = paid(
        replace(
            heat(),
            statements={k: replace(v, qualifiers={**v.qualifiers, "scope": ""}) for k, v in heat().statements.items()},
        )
    )
    assert found["statements"]["s1"]["about"] == found["statements"]["s2"]["about"]


def test_coverage_is_among_the_notes():
    assert paid(empty())["notes"][0]["en"].startswith("Coverage: of 12")


def test_advice_says_how_much_each_question_finds():
    assert paid(empty())["advice"] == [{"text": "who supplies flour", "finds": 2}]


def test_the_headline_of_a_yes_is_there_in_both_languages():
    assert paid(boolean(True))["headline"] == {"en": "Yes", "zh": "是"}


def test_texts_are_cleaned():
    assert paid(replace(suppliers(), question="a\x00b\u202e"))["question"] == "a\ufffdb"


def test_an_empty_cell_stays_empty():
    assert paid(answer(rows=(Row((cell("mill"), None)),)))["rows"][0]["cells"][1] is None
