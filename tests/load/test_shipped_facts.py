"""Every row of the shipped facts goes into the graph, and comes back out with every value it has."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, RdfFormat, parse

from kg.load.compile_pack import Compiled, compile_pack
from kg.pack.resources import default_pack_folder

FOLDER = default_pack_folder()
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "ai-compute"
AI = "https://w3id.org/kgask/ai-compute/"
KG = "https://w3id.org/kgask/core#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

#: Subject -> predicate -> values, of what is stated; short where the IRI is the pack's.
Graph = Mapping[str, Mapping[str, list[str]]]
Cells = dict[str, str]

ROWS = {
    "entities": 477,
    "supplies": 416,
    "shares": 81,
    "parts": 109,
    "relations": 388,
    "measures": 486,
    "sources": 409,
}
#: What the file's column is called in the graph: role or qualifier of the frame, by file.
STATED = {
    "supplies": ("supplier", "item", "customer", "system", "role", "stage", "quantity", "unit"),
    "parts": ("whole", "part", "quantity", "unit", "condition"),
    "measures": ("subject", "item", "measure", "value", "value_max", "unit", "scope", "as_of"),
}
NUMBERS = ("quantity", "value", "value_max", "share", "share_max", "amount", "share_percent")


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return compile_pack(FOLDER)


@pytest.fixture(scope="module")
def graph(compiled: Compiled) -> Graph:
    found: dict[str, dict[str, list[str]]] = {}
    for quad in parse(compiled.quads, RdfFormat.N_QUADS):
        if quad.graph_name == DefaultGraph():
            value = quad.object
            text = f"{value.value}@{value.language}" if isinstance(value, Literal) and value.language else value.value
            predicates = found.setdefault(quad.subject.value.removeprefix(AI), {})
            predicates.setdefault(quad.predicate.value.removeprefix(AI), []).append(text.removeprefix(AI))
    return found


@pytest.fixture(scope="module")
def claimed(graph: Graph) -> dict[tuple[str, int], tuple[str, str]]:
    """The statement and the claim that stand for a row, by file and line."""
    return {
        (graph[claim][KG + "file"][0], int(graph[claim][KG + "line"][0])): (statement, claim)
        for statement, predicates in graph.items()
        for claim in predicates.get(KG + "claim", ())
    }


def rows(name: str, folder: Path = FOLDER / "facts") -> list[Cells]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ROWS)
def test_no_row_of_the_facts_is_missing(compiled: Compiled, name: str) -> None:
    assert (len(rows(name)), compiled.counts[f"facts/{name}.csv"]) == (ROWS[name], ROWS[name])


@pytest.mark.skipif(not SHARED.is_dir(), reason="the data set that the pack was made from is not at hand")
@pytest.mark.parametrize("name", ROWS)
def test_the_rows_are_those_of_the_data_set_that_the_pack_was_made_from(name: str) -> None:
    given = rows(name, SHARED)
    assert [{column: row[column] for column in given[0]} for row in rows(name)] == given


@pytest.mark.parametrize("name", ["supplies", "shares", "parts", "relations", "measures"])
def test_every_row_is_one_claim_with_its_source_and_status(
    graph: Graph, claimed: Mapping[tuple[str, int], tuple[str, str]], name: str
) -> None:
    file = f"facts/{name}.csv"
    found = {line: graph[claim] for (at, line), (_, claim) in claimed.items() if at == file}
    assert [
        (found[line][KG + "source"], found[line][KG + "status"], found[line][KG + "confidence"])
        for line in range(2, ROWS[name] + 2)
    ] == [([row["source"]], [row["status"]], [row["confidence"]]) for row in rows(name)]


@pytest.mark.parametrize(("name", "count"), [("supplies", 398), ("shares", 80), ("parts", 104), ("relations", 371)])
def test_rows_that_say_the_same_are_one_statement(
    claimed: Mapping[tuple[str, int], tuple[str, str]], name: str, count: int
) -> None:
    assert len({statement for (file, _), (statement, _) in claimed.items() if file == f"facts/{name}.csv"}) == count


def values(graph: Graph, statement: str, frame: str) -> dict[str, str]:
    """Return what a statement says: roles, qualifiers and dates, without what was computed from them."""
    found = {
        predicate.removeprefix(f"{frame}-"): text
        for predicate, (text, *_) in graph[statement].items()
        if predicate.startswith(f"{frame}-") and not predicate.endswith(("-base", "-first", "-last"))
    }
    dates = {end: graph[statement][KG + end][0] for end in ("validFrom", "validTo") if KG + end in graph[statement]}
    return found | dates


def expected(**cells: str) -> dict[str, str]:
    return {name: str(float(text)) if name in NUMBERS else text for name, text in cells.items() if text}


@pytest.mark.parametrize("name", STATED)
def test_every_value_of_a_row_comes_back_out(
    graph: Graph, claimed: Mapping[tuple[str, int], tuple[str, str]], name: str
) -> None:
    frame = {"supplies": "Supply", "parts": "Part", "measures": "Measure"}[name]
    for line, row in enumerate(rows(name), 2):
        statement, _ = claimed[f"facts/{name}.csv", line]
        cells = {column: row[column] for column in STATED[name]}
        dates = {"validFrom": row.get("valid_from", ""), "validTo": row.get("valid_to", "")}
        assert normal(values(graph, statement, frame)) == expected(**cells, **dates), row


def normal(found: dict[str, str]) -> dict[str, str]:
    return {name: str(float(text)) if name in NUMBERS else text for name, text in found.items()}


def test_every_share_comes_back_out_with_its_basis(
    graph: Graph, claimed: Mapping[tuple[str, int], tuple[str, str]]
) -> None:
    for line, row in enumerate(rows("shares"), 2):
        statement, _ = claimed["facts/shares.csv", line]
        at_least = "at_least" if row["share_min"] and not row["share_max"] else ""
        assert normal(values(graph, statement, "Share")) == expected(
            **{
                column: row[column]
                for column in ("supplier", "item", "customer", "system", "basis", "period", "share_max")
            },
            share=row["share_percent"] or row["share_min"],
            unit="percent",
            bound=at_least,
        ), row


def test_every_relation_comes_back_out_in_its_own_frame(
    compiled: Compiled, graph: Graph, claimed: Mapping[tuple[str, int], tuple[str, str]]
) -> None:
    for line, row in enumerate(rows("relations"), 2):
        statement, _ = claimed["facts/relations.csv", line]
        frame = compiled.pack.frames[graph[statement][TYPE][0]]
        assert frame.id.casefold() == row["relation"].replace("_", "")
        first, second = (role.id for role in frame.roles)
        assert normal(values(graph, statement, frame.id)) == expected(
            **{
                first: row["subject"],
                second: row["object"],
                "validFrom": row["valid_from"],
                "validTo": row["valid_to"],
            },
            **{column: row[column] for column in ("amount", "unit", "share_percent")},
            share_unit="percent" if row["share_percent"] else "",
        ), row


def test_every_entity_comes_back_out_with_all_its_names(graph: Graph) -> None:
    for row in rows("entities"):
        thing = graph[row["id"]]
        names = {f"{name}@en" for name in row["aliases_en"].split("|")} | {
            f"{name}@zh" for name in row["aliases_zh"].split("|")
        }
        assert set(thing[SKOS + "prefLabel"]) == {f"{row['label_en']}@en", f"{row['label_zh']}@zh"}
        assert set(thing.get(SKOS + "altLabel", ())) == names - {"@en", "@zh"}
        assert row["class"] in thing[TYPE]
        assert thing[KG + "id"] == [row["id"]]


def test_every_entity_comes_back_out_with_its_kinds_country_maker_and_ticker(graph: Graph) -> None:
    for row in rows("entities"):
        thing = graph[row["id"]]
        links = {SKOS + "broader": "kind_of", "country": "country", "maker": "maker", KG + "ticker": "ticker"}
        for predicate, column in links.items():
            assert sorted(thing.get(predicate, ())) == sorted(filter(None, row[column].split("|"))), row
        assert thing.get(KG + "note", [""]) == [f"{row['note']}@en" if row["note"] else ""]
        assert thing.get("tickerChecked", [""]) == [row["ticker_checked"]]


def test_every_source_comes_back_out(graph: Graph) -> None:
    terms = "http://purl.org/dc/terms/"
    columns = {
        terms + "title": "title",
        terms + "publisher": "publisher",
        terms + "creator": "author",
        terms + "date": "date",
        terms + "language": "lang",
        "https://schema.org/url": "url",
        KG + "reliability": "reliability",
    }
    for row in rows("sources"):
        source = graph[row["id"]]
        assert {column: source.get(term, [""])[0] for term, column in columns.items()} == {
            c: row[c] for c in columns.values()
        }
        assert KG + "Source" in source[TYPE]


def test_a_thing_is_of_all_its_kinds_and_of_its_own(graph: Graph) -> None:
    assert set(graph["lpo-module-800g"][KG + "ofKind"]) == {
        "lpo-module-800g", "lpo-module", "module-800g", "optical-module", "optical-component",
    }  # fmt: skip


def test_a_company_is_an_agent(graph: Graph) -> None:
    assert set(graph["innolight"][TYPE]) == {"Company", "Agent"}


@pytest.mark.parametrize("name", ["SZSE:300308", "SZ300308", "300308.SZ", "300308"])
def test_a_ticker_is_understood_in_its_usual_spellings(compiled: Compiled, name: str) -> None:
    assert name in compiled.pack.things["innolight"].names["zh"].hidden


def test_a_bare_code_of_four_digits_is_no_name(compiled: Compiled) -> None:
    assert "2330.TW" in compiled.pack.things["tsmc"].names["en"].hidden
    assert "2330" not in compiled.pack.things["tsmc"].names["en"].all


def test_adjectives_name_countries_through_the_frame_of_countries(compiled: Compiled) -> None:
    use = compiled.pack.adjective_uses[0]
    assert (use.cls, use.frame, use.subject, use.object) == ("Country", "InCountry", "resident", "country")
    assert "国产" in compiled.pack.things["CN"].adjectives["zh"]


def test_a_quantity_stands_in_its_base_unit_too(graph: Graph) -> None:
    power = next(
        p for p in graph.values() if p.get("Measure-subject") == ["colossus"] and p.get("Measure-measure") == ["power"]
    )
    assert (float(power["Measure-value"][0]), power["Measure-unit"], float(power["Measure-value-base"][0])) == (
        150,
        ["MW"],
        150e6,
    )


def test_the_flagship_rule_derives_five_suppliers_of_optical_modules_to_nvl_clusters(compiled: Compiled) -> None:
    assert suppliers(compiled, stated=False) == {"coherent", "eoptolink", "fabrinet", "hg-tech", "innolight"}


def test_one_supplier_of_optical_modules_to_an_nvl_cluster_is_stated(compiled: Compiled) -> None:
    assert suppliers(compiled, stated=True) == {"eoptolink"}


def suppliers(compiled: Compiled, *, stated: bool) -> set[str]:
    """Return who supplies an optical module for an NVL cluster, as a source states or a rule derives it."""
    kinds = {f"{AI}{thing}": closure(compiled, thing) for thing in compiled.pack.things}
    told: dict[str, dict[str, str]] = {}
    for quad in parse(compiled.quads, RdfFormat.N_QUADS):
        if quad.predicate.value.startswith(AI + "Supply-") and (quad.graph_name == DefaultGraph()) == stated:
            told.setdefault(quad.subject.value, {})[quad.predicate.value.removeprefix(AI + "Supply-")] = (
                quad.object.value
            )
    return {
        roles["supplier"].removeprefix(AI)
        for roles in told.values()
        if "optical-module" in kinds[roles["item"]] and "nvl-cluster" in kinds.get(roles.get("system", ""), ())
    }


def closure(compiled: Compiled, thing: str) -> set[str]:
    return {thing}.union(*(closure(compiled, kind) for kind in compiled.pack.things[thing].kinds))


def test_nothing_is_derived_but_by_the_rule_through_the_maker(compiled: Compiled) -> None:
    rules = Counter(
        quad.object.value
        for quad in parse(compiled.quads, RdfFormat.N_QUADS)
        if quad.predicate.value == KG + "rule" and quad.graph_name.value == KG + "derived"
    )
    assert list(rules) == [f"{AI}supply-through-maker"]
