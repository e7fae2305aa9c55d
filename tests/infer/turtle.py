"""Turtle in; N-Triples for inference, and what of a Turtle text an inference holds, out."""

from __future__ import annotations

import pyoxigraph as ox

from kg.infer.inferred import Inferred, Triple

PREFIXES = """
PREFIX : <https://example.org/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


def document(turtle: str) -> bytes:
    """Return Turtle, with the usual prefixes, as N-Triples."""
    quads = ox.parse((PREFIXES + turtle).encode(), format=ox.RdfFormat.TURTLE)
    written = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    assert written is not None
    return written


def triples(turtle: str) -> list[Triple]:
    """Return the triples of a Turtle text, each term as N-Triples text."""
    quads = ox.parse((PREFIXES + turtle).encode(), format=ox.RdfFormat.TURTLE)
    return [(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads]


def triple(turtle: str) -> Triple:
    """Return a triple, written in Turtle without its dot."""
    (only,) = triples(f"{turtle} .")
    return only


def written(inferred: Inferred) -> set[Triple]:
    """Return the triples that are written as inferred."""
    quads = ox.parse(inferred.quads(), format=ox.RdfFormat.N_QUADS)
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads}
