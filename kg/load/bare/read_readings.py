"""A graph in; the readings and nouns that an ontology gives a property itself, out.

A property is said in words of one's own by a few lines of Turtle, beside or in any of the files:
``geo:traverses kg:readings ( [ kg:text "{subject} runs through {object}"@en ] )``; nouns ask for a role:
``geo:area kg:nouns ( [ kg:text "size of {subject}"@en ; kg:asks "object" ] )``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from kg.base.iris import KG
from kg.base.terms import Iri
from kg.load.bare.graph import Graph
from kg.pack.local_words import local_name
from kg.pack.pack import NounReading, Reading
from kg.store.parse import Literal

#: The roles of a property.
SUBJECT, OBJECT = "subject", "object"
_SLOT = re.compile(r"\{(\w+)\}")


#: The names of the qualifier that holds what a reading fixes, and of the value.
Namer = Callable[[str], str]


def read_readings(
    graph: Graph, iri: Iri, roles: Collection[str] = (SUBJECT, OBJECT), name: Namer = local_name
) -> tuple[Reading, ...]:
    """Return the verb readings that are declared of a property, or of a class whose things are statements, in order.

    One that does not speak of two roles at least, or of others, is left out.
    """
    return tuple(
        Reading(lang, text, _fixes(graph, node, name))
        for node, lang, text in _said(graph, iri, "readings")
        if len(slots := set(_SLOT.findall(text))) > 1 and slots <= set(roles)
    )


def read_nouns(
    graph: Graph, iri: Iri, roles: Collection[str] = (SUBJECT, OBJECT), name: Namer = local_name
) -> tuple[NounReading, ...]:
    """Return the noun readings that are declared of a property or class, in their order."""
    found: list[NounReading] = []
    for node, lang, text in _said(graph, iri, "nouns"):
        asks = next((v.value for v in graph.values(node, KG + "asks") if isinstance(v, Literal)), OBJECT)
        if asks in roles and set(_SLOT.findall(text)) <= set(roles):
            found.append(NounReading(lang, text, asks, _fixes(graph, node, name), alone=False))
    return tuple(found)


def read_fixed(graph: Graph, iri: Iri) -> Iterator[tuple[Iri, Iri]]:
    """Yield each property with the value that some reading fixes: "CEO of {organization}" is of the role CEO."""
    for what in ("readings", "nouns"):
        for node, _, _ in _said(graph, iri, what):
            yield from _fixed(graph, node)


def _fixed(graph: Graph, node: Iri) -> Iterator[tuple[Iri, Iri]]:
    for head in graph.iris(node, KG + "fixes"):
        members = graph.members(head)
        yield from zip(members[0::2], members[1::2], strict=False)


def _fixes(graph: Graph, node: Iri, name: Namer) -> tuple[tuple[str, str], ...]:
    return tuple((choice_of(local_name(link)), name(value)) for link, value in _fixed(graph, node))


def choice_of(role: str) -> str:
    """Return the qualifier that holds which of a few values fills a role."""
    return f"{role}-choice"


def read_superlatives(graph: Graph, iri: Iri) -> dict[str, tuple[str, ...]]:
    """Return the words that say "with the most of it", by language: ``geo:area kg:superlative "biggest"@en``."""
    return _words(graph, iri, "superlative")


def read_adjectives(graph: Graph, iri: Iri) -> dict[str, tuple[str, ...]]:
    """Return the adjectives of a thing, by language: ``d:germany kg:adjective "German"@en``."""
    return _words(graph, iri, "adjective")


def _words(graph: Graph, iri: Iri, what: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for value in graph.values(iri, KG + what):
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
