"""Chains through small graphs, by hand and against the plainest enumeration."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.find_chains import MOST_STEPS, find_chains

#: a forks to b and c, which meet again in d; c leads to b too.
FORK = {"a": "bc", "b": "d", "c": "bd"}
LETTERS = "abcdef"
GRAPHS = st.dictionaries(st.sampled_from(LETTERS), st.sets(st.sampled_from(LETTERS)).map(sorted), max_size=6)


def test_without_a_bound_the_shortest_chains_are_found_with_all_ties() -> None:
    assert find_chains(FORK, "a", "d").paths == (("a", "b", "d"), ("a", "c", "d"))


def test_within_a_bound_longer_chains_come_last() -> None:
    assert find_chains(FORK, "a", "d", within=3).paths[-1] == ("a", "c", "b", "d")


def test_a_bound_that_is_too_small_leaves_nothing() -> None:
    assert find_chains(FORK, "a", "d", within=1).paths == ()


def test_what_must_be_passed_makes_the_shortest_chain_longer() -> None:
    assert find_chains(FORK, "a", "d", through=("b", "c")).paths == (("a", "c", "b", "d"),)


def test_what_is_avoided_is_not_passed() -> None:
    assert find_chains(FORK, "a", "d", avoiding=("b",)).paths == (("a", "c", "d"),)


def test_nothing_leads_from_a_thing_to_itself() -> None:
    assert find_chains({"a": "b", "b": "a"}, "a", "a").paths == ()


def test_the_first_chains_are_kept_when_there_are_too_many() -> None:
    chains = find_chains(FORK, "a", "d", within=3, most=2)
    assert chains.paths == (("a", "b", "d"), ("a", "c", "d"))


def test_chains_that_were_cut_say_so() -> None:
    assert "there are more" in str(find_chains(FORK, "a", "d", within=3, most=2).cut)


def test_as_many_chains_as_are_kept_are_not_cut() -> None:
    assert find_chains(FORK, "a", "d", most=2).cut is None


def test_longer_chains_than_anyone_reads_are_not_looked_for() -> None:
    line = {str(n): [str(n + 1)] for n in range(100, 100 + MOST_STEPS + 4)}
    assert "steps" in str(find_chains(line, "100", str(100 + MOST_STEPS + 2), within=50).cut)


def test_the_shortest_chain_may_be_longer_than_that() -> None:
    line = {str(n): [str(n + 1)] for n in range(100, 140)}
    assert len(find_chains(line, "100", "140").paths[0]) == 41


def test_a_search_that_runs_out_of_time_says_so() -> None:
    dense = {a: [b for b in "abcdefghijkl" if b != a] for a in "abcdefghijkl"}
    chains = find_chains(dense, "a", "l", through=tuple("bcdefghijk"), most=10**6, out_of_time=lambda: True)
    assert str(chains.cut).startswith("time")


@settings(max_examples=600)
@given(
    GRAPHS,
    st.none() | st.integers(0, 6),
    st.sets(st.sampled_from(LETTERS), max_size=2),
    st.sets(st.sampled_from(LETTERS), max_size=2),
)
def test_chains_are_those_of_plain_enumeration(
    onward: dict[str, list[str]], within: int | None, through: set[str], avoiding: set[str]
) -> None:
    found = find_chains(onward, "a", "b", within=within, through=through, avoiding=avoiding)
    every = [path for path in walks(onward, ("a",), avoiding) if through <= set(path)]
    longest = within if within is not None else min(map(len, every), default=1) - 1
    assert list(found.paths) == sorted((p for p in every if len(p) - 1 <= longest), key=lambda p: (len(p), p))


def test_the_k_shortest_chains_have_all_ties_with_the_last() -> None:
    assert len(find_chains(FORK, "a", "d", shortest=1).paths) == 2
    assert len(find_chains(FORK, "a", "d", shortest=3).paths) == 3


def test_fewer_chains_than_were_asked_for_are_all_there_are() -> None:
    found = find_chains(FORK, "a", "d", shortest=9)
    assert (len(found.paths), found.cut) == (3, None)


@settings(max_examples=600)
@given(GRAPHS, st.integers(1, 6), st.none() | st.integers(1, 4), st.sets(st.sampled_from(LETTERS), max_size=1))
def test_the_k_shortest_chains_are_those_of_plain_enumeration(
    onward: dict[str, list[str]], shortest: int, within: int | None, through: set[str]
) -> None:
    found = find_chains(onward, "a", "b", shortest=shortest, within=within, through=through)
    every = sorted((p for p in walks(onward, ("a",), set()) if through <= set(p)), key=lambda p: (len(p), p))
    every = [path for path in every if within is None or len(path) - 1 <= within]
    longest = len(every[:shortest][-1]) if every else 0
    assert list(found.paths) == [path for path in every if len(path) <= longest]


def walks(onward: dict[str, list[str]], path: tuple[str, ...], avoiding: set[str]) -> Iterator[tuple[str, ...]]:
    if path[-1] == "b":
        yield path
        return
    for thing in onward.get(path[-1], ()):
        if thing not in path and thing not in avoiding:
            yield from walks(onward, (*path, thing), avoiding)
