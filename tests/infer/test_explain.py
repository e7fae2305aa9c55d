"""Each inferred triple shows its rule and premises, down to what is stated."""

from __future__ import annotations

from kg.infer.infer import infer
from kg.infer.inferred import Step
from tests.infer.turtle import document, triple, triples

HOUSE = """
:headOf rdfs:subPropertyOf :worksFor . :worksFor rdfs:domain :Employee . :Employee rdfs:subClassOf :Person .
:ann :headOf :lab .
"""


def test_a_step_names_its_rule_and_premises() -> None:
    step = infer(document(HOUSE)).explain(triple(":ann :worksFor :lab"))
    premises = triples(":headOf rdfs:subPropertyOf :worksFor . :ann :headOf :lab .")
    assert step == Step(triple(":ann :worksFor :lab"), "prp-spo1", tuple(premises))


def test_a_stated_triple_has_no_rule() -> None:
    assert infer(document(HOUSE)).explain(triple(":ann :headOf :lab")) == Step(triple(":ann :headOf :lab"), "", ())


def test_what_does_not_follow_has_no_explanation() -> None:
    assert infer(document(HOUSE)).explain(triple(":lab a :Person")) is None


def test_what_no_one_has_heard_of_has_no_explanation() -> None:
    assert infer(document(HOUSE)).explain(triple(":eve a :Nobody")) is None


def test_a_proof_ends_in_the_triple_and_stands_on_what_is_stated() -> None:
    proof = infer(document(HOUSE)).proof(triple(":ann a :Person"))
    assert proof[-1].conclusion == triple(":ann a :Person")
    stated = {step.conclusion for step in proof if not step.rule}
    assert stated <= set(triples(HOUSE)) and triple(":ann :headOf :lab") in stated


def test_in_a_proof_the_premises_of_a_step_come_before_it() -> None:
    known = set()
    for step in infer(document(HOUSE)).proof(triple(":ann a :Person")):
        assert known.issuperset(step.premises)
        known.add(step.conclusion)


def test_a_circle_of_axioms_is_no_proof_of_itself() -> None:
    circle = ":A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :C rdfs:subClassOf :A . :x a :B ."
    proof = infer(document(circle)).proof(triple(":x a :A"))
    assert triple(":x a :B") in {step.conclusion for step in proof if not step.rule}


def test_an_axiom_with_a_list_shows_the_list() -> None:
    chair = ":Chair owl:intersectionOf (:Person :Head) . :ann a :Person, :Head ."
    step = infer(document(chair)).explain(triple(":ann a :Chair"))
    assert step is not None and step.rule == "cls-int1"
    assert [premise[1].rpartition("#")[2] for premise in step.premises] == [
        "intersectionOf>",
        "type>",
        "type>",
        "first>",
        "rest>",
        "first>",
    ]


def test_a_triple_that_was_added_later_is_explained_like_any_other() -> None:
    inferred = infer(document(HOUSE)).add(document(":bob :headOf :mill ."))
    step = inferred.explain(triple(":bob :worksFor :mill"))
    assert step is not None and step.rule == "prp-spo1"
