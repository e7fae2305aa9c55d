"""The graphs over columns are those over the statements that are read for one question."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.analysis.find_chains import find_chains
from kg.analysis.open_graph import flows, relations
from kg.analysis.read_sayings import read_sayings
from kg.analysis.statement_graph import StatementGraph, flow_graph, relation_graph
from kg.base.dates import read_period
from kg.pack.pack import AdjectiveUse
from kg.query.query import Context
from kg.run.clock import Clock
from kg.run.engine import Engine
from kg.run.entities import Entities
from kg.run.evidence import Evidence
from kg.run.lent import Lent
from kg.store.embedded import from_nquads
from tests.property.worlds import worlds
from tests.reference.layout import iri, pack_of, to_nquads
from tests.reference.world import World

CONTEXTS = st.sampled_from(
    (
        Context(),
        Context(statuses=("fact", "claim")),
        Context(statuses=("rumour",), sources=("s1",)),
        Context(sources=("s0", "nowhere")),
        Context(known_on=date(2024, 6, 1)),
        Context(as_of=read_period("2024")),
        Context(during=read_period("2024-Q1")),
        Context(since=read_period("2024-03"), known_on=date(2025, 1, 1)),
        Context(before=read_period("2024-03-15")),
        Context(min_sources=2),
    )
)


def witness_of(world: World) -> Lent:
    pack = replace(pack_of(world), adjective_uses=(AdjectiveUse("Land", "In", "thing", "land"),))
    engine, entities = Engine(from_nquads(to_nquads(world)), pack, Clock(60.0)), Entities(pack)
    return Lent(engine, entities, Evidence(engine, entities, Context()))


def same(found: StatementGraph, expected: StatementGraph) -> bool:
    return dict(found.between) == dict(expected.between)


@settings(max_examples=120, deadline=None)
@given(worlds(), CONTEXTS, st.data())
def test_the_relation_graph_is_the_same(world: World, context: Context, data: st.DataObject) -> None:
    witness = witness_of(world)
    ends = tuple(iri(data.draw(st.sampled_from(sorted(world.things)))) for _ in range(2))
    sayings = read_sayings(witness, context, witness.pack.frames.values())
    found, expected = relations(witness, context, ends), relation_graph(sayings, witness.pack, ends)
    assert same(found, expected)
    assert find_chains(found.onward, *ends) == find_chains(expected.onward, *ends)


@settings(max_examples=80, deadline=None)
@given(worlds(), CONTEXTS, st.data())
def test_the_flow_graph_is_the_same(world: World, context: Context, data: st.DataObject) -> None:
    witness = witness_of(world)
    ends = tuple(iri(data.draw(st.sampled_from(sorted(world.things)))) for _ in range(2))
    sayings = read_sayings(witness, context, witness.pack.frames.values())
    found, expected = flows(witness, context), flow_graph(sayings, witness.pack)
    assert same(found, expected)
    assert find_chains(found.onward, *ends, within=4) == find_chains(expected.onward, *ends, within=4)


def test_what_no_statement_names_is_out_of_reach() -> None:
    world = World({}, {}, {}, {}, {}, ())
    assert (
        find_chains(relations(witness_of_nothing(world), Context(), (iri("a"), iri("b"))).onward, "a", "b").paths == ()
    )


def witness_of_nothing(world: World) -> Lent:
    pack = pack_of(world)
    engine, entities = Engine(from_nquads(b""), pack, Clock(60.0)), Entities(pack)
    return Lent(engine, entities, Evidence(engine, entities, Context()))
