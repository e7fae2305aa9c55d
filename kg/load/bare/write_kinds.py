"""Declared kinds of statement in; what their nodes lack to be asked as statements, as N-Quads lines, out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from kg.base.iris import INFERRED_GRAPH, KG, TYPE, XSD
from kg.base.terms import Iri
from kg.load.bare.build_kinds import NUMBER, choice_predicate
from kg.load.bare.graph import Graph
from kg.load.bare.quantity import number
from kg.load.bare.read_kinds import Kind
from kg.load.bare.write_term import quoted
from kg.pack.pack import Pack
from kg.store.parse import Literal

_YEARS = range(1000, 3000)


def write_kind(kind: Kind, graph: Graph, origins: Mapping[Iri, Iri], pack: Pack) -> Iterator[str]:
    """Yield the claim of each node (the file that states it), its fixed values, and its figures with their period."""
    for node in kind.nodes:
        figures = [
            (p, value)
            for p in kind.figures
            for literal in graph.values(node, p)
            if isinstance(literal, Literal) and (value := number(literal)) is not None
        ]
        for place, (figure, value) in enumerate(figures):
            me = node if place == 0 else Iri(f"{node}-{place + 1}")  # a node with several figures: one statement each
            yield from _figure(me, node, kind, graph, pack.short(figure), value)
            yield from _claim(me, origins.get(node, INFERRED_GRAPH))
        if not kind.subject:
            yield from _claim(node, origins.get(node, INFERRED_GRAPH))
        for link, values in kind.choices:
            for found in graph.iris(node, link):
                if found in values:
                    yield f"<{node}> <{choice_predicate(link)}> {quoted(pack.short(found))} .\n"


def _figure(me: Iri, node: Iri, kind: Kind, graph: Graph, choice: str, value: float) -> Iterator[str]:
    base = f"{kind.cls}-figure"
    plain = f'"{value!r}"^^<{XSD}double>'
    yield f"<{me}> <{TYPE}> <{kind.cls}> .\n"
    for subject in graph.iris(node, kind.subject or ""):
        yield f"<{me}> <{kind.subject}> <{subject}> .\n"
    yield f"<{me}> <{base}-measure> {quoted(choice)} .\n"
    yield f"<{me}> <{base}-value> {plain} .\n"
    yield f"<{me}> <{base}-value-base> {plain} .\n"
    yield f"<{me}> <{base}-unit> {quoted(NUMBER)} .\n"
    for literal in graph.values(node, kind.period or ""):
        year = number(literal) if isinstance(literal, Literal) else None
        if year is not None and year in _YEARS:
            text = str(int(year))
            yield f"<{me}> <{base}-period> {quoted(text)} .\n"
            yield f'<{me}> <{base}-period-first> "{text}-01-01"^^<{XSD}date> .\n'
            yield f'<{me}> <{base}-period-last> "{text}-12-31"^^<{XSD}date> .\n'


def _claim(node: Iri, origin: Iri) -> Iterator[str]:
    claim = f"<urn:kg:claim:{hashlib.sha256(node.encode()).hexdigest()[:16]}>"
    yield f"<{node}> <{KG}claim> {claim} .\n"
    yield f"{claim} <{TYPE}> <{KG}Claim> .\n"
    yield f"{claim} <{KG}source> <{origin}> .\n"
    yield f'{claim} <{KG}status> "fact" .\n'
    yield f"{claim} <{KG}file> {quoted(origin.removeprefix('file:'))} .\n"
