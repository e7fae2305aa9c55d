"""English tokens in, tokens out: turns of phrase about the figures of a thing: bounds, and years of what was done."""

from __future__ import annotations

from kg.base.spans import Span
from kg.language.token import Token
from kg.language.turns.kinds import kinds_of

_BOUNDS = {"BEFORE": "LESS", "AFTER": "MORE", "SINCE": "ATLEAST", "IN": "EXACTLY"}
_COMPARING = frozenset({"MORE", "ATLEAST", "LESS", "ATMOST", "EXACTLY"})


def between_bounds(tokens: list[Token]) -> list[Token]:
    """ "have an age between 30 and 70" is read like "have at least 30 age and have at most 70 age"."""
    kinds = kinds_of(tokens)
    for place in range(1, len(kinds) - 3):
        joint, last = tokens[place + 2], _number(tokens[place + 3])
        first = _number(tokens[place + 1])
        if kinds[place] != "BETWEEN" or joint.kind != "AND" or first is None or last is None:
            continue
        name = place - 1 - (kinds[place - 1] == "BE")  # whose age is between
        start = name - 1 - (kinds[name - 1] == "DET")
        if not _measures(tokens[name]) or start < 0:
            continue
        if _dates(tokens[name]) and kinds[name - 1] == "BE":  # were born between
            start, lead = name - 1, [_said("HAVE", tokens[name - 1])]
        elif _dates(tokens[name]) and kinds[name - 1] in ("N", "RPAR"):
            start, lead = name, [_said("THAT", tokens[name]), _said("HAVE", tokens[name])]
        else:
            lead = _lead(tokens[start])
        unit = [tokens[place + 4]] if kinds[place + 4 : place + 5] == ["UNIT"] else []
        bound = [_said("ATLEAST", tokens[place]), first, *unit, tokens[name]]
        other = [joint, _said("HAVE", joint), _said("ATMOST", joint), last, *unit, tokens[name]]
        if lead:
            return between_bounds([*tokens[:start], *lead, *bound, *other, *tokens[place + 4 + len(unit) :]])
    return tokens


def exact_value(tokens: list[Token]) -> list[Token]:
    """ "with release year 1979", "have a weight of 20 t" are read like "have exactly 1979 release year"."""
    kinds = kinds_of(tokens)
    for name in range(1, len(kinds) - 1):
        place = name + 1 + (kinds[name + 1] == "OF")
        start = name - 1 - (kinds[name - 1] == "DET")
        value = _number(tokens[place]) if place < len(kinds) else None
        lead = _lead(tokens[start]) if start >= 0 else []
        if value is None or not lead or lead[0].word == "whose" or not _measures(tokens[name]):
            continue
        end = place + (2 if kinds[place + 1 : place + 2] == ["UNIT"] else 1)
        if kinds[end : end + 1] in (["AND"], ["N"], ["ORMORE"], ["ORFEWER"]):
            continue
        said = [_said("EXACTLY", tokens[place]), value, *tokens[place + 1 : end], tokens[name]]
        return exact_value([*tokens[:start], *lead, *said, *tokens[end:]])
    return tokens


def _lead(token: Token) -> list[Token]:
    """Return what has a figure: "have", and "that have" for "with" and "whose"."""
    if token.kind == "HAVE":
        return [token]
    if token.word in ("with", "whose"):
        return [_said("THAT", token), _said("HAVE", token)]
    return []


def done_when(tokens: list[Token]) -> list[Token]:
    """ "were built after 2000", "ships built before 1990" are read like "have more than 2000 built"."""
    kinds = kinds_of(tokens)
    for place in range(1, len(kinds) - 2):
        bound, year = tokens[place + 1], _number(tokens[place + 2])
        said = _BOUNDS.get(bound.kind, bound.kind)
        if (
            not _dates(tokens[place])
            or said not in _COMPARING
            or year is None
            or (said == "EXACTLY" and bound.text.lower() != "in")
        ):
            continue
        was = kinds[place - 1] == "BE"
        if not was and kinds[place - 1] not in ("N", "RPAR"):
            continue
        relative = was and kinds[place - 2 : place - 1] in (["THAT"], ["WHO"])
        lead = [_said("HAVE", bound)] if was or relative else [_said("THAT", bound), _said("HAVE", bound)]
        start = place - 1 if was else place
        return done_when([*tokens[:start], *lead, _said(said, bound), year, tokens[place], *tokens[place + 3 :]])
    return tokens


def _dates(token: Token) -> bool:
    return token.kind == "N" and any(m.kind == "choice" and m.form == "dated" for m in token.meanings)


def _measures(token: Token) -> bool:
    return token.kind == "N" and any(meaning.kind == "choice" for meaning in token.meanings)


def _number(token: Token) -> Token | None:
    """Return a number, or a year as one."""
    if token.kind not in ("NUM", "DATE"):
        return None
    if token.kind == "NUM" and isinstance(token.value, float):
        return token
    return Token("NUM", token.text, token.span, "", (), float(token.text)) if token.text.isdecimal() else None


_WORDS = {"ATLEAST": "at least", "ATMOST": "at most", "HAVE": "have", "THAT": "that", "EXACTLY": "exactly"}


def _said(kind: str, near: Token) -> Token:
    """Return a word of the language that stands where another stood."""
    return Token(kind, near.text, Span(near.span.start, near.span.end), _WORDS.get(kind, kind.lower()))
