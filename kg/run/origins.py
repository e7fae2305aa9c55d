"""Plain triples in; the files and graphs that state them, as claims, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.answer.answer import Claim, Source
from kg.base.iris import FILE_GRAPH, INFERRED_GRAPH
from kg.base.terms import Iri
from kg.plan.pattern import InGraph, Select, Triple, Values, Variable
from kg.run.engine import Engine
from kg.run.found import TripleKey

_SUBJECT, _OBJECT, _GRAPH = (Variable(name) for name in ("subject", "object", "graph"))
_AT_ONCE = 500


def origins(keys: Iterable[TripleKey], engine: Engine) -> dict[TripleKey, tuple[Claim, ...]]:
    """Return who states each triple; nothing for a pack whose triples are not kept by file.

    A triple of a symmetric frame counts in both directions.
    """
    pack = engine.pack
    if not any(source.iri.startswith(FILE_GRAPH) for source in pack.sources.values()):
        return {}
    by_frame: dict[str, list[TripleKey]] = {}
    for key in keys:
        by_frame.setdefault(key.frame, []).append(key)
    found: dict[TripleKey, dict[str, Claim]] = {}
    for frame, wanted in by_frame.items():
        for start in range(0, len(wanted), _AT_ONCE):
            for key, graph in _graphs(frame, wanted[start : start + _AT_ONCE], engine):
                found.setdefault(key, {})[graph] = _claim(graph, engine)
    return {key: tuple(claims[graph] for graph in sorted(claims)) for key, claims in found.items()}


def _graphs(frame: str, keys: list[TripleKey], engine: Engine) -> Iterator[tuple[TripleKey, str]]:
    predicate = engine.pack.frames[frame].predicate
    assert predicate is not None
    wanted = set(keys)
    ends = dict.fromkeys(end for key in keys for end in (key.subject, key.object))
    inside = InGraph(_GRAPH, (Values(_SUBJECT, tuple(ends)), Triple(_SUBJECT, predicate, _OBJECT)))
    for subject, value, graph in engine.table(Select((_SUBJECT, _OBJECT, _GRAPH), (inside,))).rows:
        one, other = Iri(str(subject)), Iri(str(value))
        for key in (TripleKey(frame, one, other), TripleKey(frame, other, one)):
            if key in wanted and (one == key.subject or engine.pack.frames[frame].symmetric):
                yield key, str(graph)


def _claim(graph: str, engine: Engine) -> Claim:
    if graph == INFERRED_GRAPH:
        return Claim(graph, Source(graph, graph, "inferred from the ontology"), "inferred", "", "", 0)
    source = engine.pack.sources.get(graph)
    title = source.title if source else graph
    file = title if graph.startswith(FILE_GRAPH) else ""
    return Claim(graph, Source(graph, graph, title), "fact", "", file, 0)
