"""Which statements are read into columns, and in which order."""

from __future__ import annotations

import gc
from contextlib import suppress
from weakref import ref

import pytest

from kg.base.errors import BudgetError
from kg.columns.columns import Columns
from kg.columns.columns_of import columns_of
from kg.columns.read_columns import read_columns
from kg.store.embedded import from_nquads
from tests.reference.layout import NAMESPACE, iri, pack_of, to_nquads
from tests.reference.story import say, tell

WORLD = tell(
    "acme:Firm beta:Firm gamma:Firm lens:Component norland:Land",
    say("Supply", "beta lens gamma", id="second"),
    say("Supply", "acme lens", id="first"),
    say("Supply", "acme lens gamma", id="inferred", premises="first second"),
    say("In", "gamma norland"),
    say("In", "acme norland"),
)


def columns(more: str = "") -> Columns:
    store = from_nquads(to_nquads(WORLD) + more.encode())
    return read_columns(store, pack_of(WORLD).frames.values())


def statements(read: Columns, frame: str) -> list[object]:
    part = read.frame(frame)
    return [(read.name(number), read.roles(number)) for number in range(part.first, part.first + part.count)]


def test_statements_are_in_the_order_of_their_iris_and_what_rules_derive_is_left_out() -> None:
    assert statements(columns(), "Supply") == [
        (iri("first"), (("supplier", iri("acme")), ("item", iri("lens")))),
        (iri("second"), (("supplier", iri("beta")), ("item", iri("lens")), ("customer", iri("gamma")))),
    ]


def test_plain_triples_are_in_the_order_of_what_they_link() -> None:
    assert statements(columns(), "In") == [
        (None, (("thing", iri("acme")), ("land", iri("norland")))),
        (None, (("thing", iri("gamma")), ("land", iri("norland")))),
    ]


@pytest.mark.parametrize("other", ["aaa", "zzz"])
def test_of_several_fillers_the_first_counts(other: str) -> None:
    role = pack_of(WORLD).frames["Supply"].role("supplier").iri
    read = columns(f"<{iri('first')}> <{role}> <{NAMESPACE}{other}> .\n")
    assert read.roles(read.frame("Supply").first)[0][1] == iri(min(other, "acme"))


def test_columns_that_are_not_read_in_time_are_there_the_next_time() -> None:
    store, pack = from_nquads(to_nquads(WORLD)), pack_of(WORLD)
    with suppress(BudgetError):
        columns_of(store, pack, seconds=0.0)
    assert columns_of(store, pack).frame("Supply").count == 2


def test_columns_are_read_once_a_store_and_pack() -> None:
    store, pack = from_nquads(to_nquads(WORLD)), pack_of(WORLD)
    assert columns_of(store, pack) is columns_of(store, pack)
    assert columns_of(store, pack) is not columns_of(store, pack_of(WORLD))


def test_columns_are_let_go_with_their_store() -> None:
    store, pack = from_nquads(to_nquads(WORLD)), pack_of(WORLD)
    columns = ref(columns_of(store, pack))
    del store
    gc.collect()
    assert columns() is None
