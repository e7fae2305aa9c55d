"""What follows from a graph: N-Quads of it, the proof of each triple, and what cannot hold together."""

from __future__ import annotations

from msgspec import Struct

from kg.base.iris import INFERRED_GRAPH
from kg.base.terms import Iri
from kg.infer.budget import Budget, Meter
from kg.infer.contradictions import contradictions
from kg.infer.explain import explain
from kg.infer.read_quads import read_quads
from kg.infer.rule import Atom
from kg.infer.saturate import Closure, saturate
from kg.infer.terms import Terms
from kg.infer.vocabulary import INTERNAL
from kg.infer.write_quads import write_quads

#: Subject, predicate and object, each as N-Quads text.
Triple = tuple[str, str, str]


class Step(Struct, frozen=True):
    """One step of a proof. ``rule`` is its name in the specification; it is empty where a triple is stated."""

    conclusion: Triple
    rule: str
    premises: tuple[Triple, ...]


class Contradiction(Struct, frozen=True):
    """Triples that cannot hold together, by the named rule."""

    rule: str
    premises: tuple[Triple, ...]


class Inferred(Struct, frozen=True):
    """A graph and what follows from it. ``broken`` counts the contradictions; the first of each rule are listed."""

    closure: Closure
    terms: Terms
    rules: frozenset[str]
    budget: Budget
    contradictions: tuple[Contradiction, ...] = ()
    broken: int = 0

    def __len__(self) -> int:
        """Return how many triples follow that are not stated (those that RDF cannot write included)."""
        return sum(
            int((relation.rounds > 0).sum())
            for predicate, relation in self.closure.relations.items()
            if predicate not in INTERNAL
        )

    def __contains__(self, triple: Triple) -> bool:
        return self.explain(triple) is not None

    def quads(self, graph: Iri = INFERRED_GRAPH) -> bytes:
        """Return what is inferred, and not stated, as N-Quads in a named graph."""
        return write_quads(self.closure, self.terms, graph, reflexive="eq-ref" in self.rules)

    def add(self, document: bytes) -> Inferred:
        """Return this with more statements (N-Triples or N-Quads), and what follows from them together.

        Only what is new is worked out. To take statements away, infer anew.
        """
        stated = read_quads(document, self.terms)
        meter = Meter(self.budget)
        return _judged(saturate(self.closure, stated, self.rules, self.terms, meter), self, meter)

    def explain(self, triple: Triple) -> Step | None:
        """Return the rule that a triple follows from, and its premises; None where it neither is stated nor follows."""
        if any(text.encode() not in self.terms for text in triple):
            return None
        subject, predicate, value = (self.terms[text.encode()] for text in triple)
        found = explain(self.closure, (subject, predicate, value), self.rules, Meter(self.budget))
        return found and Step(triple, found[0], tuple(self._texts(premise) for premise in found[1]))

    def proof(self, triple: Triple) -> tuple[Step, ...]:
        """Return the steps that lead to a triple, premises first, each once; none where it does not follow."""
        steps: dict[Triple, Step] = {}
        self._prove(triple, steps)
        return tuple(steps.values())

    def _prove(self, triple: Triple, steps: dict[Triple, Step]) -> None:
        step = None if triple in steps else self.explain(triple)
        if step is not None:
            for premise in step.premises:
                self._prove(premise, steps)
            steps[triple] = step

    def _texts(self, triple: Atom) -> Triple:
        subject, predicate, value = map(self.terms.text, triple)
        return subject, predicate, value


def _judged(closure: Closure, before: Inferred, meter: Meter) -> Inferred:
    """Return a closure with the contradictions in it."""
    found = list(contradictions(closure, before.rules, before.terms, meter))
    listed = tuple(
        Contradiction(rule, tuple(map(before._texts, premises))) for rule, _, cases in found for premises in cases
    )
    broken = sum(count for _, count, _ in found)
    return Inferred(closure, before.terms, before.rules, before.budget, listed, broken)
