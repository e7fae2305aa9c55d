"""Searches over columns, against plain mappings: the same chains, and the same steps between two ends."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.find_chains import find_chains
from kg.columns.between import between
from kg.columns.links import incidence, links
from kg.columns.search import Web

MOST = 9
THINGS = st.integers(0, MOST - 1)
STATEMENTS = st.lists(st.tuples(THINGS, THINGS, st.integers(-1, MOST - 1)), min_size=1, max_size=24)


def one_way(statements: list[tuple[int, int, int]], mask: np.ndarray | None = None) -> Web:
    source, target, _ = np.array(statements, dtype=np.int32).T
    return Web(links(source, target, MOST), links(target, source, MOST), mask)


def both_ways(statements: list[tuple[int, int, int]], mask: np.ndarray | None = None) -> Web:
    together = incidence(np.array(statements, dtype=np.int32), MOST)
    return Web(together, together, mask)


def mapping(statements: list[tuple[int, int, int]], kept: list[bool], directed: bool) -> dict[int, list[int]]:
    onward: dict[int, set[int]] = {}
    for statement, admitted in zip(statements, kept, strict=True):
        things = statement[:2] if directed else [thing for thing in statement if thing >= 0]
        for place, one in enumerate(things):
            for other in things[place + 1 :] if directed else things:
                if admitted and one != other:
                    onward.setdefault(one, set()).add(other)
    return {one: sorted(others) for one, others in onward.items()}


@settings(max_examples=400, deadline=None)
@given(
    st.booleans(),
    STATEMENTS,
    st.data(),
    st.none() | st.integers(1, 6),
    st.none() | st.integers(1, 5),
    st.sets(THINGS, max_size=2),
    st.sets(THINGS, max_size=2),
)
def test_the_chains_are_those_of_a_mapping(
    directed: bool,
    statements: list[tuple[int, int, int]],
    data: st.DataObject,
    within: int | None,
    shortest: int | None,
    through: set[int],
    avoiding: set[int],
) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(statements), max_size=len(statements)))
    web = (one_way if directed else both_ways)(statements, np.array(kept))
    wishes = {"within": within, "shortest": shortest, "through": through, "avoiding": avoiding}
    expected = find_chains(mapping(statements, kept, directed), 0, 1, **wishes)
    assert find_chains(web, 0, 1, **wishes) == expected


@settings(max_examples=300, deadline=None)
@given(st.booleans(), STATEMENTS, st.sets(st.integers(2, MOST - 1), max_size=2))
def test_the_steps_between_two_ends_are_those_on_walks(
    directed: bool, statements: list[tuple[int, int, int]], blocked: set[int]
) -> None:
    onward = mapping(statements, [True] * len(statements), directed)
    steps = {(one, other) for one in onward for other in onward[one] if not {one, other} & blocked}
    ahead, back = reached(steps, 0), reached({(other, one) for one, other in steps}, 1)
    kept = ahead & back if 1 in ahead else set()
    found = between((one_way if directed else both_ways)(statements), 0, 1, blocked, 1000)
    assert found is not None
    assert {tuple(step) for step in found.tolist()} == {(one, other) for one, other in steps if {one, other} <= kept}


@pytest.mark.parametrize("web", [one_way, both_ways])
def test_more_steps_than_are_wanted_are_not_listed(web: object) -> None:
    line = [(number, number + 1, -1) for number in range(MOST - 1)]
    assert web(line) and between(web(line), 0, MOST - 1, (), 3) is None


def reached(steps: set[tuple[int, int]], start: int) -> set[int]:
    found = {start}
    while more := {other for one, other in steps if one in found} - found:
        found |= more
    return found
