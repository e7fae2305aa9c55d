"""Random small ontologies: the same conclusions as owlrl, an independent implementation of the same tables."""

from __future__ import annotations

import random
import warnings
from collections.abc import Iterable

import pytest

from kg.infer.infer import infer
from kg.infer.inferred import Triple
from kg.infer.rule import ALL_RULES
from tests.infer.turtle import PREFIXES, document, triples, written

EXAMPLE = "https://example.org/"
CLASSES, PROPERTIES, THINGS = "ABCDEF", "pqrst", "uvwxyz"
AXIOMS = (
    ":{A} rdfs:subClassOf :{B} .",
    ":{A} owl:equivalentClass :{B} .",
    ":{A} owl:intersectionOf (:{B} :{C}) .",
    ":{A} owl:unionOf (:{B} :{C}) .",
    ":{A} owl:oneOf (:{u} :{v}) .",
    ":{A} owl:onProperty :{p}; owl:someValuesFrom :{B} .",
    ":{A} owl:onProperty :{p}; owl:allValuesFrom :{B} .",
    ":{A} owl:onProperty :{p}; owl:hasValue :{u} .",
    ':{A} owl:onProperty :{p}; owl:maxCardinality "1"^^xsd:nonNegativeInteger .',
    ":{A} owl:hasKey (:{p} :{q}) .",
    ":{p} rdfs:domain :{A} .",
    ":{p} rdfs:range :{A} .",
    ":{p} rdfs:subPropertyOf :{q} .",
    ":{p} owl:equivalentProperty :{q} .",
    ":{p} owl:inverseOf :{q} .",
    ":{p} owl:propertyChainAxiom (:{q} :{r}) .",
    ":{p} a owl:TransitiveProperty .",
    ":{p} a owl:SymmetricProperty .",
    ":{p} a owl:FunctionalProperty .",
    ":{p} a owl:InverseFunctionalProperty .",
    ":{u} owl:sameAs :{v} .",
)
#: Properties of which it is not compared that a thing has them to itself.
_SELF = ("#sameAs", "#subClassOf", "#subPropertyOf", "#equivalentClass", "#equivalentProperty")


def ontology(seed: int) -> str:
    """Return a few axioms and a few facts about six things, in Turtle."""
    chance = random.Random(seed)
    lines = [f":{name} a owl:Class ." for name in CLASSES] + [f":{name} a owl:ObjectProperty ." for name in PROPERTIES]
    for axiom in chance.sample(AXIOMS, 7):
        names = dict(zip("ABC", chance.sample(CLASSES, 3), strict=True))
        names |= dict(zip("pqr", chance.sample(PROPERTIES, 3), strict=True))
        lines.append(axiom.format(**names, **dict(zip("uv", chance.sample(THINGS, 2), strict=True))))
    for _ in range(8):
        lines.append(f":{chance.choice(THINGS)} :{chance.choice(PROPERTIES)} :{chance.choice(THINGS)} .")
    lines += [f":{chance.choice(THINGS)} a :{chance.choice(CLASSES)} ." for _ in range(4)]
    return "\n".join(lines)


def own(triples: Iterable[Iterable[object]]) -> set[tuple[str, ...]]:
    """Return what triples say of the example's things, classes and properties."""
    said = {tuple(map(str, triple)) for triple in triples}
    return {
        (s, p, o)
        for s, p, o in said
        if s.startswith(EXAMPLE) and o.startswith(EXAMPLE) and not (s == o and p.endswith(_SELF))
    }


@pytest.mark.parametrize("seed", range(12))
def test_a_random_ontology_has_the_conclusions_that_owlrl_finds(seed: int) -> None:
    import owlrl
    import rdflib

    theirs = rdflib.Graph().parse(data=PREFIXES + ontology(seed), format="turtle")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rdflib's deprecations, met by owlrl
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(theirs)
    rules = frozenset(rule for rule in ALL_RULES if not rule.startswith("kg-"))
    ours = written(infer(document(ontology(seed)), rules)).union(triples(ontology(seed)))
    assert own((term.strip("<>") for term in triple) for triple in ours) == own(theirs)


@pytest.mark.parametrize("seed", range(12, 24))
def test_statements_added_in_two_parts_have_the_conclusions_that_all_at_once_have(seed: int) -> None:
    lines = document(ontology(seed)).splitlines(keepends=True)
    random.Random(seed).shuffle(lines)
    half = len(lines) // 2
    parts = infer(b"".join(lines[:half])).add(b"".join(lines[half:]))
    assert written(parts) == written(infer(b"".join(lines)))


@pytest.mark.parametrize("seed", range(24, 30))
def test_every_step_of_every_proof_stands_on_earlier_ones(seed: int) -> None:
    inferred = infer(document(ontology(seed)))
    for triple in sorted(written(inferred)):
        known: set[Triple] = set()
        for step in inferred.proof(triple):
            assert known.issuperset(step.premises)
            known.add(step.conclusion)
        assert triple in known
