"""SPARQL text: what is quoted, what is refused, and that engines read back what was written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from kg.store.embedded import from_nquads

X, Y, N = Variable("x"), Variable("y"), Variable("n")
P, C = Iri("http://e/p"), Iri("http://e/c")
STORE = from_nquads(b"")


def constant(value: Constant) -> str:
    text = write(Select((X,), (Values(X, (value,)),)))
    return text.split("VALUES ?x { ", 1)[1].rsplit(" }", 1)[0]


def read_back(value: Constant) -> object:
    return STORE.select(write(Select((X,), (Values(X, (value,)),)))).rows[0][0]


HOSTILE = (
    '" } DELETE WHERE { ?s ?p ?o } #',
    "\\",
    '\\"',
    "line\nbreak\r\ttab",
    "'single' '''three''' \"\"\"three\"\"\"",
    "\u2028\u2029\ufeff\u202e",
    "光模块 ?x <http://e/> $y",
    "\x00\x01\x7f",
    "\\u0022 }",
    "{}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_read_back_as_it_was_whatever_it_holds(text: str) -> None:
    assert read_back(text) == text
    assert read_back(Text(text, "en")) == Text(text, "en")


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert read_back(text) == text


@pytest.mark.parametrize("value", [True, False, 0, -7, 2.5, -0.0, 1e300, float("inf"), date(2024, 2, 29), C])
def test_values_are_read_back_with_their_type(value: Constant) -> None:
    found = read_back(value)
    assert (type(found), found) == (type(value), value)


def test_a_whole_float_stays_a_double() -> None:
    assert constant(25.0) == "25.0e0"


@pytest.mark.parametrize(
    "iri",
    [
        "http://e/a> <http://e/b",
        "http://e/ x",
        'http://e/"',
        "http://e/{}",
        "nothing",
        "http://e/\\u003e",
        "http://e/\ud800",
    ],
)
def test_what_is_no_iri_is_refused(iri: str) -> None:
    with pytest.raises(StoreError, match="not an IRI"):
        constant(Iri(iri))


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(StoreError, match="not a text"):
        constant("\ud800")


@pytest.mark.parametrize("lang", ["", "en us", 'en"', "@en"])
def test_what_is_no_language_tag_is_refused(lang: str) -> None:
    with pytest.raises(StoreError, match="not a language tag"):
        constant(Text("a", lang))


def test_a_variable_of_another_form_is_a_mistake_of_the_compiler() -> None:
    with pytest.raises(AssertionError):
        write(Select((Variable("x }"),), ()))


def test_prefixes_shorten_what_they_can_and_only_those_used_are_written() -> None:
    select = Select((X,), (Triple(X, TYPE, Iri("http://e/Thing")), Triple(X, P, Iri("http://e/a/b"))))
    assert write(select, (("e", "http://e/"), ("f", "http://f/"))) == (
        "PREFIX e: <http://e/>\nSELECT DISTINCT ?x\nWHERE {\n  ?x a e:Thing .\n  ?x e:p <http://e/a/b> .\n}"
    )


@pytest.mark.parametrize("local", ["-a", "a-", "a.b", "a%", "", "光"])
def test_a_local_name_that_would_need_an_escape_is_written_in_full(local: str) -> None:
    assert f"<http://e/{local}>" in write(
        Select((X,), (Triple(X, P, Iri(f"http://e/{local}")),)), (("e", "http://e/"),)
    )


def test_a_prefix_that_is_none_is_not_used() -> None:
    assert "PREFIX" not in write(Select((X,), (Triple(X, P, C),)), (("a b", "http://e/"),))


def test_every_element_has_its_spelling() -> None:
    wide = (Triple(X, P, Y),)
    group = (
        Values(X, (C,)),
        *wide,
        InGraph(C, wide),
        Union((wide, wide)),
        Subselect(Select((X, Tally(Y, N)), wide, False, (X,), (Having(Y, ">=", 2), Having(Y, "<", 9)))),
        Minus(Select((X,), wide)),
        Filter(AnyOf((IsBound(X), Compare(X, "!=", C)))),
        Exists(wide),
        Exists(wide, absent=True),
    )
    text = write(Select((X, Tally(Y, N)), group, False, (X,)))
    for part in (
        "GRAPH <http://e/c> {",
        "} UNION {",
        "GROUP BY ?x HAVING (COUNT(DISTINCT ?y) >= 2 && COUNT(DISTINCT ?y) < 9)",
        "MINUS {",
        "FILTER((BOUND(?x)) || (?x != <http://e/c>))",
        "FILTER EXISTS {",
        "FILTER NOT EXISTS {",
        "SELECT ?x (COUNT(DISTINCT ?y) AS ?n)",
    ):
        assert part in text
    assert STORE.select(text).rows == ()


def test_pairs_of_a_closure_are_values_and_none_is_nothing() -> None:
    open_pairs, no_pairs = Reaches(X, Y, 0), Reaches(X, Y, 0, ())
    assert "# pairs of closure 0" in write(Select((X,), (open_pairs,)))
    assert "VALUES (?x ?y) { (<http://e/c> <http://e/p>) }" in write(Select((X,), (Reaches(X, Y, 0, ((C, P),)),)))
    assert STORE.select(write(Select((X,), (no_pairs,)))).rows == ()
