from __future__ import annotations

from tests.load.kitchen import Kitchen

HEAD = """SELECT ?mill ?goods ?bakery ?cake { GRAPH kg:derived {
  ?s :Delivers-mill ?mill ; :Delivers-goods ?goods ; :Delivers-bakery ?bakery ; :Delivers-cake ?cake } }"""
DELIVERIES = "facts/deliveries.csv"


def test_who_delivers_flour_to_the_baker_delivers_it_for_the_cake(kitchen: Kitchen) -> None:
    assert ("wind-mill", "flour", "hill-bakery", "plain-cake") in kitchen.ask(HEAD)


def test_the_head_names_the_kind_that_the_cake_contains(kitchen: Kitchen) -> None:
    assert ("stone-mill", "flour", "corner-bakery", "honey-cake") in kitchen.ask(HEAD)


def test_nothing_else_is_derived(kitchen: Kitchen) -> None:
    assert len(kitchen.ask(HEAD)) == 2


def test_a_broader_delivery_does_not_tell_of_the_narrower_kind(kitchen: Kitchen) -> None:
    kitchen.spoil("facts/recipes.csv", "contains,plain-cake,flour", "contains,plain-cake,rye-flour")
    assert [row for row in kitchen.ask(HEAD) if row[3] == "plain-cake"] == []


def test_a_delivery_that_names_its_cake_derives_nothing_for_another(kitchen: Kitchen) -> None:
    kitchen.append(DELIVERIES, "water-mill,flour,hill-bakery,honey-cake,,,,,,,,,fact,,ledger")
    assert [row for row in kitchen.ask(HEAD) if row[0] == "water-mill"] == []


def test_what_a_source_states_is_not_derived_again(kitchen: Kitchen) -> None:
    kitchen.append(DELIVERIES, "wind-mill,flour,hill-bakery,plain-cake,,,,,,,,,rumour,,gossip")
    assert [row for row in kitchen.ask(HEAD) if row[0] == "wind-mill"] == []


def test_a_derived_statement_names_its_rule_and_has_no_claim(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        "SELECT DISTINCT ?rule ?claim { GRAPH kg:derived { ?s kg:rule ?rule } OPTIONAL { GRAPH ?g { ?s kg:claim ?claim } } }"
    )
    assert rows == [("flour-in-the-cake", "")]


def test_a_derived_statement_names_the_statements_that_it_stands_on(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        """SELECT ?frame { GRAPH kg:derived { ?s :Delivers-mill :wind-mill ; prov:wasDerivedFrom ?premise } ?premise a ?frame }"""
    )
    assert rows == [("Contains",), ("Delivers",)]


def test_a_derived_statement_names_the_plain_triples_that_it_stands_on(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        """SELECT ?cake ?predicate ?baker { GRAPH kg:derived { ?s :Delivers-mill :wind-mill ; kg:premiseTriple
             [ kg:subject ?cake ; kg:predicate ?predicate ; kg:object ?baker ] } }"""
    )
    assert rows == [("plain-cake", "bakedBy", "hill-bakery")]


def test_a_derived_statement_holds_while_its_premises_do(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        "SELECT ?mill ?from ?to { GRAPH kg:derived { ?s :Delivers-mill ?mill ; kg:validFrom ?from OPTIONAL { ?s kg:validTo ?to } } }"
    )
    assert rows == [("stone-mill", "2024-03", ""), ("wind-mill", "2025-01", "")]


def test_two_deliveries_of_one_mill_are_two_derivations(kitchen: Kitchen) -> None:
    kitchen.append(DELIVERIES, "stone-mill,flour,corner-bakery,,,,,,,,2020,2021,fact,,ledger")
    rows = kitchen.ask(
        "SELECT ?from ?to { GRAPH kg:derived { ?s :Delivers-mill :stone-mill ; kg:validFrom ?from OPTIONAL { ?s kg:validTo ?to } } }"
    )
    assert rows == [("2020", "2021"), ("2024-03", "")]


def test_the_stated_graph_holds_nothing_derived(kitchen: Kitchen) -> None:
    assert kitchen.ask("SELECT ?s { ?s kg:rule ?rule }") == []
