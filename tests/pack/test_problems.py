from __future__ import annotations

import pytest

from kg.base.codes import CODES
from kg.base.errors import PackError
from kg.pack.problems import Place, Problems, listed, nearest


def test_nothing_found_stops_nothing() -> None:
    Problems().stop()


def test_all_that_was_found_is_told() -> None:
    problems = Problems()
    problems.add("P013", Place("a.csv", 2, 5), text="24")
    problems.add("P017", Place("b.csv", 3), text="x")
    with pytest.raises(PackError, match=r"a\.csv:2: '24' is not a date\.\nb\.csv:3: 'x' is not a number\."):
        problems.stop()


def test_the_nearest_texts_come_best_first() -> None:
    assert nearest("stone-mil", ["water-mill", "stone-mill", "sugar"])[0] == "stone-mill"


def test_a_long_enumeration_is_cut_and_counted() -> None:
    assert listed([str(number) for number in range(20)]).endswith("11 … (20)")


def test_nothing_is_listed_as_a_dash() -> None:
    assert listed([]) == "-"


@pytest.mark.parametrize(("place", "text"), [(Place("a.csv", 2), "a.csv:2"), (Place("a.csv"), "a.csv")])
def test_a_place_is_written_as_file_and_line(place: Place, text: str) -> None:
    assert str(place) == text


def test_every_mistake_of_a_pack_has_a_message_and_a_remedy_in_both_languages() -> None:
    empty = [code for code, text in CODES.items() if not all((text.en, text.zh, text.remedy_en, text.remedy_zh))]
    assert empty == []


def test_very_many_mistakes_are_all_noted_but_only_the_first_with_suggestions() -> None:
    problems = Problems()
    for _ in range(150):
        problems.unknown("Mil", "class", ["Mill"], Place("things.csv", 1, 1))
    assert (len(problems.found), bool(problems.found[0].suggestions), problems.found[-1].suggestions) == (150, True, ())
