"""A small graph that nobody prepared: orchards, what they grow, and where."""

from __future__ import annotations

from pathlib import Path

import kg
from kg.session.answer import Answer
from kg.session.session import Session

ONTOLOGY = """
@prefix : <http://example.org/orchard#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:Orchard a owl:Class ; rdfs:subClassOf :Farm ; rdfs:label "orchard"@en, "果园"@zh .
:Farm a owl:Class . :Fruit a owl:Class . :Village a owl:Class ; rdfs:label "village"@en, "村"@zh .
:growsFruit a owl:ObjectProperty ; rdfs:domain :Farm ; rdfs:range :Fruit .
:liesIn a owl:ObjectProperty ; rdfs:label "Lies In"@en, "位于"@zh ; rdfs:domain :Farm ; rdfs:range :Village .
:neighbour a owl:ObjectProperty, owl:SymmetricProperty ; rdfs:label "is next to"@en ; rdfs:domain :Farm ; rdfs:range :Farm .
:capitalVillage a owl:ObjectProperty ; rdfs:label "main village"@en ; rdfs:range :Village .
:foundedIn a owl:DatatypeProperty ; rdfs:domain :Farm .
:motto a owl:DatatypeProperty ; rdfs:domain :Farm .
:grownBy owl:inverseOf :growsFruit .
"""
DATA = """
@prefix : <http://example.org/orchard#> . @prefix d: <http://example.org/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
d:hill a :Orchard ; rdfs:label "Hill Orchard" ; :growsFruit d:apple, d:pear ; :liesIn d:aldham ; :foundedIn "1998" ; :motto "slow and sweet" .
d:brook a :Orchard ; rdfs:label "Brook Orchard" ; :growsFruit d:apple ; :liesIn d:bexley ; :foundedIn "2011" ; :neighbour d:hill .
d:apple a :Fruit . d:pear a :Fruit .
d:aldham a :Village ; rdfs:label "Aldham"@en, "奥尔德姆"@zh . d:bexley a :Village ; rdfs:label "Bexley" .
[] a :Farm ; rdfs:label "Nameless Farm" ; :liesIn d:aldham .
"""


def orchard(folder: Path, data: str = DATA, name: str = "data.ttl", *, inference: bool = True) -> Session:
    """Open the orchards; ``data`` in the format that ``name`` says."""
    (folder / "orchard.ttl").write_text(ONTOLOGY, encoding="utf-8")
    (folder / name).write_text(data, encoding="utf-8")
    return kg.open(ontology=[folder / "orchard.ttl"], data=[folder / name], inference=inference)


def names(answer: Answer) -> list[str]:
    """Return the labels of the first column."""
    return [row["label"]["en"] for (row, *_) in answer.to_dict()["rows"]]
