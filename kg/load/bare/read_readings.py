"""A graph in; the readings and nouns that an ontology gives a property itself, out.

A property is said in words of one's own by a few lines of Turtle, beside or in any of the files:
``geo:traverses kg:readings ( [ kg:text "{subject} runs through {object}"@en ] )``; nouns ask for a role:
``geo:area kg:nouns ( [ kg:text "size of {subject}"@en ; kg:asks "object" ] )``.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.base.iris import KG
from kg.base.terms import Iri
from kg.load.bare.graph import Graph
from kg.pack.pack import NounReading, Reading
from kg.store.parse import Literal

#: The roles of a property.
SUBJECT, OBJECT = "subject", "object"


def read_readings(graph: Graph, iri: Iri) -> tuple[Reading, ...]:
    """Return the verb readings that are declared of a property, in their order; one without both its ends is left out."""
    return tuple(
        Reading(lang, text)
        for _, lang, text in _said(graph, iri, "readings")
        if f"{{{SUBJECT}}}" in text and f"{{{OBJECT}}}" in text
    )


def read_nouns(graph: Graph, iri: Iri) -> tuple[NounReading, ...]:
    """Return the noun readings that are declared of a property, in their order."""
    found: list[NounReading] = []
    for node, lang, text in _said(graph, iri, "nouns"):
        asks = next((v.value for v in graph.values(node, KG + "asks") if isinstance(v, Literal)), OBJECT)
        found.append(NounReading(lang, text, asks if asks == SUBJECT else OBJECT, alone=False))
    return tuple(found)


def read_superlatives(graph: Graph, iri: Iri) -> dict[str, tuple[str, ...]]:
    """Return the words that say "with the most of it", by language: ``geo:area kg:superlative "biggest"@en``."""
    found: dict[str, tuple[str, ...]] = {}
    for value in graph.values(iri, KG + "superlative"):
        if isinstance(value, Literal):
            lang = value.lang.partition("-")[0] or "en"
            found[lang] = (*found.get(lang, ()), value.value)
    return found


def _said(graph: Graph, iri: Iri, what: str) -> Iterator[tuple[Iri, str, str]]:
    for head in graph.values(iri, KG + what):
        for node in graph.members(head):
            for text in graph.values(node, KG + "text"):
                if isinstance(text, Literal):
                    yield node, text.lang.partition("-")[0] or "en", text.value
