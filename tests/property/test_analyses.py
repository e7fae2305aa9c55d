"""The analyses against plain enumeration, in thousands of cases: the same checks as in ``tests/analysis``, more often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.query.query import Context
from tests.analysis import (
    test_dispute,
    test_find_chains,
    test_find_disjoint,
    test_list_changes,
    test_list_statements,
    test_overlap,
    test_pass_through,
)
from tests.analysis.test_dispute import ACCOUNTS
from tests.analysis.test_find_chains import GRAPHS, LETTERS
from tests.analysis.test_trace import CONTEXTS
from tests.property.worlds import worlds
from tests.reference.world import World

pytestmark = pytest.mark.slow

many = settings(max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
some = settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def inner(test: Any) -> Callable[..., None]:
    """Return what a property test does with one case."""
    found: Callable[..., None] = test.hypothesis.inner_test
    return found


@many
@given(st.lists(ACCOUNTS, max_size=7))
def test_disputes(drawn: list[tuple[int, int, str, str, str, bool, str]]) -> None:
    inner(test_dispute.test_disputes_are_those_of_looking_at_every_pair)(drawn)


@many
@given(GRAPHS, st.integers(1, 6), st.none() | st.integers(1, 4), st.sets(st.sampled_from(LETTERS), max_size=1))
def test_shortest(onward: dict[str, list[str]], shortest: int, within: int | None, through: set[str]) -> None:
    check = inner(test_find_chains.test_the_k_shortest_chains_are_those_of_plain_enumeration)
    check(onward, shortest, within, through)


@many
@given(GRAPHS, st.sets(st.sampled_from("cdef"), max_size=1))
def test_disjoint(onward: dict[str, list[str]], avoiding: set[str]) -> None:
    inner(test_find_disjoint.test_there_are_as_many_and_as_short_as_in_any_set)(onward, avoiding)


@some
@given(worlds(), CONTEXTS, st.data())
def test_passed(world: World, context: Context, data: st.DataObject) -> None:
    inner(test_pass_through.test_what_is_passed_is_that_of_the_reference)(world, context, data)


@some
@given(worlds(), CONTEXTS, st.data())
def test_matrices(world: World, context: Context, data: st.DataObject) -> None:
    inner(test_overlap.test_matrices_are_those_of_the_reference)(world, context, data)


@some
@given(worlds(), test_list_statements.CONTEXTS, st.data())
def test_statements(world: World, context: Context, data: st.DataObject) -> None:
    inner(test_list_statements.test_statements_are_those_of_the_reference)(world, context, data)


@some
@given(worlds(), st.sampled_from(("2023", "2024-Q1")), st.sampled_from(("2024-03", "2025")), st.data())
def test_changes(world: World, earlier: str, later: str, data: st.DataObject) -> None:
    inner(test_list_changes.test_what_comes_and_goes_is_that_of_looking_at_each_relation)(world, earlier, later, data)
