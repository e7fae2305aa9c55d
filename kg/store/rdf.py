"""A Store -> an rdflib Dataset of all that is in it, for people who want to work with rdflib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.store.rdflib_store import RdflibStore, from_nquads
from kg.store.store import Store

if TYPE_CHECKING:
    from rdflib import Dataset


def rdf(store: Store) -> Dataset:
    """Return the data set of a store; a copy, unless the store is rdflib's own."""
    if isinstance(store, RdflibStore):
        return store.dataset
    return from_nquads(store.nquads()).dataset
