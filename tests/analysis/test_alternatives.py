"""Independent chains and what all chains pass, by hand and by trying every set of things."""

from __future__ import annotations

from itertools import combinations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.analysis.alternatives import Alternatives, find_alternatives
from kg.base.terms import Iri
from tests.analysis.test_find_chains import GRAPHS, walks


def alternatives(onward: dict[str, list[str]], *avoiding: str) -> Alternatives:
    graph = {Iri(one): [Iri(other) for other in others] for one, others in onward.items()}
    found = find_alternatives(graph, Iri("a"), Iri("b"), [Iri(thing) for thing in avoiding])
    assert found is not None
    return found


def test_two_ways_that_meet_nowhere_are_independent() -> None:
    assert alternatives({"a": ["c", "d"], "c": ["b"], "d": ["b"]}) == Alternatives(2, ())


def test_a_bottleneck_is_on_every_chain() -> None:
    assert alternatives({"a": ["c", "d"], "c": ["e"], "d": ["e"], "e": ["b"]}).unavoidable == ("e",)


def test_bottlenecks_are_told_in_the_order_in_which_they_are_passed() -> None:
    assert alternatives({"a": ["e"], "e": ["c"], "c": ["b"]}).unavoidable == ("e", "c")


def test_the_direct_step_is_a_chain_of_its_own() -> None:
    assert alternatives({"a": ["b", "c"], "c": ["b"]}).disjoint == 2


def test_what_is_avoided_makes_no_alternative() -> None:
    assert alternatives({"a": ["c", "d"], "c": ["b"], "d": ["b"]}, "d") == Alternatives(1, ("c",))


@settings(max_examples=200)
@given(GRAPHS, st.sets(st.sampled_from("cdef"), max_size=1))
def test_alternatives_are_those_of_trying_every_set(onward: dict[str, list[str]], avoiding: set[str]) -> None:
    every = [path[1:-1] for path in walks(onward, ("a",), avoiding)]
    assume(every)
    passed = [set(path) for path in every]
    # Menger: as many independent chains as things are needed to stop all chains; the direct step cannot be stopped.
    direct = int(() in every)
    stops = (len(some) for size in range(5) for some in combinations("cdef", size) if stopped(passed, set(some)))
    found = alternatives(onward, *avoiding)
    assert found.disjoint == min(stops) + direct
    assert set(found.unavoidable) == set.intersection(*passed)


def stopped(passed: list[set[str]], some: set[str]) -> bool:
    return all(path & some for path in passed if path)
