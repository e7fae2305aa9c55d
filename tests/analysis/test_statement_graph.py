"""Which statements make steps, and in which direction."""

from __future__ import annotations

from msgspec.structs import replace

from kg.analysis.saying import Saying
from kg.analysis.statement_graph import StatementGraph, flow_graph, relation_graph
from kg.pack.pack import AdjectiveUse
from tests.reference.layout import iri, pack_of
from tests.reference.story import tell

WORLD = tell("acme:Firm:maker beta:Firm:maker maker:FirmKind norland:Land lens:Component zoom:Component:lens")
PACK = replace(pack_of(WORLD), adjective_uses=(AdjectiveUse("Land", "In", "thing", "land"),))


def saying(frame: str, **roles: str) -> Saying:
    form = PACK.frames[frame].form
    return Saying(
        frame, iri(frame) if form == "node" else None, tuple((role, iri(name)) for role, name in roles.items())
    )


SUPPLY = saying("Supply", supplier="acme", item="lens", customer="beta")
SEATS = (saying("In", thing="acme", land="norland"), saying("In", thing="beta", land="norland"))
KINDS = (saying("KindOf", narrower="acme", kind="maker"), saying("KindOf", narrower="beta", kind="maker"))


def steps(graph: StatementGraph) -> set[tuple[str, str]]:
    return {(PACK.short(one), PACK.short(other)) for one, other in graph.between}


def related(*sayings: Saying, ends: tuple[str, str] = ("acme", "beta")) -> set[tuple[str, str]]:
    return steps(relation_graph(sayings, PACK, tuple(map(iri, ends))))


def test_a_flow_leads_from_supplier_to_customer_only() -> None:
    assert steps(flow_graph([SUPPLY], PACK)) == {("acme", "beta")}


def test_a_supply_to_nobody_in_particular_makes_no_step() -> None:
    assert steps(flow_graph([saying("Supply", supplier="acme", item="lens")], PACK)) == set()


def test_frames_without_a_flow_make_no_step_of_a_flow() -> None:
    assert steps(flow_graph([saying("Alliance", one="acme", other="beta")], PACK)) == set()


def test_all_things_of_a_statement_are_related_in_both_directions() -> None:
    pairs = {("acme", "lens"), ("lens", "beta"), ("acme", "beta")}
    assert related(SUPPLY) == pairs | {(other, one) for one, other in pairs}


def test_a_country_in_common_is_no_relation() -> None:
    assert related(*SEATS) == set()


def test_a_country_that_is_asked_about_is_one() -> None:
    assert ("acme", "norland") in related(*SEATS, ends=("acme", "norland"))


def test_a_kind_of_company_in_common_is_no_relation() -> None:
    assert related(*KINDS) == set()


def test_a_kind_of_company_that_is_asked_about_is_one() -> None:
    assert ("beta", "maker") in related(*KINDS, ends=("acme", "maker"))


def test_a_kind_of_thing_is_a_relation() -> None:
    assert ("zoom", "lens") in related(saying("KindOf", narrower="zoom", kind="lens"))


def test_a_step_holds_all_statements_that_make_it() -> None:
    graph = relation_graph([SUPPLY, saying("Alliance", one="beta", other="acme")], PACK, (iri("acme"), iri("beta")))
    assert [one.frame for one in graph.between[iri("acme"), iri("beta")]] == ["Supply", "Alliance"]
