"""Files in; the statements about things that follow from them by OWL 2 RL, each with its rule and premises, out.

Symmetric and transitive properties are followed when a question is asked ("directly or indirectly"): written out,
a long chain of parts would be all its pairs. Of two names for one thing neither is given what is said of the other:
it would be counted twice. What follows about classes and properties themselves is not asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from kg.base.iris import TYPE
from kg.base.terms import Iri
from kg.infer.infer import infer
from kg.infer.inferred import Inferred, Triple
from kg.infer.prove_all import prove_all
from kg.infer.rule import DEFAULT_RULES
from kg.load.bare.read_files import File
from kg.load.bare.read_vocabulary import is_made, is_meta
from kg.load.bare.write_term import write_term
from kg.store.parse import Literal, Node, Quad, Term

_WHEN_ASKED = {"prp-trp", "prp-symp", "kg-chain-trp"}
_OF_NAMES = {"eq-sym", "eq-trans", "eq-rep-s", "eq-rep-p", "eq-rep-o"}
_SAME = {"prp-fp", "prp-ifp", "prp-key", "cls-maxc2", "cls-maxqc3", "cls-maxqc4"}
_RULES = DEFAULT_RULES - _WHEN_ASKED - _OF_NAMES - _SAME


class Proof(Struct, frozen=True):
    """The rule of OWL 2 RL that gives a statement, and what it is applied to."""

    rule: str
    premises: tuple[Quad, ...]


class Followed(Struct, frozen=True):
    """What follows, sorted; and the proof of each statement, but for those that only say of which class a thing is."""

    quads: tuple[Quad, ...]
    proofs: dict[Quad, Proof]


NOTHING = Followed((), {})


def follow(files: Iterable[File]) -> Followed:
    """Return what follows from files. Raise BudgetError when that is more, or takes longer, than is allowed."""
    terms: dict[str, Term] = {}
    lines: list[str] = []
    for file in files:
        for subject, predicate, value, _ in file.quads:
            texts = [_noted(term, terms) for term in (subject, predicate, value)]
            lines.append(" ".join(texts) + " .\n")
    inferred = infer("".join(lines).encode(), _RULES)
    quads = sorted(_told(inferred, terms), key=lambda quad: (quad[0], quad[1], write_term(quad[2])))
    kept = set(quads)
    steps = prove_all(inferred, lambda predicate: _is_plain(predicate, terms))
    proofs = {
        quad: Proof(step.rule, tuple(found for premise in step.premises if (found := _quad(premise, terms))))
        for step in steps
        if (quad := _quad(step.conclusion, terms)) in kept and quad is not None
    }
    return Followed(tuple(quads), proofs)


def _noted(term: Term, terms: dict[str, Term]) -> str:
    text = write_term(term)
    terms.setdefault(text, term)
    return text


def _told(inferred: Inferred, terms: dict[str, Term]) -> Iterator[Quad]:
    """Yield what is inferred about things: that they are of a class, and what leads from one to another."""
    for line in inferred.quads().decode().splitlines():
        subject, predicate, rest = line.split(" ", 2)
        value = rest.rsplit(" ", 2)[0]
        quad = _quad((subject, predicate, value), terms)
        if quad is None or is_meta(quad[0]) or (quad[1] != TYPE and not _is_plain(predicate, terms)):
            continue
        of = quad[2]
        if quad[1] != TYPE or (isinstance(of, Iri) and not is_meta(of) and not is_made(of)):
            yield quad


def _is_plain(predicate: str, terms: dict[str, Term]) -> bool:
    """Tell whether a property is one of things, and of no vocabulary for vocabularies."""
    return predicate in terms and not is_meta(str(terms[predicate])) and predicate != f"<{TYPE}>"


def _quad(triple: Triple, terms: dict[str, Term]) -> Quad | None:
    """Return a triple of which every term was read; None for one that speaks of others."""
    subject, predicate, value = (terms.get(text) or _iri(text) for text in triple)
    if subject is None or predicate is None or value is None or isinstance(subject, Literal):
        return None
    return _node(subject), Iri(str(predicate)), value, None


def _node(term: Term) -> Node:
    assert not isinstance(term, Literal)
    return term


def _iri(text: str) -> Iri | None:
    """Return an IRI that only the rules speak of (rdf:type where the files never say it)."""
    return Iri(text[1:-1]) if text.startswith("<") else None
