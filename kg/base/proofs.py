"""A triple in; the IRI of the node that holds its proof (rule, premises) in the graph, out."""

from __future__ import annotations

import hashlib

from kg.base.iris import KG
from kg.base.terms import Iri

#: What leads from a proof to its rule, to a statement it stands on, and to an axiom in words.
RULE, PREMISE, AXIOM = Iri(KG + "rule"), Iri(KG + "premise"), Iri(KG + "axiom")


def proof_iri(subject: str, predicate: str, value: str) -> Iri:
    """Return the node of the proof of a triple between things.

    >>> proof_iri("urn:a", "urn:p", "urn:b")
    <urn:kg:proof:599d1a326d266688>
    """
    return Iri("urn:kg:proof:" + hashlib.sha256(f"{subject} {predicate} {value}".encode()).hexdigest()[:16])
