"""What the accounts of a whole come to, by hand and by unrolling them."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.explode import explode
from kg.analysis.part_count import PartCount
from kg.analysis.saying import Saying
from kg.analysis.settle import Accounts, settle
from kg.base.terms import Iri

#: Source, whole, part, quantity; None: not known.
Told = tuple[str, str, str, float | None]


def amounts(text: str, part: str = "gpu", kinds: str = "") -> set[float]:
    """Settle "source: whole part count" lines for one rack; ``kinds`` are "narrower broader" pairs."""
    lines = [line.replace(":", "").split() for line in text.strip().splitlines()]
    told = [(source, whole, part, None if count == "?" else float(count)) for source, whole, part, count in lines]
    pairs = [tuple(pair.split()) for pair in kinds.split(";") if pair]
    return settled(told, {part, *(narrower for narrower, _ in pairs)}, {(one, other) for one, other in pairs})


def settled(told: list[Told], wanted: set[str], kinds: set[tuple[str, str]]) -> set[float]:
    counts: dict[Iri, list[PartCount]] = {}
    who: dict[PartCount, list[str]] = {}
    for number, (source, whole, part, quantity) in enumerate(told):
        said = Saying("Part", Iri(f"s{number}"), ())
        count = PartCount(Iri(whole), Iri(part), quantity, None, (), (said,))
        counts.setdefault(Iri(whole), []).append(count)
        who[count] = [source]
    things = frozenset(map(Iri, wanted))
    exploded = explode(counts, Iri("rack"), things)
    accounts = Accounts(
        counts,
        things,
        exploded.relevant,
        lambda count: who[count],
        lambda thing: [Iri(thing), *(Iri(broader) for narrower, broader in kinds if narrower == thing)],
    )
    return {amount.value for amount in settle(accounts, Iri("rack"))}


def test_a_direct_count_is_the_amount() -> None:
    assert amounts("paper: rack gpu 72") == {72.0}


def test_counts_multiply_through_assemblies() -> None:
    assert amounts("paper: rack tray 18\nblog: tray gpu 4") == {72.0}


def test_a_direct_count_and_one_through_assemblies_are_two_accounts() -> None:
    assert amounts("paper: rack gpu 72\npaper: rack tray 18\npaper: tray gpu 4") == {72.0}


def test_accounts_that_differ_stand_side_by_side() -> None:
    assert amounts("paper: rack gpu 64\nblog: rack tray 18\nblog: tray gpu 4") == {64.0, 72.0}


def test_assemblies_that_one_source_names_add_up() -> None:
    assert amounts("paper: rack tray 2\npaper: rack drawer 3\npaper: tray gpu 4\npaper: drawer gpu 1") == {11.0}


def test_what_two_sources_say_is_not_added() -> None:
    assert amounts("paper: rack tray 2\nblog: rack drawer 8\npaper: tray gpu 4\npaper: drawer gpu 1") == {8.0}


def test_parts_of_a_kind_that_one_source_names_add_up() -> None:
    assert amounts("paper: rack h100 4\npaper: rack h200 2", kinds="h100 gpu;h200 gpu") == {6.0}


def test_a_part_of_a_kind_that_is_counted_itself_is_among_those() -> None:
    assert amounts("paper: rack gpu 6\npaper: rack h100 4", kinds="h100 gpu") == {6.0}


def test_two_counts_of_one_pair_are_alternatives() -> None:
    assert amounts("paper: rack gpu 4\npaper: rack gpu 8") == {4.0, 8.0}


def test_alternatives_stay_alternatives_in_a_sum() -> None:
    text = "paper: rack tray 2\npaper: rack drawer 1\npaper: tray gpu 4\npaper: tray gpu 8\npaper: drawer gpu 1"
    assert amounts(text) == {9.0, 17.0}


def test_an_assembly_within_an_assembly_is_counted_with_it() -> None:
    assert amounts("paper: rack tray 2\npaper: rack board 4\npaper: tray board 2\npaper: board gpu 2") == {8.0}


def test_an_unknown_count_contradicts_none() -> None:
    assert amounts("paper: rack gpu ?\nblog: rack gpu 8") == {8.0}


def test_a_sum_with_an_unknown_count_comes_to_nothing() -> None:
    assert amounts("paper: rack tray 2\npaper: rack drawer ?\npaper: tray gpu 4\npaper: drawer gpu 1") == set()


# ---------------------------------------------------------------- against the plainest way to say it

LEVELS = ("rack", "tray", "board", "gpu")
TOLD = st.tuples(
    st.sampled_from(("paper", "blog")),
    st.integers(0, 2),
    st.integers(1, 3),
    st.sampled_from((None, 1.0, 2.0, 3.0)),
).map(lambda one: (one[0], LEVELS[one[1]], LEVELS[max(one[2], one[1] + 1)], one[3]))


@settings(max_examples=400)
@given(st.lists(TOLD, max_size=7, unique=True))
def test_amounts_are_those_of_unrolled_recursion(told: list[Told]) -> None:
    assert settled(told, {"gpu"}, set()) == unrolled(told, "rack")


def unrolled(told: list[Told], whole: str) -> set[float]:
    """Work out the accounts of a whole: each source for itself, direct counts and assemblies apart."""
    found: set[float] = set()
    for source in {source for source, *_ in told}:
        named = [(part, count) for one, two, part, count in told if (one, two) == (source, whole)]
        found |= {count for part, count in named if part == "gpu" and count is not None}
        assemblies = {part for part, _ in named if part != "gpu" and "gpu" in contained(told, part)}
        outer = [one for one in assemblies if not any(one in contained(told, other) for other in assemblies)]
        choices = [
            [
                count * inside
                for part, count in named
                if part == one and count is not None
                for inside in unrolled(told, one)
            ]
            for one in outer
        ]
        if outer:
            found |= {sum(chosen) for chosen in product(*choices)}
    return found


def contained(told: list[Told], whole: str) -> set[str]:
    direct = {part for _, one, part, _ in told if one == whole}
    return direct.union(*(contained(told, part) for part in direct))
