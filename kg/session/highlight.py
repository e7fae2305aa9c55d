"""A text and the lexicon in; what each of its words is, place by place, for a terminal to colour, out."""

from __future__ import annotations

from typing import Literal

from kg.base.spans import Span
from kg.language.lex import lex
from kg.language.token import Token
from kg.lexicon.lexicon import Lexicon

Role = Literal["name", "noun", "verb", "number", "word", "unknown"]


def highlight(text: str, lexicon: Lexicon) -> tuple[tuple[Span, Role], ...]:
    """Return the words in order: names, nouns, verbs, numbers and dates, words of the language, unknown ones."""
    return tuple((place[0].span, _role(place[0])) for place in lex(text, lexicon).places)


def _role(token: Token) -> Role:
    match token.kind:
        case "UNKNOWN":
            return "unknown"
        case "N" | "ADJ":
            return "name" if any(meaning.kind in ("thing", "adjective") for meaning in token.meanings) else "noun"
        case "V" | "VD" | "VG":
            return "verb"
        case "NUM" | "PART" | "DATE" | "UNIT":
            return "number"
        case _:
            return "word"
