"""Every inferred triple has a proof, and it is one that the search backwards finds right as well."""

from __future__ import annotations

from kg.infer.infer import infer
from kg.infer.prove_all import prove_all
from tests.infer.turtle import document, triple, written

FAMILY = document("""
:parent owl:inverseOf :child ; rdfs:subPropertyOf :ancestor . :ancestor a owl:TransitiveProperty ; rdfs:domain :Person .
:a :parent :b . :c :child :b . :b :parent :c . :uncle owl:propertyChainAxiom ( :parent :brother ) . :b :brother :d .
""")


def test_every_triple_that_is_written_has_one_proof() -> None:
    inferred = infer(FAMILY)
    proven = [step.conclusion for step in prove_all(inferred)]
    assert set(proven) >= written(inferred) and len(set(proven)) == len(proven)


def test_every_premise_is_in_the_graph() -> None:
    inferred = infer(FAMILY)
    assert all(premise in inferred for step in prove_all(inferred) for premise in step.premises)


def test_only_the_wanted_predicates_are_proven() -> None:
    uncle = triple(":a :uncle :d")
    assert [step.conclusion for step in prove_all(infer(FAMILY), lambda text: text == uncle[1])] == [uncle]
