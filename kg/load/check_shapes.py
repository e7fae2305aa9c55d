"""A pack's graph and its SHACL shapes in; every node that does not meet its shape, with its place, out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from kg.base.iris import KG, RDFS
from kg.load.facts import Facts
from kg.load.identify import claim_id, identify
from kg.load.write_quads import write_quads
from kg.pack.manifest import Manifest
from kg.pack.pack import Pack
from kg.pack.parse_rdf import parse_rdf
from kg.pack.problems import Place, Problems
from kg.pack.resources import core_shapes

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_SHACL = "http://www.w3.org/ns/shacl#"


def check_shapes(manifest: Manifest, pack: Pack, facts: Facts, problems: Problems) -> None:
    """Validate what the facts state, without what rules derive, against the core's and the pack's shapes."""
    from pyshacl import validate
    from rdflib import Graph, URIRef

    shapes = Graph()
    for folder, file in _files(manifest):
        parse_rdf(shapes, folder, file, pack.namespace)
    conforms, found, _ = validate(_data(pack, facts), shacl_graph=shapes, advanced=False, inference="none")
    if conforms:
        return
    report = cast("Graph", found)
    places = _places(pack, facts)
    for result in sorted(report.objects(None, URIRef(_SHACL + "result")), key=str):
        _note(pack, report, result, places, problems)


def _files(manifest: Manifest) -> list[tuple[Path, str]]:
    core = core_shapes()
    return [(core.parent, core.name), *((manifest.folder, file) for file in manifest.shapes)]


def _data(pack: Pack, facts: Facts) -> Graph:
    """Return the stated facts, and of the ontology that every node frame is a kind of statement."""
    from rdflib import Graph, URIRef

    graph = Graph()
    graph.parse(data=write_quads(pack, facts), format="nt")
    for frame in pack.frames.values():
        if frame.form == "node":
            graph.add((URIRef(frame.iri), URIRef(RDFS + "subClassOf"), URIRef(KG + "Statement")))
    return graph


def _places(pack: Pack, facts: Facts) -> dict[str, Place]:
    """Return where each node of the graph is written, by IRI."""
    places: dict[str, Place] = {fact.thing.iri: fact.place for fact in facts.things.values()}
    places |= {fact.source.iri: fact.place for fact in facts.sources.values()}
    nodes = (statement for statement in facts.statements if pack.frames[statement.frame].form == "node")
    for statement, name in identify(nodes, facts.named).items():
        places[pack.iri(name)] = facts.places[statement]
        places |= {pack.iri(claim_id(statement, claim)): claim.place for claim in facts.statements[statement]}
    return places


def _note(pack: Pack, report: Graph, result: Node, places: dict[str, Place], problems: Problems) -> None:
    focus = _object(report, result, "focusNode")
    path = _object(report, result, "resultPath")
    place = places.get(focus, Place(""))
    if any((found.file, found.line) == (place.file, place.line) for found in problems.found):
        return  # the same row is noted already, in plainer words
    where = f"{pack.short(focus)} {pack.short(path)}" if path else pack.short(focus)
    reasons = {"reason": _reason(report, result, "en"), "reason_zh": _reason(report, result, "zh")}
    problems.add("P025", place, text=where, path="shapes.ttl", **reasons)


def _object(report: Graph, result: Node, name: str) -> str:
    from rdflib import URIRef

    return str(next(report.objects(result, URIRef(_SHACL + name)), ""))


def _reason(report: Graph, result: Node, lang: str) -> str:
    """Return the shape's own message in a language, or the first of what it has."""
    from rdflib import URIRef

    messages = sorted(report.objects(result, URIRef(_SHACL + "resultMessage")), key=str)
    wanted = [message for message in messages if getattr(message, "language", None) == lang]
    return str(next(iter(wanted or messages), ""))
