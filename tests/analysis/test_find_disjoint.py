"""Chains that share nothing in between, by hand and by trying every set of chains."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.find_chains import Chains
from kg.analysis.find_disjoint import find_disjoint
from kg.base.terms import Iri
from tests.analysis.test_find_chains import GRAPHS, walks


def disjoint(onward: dict[str, list[str]], *avoiding: str) -> Chains[Iri]:
    graph = {Iri(one): [Iri(other) for other in others] for one, others in onward.items()}
    return find_disjoint(graph, Iri("a"), Iri("b"), avoiding=[Iri(thing) for thing in avoiding])


def test_a_short_chain_gives_way_where_two_longer_ones_fit() -> None:
    onward = {"a": ["c", "d"], "c": ["b", "e"], "d": ["c"], "e": ["b"]}
    assert disjoint(onward).paths == (("a", "c", "b"),)
    assert disjoint({**onward, "d": ["c", "f"], "f": ["b"]}).paths == (("a", "c", "b"), ("a", "d", "f", "b"))


def test_the_direct_step_is_one_of_them() -> None:
    assert disjoint({"a": ["b", "c"], "c": ["b"]}).paths == (("a", "b"), ("a", "c", "b"))


def test_what_is_avoided_is_not_passed() -> None:
    assert disjoint({"a": ["c", "d"], "c": ["b"], "d": ["b"]}, "c").paths == (("a", "d", "b"),)


def test_nothing_is_found_where_nothing_leads() -> None:
    assert disjoint({"b": ["a"]}).paths == ()
    assert disjoint({"a": ["b"]}, "b").paths == ()


@settings(max_examples=400)
@given(GRAPHS, st.sets(st.sampled_from("cdef"), max_size=1))
def test_there_are_as_many_and_as_short_as_in_any_set(onward: dict[str, list[str]], avoiding: set[str]) -> None:
    every = list(walks(onward, ("a",), avoiding))
    found = disjoint(onward, *avoiding).paths
    assert all(chain in every for chain in found)
    assert share_nothing(found)
    for size in range(len(found), 5):
        for some in combinations(every, size):
            if share_nothing(some):
                assert size == len(found)
                assert sum(map(len, found)) <= sum(map(len, some))


def share_nothing(chains: tuple[tuple[str, ...], ...]) -> bool:
    between = [thing for chain in chains for thing in chain[1:-1]]
    return len(between) == len({*between}) and len(chains) == len({*chains})
