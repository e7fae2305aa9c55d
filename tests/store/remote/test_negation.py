"""What Virtuoso 7.2.5 answers wrongly is said otherwise, or not sent."""

import pytest

from kg.base.errors import StoreError
from kg.store.remote.servers.negation import negation

ARM = "{ VALUES ?end { <e> <f> } ?x <p> ?y } UNION { ?x <q> <e> }"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x { ?x a <C> FILTER NOT EXISTS { ?x <p> ?y } }",
        "SELECT ?x { ?x a <C> FILTER NOT EXISTS { { ?x <p> <a> } UNION { ?x <q> <a> } } }",
        "SELECT ?x { VALUES ?x { <a> <b> } FILTER NOT EXISTS { ?x <p> ?y } }",
        "SELECT ?x { " + ARM + " }",
        "SELECT ?x { ?x a <C> MINUS { { VALUES ?y { <e> <f> } ?x <p> ?y } UNION { ?x <q> <e> } } }",
        "SELECT ?x { ?x <label> 'MINUS { SELECT DISTINCT ?x WHERE { VALUES ?x { <a> } } }' }",
        "SELECT ?x { ?x <label> 'VALUES ?y { <a> }' }",
    ],
)
def test_what_is_answered_rightly_is_sent_as_it_is(query: str) -> None:
    assert negation(query) == query


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT ?x { ?x a <C> FILTER NOT EXISTS { FILTER(?x = <a>) } }", "nothing but filters"),
        ("SELECT ?x { ?x a <C> FILTER NOT EXISTS { FILTER NOT EXISTS { ?x <p> ?y } } }", "nothing but filters"),
        ("SELECT ?x { ?x a <C> FILTER NOT EXISTS { VALUES ?x { <a> <b> } ?x <p> ?y } }", "VALUES in a negation"),
        ("SELECT ?x { ?x a <C> FILTER NOT EXISTS { " + ARM + " } }", "in a UNION in a negation"),
        ("SELECT ?x { ?x a <C> MINUS { " + ARM + " } }", "in a UNION in a negation"),
    ],
)
def test_what_is_answered_wrongly_is_refused(query: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason):
        negation(query)


def test_a_value_that_nothing_speaks_of_is_left_out() -> None:
    query = "SELECT ?x { ?x a <C> FILTER NOT EXISTS { { VALUES ?e { <e> } ?x <p> <e> } UNION { ?x <q> <e> } } }"
    assert negation(query) == query.replace("VALUES ?e { <e> }", "")


def test_a_list_that_is_taken_away_becomes_a_filter() -> None:
    query = "SELECT ?x { ?x a <C> MINUS { SELECT DISTINCT ?x WHERE { VALUES ?x { <a> <b> } } } }"
    assert negation(query) == "SELECT ?x { ?x a <C> FILTER(?x NOT IN (<a>, <b>)) }"
