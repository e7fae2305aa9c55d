"""An ontology and data as N-Triples or N-Quads in; what follows from them by the rules of OWL 2 RL, out."""

from __future__ import annotations

from kg.infer.budget import USUAL, Budget
from kg.infer.inferred import Inferred
from kg.infer.rule import DEFAULT_RULES
from kg.infer.saturate import NOTHING
from kg.infer.terms import Terms


def infer(document: bytes, rules: frozenset[str] = DEFAULT_RULES, budget: Budget = USUAL) -> Inferred:
    r"""Work out what follows from statements by the named rules; ontology and data together, graphs read as one.

    Terms are compared as they are written, so the document must write each term in one way, as the stores do. What
    contradicts itself is reported in ``contradictions`` and raises nothing. Raises PackError where a line is no
    statement, and BudgetError where the budget is spent.

    >>> dogs = b"<a:Dog> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <a:Animal> .\n"
    >>> rex = b"<a:rex> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <a:Dog> .\n"
    >>> print(infer(dogs + rex).quads().decode(), end="")
    <a:rex> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <a:Animal> <https://w3id.org/kgask/core#inferred> .
    """
    return Inferred(NOTHING, Terms(), rules, budget).add(document)
