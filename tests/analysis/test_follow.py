"""What stands upstream and downstream over columns is what going over the statements one by one gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.follow import _by_statements, follow
from kg.analysis.read_provision import read_provision
from kg.query.query import Upstream
from tests.analysis.test_column_graph import CONTEXTS, witness_of
from tests.property.worlds import worlds
from tests.reference.world import World

STEPS = st.builds(
    Upstream,
    st.sampled_from(("firm0", "firm1", "component0", "machine0", "nothing")).map(lambda name: (name,)),
    st.sampled_from(("up", "down")),
    st.none() | st.integers(0, 3),
    st.booleans(),
    st.none() | st.integers(0, 2),
)


@settings(max_examples=250, deadline=None)
@given(worlds(), CONTEXTS, STEPS)
def test_things_tiers_and_ways_are_the_same(world: World, context: object, step: Upstream) -> None:
    witness = witness_of(world)
    expected = _by_statements(step, read_provision(witness, context), witness)
    found = follow(step, context, witness)
    assert [(thing, found[thing]) for thing in found] == list(expected.items())
