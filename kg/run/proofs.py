"""Inferred triples in; the rule that gives each, the statements it stands on and the axioms it follows, out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from kg.base.iris import FILE_GRAPH, INFERRED_GRAPH
from kg.base.proofs import AXIOM, PREMISE, RULE, proof_iri
from kg.base.terms import Iri, Text
from kg.plan.pattern import InGraph, Select, Triple, Values, Variable
from kg.run.engine import Engine
from kg.run.found import TripleKey

_PROOF, _PREDICATE, _OBJECT = (Variable(name) for name in ("proof", "predicate", "object"))
_AT_ONCE = 500


class Proof(Struct, frozen=True):
    """The name of a rule of OWL 2 RL; the statements that it was applied to; the axioms that say so, in words."""

    rule: str
    premises: tuple[TripleKey, ...]
    axioms: tuple[str, ...]


def proofs(keys: Iterable[TripleKey], engine: Engine) -> dict[TripleKey, Proof]:
    """Return the proof of each triple that follows from an ontology; nothing for one that is stated."""
    pack = engine.pack
    if not any(source.iri.startswith(FILE_GRAPH) for source in pack.sources.values()):
        return {}
    frames = {str(frame.predicate): frame.id for frame in pack.frames.values() if frame.predicate}
    nodes = {proof_iri(*ends): key for key in keys for ends in _ways(key, engine)}
    said: dict[TripleKey, list[tuple[str, str]]] = {}
    iris = tuple(nodes)
    for start in range(0, len(iris), _AT_ONCE):
        wanted = Values(_PROOF, iris[start : start + _AT_ONCE])
        inside = InGraph(INFERRED_GRAPH, (wanted, Triple(_PROOF, _PREDICATE, _OBJECT)))
        for node, predicate, value in engine.table(Select((_PROOF, _PREDICATE, _OBJECT), (inside,))).rows:
            text = value.value if isinstance(value, Text) else str(value)
            said.setdefault(nodes[Iri(str(node))], []).append((str(predicate), text))
    return {key: _proof(sorted(parts), frames) for key, parts in said.items()}


def _ways(key: TripleKey, engine: Engine) -> list[tuple[str, str, str]]:
    frame = engine.pack.frames[key.frame]
    ends = (str(key.subject), str(frame.predicate), str(key.object))
    return [ends, ends[::-1]] if frame.symmetric else [ends]


def _proof(parts: list[tuple[str, str]], frames: dict[str, str]) -> Proof:
    premises: list[TripleKey] = []
    for predicate, text in parts:
        if predicate == PREMISE:
            subject, link, value = text.split("\t")
            if link in frames:
                premises.append(TripleKey(frames[link], Iri(subject), Iri(value)))
    rules = [text for predicate, text in parts if predicate == RULE]
    return Proof(rules[0], tuple(premises), tuple(text for predicate, text in parts if predicate == AXIOM))
