"""Reading texts in, verb and noun patterns out: which role stands where, which marker leads to it."""

from __future__ import annotations

import re

from kg.lexicon.lexicon import NounPattern, VerbPattern
from kg.pack.pack import Frame, NounReading, Reading

#: English words that lead to a role ("to", "from"); the last such word before a slot is its marker.
PREPOSITIONS = frozenset(
    [
        "to",
        "from",
        "for",
        "in",
        "into",
        "of",
        "with",
        "by",
        "on",
        "onto",
        "at",
        "under",
        "as",
        "about",
        "against",
        "through",
        "over",
        "between",
        "than",
        "within",
        "among",
    ]
)
#: Chinese coverbs that lead to a role before the verb; 给 and 到 also follow a verb (卖给).
COVERBS = frozenset(
    [
        "给",
        "向",
        "由",
        "从",
        "对",
        "为",
        "跟",
        "和",
        "与",
        "同",
        "把",
        "将",
        "用",
        "在",
        "被",
        "以",
        "替",
        "按",
        "因",
        "比",
        "有",
    ]
)
_POSTVERB = ("给",)
_SLOT = re.compile(r"\{([\w|]+)\}")


def verb_pattern(frame: Frame, reading: Reading, rank: int) -> VerbPattern:
    """Take a verb reading apart; ValueError when it has no verb."""
    pieces = _SLOT.split(reading.text.strip())
    take = _english_verb if reading.lang == "en" else _chinese_verb
    return take(frame.id, reading, rank, [piece.strip() for piece in pieces])


def noun_pattern(frame: Frame, reading: NounReading, rank: int) -> NounPattern:
    """Take a noun reading apart: "supplier of {item}", "{item}的供应商". Its noun is empty when the
    reading is a slot alone: the name of the thing then stands for what is asked."""
    pieces = [piece.strip() for piece in _SLOT.split(reading.text.strip())]
    literals, slots = pieces[0::2], pieces[1::2]
    marked: list[tuple[str, str]] = []
    if reading.lang == "en":
        words = literals[0].split()
        marker = words.pop() if slots and words and words[-1] in PREPOSITIONS else "of"
        noun = " ".join(words)
        for slot, literal in zip(slots, literals[1:], strict=True):
            marked += _each(marker, slot)
            marker = literal
    else:
        noun = literals[-1].removeprefix("的")
        marked = [pair for slot in slots for pair in _each("的", slot)]
    return NounPattern(frame.id, reading.lang, noun, reading.asks, tuple(marked), reading.fixes, rank, reading.alone)


def _english_verb(frame: str, reading: Reading, rank: int, pieces: list[str]) -> VerbPattern:
    literals, slots = pieces[0::2], pieces[1::2]
    subject = slots[0] if not literals[0] and slots else None
    words = literals[1].split() if subject else literals[0].split()
    rest = slots[1:] if subject else slots
    linked = words[:1] in (["is"], ["are"])
    words = words[1:] if linked else words
    marker = words.pop() if words and words[-1] in PREPOSITIONS and rest else ""
    marked: list[tuple[str, str]] = []
    direct: str | None = None
    for position, slot in enumerate(rest):
        if position:
            marker = literals[position + (1 if subject else 0)].split()[-1]
        if marker:
            marked += _each(marker, slot)
        else:
            direct = slot
    verb = " ".join(words)
    return VerbPattern(frame, "en", verb, subject, direct, tuple(marked), _roles(slots), linked, reading.fixes, rank)


def _chinese_verb(frame: str, reading: Reading, rank: int, pieces: list[str]) -> VerbPattern:
    verb, subject, direct, marker = "", None, None, ""
    marked: list[tuple[str, str]] = []
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            marker = ""
            if piece in COVERBS and any(other not in COVERBS for other in pieces[index + 2 :: 2] if other):
                marker = piece
            elif piece and not verb:
                post = piece[-1] if len(piece) > 1 and piece.endswith(_POSTVERB) and index + 1 < len(pieces) else ""
                verb, marker = piece.removesuffix(post) if post else piece, post
        elif marker:
            marked += _each(marker, piece)
        elif verb:
            direct = piece
        else:
            subject = piece
    if not verb:
        raise ValueError(f"a verb reading needs a verb: {reading.text!r}")
    if direct is None and verb + "给" in pieces and len(marked) == 1:
        direct = marked[0][1]  # 供给X, with nothing else that could be given
    return VerbPattern(
        frame, "zh", verb, subject, direct, tuple(marked), _roles(pieces[1::2]), False, reading.fixes, rank
    )


def _each(marker: str, slot: str) -> list[tuple[str, str]]:
    """A slot "{customer|system}" lets its marker lead to either role."""
    return [(marker, role) for role in slot.split("|")]


def _roles(slots: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role for slot in slots for role in slot.split("|")))
