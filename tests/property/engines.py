"""A world and a query in; the engine's answers on both stores out."""

from __future__ import annotations

from datetime import date

from kg.answer.answer import Answer
from kg.plan.lower import lower
from kg.query.query import Query
from kg.run.run import run
from kg.store import embedded, rdflib_store
from kg.store.store import Store
from tests.reference.layout import pack_of, to_nquads
from tests.reference.world import World

TODAY = date(2024, 6, 1)


def stores(world: World) -> dict[str, Store]:
    """Return the world in a store of each kind, by the store's name."""
    data = to_nquads(world)
    both = (embedded.from_nquads(data), rdflib_store.from_nquads(data))
    return {store.name: store for store in both}


def answer(query: Query, world: World, store: Store) -> Answer:
    """Answer a query as the product does."""
    pack = pack_of(world)
    return run(
        query, lower(query, pack), store, pack, question="", language="en", reading={}, today=TODAY, seconds=60.0
    )
