"""A graph in; what each thing, class and property is called in each language, out."""

from __future__ import annotations

import re

from kg.base.iris import DCTERMS, RDFS, SKOS
from kg.base.terms import Iri
from kg.load.bare.graph import Graph
from kg.pack.local_words import local_name, local_words
from kg.pack.pack import Names, Words
from kg.store.parse import Literal

_DC = "http://purl.org/dc/elements/1.1/"
_FOAF = "http://xmlns.com/foaf/0.1/"
#: Properties whose values name their subject, the preferred first.
LABELS = (SKOS + "prefLabel", RDFS + "label")
OTHERS = (SKOS + "altLabel", "https://schema.org/name", "http://schema.org/name", _FOAF + "name")
TITLES = (DCTERMS + "title", _DC + "title")
ALIAS = SKOS + "altLabel"
#: What well-known properties are called where no ontology says it.
_KNOWN: dict[str, Names] = {ALIAS: {"en": Words("alias", ("alternative label",)), "zh": Words("别名")}}
HIDDEN = (SKOS + "hiddenLabel", SKOS + "notation")
NAMING = (*LABELS, *OTHERS, *TITLES, *HIDDEN)

_LONGEST = 160


def read_names(graph: Graph, iri: str, *, split: bool = True) -> Names:
    """Return the words of each language, from labels of any language; else from the local name.

    A local name is split into words, unless it is that of a single thing (``split`` False).
    """
    labels: dict[str, list[str]] = {}
    for predicate in LABELS:
        _add(labels, graph, iri, predicate)
    for predicate in OTHERS if labels else (*OTHERS, *TITLES):
        _add(labels, graph, iri, predicate)
    hidden = {text for predicate in HIDDEN for text in _texts(graph, iri, predicate)}
    if not labels and iri in _KNOWN:
        return _KNOWN[iri]
    if not labels:
        labels = {"en": [local_words(iri) if split else local_name(iri)]}
    first = next(iter(labels))
    return {
        lang: Words(texts[0], tuple(dict.fromkeys(texts[1:])), tuple(sorted(hidden)) if lang == first else ())
        for lang, texts in sorted(labels.items())
    }


def _add(labels: dict[str, list[str]], graph: Graph, iri: str, predicate: str) -> None:
    for value in graph.values(iri, predicate):
        if not isinstance(value, Literal):
            continue
        text = value.value.strip()
        if text and len(text) <= _LONGEST:
            labels.setdefault(_language(value, text), []).append(text)


def _language(value: Literal, text: str) -> str:
    if value.lang:
        return value.lang.partition("-")[0]
    return "zh" if re.search("[\u3400-\u9fff]", text) else "en"


def _texts(graph: Graph, iri: str, predicate: str) -> list[str]:
    values = graph.values(Iri(iri), predicate)
    return [value.value for value in values if isinstance(value, Literal) and 0 < len(value.value) <= _LONGEST]
