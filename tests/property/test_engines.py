"""On random worlds and queries both engines answer what the reference answers."""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from kg.session.explanation import outline
from tests.property.engines import TODAY, answer, stores
from tests.property.judge import faults
from tests.property.queries import queries
from tests.property.worlds import worlds
from tests.reference.evaluate import evaluate


@pytest.fixture(autouse=True, scope="module")
def deep_recursion() -> Iterator[None]:
    """Let rdflib parse deeply nested queries: its parser goes down a level a bracket."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(before)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_both_engines_answer_what_the_reference_answers(data: st.DataObject) -> None:
    world = data.draw(worlds())
    query = data.draw(queries(world))
    expected = evaluate(query, world, TODAY)
    note(outline(world.things))
    note(outline(world.given))
    note(outline(query))
    note(outline(expected))
    found = {name: faults(answer(query, world, store), expected, query, world) for name, store in stores(world).items()}
    assert not any(found.values()), found
