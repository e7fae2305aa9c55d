from msgspec.structs import replace

from kg.view.conflicts import conflicts
from tests.view.story import HEAT, PACK, THROUGH, claim, statement


def heat(id, value, **more):
    return statement(id, "Size", {"subject": "oven"}, claim(), measure="heat", value=value, unit="kW", **more)


def ids(*statements):
    return [[one.id for one in group] for group in conflicts(statements, PACK)]


def test_two_numbers_of_the_same_stand_side_by_side():
    assert ids(heat("a", 120.0), heat("b", 90.0)) == [["a", "b"]]


def test_ranges_that_touch_agree():
    assert ids(heat("a", 120.0), heat("b", 90.0, value_max=140.0)) == []


def test_numbers_of_different_years_do_not_differ():
    assert ids(heat("a", 120.0, valid=("2024", "")), heat("b", 90.0, valid=("2025-03", ""))) == []


def test_other_choices_are_another_subject():
    assert ids(HEAT, heat("b", 90.0)) == []


def test_what_a_rule_derives_takes_no_part():
    assert ids(heat("a", 120.0), replace(heat("b", 90.0), rule="through-maker"), THROUGH) == []
