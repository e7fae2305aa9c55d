"""On random worlds and queries both engines answer what the reference answers."""

from hypothesis import HealthCheck, given, note, reject, settings
from hypothesis import strategies as st

from kg.base.errors import StoreError
from kg.session.explanation import outline
from tests.property.engines import TODAY, answer, stores
from tests.property.judge import faults
from tests.property.queries import queries
from tests.property.worlds import worlds
from tests.reference.evaluate import evaluate


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
    try:
        found = {
            name: faults(answer(query, world, store), expected, query, world) for name, store in stores(world).items()
        }
    except StoreError as error:
        if isinstance(error.__cause__, RecursionError):
            reject()  # rdflib's parser goes down a few levels a bracket, and some random queries are too deep for it
        raise
    assert not any(found.values()), found
