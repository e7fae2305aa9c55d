"""Tokens in, the same with each exception before the noun that it may narrow out: "except TSMC", 除了台积电.

"who supplies HBM to NVIDIA except SK hynix" leaves one out of those asked for, "who supplies hyperscalers except
Google" one of the hyperscalers. The words before an exception do not tell which, so both are handed on, the nearer
noun first; the resolver takes the one that can hold what is set apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.base.spans import Span
from kg.language.language_of import Lang
from kg.language.token import Token

_ASKING = ("WHO", "WHAT", "WHICH", "HOWMANY")
_BETWEEN = ("AND", "OR", "COMMA")
#: Behind these a Chinese sentence goes on with something else.
_ENDING = ("，", "；")
_COMMAS = (",", *_ENDING)
_NAMES = ("N", "THING")
_QUALIFYING = ("WHICH", "HOWMANY", "DET", "ADJ", "ALL", "EACH", "ANY", "HAVE", "OTHER", "CL", "NUM")

_Tokens = tuple[Token, ...]


def set_apart(tokens: Sequence[Token], lang: Lang) -> tuple[_Tokens, ...]:
    """Return the ways to read the exceptions of a question, the preferred first; the tokens alone without any."""
    tokens = [token.retyped("EXCEPT") if token.kind == "EXCLUDING" else token for token in tokens]
    kinds = [token.kind for token in tokens]
    if "EXCEPT" not in kinds and not (lang == "zh" and "OUTSIDE" in kinds):
        return (tuple(tokens),)
    found = _english(tokens) if lang == "en" else _chinese(tokens)
    return tuple(dict.fromkeys(found)) or (tuple(tokens),)


def _english(tokens: Sequence[Token]) -> list[_Tokens]:
    place = next(index for index, token in enumerate(tokens) if token.kind == "EXCEPT")
    names, end = _names_behind(tokens, place + 1)
    if not names:
        return []
    before, behind = list(tokens[:place]), list(tokens[end:])
    if before and before[-1].text in _COMMAS:
        before.pop()
    if behind and behind[0].text in _COMMAS:
        behind.pop(0)
    excepted = _excepted(tokens[place], names)
    heads = _heads(before)
    asked = _asked([*before, *behind])
    places = [*heads[:1], *([asked] if asked is not None else []), *heads[1:]]
    return [_with([*before, *behind], at, excepted) for at in places]


def _chinese(tokens: Sequence[Token]) -> list[_Tokens]:
    kinds = [token.kind for token in tokens]
    if "EXCEPT" in kinds:
        place = kinds.index("EXCEPT")
        names, end = _names_behind(tokens, place + 1)
        outside = kinds[end : end + 1] == ["OUTSIDE"]
        end += outside
    else:
        end = kinds.index("OUTSIDE") + 1
        place = _names_start(tokens, end - 1)
        names, _ = _names_behind(tokens, place)
        outside = True
    if not names:
        return []
    excepted = _excepted(tokens[place], names)
    before, behind = list(tokens[:place]), list(tokens[end:])
    if outside and kinds[end : end + 1] == ["DE"]:  # 谷歌以外的云厂商
        return [(*before, excepted, *behind[1:])]
    if behind and behind[0].text in _COMMAS:
        behind.pop(0)
    rest = [token for token in (*before, *behind) if token.kind != "OTHER"]
    asked = _asked(rest)
    return [_with(rest, at, excepted) for at in (*([asked] if asked is not None else []), *_heads(rest))]


def _names_behind(tokens: Sequence[Token], start: int) -> tuple[_Tokens, int]:
    """Return the names that stand at a place, joined or not, and where they end."""
    names: list[Token] = []
    end = start
    while end < len(tokens):
        place = end
        if names and tokens[place].kind in _BETWEEN and tokens[place].text not in _ENDING:
            place += 1
        while place < len(tokens) and tokens[place].kind == "DET":
            place += 1
        if place == len(tokens) or tokens[place].kind != "N" or (names and place == end):
            break
        names.append(tokens[place])
        end = place + 1
    return tuple(names), end


def _names_start(tokens: Sequence[Token], end: int) -> int:
    """Return where the names that end before a place begin."""
    place = end
    while place and tokens[place - 1].kind == "N":
        place -= 1
        if place < 2 or tokens[place - 1].kind not in ("AND", "OR", "COMMA") or tokens[place - 2].kind != "N":
            break
        place -= 1
    return place


def _heads(tokens: Sequence[Token]) -> list[int]:
    """Return where each noun begins, the last one first."""
    return [
        index
        for index in range(len(tokens) - 1, -1, -1)
        if tokens[index].kind in (*_NAMES, "WHO", "WHAT") and (not index or tokens[index - 1].kind not in _NAMES)
    ]


def _asked(tokens: Sequence[Token]) -> int | None:
    """Return where the noun that is asked for begins, or the one that may be any."""
    for index, token in enumerate(tokens):
        if token.kind not in (*_ASKING, "ANY", "THING"):
            continue
        place = index
        while place + 1 < len(tokens) and tokens[place].kind in _QUALIFYING:
            place += 1
        return place
    return None


def _excepted(token: Token, names: _Tokens) -> Token:
    span = Span(min(token.span.start, names[0].span.start), names[-1].span.end)
    return Token("EXCEPTED", token.text, span, token.word, apart=names)


def _with(tokens: Sequence[Token], place: int, excepted: Token) -> _Tokens:
    return (*tokens[:place], excepted, *tokens[place:])
