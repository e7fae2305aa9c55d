"""Chains of counts from a whole to its parts."""

from __future__ import annotations

from kg.analysis.explode import Explosion, explode
from kg.analysis.part_count import PartCount
from kg.base.terms import Iri


def parts(text: str) -> dict[Iri, list[PartCount]]:
    """Read "whole part count" lines; "?" is a count that is not known."""
    found: dict[Iri, list[PartCount]] = {}
    for line in text.split(";"):
        whole, part, count = line.split()
        quantity = None if count == "?" else float(count)
        found.setdefault(Iri(whole), []).append(PartCount(Iri(whole), Iri(part), quantity, None, (), ()))
    return found


RACK = parts("rack tray 18; tray gpu 4; rack gpu 72; rack fan 8; gpu die 2")


def chains(exploded: Explosion) -> list[list[str]]:
    return [[chain[0].whole, *(count.part for count in chain)] for chain in exploded.chains]


def test_every_chain_to_the_part_is_found_shorter_ones_first() -> None:
    assert chains(explode(RACK, Iri("rack"), {Iri("gpu")})) == [["rack", "gpu"], ["rack", "tray", "gpu"]]


def test_a_chain_ends_at_the_first_wanted_part() -> None:
    assert chains(explode(RACK, Iri("tray"), {Iri("gpu"), Iri("die")})) == [["tray", "gpu"]]


def test_only_wholes_on_the_way_are_relevant() -> None:
    assert explode(RACK, Iri("rack"), {Iri("gpu")}).relevant == {"rack", "tray"}


def test_a_circle_is_reported_and_makes_no_chain() -> None:
    exploded = explode(parts("a b 2; b c 3; c a 1; c x 5"), Iri("a"), {Iri("x")})
    assert chains(exploded) == [["a", "b", "c", "x"]]
    assert exploded.circles == (("a", "b", "c", "a"),)


def test_a_circle_off_the_way_does_not_matter() -> None:
    assert explode(parts("a x 2; a b 1; b c 1; c b 1"), Iri("a"), {Iri("x")}).circles == ()


def test_more_chains_than_are_shown_are_said() -> None:
    exploded = explode(RACK, Iri("rack"), {Iri("gpu")}, most=1)
    assert (len(exploded.chains), exploded.cut) == (1, "chains: the first 1 are shown, there are more")
