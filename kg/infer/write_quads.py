"""What was inferred in; N-Quads of it, in a named graph, out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from kg.base.terms import Iri
from kg.infer.relation import Relation
from kg.infer.saturate import Closure
from kg.infer.terms import Terms
from kg.infer.vocabulary import INTERNAL, REFLEXIVE


def write_quads(closure: Closure, terms: Terms, graph: Iri, *, reflexive: bool) -> bytes:
    """Return the inferred triples in order of predicate, subject and object, as first met.

    What RDF cannot say (a literal as a subject, a blank node as a predicate) took part in the rules and is not written;
    neither is, unless it is wanted, that a thing is the same as, or below, itself.
    """
    subjects = ~terms.are_literals(np.arange(len(terms.texts)))
    end = f" <{graph}> .\n".encode()
    lines: list[bytes] = []
    for predicate, relation in sorted(closure.relations.items()):
        if predicate not in INTERNAL and terms.is_iri(predicate):
            lines += _lines(
                _said(relation, subjects, apart=predicate in REFLEXIVE and not reflexive), predicate, terms, end
            )
    return b"".join(lines)


def _said(relation: Relation, subjects: NDArray[np.bool_], *, apart: bool) -> Relation:
    chosen = (relation.rounds > 0) & subjects[relation.subjects]
    if apart:
        chosen &= relation.subjects != relation.objects
    return Relation(relation.keys[chosen], relation.rounds[chosen])


def _lines(relation: Relation, predicate: int, terms: Terms, end: bytes) -> Iterator[bytes]:
    texts, middle = terms.texts, b" " + terms.texts[predicate] + b" "
    for subject, value in zip(relation.subjects.tolist(), relation.objects.tolist(), strict=True):
        yield texts[subject] + middle + texts[value] + end
