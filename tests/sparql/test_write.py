"""Whatever text stands in a query stays text: it cannot end its quotes, its IRI or its group."""

from datetime import date

import pytest

from kg.base.errors import StoreError
from kg.base.iris import TYPE
from kg.base.terms import Iri, Text
from kg.plan.pattern import (
    AnyOf,
    Compare,
    Constant,
    Exists,
    Filter,
    Having,
    InGraph,
    IsBound,
    Minus,
    Reaches,
    Select,
    Subselect,
    Tally,
    Triple,
    Union,
    Values,
    Variable,
)
from kg.sparql.write import write
from kg.store import embedded, rdflib_store
from kg.store.store import Store

NAMESPACE = "http://example.org/"
X, Y, Z = Variable("x"), Variable("y"), Variable("z")
HAS = Iri(NAMESPACE + "has")
LINK = Triple(X, HAS, Y)
HOSTILE = {
    "quote": 'a " b',
    "closing": '" } #',
    "three quotes": '"""',
    "backslash": "a \\ b",
    "last backslash": "ends with \\",
    "escaped quote": '\\"',
    "newline": "a\nb",
    "return": "a\r\nb",
    "tab": "a\tb",
    "nought": "a\x00b",
    "bell": "a\x07b",
    "delete": "a\x7fb",
    "brace": "} } }",
    "comment": "# no comment",
    "injection": '" . } ; DROP ALL #',
    "escape": "\\u0022",
    "apostrophe": "l'or",
    "Chinese": "光模块”",
    "line separator": "a\u2028b",
    "beyond the first plane": "𠮷",
}
BAD_IRIS = {
    "angle": "http://e/a> ?p ?o . <http://e/b",
    "space": "http://e/a b",
    "quote": 'http://e/"',
    "brace": "http://e/}",
    "backslash": "http://e/\\u003E",
    "newline": "http://e/a\nb",
    "pipe": "http://e/a|b",
    "grave": "http://e/`",
    "caret": "http://e/^",
    "no scheme": "acme",
    "empty": "",
    "surrogate": "http://e/\ud800",
}


#: rdflib expands \\u escapes before it reads strings, even behind a backslash; the second opinion has this limit.
LIMIT_OF_RDFLIB = "\\u0022"


def accept_limit(text: str, store: Store) -> None:
    if store.name == "rdflib" and text == LIMIT_OF_RDFLIB:
        pytest.xfail("rdflib expands a unicode escape behind a backslash")


def values(*terms: Constant) -> Select:
    return Select((X,), (Values(X, terms),))


@pytest.fixture(params=[embedded.from_nquads, rdflib_store.from_nquads], ids=["pyoxigraph", "rdflib"])
def store(request: pytest.FixtureRequest) -> Store:
    empty: Store = request.param(b"")
    return empty


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_comes_back_as_it_was(text: str, store: Store) -> None:
    accept_limit(text, store)
    assert store.select(write(values(text))).rows == ((text,),)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_with_a_language_comes_back_as_it_was(text: str, store: Store) -> None:
    accept_limit(text, store)
    assert store.select(write(values(Text(text, "zh")))).rows == ((Text(text, "zh"),),)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_adds_no_line(text: str) -> None:
    assert write(values(text)).count("\n") == write(values("plain")).count("\n")


def test_quotes_backslashes_and_newlines_are_escaped() -> None:
    assert 'VALUES ?x { "\\"\\\\\\n}" }' in write(values('"\\\n}'))


@pytest.mark.parametrize("iri", BAD_IRIS.values(), ids=BAD_IRIS)
def test_what_is_no_iri_is_refused(iri: str) -> None:
    with pytest.raises(StoreError, match="not an IRI"):
        write(values(Iri(iri)))


@pytest.mark.parametrize("iri", BAD_IRIS.values(), ids=BAD_IRIS)
def test_what_is_no_iri_is_refused_as_a_predicate_too(iri: str) -> None:
    with pytest.raises(StoreError, match="not an IRI"):
        write(Select((X,), (Triple(X, Iri(iri), Y),)))


@pytest.mark.parametrize("local", ["a.b", "a/b", "a-", "光", "a'b", "a,b", "a;b", "a%20b", ""])
def test_an_iri_that_no_prefix_can_shorten_is_written_in_full(local: str) -> None:
    assert f"<{NAMESPACE}{local}>" in write(values(Iri(NAMESPACE + local)), (("e", NAMESPACE),))


def test_an_iri_is_shortened_by_its_prefix() -> None:
    text = write(values(Iri(NAMESPACE + "acme")), (("e", NAMESPACE),))
    assert text.startswith(f"PREFIX e: <{NAMESPACE}>\n") and "{ e:acme }" in text


def test_a_prefix_that_is_not_used_is_not_written() -> None:
    assert "PREFIX" not in write(values("plain"), (("e", NAMESPACE),))


@pytest.mark.parametrize("prefix", ["", "E", "a b", "a:", "é"])
def test_a_prefix_that_sparql_may_not_take_is_not_used(prefix: str) -> None:
    assert "PREFIX" not in write(values(Iri(NAMESPACE + "acme")), ((prefix, NAMESPACE),))


@pytest.mark.parametrize("lang", ["", "en us", 'en" .', "en }", "中文", "-en"])
def test_what_is_no_language_is_refused(lang: str) -> None:
    with pytest.raises(StoreError, match="not a language tag"):
        write(values(Text("laser", lang)))


def test_half_a_character_is_refused() -> None:
    with pytest.raises(StoreError, match="not a text"):
        write(values("\ud800"))


@pytest.mark.parametrize("name", ["x y", "x}", "", "1x", "变"])
def test_what_is_no_variable_is_refused(name: str) -> None:
    with pytest.raises(AssertionError, match="not a variable name"):
        write(Select((Variable(name),), ()))


@pytest.mark.parametrize("value", [True, False, 7, -7, 2.5, 1e300, 1e-7, float("inf"), date(2024, 3, 1)])
def test_a_value_comes_back_as_it_was(value: Constant, store: Store) -> None:
    found = store.select(write(values(value))).rows[0][0]
    assert (found, type(found)) == (value, type(value))


def test_the_type_is_written_as_a() -> None:
    assert "?x a ?y ." in write(Select((X,), (Triple(X, TYPE, Y),)))


def test_pairs_that_are_none_match_nothing(store: Store) -> None:
    assert store.select(write(Select((X, Y), (Reaches(X, Y, 0, ()),)))).rows == ()


def test_pairs_that_were_found_are_the_rows(store: Store) -> None:
    pair = (Iri(NAMESPACE + "acme"), Iri(NAMESPACE + "beta"))
    assert store.select(write(Select((X, Y), (Reaches(X, Y, 0, (pair,)),)))).rows == (pair,)


#: One query with every element, so that nothing of the algebra is written by chance.
EVERY_ELEMENT = Select(
    (X, Tally(Y, Z)),
    (
        LINK,
        Values(X, (Iri(NAMESPACE + "acme"), Text("光", "zh"), '"', 1, 2.5, True, date(2024, 3, 1))),
        Filter(AnyOf((Compare(Y, "!=", '"}'), IsBound(Y)))),
        Exists((LINK,)),
        Exists((LINK,), absent=True),
        Union(((LINK,), (InGraph(Iri(NAMESPACE + "derived"), (LINK,)),))),
        Subselect(Select((X,), (LINK,))),
        Minus(Select((X,), (LINK,))),
        Reaches(X, Y, 0, ((Iri(NAMESPACE + "acme"), Iri(NAMESPACE + "beta")),)),
    ),
    distinct=False,
    grouped=(X,),
    having=(Having(Y, ">=", 1), Having(Y, "<", 9)),
)


def test_the_same_query_gives_the_same_text_twice() -> None:
    prefixes = (("e", NAMESPACE),)
    assert write(EVERY_ELEMENT, prefixes) == write(EVERY_ELEMENT, prefixes)


def test_every_element_is_sparql_to_both_engines(store: Store) -> None:
    assert store.select(write(EVERY_ELEMENT)).columns == ("x", "z")
