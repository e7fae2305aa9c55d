"""Numbers that cannot both be right, by hand and pair by pair."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.account import Account
from kg.analysis.dispute import Dispute, disputes
from kg.analysis.interval import Interval
from kg.answer.answer import Claim, Source, Statement


def account(
    id: str,
    low: float,
    high: float,
    *,
    by: str,
    scope: str = "",
    period: str = "",
    lasting: bool = False,
    told: str = "",
) -> Account:
    claims = tuple(Claim(f"{id}-{one}", Source(one, one, one), "fact") for one in by)
    words = (scope,) if scope else ()
    return Account(
        Statement(id, id, "Measure", {}, {}, claims=claims), (told,), Interval(low, high), period, words, lasting
    )


def pairs(*accounts: Account) -> set[tuple[frozenset[str], bool]]:
    """Return the pairs of statements that some dispute sets side by side, and whether their scope is one."""
    return {
        (frozenset((one.statement.id, other.statement.id)), found.same_scope)
        for found in disputes(accounts)
        for one in found.one
        for other in found.other
    }


def test_ranges_that_touch_agree() -> None:
    assert not pairs(account("a", 1, 2, by="x"), account("b", 2, 3, by="y"))


def test_numbers_of_different_sources_dispute() -> None:
    assert pairs(account("a", 1, 1, by="x"), account("b", 2, 3, by="y")) == {(frozenset("ab"), True)}


def test_a_source_does_not_contradict_itself() -> None:
    assert not pairs(account("a", 1, 1, by="xy"), account("b", 2, 2, by="yz"))


def test_numbers_of_different_periods_have_changed() -> None:
    one = account("a", 1, 1, by="x", period="2024")
    assert not pairs(one, account("b", 2, 2, by="y", period="2025"))


def test_a_measure_that_lasts_is_disputed_across_periods_and_words() -> None:
    one = account("a", 1, 1, by="x", period="2024", scope="limit", lasting=True)
    assert pairs(one, account("b", 2, 2, by="y", lasting=True)) == {(frozenset("ab"), False)}


def test_words_that_one_source_tells_apart_are_told_apart() -> None:
    told = [("a", "peak", "x"), ("b", "mean", "x"), ("c", "mean", "y")]
    accounts = [account(id, n, n, by=by, scope=scope, lasting=True) for n, (id, scope, by) in enumerate(told, 1)]
    assert pairs(*accounts) == {(frozenset("bc"), True)}


def test_equal_numbers_stand_on_one_side_together() -> None:
    (found,) = disputes([account("a", 1, 1, by="x"), account("b", 2, 2, by="y"), account("c", 1, 1, by="z")])
    assert [one.statement.id for one in found.one] == ["a", "c"]


def test_a_number_that_was_converted_is_the_same_number() -> None:
    assert not pairs(account("a", 1200.0, 1200.0, by="x"), account("b", 1.2 * 1000.0000000001, 1200.0000001, by="y"))


ACCOUNTS = st.builds(
    lambda low, more, by, scope, period, lasting, told: (low, low + more, by, scope, period, lasting, told),
    st.integers(1, 4),
    st.integers(0, 2),
    st.sampled_from(("x", "y", "z", "xy")),
    st.sampled_from(("", "p", "q")),
    st.sampled_from(("", "2024")),
    st.booleans(),
    st.sampled_from(("m", "n")),
)


@settings(max_examples=800)
@given(st.lists(ACCOUNTS, max_size=7))
def test_disputes_are_those_of_looking_at_every_pair(drawn: list[tuple[int, int, str, str, str, bool, str]]) -> None:
    accounts = [
        account(str(n), low, high, by=by, scope=scope, period=period, lasting=told == "m" and lasting, told=told)
        for n, (low, high, by, scope, period, lasting, told) in enumerate(drawn)
    ]
    found = pairs(*accounts)
    expected = {
        (one.statement.id, other.statement.id): apart(one, other, accounts) for one, other in combinations(accounts, 2)
    }
    same = {frozenset(pair) for pair, scope in expected.items() if scope is True}
    # Numbers that are disputed within one scope are not set side by side a second time across scopes.
    assert same <= {pair for pair, scope in found if scope}
    disputing = {frozenset(pair) for pair, scope in expected.items() if scope is not None}
    for one, other in ((one, other) for row in disputes(accounts) for one, other in sides(row)):
        # Accounts of one number stand together: each disputes some account of the other number, not always every one.
        assert any(frozenset((one.statement.id, each.statement.id)) in disputing for each in other)
    numbers = {one.statement.id: (one.told, one.number) for one in accounts}
    assert {frozenset(map(numbers.__getitem__, pair)) for pair, _ in found} == {
        frozenset(map(numbers.__getitem__, pair)) for pair, scope in expected.items() if scope is not None
    }


def sides(found: Dispute) -> list[tuple[Account, tuple[Account, ...]]]:
    """Return each account with those on the other side."""
    return [*((one, found.other) for one in found.one), *((other, found.one) for other in found.other)]


def apart(one: Account, other: Account, every: list[Account]) -> bool | None:
    """Tell whether two accounts dispute one another, within one scope (True) or across (False); None: they do not."""
    if one.told != other.told or (one.number.low <= other.number.high and other.number.low <= one.number.high):
        return None
    if one.sources & other.sources or (one.period != other.period and not (one.lasting and other.lasting)):
        return None
    if one.scope == other.scope:
        return True
    users = [
        {source for a in every if a.told == one.told and a.scope == side.scope for source in a.sources}
        for side in (one, other)
    ]
    return None if users[0] & users[1] or not (one.lasting and other.lasting) else False
