"""One statement as an analysis sees it."""

from __future__ import annotations

from kg.analysis.saying import Saying
from kg.base.terms import Iri

ACME, BETA = Iri("http://e/acme"), Iri("http://e/beta")
SAYING = Saying("Supply", Iri("http://e/s"), (("supplier", ACME), ("customer", BETA), ("system", ACME)), (("n", 2.0),))


def test_a_role_that_nothing_fills_has_no_filler() -> None:
    assert (SAYING.filler("customer"), SAYING.filler("item")) == (BETA, None)


def test_a_qualifier_that_is_not_there_has_no_value() -> None:
    assert (SAYING.qualifier("n"), SAYING.qualifier("unit")) == (2.0, None)


def test_a_thing_in_two_roles_takes_part_once() -> None:
    assert SAYING.things == (ACME, BETA)
