"""The lexicon: folded words -> what they may mean. Plain data, built once a pack and cached."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

#: thing      a named thing (``id``, ``slot`` = its class)            class    a class word (``id``)
#: role       a noun for a role (``id`` = index of the noun pattern)
#: verb       a verb (``id`` = index of the verb pattern, ``form``)
#: choice     a value of a choice qualifier (``id``; ``frame``, ``slot`` = qualifier)
#: qualifier  a qualifier by name (``frame``, ``slot``)      unit      a unit of measure (``id``)
#: adjective  restricts by a thing (``id``)             source    a document (``id``)
MeaningKind = Literal["thing", "class", "role", "verb", "choice", "qualifier", "unit", "adjective", "source"]

#: finite: supply, supplies; past: supplied (also the participle); gerund: supplying; plain: Chinese.
#: superlative: of a measure, "biggest" for the most of it.
VerbForm = Literal["", "finite", "past", "gerund", "plain", "superlative"]


class Meaning(Struct, frozen=True):
    """One thing that a word may mean; which fields count depends on ``kind``."""

    kind: MeaningKind
    id: str
    frame: str = ""
    slot: str = ""
    form: VerbForm = ""
    plural: bool = False


class VerbPattern(Struct, frozen=True):
    """A verb reading taken apart: which role stands where.

    ``subject`` the role before the verb; ``object`` the bare role after it (None: none);
    ``marked`` (marker, role) pairs, the markers being prepositions or coverbs ("to", "给");
    ``linked`` true when the verb needs a form of be ("is used in"): its participle alone is the word.
    ``roles`` in the order of the text.
    """

    frame: str
    lang: str
    verb: str
    subject: str | None
    object: str | None
    marked: tuple[tuple[str, str], ...]
    roles: tuple[str, ...]
    linked: bool = False
    fixes: tuple[tuple[str, str], ...] = ()
    #: index of the reading in the frame: the first of a language is the canonical one.
    rank: int = 0


class NounPattern(Struct, frozen=True):
    """A noun reading taken apart: ``supplier of {item}`` asks ``supplier``, gives "of" -> item."""

    frame: str
    lang: str
    noun: str
    asks: str
    marked: tuple[tuple[str, str], ...] = ()
    fixes: tuple[tuple[str, str], ...] = ()
    rank: int = 0
    #: Whether the noun by itself may stand for the class that fills the role.
    alone: bool = True


class Lexicon(Struct, frozen=True):
    """All words of a pack. ``words`` is keyed by the squeezed, folded surface (see fold.py);
    ``reach`` gives for a first character the length of its longest word."""

    words: dict[str, tuple[Meaning, ...]]
    reach: dict[str, int]
    verbs: tuple[VerbPattern, ...]
    nouns: tuple[NounPattern, ...]
    #: traditional character -> simplified
    simplified: dict[str, str] = field(default_factory=dict)
    #: squeezed surface -> the text to show ("nvidia" -> "NVIDIA")
    shown: dict[str, str] = field(default_factory=dict)
    #: English noun -> its plural
    plurals: dict[str, str] = field(default_factory=dict)
    #: What ids of things leave out of their IRIs.
    namespace: str = ""

    def look_up(self, surface: str) -> tuple[Meaning, ...]:
        """Return the meanings of a squeezed, folded surface; empty when it is no word."""
        return self.words.get(surface, ())
