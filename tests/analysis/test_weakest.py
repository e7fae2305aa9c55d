"""How sure a path is."""

from __future__ import annotations

from kg.analysis.weakest import Standing, weakest
from kg.answer.answer import Claim, Source, Statement

PAPER = Source("paper", "http://e/paper", "Paper")


def statement(*standings: tuple[str, str], iri: str = "http://e/s") -> Statement:
    claims = tuple(Claim(f"c{n}", PAPER, status, trust) for n, (status, trust) in enumerate(standings))
    return Statement("s", iri, "Supply", {}, {}, claims=claims)


def test_a_path_is_as_sure_as_its_weakest_step() -> None:
    steps = [[statement(("fact", "high"))], [statement(("rumour", "low"))]]
    assert weakest(steps) == Standing("rumour", "low")


def test_a_step_is_as_sure_as_its_strongest_claim() -> None:
    assert weakest([[statement(("rumour", "low"), ("claim", "medium"))]]) == Standing("claim", "medium")


def test_a_step_is_as_sure_as_its_strongest_statement() -> None:
    assert weakest([[statement(("rumour", "low")), statement(("fact", "low"))]]) == Standing("fact", "low")


def test_of_equal_status_the_lower_confidence_is_weaker() -> None:
    assert weakest([[statement(("fact", "high"))], [statement(("fact", "low"))]]) == Standing("fact", "low")


def test_plain_data_weakens_no_path() -> None:
    assert weakest([[statement(iri="")], [statement(("claim", "low"))]]) == Standing("claim", "low")


def test_a_path_of_plain_data_has_no_weakest_link() -> None:
    assert weakest([[statement(iri="")]]) is None
