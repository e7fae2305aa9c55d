"""Sums of squares of what is only known to lie between bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.interval import Interval, hull, rest, squares

PARTS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 30)).map(lambda p: Interval(p[0], p[0] + p[1])), max_size=4
)


def test_exact_shares_of_all_give_one_number() -> None:
    assert squares([Interval(62, 62), Interval(21, 21), Interval(17, 17)], 100) == Interval(4574, 4574)


def test_what_is_left_may_be_in_many_pieces_or_in_one() -> None:
    assert squares([Interval(60, 60)], 100) == Interval(3600, 3600 + 1600)


def test_ranges_give_up_what_others_take() -> None:
    assert squares([Interval(90, 95), Interval(5, 10)], 100) == Interval(8125, 95**2 + 5**2)


def test_the_hull_holds_all() -> None:
    assert hull([Interval(3, 5), Interval(4, 9)]) == Interval(3, 9)


@given(PARTS, st.data())
def test_no_choice_of_shares_is_outside_of_the_bounds(parts: list[Interval], data: st.DataObject) -> None:
    """Whatever the shares are, and however what is left is split."""
    shares: list[float] = []
    for part in parts:
        shares.append(data.draw(st.floats(part.low, part.high)))
    left = 100 - sum(shares)
    if left < 0:
        return
    pieces = data.draw(st.integers(1, 5))
    found = sum(share**2 for share in shares) + pieces * (left / pieces) ** 2
    bounds = squares(parts, 100)
    assert bounds.low - 1e-6 <= found <= bounds.high + 1e-6


@given(PARTS)
def test_the_upper_bound_is_reached_on_a_grid(parts: list[Interval]) -> None:
    """The best of all whole-numbered shares with the rest in one piece is the bound itself."""
    if sum(part.low for part in parts) > 100:
        return
    best: dict[int, float] = {0: 0.0}  # what is given away -> the largest sum of squares
    for part in parts:
        onward: dict[int, float] = {}
        for given_away, total in best.items():
            for share in range(int(part.low), int(part.high) + 1):
                key = given_away + share
                if key <= 100:
                    onward[key] = max(onward.get(key, 0.0), total + share**2)
        best = onward
    assert squares(parts, 100).high == pytest.approx(max(total + (100 - key) ** 2 for key, total in best.items()))


def test_the_rest_is_never_below_nought() -> None:
    assert rest([Interval(60, 90), Interval(30, 40)], 100) == Interval(0, 10)
