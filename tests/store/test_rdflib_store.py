"""The second engine returns the same values as the first, and fails in the same way."""

import pytest

from kg.base.errors import StoreError
from kg.base.terms import Blank, Iri, Term
from kg.store import embedded
from kg.store.rdflib_store import from_nquads
from kg.store.store import Table
from tests.store.engines import DERIVED, EVERYTHING, NAMESPACE, TERMS, quad


@pytest.mark.parametrize(("written", "value"), TERMS.values(), ids=TERMS)
def test_a_term_comes_back_as_its_value(written: str, value: Term) -> None:
    assert from_nquads(quad(written)).select(EVERYTHING) == Table(("o",), ((value,),))


@pytest.mark.parametrize(("written", "value"), TERMS.values(), ids=TERMS)
def test_a_term_comes_back_as_the_type_of_its_value(written: str, value: Term) -> None:
    assert type(from_nquads(quad(written)).select(EVERYTHING).rows[0][0]) is type(value)


def test_a_blank_node_comes_back_as_one() -> None:
    assert isinstance(from_nquads(quad("_:b")).select(EVERYTHING).rows[0][0], Blank)


def test_what_is_not_bound_comes_back_as_none() -> None:
    found = from_nquads(quad('"x"')).select("SELECT ?o ?n WHERE { ?s ?p ?o OPTIONAL { ?o ?q ?n } }")
    assert found == Table(("o", "n"), (("x", None),))


def test_the_columns_are_in_the_order_of_the_query() -> None:
    assert from_nquads(b"").select("SELECT ?b ?a WHERE { ?a ?p ?b }").columns == ("b", "a")


def test_what_is_in_a_named_graph_is_not_in_the_default_graph() -> None:
    assert from_nquads(DERIVED).select(EVERYTHING).rows == ()


def test_what_is_in_a_named_graph_is_found_there() -> None:
    query = f"SELECT ?o WHERE {{ GRAPH <{NAMESPACE}derived> {{ ?s ?p ?o }} }}"
    assert from_nquads(DERIVED).select(query).rows == ((Iri(NAMESPACE + "gamma"),),)


@pytest.mark.parametrize(("name", "found"), [("acme", True), ("nobody", False)])
def test_ask_tells_whether_there_is_a_match(name: str, found: bool) -> None:
    assert from_nquads(quad('"x"')).ask(f"ASK {{ <{NAMESPACE}{name}> ?p ?o }}") is found


def test_the_quads_are_sorted() -> None:
    lines = from_nquads(quad('"b"') + DERIVED + quad('"a"')).nquads().splitlines()
    assert lines == sorted(lines)


def test_the_quads_that_come_out_are_those_that_went_in() -> None:
    data = b"".join(sorted((quad('"a"'), quad('"b"'), DERIVED)))
    assert embedded.from_nquads(from_nquads(data).nquads()).nquads() == data


@pytest.mark.parametrize("query", ["SELECT", "", "no SPARQL at all", "SELECT ?o WHERE { ?s ?p ?o", "ASK { ?s ?p ?o }"])
def test_a_bad_select_is_refused(query: str) -> None:
    with pytest.raises(StoreError):
        from_nquads(quad('"x"')).select(query)


@pytest.mark.parametrize("query", ["ASK", EVERYTHING])
def test_a_bad_ask_is_refused(query: str) -> None:
    with pytest.raises(StoreError):
        from_nquads(quad('"x"')).ask(query)


@pytest.mark.parametrize("query", ["INSERT DATA { <http://e/a> <http://e/b> <http://e/c> }", "CLEAR ALL"])
def test_a_query_cannot_write(query: str) -> None:
    with pytest.raises(StoreError):
        from_nquads(quad('"x"')).select(query)


def test_what_is_no_nquads_is_refused() -> None:
    with pytest.raises(StoreError, match="not N-Quads"):
        from_nquads(b"acme supplies beta\n")
