"""Statements in, what follows out: what is written, what may be left out, what costs too much."""

from __future__ import annotations

import pytest

from kg.base.errors import BudgetError, PackError
from kg.base.terms import Iri
from kg.infer.budget import Budget
from kg.infer.infer import infer
from kg.infer.rule import ALL_RULES, DEFAULT_RULES
from tests.infer.turtle import document, triple, triples, written

DOGS = ":Dog rdfs:subClassOf :Animal . :rex a :Dog ."
CHAIN = ":partOf a owl:TransitiveProperty ."


def parts(count: int) -> str:
    return CHAIN + "".join(f":part{n} :partOf :part{n + 1} ." for n in range(count))


def test_what_follows_is_written_into_the_graph_of_inferences() -> None:
    line = infer(document(DOGS)).quads().decode()
    assert line.endswith(" <https://example.org/Animal> <https://w3id.org/kgask/core#inferred> .\n")


def test_the_graph_can_be_named() -> None:
    assert infer(document(DOGS)).quads(Iri("https://example.org/g")).endswith(b" <https://example.org/g> .\n")


def test_what_is_stated_is_not_written_again() -> None:
    assert written(infer(document(DOGS + ":rex a :Animal ."))) == set()


def test_a_rule_that_is_not_named_is_not_run() -> None:
    assert infer(document(DOGS), DEFAULT_RULES - {"cax-sco"}).quads() == b""


def test_no_rules_infer_nothing() -> None:
    assert len(infer(document(DOGS), frozenset())) == 0


def test_nothing_follows_from_nothing() -> None:
    assert infer(b"").quads() == b""


def test_graphs_are_read_as_one() -> None:
    first, second = document(DOGS).splitlines()
    quads = first[:-1] + b"<https://example.org/one> .\n" + second[:-1] + b"_:two .\n"
    assert triple(":rex a :Animal") in infer(quads)


def test_a_literal_takes_part_but_is_no_subject_of_what_is_written() -> None:
    inferred = infer(
        document(':named rdfs:subPropertyOf :called . :called owl:inverseOf :nameOf . :ann :named "Ann" .')
    )
    assert written(inferred) == {triple(':ann :called "Ann"')}


def test_a_property_without_a_name_takes_part_but_is_not_written() -> None:
    inferred = infer(document(":uncle owl:propertyChainAxiom (:p [ owl:inverseOf :q ]) . :a :p :b . :c :q :b ."))
    assert written(inferred) == {triple(":a :uncle :c")}


def test_that_a_thing_is_itself_is_written_only_where_it_is_wanted() -> None:
    itself = triple(":Dog rdfs:subClassOf :Dog")
    stated = document(":Dog a owl:Class .")
    assert itself not in written(infer(stated)) and itself in written(infer(stated, ALL_RULES))


def test_long_chains_close_in_few_rounds() -> None:
    assert len(infer(document(parts(64)))) == 64 * 63 / 2


def test_more_triples_than_allowed_are_a_budget_error() -> None:
    with pytest.raises(BudgetError, match="allowed are 1,000"):
        infer(document(parts(100)), budget=Budget(triples=1000))


def test_a_join_that_would_be_too_large_stops_before_it_is_made() -> None:
    everyone = "".join(f":one :knows :p{n} . :p{n} :likes :one ." for n in range(200))
    chain = ":meets owl:propertyChainAxiom (:likes :knows) ."
    with pytest.raises(BudgetError, match="would make 40,000 combinations"):
        infer(document(chain + everyone), budget=Budget(triples=20_000))


def test_no_time_is_a_budget_error() -> None:
    with pytest.raises(BudgetError, match="longer than 0 seconds"):
        infer(document(DOGS), budget=Budget(seconds=0))


def test_a_line_that_is_no_statement_is_named() -> None:
    with pytest.raises(PackError) as error:
        infer(document(DOGS) + b"<a:b> <c:d>\n")
    assert error.value.diagnostics[0].line == 3


def test_added_statements_bring_what_follows_from_them() -> None:
    inferred = infer(document(DOGS)).add(document(":Animal rdfs:subClassOf :Being ."))
    assert written(inferred) == set(triples(":rex a :Animal, :Being . :Dog rdfs:subClassOf :Being ."))


def test_adding_leaves_what_was_before_as_it_was() -> None:
    before = infer(document(DOGS))
    before.add(document(":fido a :Dog ."))
    assert triple(":fido a :Animal") not in before


def test_adding_the_same_again_changes_nothing() -> None:
    before = infer(document(DOGS))
    assert before.add(document(DOGS)).quads() == before.quads()


def test_an_inferred_triple_that_is_stated_later_is_stated() -> None:
    inferred = infer(document(DOGS)).add(document(":rex a :Animal ."))
    step = inferred.explain(triple(":rex a :Animal"))
    assert step is not None and step.rule == "" and inferred.quads() == b""


def test_a_list_may_come_later() -> None:
    inferred = infer(document(":ann a :Person, :Head .")).add(document(":Chair owl:intersectionOf (:Person :Head) ."))
    assert triple(":ann a :Chair") in inferred


def test_an_endless_list_says_nothing() -> None:
    endless = ":Chair owl:intersectionOf _:l . _:l rdf:first :Person; rdf:rest _:l . :ann a :Person ."
    assert triple(":ann a :Chair") not in infer(document(endless))


def test_a_contradiction_is_reported_and_raises_nothing() -> None:
    inferred = infer(document(":Dog owl:disjointWith :Cat . :rex a :Dog, :Cat ."))
    (found,) = inferred.contradictions
    assert found.rule == "cax-dw" and set(found.premises) == set(
        triples(":Dog owl:disjointWith :Cat . :rex a :Dog, :Cat .")
    )


def test_contradictions_are_counted_past_those_that_are_listed() -> None:
    cats = "".join(f":c{n} a :Dog, :Cat ." for n in range(150))
    inferred = infer(document(":Dog owl:disjointWith :Cat ." + cats))
    assert len(inferred.contradictions) == 100 and inferred.broken == 150


def test_two_ages_of_one_person_are_a_contradiction_and_spread_to_no_one_else() -> None:
    inferred = infer(document(":age a owl:FunctionalProperty . :ann :age 30, 31 . :bob :age 30 ."))
    assert [found.rule for found in inferred.contradictions] == ["dt-diff"] and written(inferred) == set()


def test_one_age_written_in_two_ways_is_no_contradiction() -> None:
    inferred = infer(document(':age a owl:FunctionalProperty . :ann :age 30, "030"^^xsd:integer, 30.0 .'))
    assert inferred.contradictions == ()
