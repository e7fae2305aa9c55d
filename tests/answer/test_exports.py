"""What is saved can be read again by those it is meant for, and does nothing where it is opened."""

import csv
from io import BytesIO, StringIO

import pytest
from msgspec.structs import replace

from kg.answer.answer import Answer, Column, EntityCell, Row, ValueCell
from kg.answer.to_csv import to_csv
from kg.answer.to_graphml import to_graphml
from kg.answer.to_networkx import to_networkx
from kg.answer.to_trig import to_trig
from kg.answer.to_turtle import to_turtle
from kg.base.iris import DERIVED_GRAPH, KG, SKOS
from kg.query.query import Fill, Holds, Noun, Query, Select
from tests.property.engines import answer, stores
from tests.reference.layout import NAMESPACE, pack_of
from tests.reference.story import say, tell

STORY = tell(
    "acme:Firm beta:Firm gamma:Firm lens:Component",
    say(
        "Supply",
        "acme lens gamma",
        id="stated",
        claims="paper blog=rumour",
        valid_from="2020",
        amount=2.0,
        unit="dozen",
    ),
    say("Supply", "beta lens gamma", id="concluded", premises="stated"),
    sources="paper=2022 blog",
)
PACK = pack_of(STORY)
EMPTY = Answer("who?", "en", {}, "rows")
HOSTILE = "\"]]> <script>alert(1)</script> & ' \\ \n } . <x>"


@pytest.fixture(scope="module")
def found() -> Answer:
    noun = Noun("Firm", where=Holds("Supply", "supplier", (Fill("customer", Noun(names=("gamma",))),)))
    return answer(Query(Select(noun)), STORY, stores(STORY)["pyoxigraph"])


@pytest.fixture(scope="module")
def hostile(found: Answer) -> Answer:
    """The answer with a name that would end quotes, tags and comments."""
    (first, *rest) = found.rows
    cell = first.cells[0]
    assert isinstance(cell, EntityCell)
    return replace(found, rows=(replace(first, cells=(replace(cell, label={"en": HOSTILE, "zh": HOSTILE}),)), *rest))


# ---------------------------------------------------------------- CSV


def table(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline="")))


def of_value(value: str | float) -> Answer:
    return Answer("?", "en", {}, "rows", (Column({"en": "value", "zh": "值"}, "value"),), (Row((ValueCell(value),)),))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_a_cell_that_would_be_a_formula_is_made_harmless(start: str) -> None:
    value = f"{start}HYPERLINK(A1)"
    assert table(to_csv(of_value(value)))[1][0] == f"'{value}"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_heading_that_would_be_a_formula_is_made_harmless(start: str) -> None:
    text = to_csv(replace(EMPTY, columns=(Column({"en": f"{start}A1", "zh": "值"}, "value"),)))
    assert table(text)[0][0] == f"'{start}A1"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_name_that_would_be_a_formula_is_made_harmless(start: str) -> None:
    cell = EntityCell("acme", NAMESPACE + "acme", "Firm", {"en": f"{start}A1"})
    assert table(to_csv(replace(of_value("x"), rows=(Row((cell,)),))))[1][:2] == [f"'{start}A1", "acme"]


@pytest.mark.parametrize("value", ["a=b", "1-2", "x@y", "光模块", "'", ""])
def test_a_cell_that_is_no_formula_stays_as_it_is(value: str) -> None:
    assert table(to_csv(of_value(value)))[1][0] == value


def test_a_number_below_nought_stays_a_number() -> None:
    assert table(to_csv(of_value(-2.5)))[1][0] == "-2.5"


@pytest.mark.parametrize("value", ['a "b", c', "a\nb", "a,b;c", "a\r\nb"])
def test_quotes_commas_and_line_ends_come_back(value: str) -> None:
    assert table(to_csv(of_value(value)))[1][0] == value


def test_the_table_names_rule_and_sources_of_each_row(found: Answer) -> None:
    assert table(to_csv(found)) == [
        ["supplier", "supplier (id)", "derived", "sources"],
        ["acme", "acme", "", "paper; blog"],
        ["beta", "beta", "inferred-Supply", "paper; blog"],
    ]


def test_the_table_can_be_in_chinese(found: Answer) -> None:
    assert [row[0] for row in table(to_csv(found, "zh"))] == ["supplier号", "acme号", "beta号"]


def test_an_empty_answer_is_a_heading() -> None:
    assert table(to_csv(EMPTY)) == [["derived", "sources"]]


# ---------------------------------------------------------------- GraphML


def test_graphml_gives_back_nodes_and_edges(found: Answer) -> None:
    from networkx import read_graphml

    graph, expected = read_graphml(BytesIO(to_graphml(found).encode())), to_networkx(found)
    assert (set(graph.nodes), sorted(graph.edges())) == (set(expected.nodes), sorted(expected.edges()))


def test_graphml_tells_what_is_derived(found: Answer) -> None:
    from networkx import read_graphml

    graph = read_graphml(BytesIO(to_graphml(found).encode()))
    derived = {edge["statement"]: edge["derived"] for _, _, edge in graph.edges(data=True)}
    assert derived == {"stated": "", "concluded": "inferred-Supply"}


def test_graphml_holds_hostile_names(hostile: Answer) -> None:
    from networkx import read_graphml

    graph = read_graphml(BytesIO(to_graphml(hostile).encode()))
    assert graph.nodes["acme"]["label"] == HOSTILE


def test_graphml_leaves_out_what_xml_cannot_hold(found: Answer) -> None:
    from networkx import read_graphml

    graph = read_graphml(BytesIO(to_graphml(replace(found, question="a\x00b\ud800c")).encode()))
    assert graph.graph["question"] == "abc"


def test_graphml_of_an_empty_answer_is_an_empty_graph() -> None:
    from networkx import read_graphml

    assert len(read_graphml(BytesIO(to_graphml(EMPTY).encode()))) == 0


# ---------------------------------------------------------------- Turtle and TriG


def test_turtle_gives_back_every_triple(found: Answer) -> None:
    from rdflib import Graph
    from rdflib.compare import isomorphic

    from kg.answer.to_graph import to_graph

    assert isomorphic(Graph().parse(data=to_turtle(found, PACK), format="turtle"), to_graph(found, PACK))


def test_turtle_holds_roles_claims_and_sources(found: Answer) -> None:
    from rdflib import Graph, URIRef

    graph = Graph().parse(data=to_turtle(found, PACK), format="turtle")
    claims = graph.objects(URIRef(NAMESPACE + "stated"), URIRef(KG + "claim"))
    assert {str(source) for claim in claims for source in graph.objects(claim, URIRef(KG + "source"))} == {
        NAMESPACE + "paper",
        NAMESPACE + "blog",
    }


def test_turtle_holds_hostile_names(hostile: Answer) -> None:
    from rdflib import Graph, Literal, URIRef

    graph = Graph().parse(data=to_turtle(hostile, PACK), format="turtle")
    assert (URIRef(NAMESPACE + "acme"), URIRef(SKOS + "prefLabel"), Literal(HOSTILE, lang="en")) in graph


def test_turtle_of_the_same_answer_is_the_same_text(found: Answer) -> None:
    assert to_turtle(found, PACK) == to_turtle(found, PACK)


def test_turtle_of_an_empty_answer_holds_no_triple() -> None:
    from rdflib import Graph

    assert len(Graph().parse(data=to_turtle(EMPTY, PACK), format="turtle")) == 0


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_trig_has_what_is_derived_in_a_graph_of_its_own(found: Answer) -> None:
    from rdflib import Dataset, URIRef

    dataset = Dataset()
    dataset.parse(data=to_trig(found, PACK), format="trig")
    derived = dataset.graph(URIRef(DERIVED_GRAPH))
    assert {str(subject) for subject in derived.subjects()} == {NAMESPACE + "concluded"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_trig_gives_back_every_triple(found: Answer) -> None:
    from rdflib import Dataset

    from kg.answer.to_graph import to_graph

    dataset = Dataset()
    dataset.parse(data=to_trig(found, PACK), format="trig")
    assert {quad[:3] for quad in dataset.quads()} == set(to_graph(found, PACK))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_trig_holds_hostile_names(hostile: Answer) -> None:
    from rdflib import Dataset, Literal, URIRef

    dataset = Dataset()
    dataset.parse(data=to_trig(hostile, PACK), format="trig")
    named = (URIRef(NAMESPACE + "acme"), URIRef(SKOS + "prefLabel"), Literal(HOSTILE, lang="zh"))
    assert named in {quad[:3] for quad in dataset.quads()}
