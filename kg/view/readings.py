"""The text of a reading in; its pieces out: each slot with the words before it, and the words at the end."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct, field

from kg.answer.answer import Statement
from kg.base.diagnostics import Lang
from kg.pack.pack import Frame, Reading
from kg.view.alike import SameFrame

#: A slot: {role}, or {role|role} where either may stand.
_SLOT = re.compile(r"\{([\w|]+)\}")

#: Words that tie a slot to the sentence and fall with it.
_PREPOSITIONS: dict[str, frozenset[str]] = {
    "en": frozenset(
        {
            "to",
            "for",
            "from",
            "in",
            "of",
            "on",
            "at",
            "by",
            "with",
            "as",
            "under",
            "over",
            "into",
            "onto",
            "within",
            "through",
            "against",
            "about",
            "per",
            "via",
            "using",
        }
    ),
    "zh": frozenset(
        {
            "给",
            "向",
            "为",
            "对",
            "由",
            "被",
            "在",
            "从",
            "到",
            "把",
            "将",
            "与",
            "和",
            "跟",
            "同",
            "用",
            "以",
            "于",
            "据",
            "按",
            "经",
            "经由",
            "通过",
            "来自",
            "用于",
            "在于",
        }
    ),
}
_POSSESSIVE = "的"


class Piece(Struct, frozen=True):
    """A slot and the words before it: ``verb`` are the statement's own words, ``tie`` ties the slot to them."""

    before: str
    slot: str
    role: Literal["verb", "tie", "phrase"]


class Pieces(Struct, frozen=True, eq=False):
    """A reading taken apart: its slots in order, their names, and the words after the last one.

    Two are the same when they are the same object: ``pieces`` makes one for each reading.
    ``said``  whether the reading can be said: each slot stands once, for one role.
    """

    slots: tuple[Piece, ...]
    names: tuple[str, ...]
    after: str
    said: bool

    def kept(self, filled: Collection[str]) -> tuple[Piece, ...] | None:
        """Return the pieces to say: what is not filled goes, with its preposition or possessive.

        The verb stays: its piece is kept with an empty slot. None when words of the sentence would be lost
        or left hanging ("gets {share} of revenue from {customer}" without the share).
        """
        return _kept(self, frozenset(filled))


@lru_cache(maxsize=512)
def pieces(text: str, lang: str) -> Pieces:
    """Take a reading apart.

    >>> [piece.before for piece in pieces("{a} supplies {b} to {c}", "en").kept({"a", "c"})]
    ['', ' supplies ', ' to ']
    """
    parts = _SLOT.split(text)
    found: list[Piece] = []
    for before, slot in zip(parts[0:-1:2], parts[1::2], strict=True):
        if _ties(before, lang):
            if any(piece.slot == slot for piece in found):
                continue  # another preposition for the same slot: the first is the one that is said
            found.append(Piece(before, slot, "tie"))
        elif not found or before.startswith(_POSSESSIVE) or any(piece.role == "verb" for piece in found):
            found.append(Piece(before, slot, "phrase"))
        else:
            found.append(Piece(before, slot, "verb"))
    names = tuple(piece.slot for piece in found)
    said = len(set(names)) == len(names) and not any("|" in slot for slot in names)
    return Pieces(tuple(found), names, parts[-1], said)


@lru_cache(maxsize=4096)
def _kept(reading: Pieces, filled: frozenset[str]) -> tuple[Piece, ...] | None:
    kept: list[Piece] = []
    inherited: str | None = None
    for piece in reading.slots:
        before = inherited if inherited is not None and piece.before.strip() == _POSSESSIVE else piece.before
        inherited = None
        if piece.slot in filled:
            if kept and not kept[-1].slot and piece.role != "tie":
                return None
            kept.append(Piece(before, piece.slot, piece.role))
        elif piece.role == "verb":
            kept.append(Piece(before, "", "verb"))
        elif piece.role == "tie":
            inherited = before
        else:
            return None
    return tuple(kept)


def _ties(words: str, lang: str) -> bool:
    bare = words.strip(" ,，、").lower()
    return bare in ("", _POSSESSIVE) or bare in _PREPOSITIONS.get(lang, frozenset())


def applies(reading: Reading, statement: Statement) -> bool:
    """Tell whether the wording is true of the statement: the values that it implies are the statement's."""
    return _holds(reading.fixes, statement.qualifiers)


def _holds(fixes: tuple[tuple[str, str], ...], values: Mapping[str, str | float | None]) -> bool:
    return all(values.get(qualifier) == value for qualifier, value in fixes)


def filled_slots(statement: Statement) -> frozenset[str]:
    """Return the roles and qualifiers that the statement has."""
    last = _LAST[0]
    if last.statement is not statement:
        told = [key for key, value in statement.qualifiers.items() if value not in (None, "")]
        last = _LAST[0] = _Last(statement, frozenset((*statement.roles, *told)))
    return last.filled


class Manner(Struct, frozen=True, eq=False):
    """How one language says the statements of a frame that fill the same slots and agree in what its wordings imply.

    ``reading``  the wording that says most of what they hold; None when none applies.
    ``kept``     its pieces that are said.
    ``noun``     without a reading: the wording that asks for their number; None without one.
    ``implied``  the qualifiers whose values are told by the choice of the wording.
    """

    reading: Pieces | None
    kept: tuple[Piece, ...]
    noun: Pieces | None
    implied: frozenset[str]


def manner(frame: Frame, statement: Statement, lang: Lang) -> Manner:
    """Return how a language says a statement.

    Of equally good readings the first is taken. Readings that only serve to be understood, with a choice of slots,
    are not said.
    """
    filled = filled_slots(statement)
    last = _LAST[0]
    if last.statement is not statement or last.frame is not frame:
        last = _LAST[0] = _Last(statement, filled, frame)
    if lang not in last.manners:
        same = SameFrame(frame)
        fixed = tuple((key, statement.qualifiers.get(key)) for key in _fixing(same))
        last.manners[lang] = _manner(same, filled, frozenset(statement.roles), fixed, lang)
    return last.manners[lang]


def best_reading(frame: Frame, statement: Statement, lang: Lang) -> Pieces | None:
    """Return the reading that says most of what the statement holds; None when none applies."""
    return manner(frame, statement, lang).reading


class _Last(Struct):
    """The statement that was asked for last, as whoever writes a page asks for each ten times in a row."""

    statement: Statement | None = None
    filled: frozenset[str] = frozenset()
    frame: Frame | None = None
    manners: dict[Lang, Manner] = field(default_factory=dict)


_LAST = [_Last()]


@lru_cache(maxsize=256)
def _fixing(same: SameFrame) -> tuple[str, ...]:
    """Return the qualifiers whose values decide which wordings of a frame apply."""
    fixes = [*(one.fixes for one in same.frame.readings), *(one.fixes for one in same.frame.nouns)]
    return tuple(dict.fromkeys(key for each in fixes for key, _ in each))


@lru_cache(maxsize=4096)
def _manner(
    same: SameFrame,
    filled: frozenset[str],
    roles: frozenset[str],
    fixed: tuple[tuple[str, str | float | None], ...],
    lang: Lang,
) -> Manner:
    values = dict(fixed)
    readings = [one for one in same.frame.readings if one.lang == lang and _holds(one.fixes, values)]
    best: Pieces | None = None
    most = 0
    for reading in readings:
        taken = pieces(reading.text, lang)
        said = sum(slot in filled for slot in taken.names) if taken.said else 0
        if said > most and not roles.isdisjoint(taken.names) and taken.kept(filled):
            best, most = taken, said
    kept = (best.kept(filled) if best else None) or ()
    implied = frozenset(key for reading in readings for key, _ in reading.fixes)
    return Manner(best, kept, None if best else _best_noun(same.frame, filled, values, lang), implied)


def _best_noun(
    frame: Frame, filled: frozenset[str], values: Mapping[str, str | float | None], lang: Lang
) -> Pieces | None:
    """Return the noun reading that asks for a number of the statement and names most of its things; None without one."""
    numbers = {one.id for one in frame.qualifiers if one.type == "number"} & filled
    fitting = [
        pieces(noun.text, lang)
        for noun in frame.nouns
        if noun.lang == lang and noun.asks in numbers and _holds(noun.fixes, values)
    ]
    complete = [taken for taken in fitting if taken.said and filled.issuperset(taken.names)]
    return max(complete, key=lambda taken: len(taken.names), default=None)
