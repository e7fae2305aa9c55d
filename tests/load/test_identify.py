from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.load import identify as module
from kg.load.facts import ClaimFact, DerivedFact, StatementFact
from kg.load.identify import claim_id, identify, identify_derived
from kg.pack.problems import Place

FLOUR = StatementFact("Delivers", (("mill", "stone-mill"), ("goods", "flour")), (("amount", 3.0),), "2024")
CLAIM = ClaimFact("ledger", "fact", "high", Place("facts.csv", 2))


def test_an_id_is_the_frame_and_ten_digits() -> None:
    assert identify([FLOUR], {})[FLOUR] == "delivers-1d3e0cff15"


@pytest.mark.parametrize(
    "other",
    [
        replace(FLOUR, roles=(("mill", "stone-mill"), ("goods", "sugar"))),
        replace(FLOUR, roles=(("mill", "stone-mill"), ("bakery", "flour"))),
        replace(FLOUR, qualifiers=()),
        replace(FLOUR, valid_from="", valid_to="2024"),
    ],
)
def test_statements_that_say_something_else_have_other_ids(other: StatementFact) -> None:
    assert len(set(identify([FLOUR, other], {}).values())) == 2


def test_a_statement_that_has_an_id_keeps_it() -> None:
    assert identify([FLOUR], {FLOUR: "market-day"}) == {FLOUR: "market-day"}


def test_ids_that_would_fall_together_grow_until_they_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_digest", lambda key: "0000000000" + ("11" if "sugar" in key else "22"))
    sugar = replace(FLOUR, roles=(("goods", "sugar"),))
    assert list(identify([FLOUR, sugar], {}).values()) == ["delivers-0000000000", "delivers-000000000011"]


@pytest.mark.parametrize("other", [replace(CLAIM, source="gossip"), replace(CLAIM, place=Place("facts.csv", 3))])
def test_claims_of_another_source_or_row_have_other_ids(other: ClaimFact) -> None:
    assert claim_id(FLOUR, other) != claim_id(FLOUR, CLAIM)


def test_derivations_from_other_premises_have_other_ids() -> None:
    facts = [DerivedFact(FLOUR, "rule", premises) for premises in ((), (FLOUR,))]
    assert len(set(identify_derived(facts, {}).values())) == 2
