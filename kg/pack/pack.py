"""The typed values of a pack: classes, frames, roles, readings, units, rules and named things."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

from kg.base.iris import BROADER
from kg.base.terms import Iri


class Words(Struct, frozen=True):
    """What a thing is called in one language: the label first, then other labels.

    ``hidden`` names are understood and never written (tickers, former names, misspellings).
    """

    label: str
    others: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every name, the label first."""
        return (self.label, *self.others, *self.hidden)


#: Language tag ("en", "zh") -> words in that language.
Names = Mapping[str, Words]


class Class(Struct, frozen=True):
    """A class of things; ``parents`` are direct superclasses, by id."""

    id: str
    iri: Iri
    names: Names
    parents: tuple[str, ...] = ()
    #: Things of this class are words for kinds of things of that class (CompanyKind -> Company).
    kinds_of: str | None = None
    order: int = 0
    #: Asked for with "who" (谁), not with "what".
    agent: bool = False


class Role(Struct, frozen=True):
    """A named slot of a frame. ``ranges`` are the classes that may fill it, empty for any."""

    id: str
    iri: Iri
    names: Names
    ranges: tuple[str, ...] = ()
    required: bool = False


QualifierType = Literal["number", "unit", "choice", "text", "period"]


class Choice(Struct, frozen=True):
    """One value that a choice qualifier may have, with its words ("sole": "sole", "独家")."""

    id: str
    names: Names
    #: For measures: the unit ids that fit, the usual one first.
    units: tuple[str, ...] = ()
    #: For bases of a share: the roles whose thing the whole is, the owner first ("the customer's purchases of the item").
    whole: tuple[str, ...] = ()
    #: For measures: words that say "with the most of it", by language ("biggest" of the area).
    superlatives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: For measures: a thing has it whatever the day, so that figures of different days tell of the same.
    lasting: bool = False
    #: Says that no one else offers the same: "sole".
    alone: bool = False
    #: For measures: so many of the first thing for each of the second ("optical-module" for each "gpu").
    ratio: tuple[str, str] | None = None


class Qualifier(Struct, frozen=True):
    """A literal detail of a statement (stage, quantity, basis). A number names its unit qualifier."""

    id: str
    iri: Iri
    names: Names
    type: QualifierType
    choices: tuple[Choice, ...] = ()
    unit: str | None = None
    upper: str | None = None


class Reading(Struct, frozen=True):
    """How a frame is said with a verb: ``{supplier} supplies {item} to {customer}``.

    ``fixes`` are qualifier values that the wording implies (basis = supplier_revenue);
    the first reading of a language is the one used in paraphrases and on edges.
    """

    lang: str
    text: str
    fixes: tuple[tuple[str, str], ...] = ()


class NounReading(Struct, frozen=True):
    """How a role is said with a noun: ``supplier of {item}`` asks for ``supplier``.

    ``alone``  the noun by itself may stand for the class that fills the role ("suppliers that make lasers").
    """

    lang: str
    text: str
    asks: str
    fixes: tuple[tuple[str, str], ...] = ()
    alone: bool = True


class Frame(Struct, frozen=True):
    """A kind of statement.

    ``form``   "node": statements are nodes of class ``iri`` with one triple a role;
               "triple": a statement is the plain triple ``roles[0] predicate roles[1]``.
    ``event``  valid_from is the day it happened, not the beginning of a state.
    ``flow``   (from role, to role) when statements lead downstream: supplier to customer.
    ``offers``    (who, what) when statements say from whom a thing can be had: supplier and item.
    ``composes``  (whole, part) when the whole cannot be without the part.
    ``replaces``  (new, old) when the new can take the place of the old.
    ``transitive``, ``symmetric``: as in OWL, between roles[0] and roles[1].
    ``functional``  a thing that fills roles[0] has one roles[1] at most: "in China and Taiwan" is "in either".
    ``identity``  the qualifiers that, with the roles, tell one statement from another.
    """

    id: str
    iri: Iri
    names: Names
    form: Literal["node", "triple"]
    roles: tuple[Role, ...]
    qualifiers: tuple[Qualifier, ...] = ()
    readings: tuple[Reading, ...] = ()
    nouns: tuple[NounReading, ...] = ()
    event: bool = False
    flow: tuple[str, str] | None = None
    offers: tuple[str, str] | None = None
    composes: tuple[str, str] | None = None
    replaces: tuple[str, str] | None = None
    transitive: bool = False
    symmetric: bool = False
    functional: bool = False
    #: "triple" frames: the predicate.
    predicate: Iri | None = None

    def role(self, id: str) -> Role:
        """Return the role of that id; KeyError when the frame has none."""
        for role in self.roles:
            if role.id == id:
                return role
        raise KeyError(f"frame {self.id} has no role {id}")

    def qualifier(self, id: str) -> Qualifier:
        """Return the qualifier of that id; KeyError when the frame has none."""
        for qualifier in self.qualifiers:
            if qualifier.id == id:
                return qualifier
        raise KeyError(f"frame {self.id} has no qualifier {id}")


class Unit(Struct, frozen=True):
    """A unit of measure; a value in it times ``factor`` is in the base unit of its dimension."""

    id: str
    names: Names
    dimension: str
    factor: float
    iri: Iri | None = None


class Atom(Struct, frozen=True):
    """One statement pattern of a rule: roles to variable names ("?x") or entity ids.

    ``of_kind`` lists roles at which a thing of the kind of the variable's value is meant too;
    ``without`` lists roles that the statement must leave open.
    """

    frame: str
    roles: tuple[tuple[str, str], ...]
    of_kind: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class Rule(Struct, frozen=True):
    """When each atom of one ``bodies`` alternative holds, so does ``head``, as a derived statement."""

    id: str
    iri: Iri
    names: Names
    head: Atom
    bodies: tuple[tuple[Atom, ...], ...]


class Thing(Struct, frozen=True):
    """A named thing of the graph: what the lexicon and the answers must know of it."""

    id: str
    iri: Iri
    cls: str
    names: Names
    #: Direct kinds (broader), by id.
    kinds: tuple[str, ...] = ()
    #: Adjectives that say "with this as filler of ``adjective_role``": Chinese -> country CN.
    adjectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Source(Struct, frozen=True):
    """A document that claims cite, as far as a question can name it ("according to NVIDIA")."""

    id: str
    iri: Iri
    title: str
    publisher: str = ""
    author: str = ""


class AdjectiveUse(Struct, frozen=True):
    """An adjective of a thing of class ``cls`` restricts a noun through this frame.

    "Chinese company": cls Country, frame InCountry, the noun fills ``subject``, the thing ``object``.
    """

    cls: str
    frame: str
    subject: str
    object: str


class Pack(Struct, frozen=True, dict=True):
    """Everything about one domain.

    Mappings are keyed by id and ordered by id, except frames and classes, which keep the order of
    the ontology.
    """

    id: str
    namespace: str
    names: Names
    classes: Mapping[str, Class]
    frames: Mapping[str, Frame]
    units: Mapping[str, Unit]
    rules: Mapping[str, Rule]
    things: Mapping[str, Thing]
    adjective_uses: tuple[AdjectiveUse, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)

    @cached_property
    def narrower(self) -> Mapping[str, tuple[str, ...]]:
        """For each thing that others are kinds of, those directly below it; worked out once a pack, not once a question."""
        found: dict[str, list[str]] = {}
        for thing in self.things.values():
            for kind in thing.kinds:
                found.setdefault(kind, []).append(thing.id)
        return {kind: tuple(below) for kind, below in found.items()}

    def ancestors(self, cls: str) -> tuple[str, ...]:
        """Return a class and its superclasses, nearest first."""
        found: list[str] = []
        queue = [cls]
        while queue:
            current = queue.pop(0)
            if current not in found and current in self.classes:
                found.append(current)
                queue.extend(self.classes[current].parents)
        return tuple(found)

    def is_a(self, cls: str, other: str) -> bool:
        """Tell whether class ``cls`` is ``other`` or below it."""
        return other in self.ancestors(cls)

    @property
    def kind_frame(self) -> Frame | None:
        """The triple frame that says what is of which kind (skos:broader), None when the pack has none."""
        return next((frame for frame in self.frames.values() if frame.predicate == BROADER), None)

    def short(self, iri: str) -> str:
        """Return the short id of an IRI of the pack's namespace, else the IRI itself."""
        return iri[len(self.namespace) :] if iri.startswith(self.namespace) else iri

    def iri(self, id: str) -> Iri:
        """Return the IRI of a short id."""
        thing = self.things.get(id)
        return thing.iri if thing else Iri(id if ":" in id else self.namespace + id)
