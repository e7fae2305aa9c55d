"""What every store does, on both engines."""

from collections.abc import Callable

import pytest

from kg.base.errors import BudgetError, StoreError
from kg.base.terms import Blank, Iri, Text
from kg.store import embedded, rdflib_store
from kg.store.rdf import rdf
from kg.store.store import Store, Table

DATA = (
    '<http://e/a> <http://e/label> "甲"@zh .\n'
    '<http://e/a> <http://e/n> "7"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    "<http://e/a> <http://e/p> <http://e/b> <http://e/g> .\n"
    "_:x <http://e/p> <http://e/b> .\n"
).encode()
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h . ?i ?t ?j }"


@pytest.fixture(params=[embedded.from_nquads, rdflib_store.from_nquads], ids=["pyoxigraph", "rdflib"])
def load(request: pytest.FixtureRequest) -> Callable[[bytes], Store]:
    return request.param  # type: ignore[no-any-return]


def test_terms_come_back_as_plain_values(load: Callable[[bytes], Store]) -> None:
    table = load(DATA).select("SELECT ?o { <http://e/a> ?p ?o } ORDER BY ?p")
    assert table == Table(("o",), ((Text("甲", "zh"),), (7,)))


def test_an_unbound_variable_is_none(load: Callable[[bytes], Store]) -> None:
    assert load(DATA).select("SELECT ?x ?y { VALUES ?x { 1 } }").rows == ((1, None),)


def test_a_blank_node_is_told_from_an_iri(load: Callable[[bytes], Store]) -> None:
    ((node,),) = load(DATA).select("SELECT ?x { ?x <http://e/p> ?y }").rows
    assert isinstance(node, Blank)


def test_the_default_graph_holds_only_what_is_in_no_named_graph(load: Callable[[bytes], Store]) -> None:
    store = load(DATA)
    assert not store.ask("ASK { <http://e/a> <http://e/p> ?y }")
    rows = store.select("SELECT ?g { GRAPH ?g { <http://e/a> <http://e/p> ?y } }").rows
    assert rows == ((Iri("http://e/g"),),)


@pytest.mark.parametrize("text", ["SELECT nonsense", "ASK { ?s ?p ?o }", "", "SELECT ?x { ?x a e:Undeclared }"])
def test_what_is_no_select_is_refused(load: Callable[[bytes], Store], text: str) -> None:
    with pytest.raises(StoreError):
        load(DATA).select(text)


def test_what_is_no_ask_is_refused(load: Callable[[bytes], Store]) -> None:
    with pytest.raises(StoreError):
        load(DATA).ask("SELECT ?s { ?s ?p ?o }")


def test_what_is_no_nquads_is_refused(load: Callable[[bytes], Store]) -> None:
    with pytest.raises(StoreError, match="not N-Quads"):
        load(b"<http://e/a> nonsense")


def test_a_query_ends_when_its_time_is_out(load: Callable[[bytes], Store]) -> None:
    data = "".join(f"<http://e/{n}> <http://e/p> <http://e/{n + 1}> .\n" for n in range(60)).encode()
    with pytest.raises(BudgetError, match="longer than"):
        load(data).select(ENDLESS, seconds=0.05)


def test_a_store_answers_again_after_a_query_that_was_too_slow(load: Callable[[bytes], Store]) -> None:
    data = "".join(f"<http://e/{n}> <http://e/p> <http://e/{n + 1}> .\n" for n in range(60)).encode()
    store = load(data)
    with pytest.raises(BudgetError):
        store.select(ENDLESS, seconds=0.05)
    assert store.ask("ASK { <http://e/0> ?p ?o }")


def test_all_quads_come_out_sorted(load: Callable[[bytes], Store]) -> None:
    lines = load(DATA).nquads().splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 4
    assert any(b"<http://e/g>" in line for line in lines)


def test_what_comes_out_goes_in_again(load: Callable[[bytes], Store]) -> None:
    data = b"\n".join(line for line in DATA.splitlines() if not line.startswith(b"_:")) + b"\n"
    once = load(data).nquads()
    assert load(once).nquads() == once


def test_a_store_can_be_had_as_an_rdflib_data_set(load: Callable[[bytes], Store]) -> None:
    assert len(list(rdf(load(DATA)).quads())) == 4


def test_rdflibs_own_data_set_is_no_copy() -> None:
    store = rdflib_store.from_nquads(DATA)
    assert rdf(store) is store.dataset
