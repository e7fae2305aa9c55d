import pytest

from kg.base.errors import StoreError
from kg.store.read_only import read_only


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {}",
        '# INSERT\nselect ?load { ?load <LOAD> \'INSERT\' ; e:service """DROP "ALL" """ }',
        "BASE <http://e/> PREFIX from: <http://e/> SELECT ?x { ?x from:from 'a'@from }",
        "SELECT * { ?a ?b ?c FILTER(?a<?b&&?c>?a) }",
        "PREFIX : <http://e/> SELECT * { :load :drop\\-x :clear }",
    ],
)
def test_words_that_are_no_keywords_do_no_harm(query: str) -> None:
    assert read_only(query).prologue + read_only(query).body == query


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("", "no SELECT"),
        ("ASK {}", "no SELECT"),
        ("CONSTRUCT WHERE {}", "no SELECT"),
        ("INSERT DATA { <a> <b> <c> }", "no SELECT"),
        ("PREFIX e: <http://e/> LOAD <http://e/>", "no SELECT"),
        ("define get:soft 'replacing' SELECT * {}", "no SELECT"),
        ("SELECT * {} ; DROP ALL", "DROP"),
        ("SELECT * FROM <http://e/> {}", "FROM"),
        ("SELECT * { service silent <http://e/> {} }", "SERVICE"),
        ("SELECT * { \\u0053ERVICE <http://e/> {} }", "SERVICE"),
        ("SELECT * { ?x ?p 'a\\u0027 . SERVICE <http://e/> {} #' }", "SERVICE"),
        ("SELECT * { ?x <http://e/\\u003E> ?y }", ""),
        ("SELECT * " + "{" * 1000 + "}" * 1000, "nested"),
        ("SELECT (" + "! " * 1000 + "?x AS ?y) {}", "nested"),
        ("SELECT * {} #" + "x" * 5_000_000, "longer"),
    ],
)
def test_what_does_more_than_read_is_refused(query: str, reason: str) -> None:
    if not reason:
        assert read_only(query).federated is False
        return
    with pytest.raises(StoreError, match=reason):
        read_only(query)


def test_other_graphs_may_be_named_by_those_who_ask_for_it() -> None:
    assert read_only("SELECT * FROM <http://e/> { SERVICE <http://e/> {} }", federated=True).federated
