"""What is lost over columns is what the clauses made of all statements lose, in the same order and by the same causes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.do_without import do_without
from kg.analysis.lose import lose, losing
from kg.analysis.read_provision import read_provision
from kg.query.query import Context
from tests.analysis.test_column_graph import CONTEXTS, witness_of
from tests.property.worlds import worlds
from tests.reference.layout import iri
from tests.reference.world import World


@settings(max_examples=250, deadline=None)
@given(worlds(), CONTEXTS, st.booleans(), st.data())
def test_losses_their_order_and_their_causes_are_the_same(
    world: World, context: Context, substitutes: bool, data: st.DataObject
) -> None:
    witness = witness_of(world)
    gone = [iri(one) for one in data.draw(st.sets(st.sampled_from(sorted(world.things)), min_size=1, max_size=3))]
    expected = lose(losing(read_provision(witness, context), substitutes=substitutes), gone)
    found = do_without(gone, context, witness, substitutes=substitutes)
    lost = [(thing, cause) for thing, cause in found.by.items() if thing not in gone]
    assert lost == [(thing, cause) for thing, cause in expected.by.items() if thing not in gone]
    assert all(found.chain(thing) == expected.chain(thing) for thing, _ in lost)
