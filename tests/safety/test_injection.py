"""Terms of any content in every place of a query, on every kind of store: they name what they name, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

import pyoxigraph as ox
import pytest

from kg.base.errors import StoreError
from kg.base.terms import Iri, Term, Text
from kg.plan.pattern import Compare, Constant, Exists, Filter, Group, Minus, Select, Subselect, Triple, Values, Variable
from kg.plan.pattern import Union as Either
from kg.sparql.write import write
from kg.store import embedded, rdflib_store
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.remote_store import RemoteStore
from kg.store.store import Store
from tests.store.remote.real import STATED, oxigraph, virtuoso

PAYLOADS = (
    '" } INSERT DATA { <http://e/x> <http://e/p> "pwned" } #',
    "' } UNION { ?thing ?p ?o } #",
    "> ?p ?o . ?thing <http://e/p",
    "} SERVICE <http://127.0.0.1:1/> { ?s ?p ?o",
    "FILTER(?thing = <http://e/0>)",
    "FILTER NOT EXISTS { FILTER(true) }",
    "MINUS { SELECT DISTINCT ?thing WHERE { VALUES ?thing { <http://e/0> } } }",
    "VALUES ?thing { <http://e/1> }",
    "# a comment",
    "\\u0022 } #",
    '\\" \\',
    "\\\\u0022\\\\\\U00000022 } #",
    "\x7f0022 } #",
    "\x010022 } #",
    "''' \"\"\" ``` ${x} {{x}} %s {0} {body}",
    "a\nLIMIT 0\r\n\tORDER BY ?x",
    "ORDER BY ?x LIMIT 0 OFFSET 9",
    "\u202eevil\u2066\ufeff\u2028\u2029",
    "SELECT * { GRAPH ?g { ?s ?p ?o } }",
    "^^<http://www.w3.org/2001/XMLSchema#integer>",
    "@zh . ?s ?p ?o",
    "bif:system('true') sql:x __tag",
    "光模块; DROP ALL; --",
    "$thing ?thing ?kg_rows",
)
THING, NAME, KIND = Variable("thing"), Variable("name"), Iri("http://e/Kind")
IS, KNOWN = Iri("http://e/is"), Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

#: A term that carries a payload, for each kind of text that a term may be.
TERMS: dict[type, Callable[[str], Constant]] = {
    str: str,
    Text: lambda text: Text(text, "en"),
    Iri: lambda text: Iri("http://e/" + "".join(c if c.isalnum() else f"%{ord(c):02X}" for c in text)),
}

#: The places of a query in which a term may stand, each selecting the things that have it.
PLACES: dict[str, Callable[[Constant], Group]] = {
    "object": lambda term: (Triple(THING, IS, term),),
    "values": lambda term: (Values(NAME, (term,)), Triple(THING, IS, NAME)),
    "filter": lambda term: (Triple(THING, IS, NAME), Filter(Compare(NAME, "=", term))),
    "exists": lambda term: (Triple(THING, KNOWN, KIND), Exists((Triple(THING, IS, term),))),
    "union": lambda term: (Either(((Triple(THING, IS, term),), (Triple(THING, IS, term),))),),
    "subselect": lambda term: (Subselect(Select((THING,), (Triple(THING, IS, term),))),),
}


def quads() -> bytes:
    """Return a thing for each payload and kind of term, named by a number."""
    lines = []
    for number, (kind, payload) in enumerate((kind, payload) for kind in TERMS for payload in PAYLOADS):
        term = TERMS[kind](payload)
        node = (
            ox.NamedNode(term) if isinstance(term, Iri)
            else ox.Literal(term.value, language=term.lang) if isinstance(term, Text)
            else ox.Literal(str(term))
        )  # fmt: skip
        thing = ox.NamedNode(f"http://e/{number}")
        lines += [ox.Quad(thing, ox.NamedNode(IS), node), ox.Quad(thing, ox.NamedNode(KNOWN), ox.NamedNode(KIND))]
    return "".join(f"{quad} .\n" for quad in lines).encode()


EXPECTED = {
    (kind, payload): f"http://e/{number}"
    for number, (kind, payload) in enumerate((kind, payload) for kind in TERMS for payload in PAYLOADS)
}


@pytest.fixture(scope="module", params=["embedded", "rdflib", "oxigraph", "virtuoso"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp(request.param)
    match request.param:
        case "embedded":
            yield embedded.from_nquads(quads())
        case "rdflib":
            yield rdflib_store.from_nquads(quads())
        case "oxigraph":
            with oxigraph(folder, quads()) as url:
                yield RemoteStore(Endpoint(url))
        case _:
            with virtuoso(folder, quads()) as url:
                yield RemoteStore(Endpoint(url, stated=STATED))


def test_every_kind_of_text_in_a_term_is_tried() -> None:
    assert {kind for kind in get_args(Term) if issubclass(kind, str) or hasattr(kind, "__struct_fields__")} - {
        *TERMS
    } == {next(kind for kind in get_args(Term) if kind.__name__ == "Blank")}  # no question names a blank node


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", TERMS, ids=lambda kind: kind.__name__)
def test_a_term_finds_what_has_it_and_nothing_else(store: Store, kind: type, place: str) -> None:
    wrong = []
    for payload in PAYLOADS:
        select = Select((THING,), PLACES[place](TERMS[kind](payload)))
        found = [str(row[0]) for row in store.select(write(select), seconds=120.0).rows]
        if found != [EXPECTED[kind, payload]]:
            wrong.append((payload, found))
    assert wrong == []


@pytest.mark.slow
def test_what_stands_in_a_negation_takes_away_one_thing(store: Store) -> None:
    everything = {*EXPECTED.values()}
    wrong = []
    for payload in PAYLOADS:
        gone = Select((THING,), (Triple(THING, IS, payload),))
        for absent in (Exists(gone.where, absent=True), Minus(gone)):
            select = Select((THING,), (Triple(THING, KNOWN, KIND), absent))
            found = {str(row[0]) for row in store.select(write(select), seconds=120.0).rows}
            if everything - found != {EXPECTED[str, payload]}:
                wrong.append((payload, type(absent).__name__, len(found)))
    assert wrong == []


@pytest.mark.parametrize(
    "text", ["http://e/a b", "http://e/<", "http://e/>", 'http://e/"', "http://e/{", "http://e/\\", "a\nb"]
)
def test_an_iri_that_could_end_itself_is_never_written(text: str) -> None:
    with pytest.raises(StoreError):
        write(Select((THING,), (Triple(THING, IS, Iri(text)),)))
