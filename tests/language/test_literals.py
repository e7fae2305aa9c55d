"""Numbers and dates are read as people write them, in both languages."""

from __future__ import annotations

import pytest

from kg.base.dates import Period
from kg.language.literals import read_date, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,000", 1e3),
        ("1.8 trillion", 1.8e12),
        ("100 billion", 1e11),
        ("a million", 1e6),
        ("two", 2),
        ("twenty", 20),
        ("a dozen", 12),
        ("128万亿", 1.28e14),
        ("15亿", 1.5e9),
        ("1万", 1e4),
        ("两", 2),
        ("十二", 12),
        ("一百二十", 120),
        ("一千两百", 1200),
        ("二十万", 2e5),
        ("五百万", 5e6),
        ("1.5万亿", 1.5e12),
        ("零", 0),
        ("1e6", 1e6),
    ],
)
def test_a_number_is_read_whole(text: str, value: float) -> None:
    found = read_number(text, 0)
    assert found is not None
    assert (found.value, found.part, found.end) == (value, False, len(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20%", 0.2),
        ("20 percent", 0.2),
        ("12.5 per cent", 0.125),
        ("２０％", 0.2),
        ("half", 0.5),
        ("a quarter", 0.25),
        ("three quarters", 0.75),
        ("two thirds", 2 / 3),
        ("百分之二十", 0.2),
        ("三分之一", 1 / 3),
        ("四分之三", 0.75),
        ("三成", 0.3),
        ("一半", 0.5),
    ],
)
def test_a_part_of_a_whole_is_read_as_such(text: str, value: float) -> None:
    found = read_number(text, 0)
    assert found is not None
    assert (found.value, found.part, found.end) == (pytest.approx(value), True, len(text))


@pytest.mark.parametrize(("text", "value"), [("twenty-one", 21), ("3成", 0.3), ("三万五千", 35000), ("1/4", 0.25)])
def test_a_number_of_several_words_is_read_whole(text: str, value: float) -> None:
    found = read_number(text, 0)
    assert found is not None
    assert (found.value, found.end) == (value, len(text))


@pytest.mark.parametrize("text", ["", "third", "halfway", "光模块", "%", "tenfold"])
def test_what_is_no_number_gives_none(text: str) -> None:
    assert read_number(text, 0) is None


def test_a_number_is_looked_for_where_it_is_asked_for() -> None:
    found = read_number("over 576 GPUs", 5)
    assert found is not None
    assert (found.value, found.end) == (576, 8)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024", "2024"),
        ("2024年", "2024"),
        ("2024年底", "2024"),
        ("2024-03", "2024-03"),
        ("2024年3月", "2024-03"),
        ("March 2024", "2024-03"),
        ("Mar 2024", "2024-03"),
        ("may 2024", "2024-05"),
        ("2024-03-30", "2024-03-30"),
        ("2024年3月30日", "2024-03-30"),
        ("30 March 2024", "2024-03-30"),
        ("March 30, 2024", "2024-03-30"),
        ("March 30th 2024", "2024-03-30"),
        ("2024-Q2", "2024-Q2"),
        ("2024Q2", "2024-Q2"),
        ("Q2 2024", "2024-Q2"),
        ("2024年第二季度", "2024-Q2"),
        ("2024年二季度", "2024-Q2"),
    ],
)
def test_a_date_is_read_whole_with_its_precision(text: str, period: str) -> None:
    found = read_date(text, 0)
    assert found is not None
    assert isinstance(found.value, Period)
    assert (str(found.value), found.end) == (period, len(text))


@pytest.mark.parametrize("text", ["2024-02-31", "2024-13", "1899", "20244", "2024%", "2024.5", "2024万", "soon"])
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert read_date(text, 0) is None


@pytest.mark.parametrize("text", ["2024, who", "2024."])
def test_a_mark_behind_a_year_does_not_matter(text: str) -> None:
    found = read_date(text, 0)
    assert found is not None
    assert found.end == 4
