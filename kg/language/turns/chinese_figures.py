"""Chinese tokens in, tokens out: turns of phrase about the figures of a thing: 年份在2000年之后, 高度在10和20之间."""

from __future__ import annotations

import re

from kg.language.token import Token
from kg.language.turns.kinds import kinds_of

_YEAR = re.compile(r"(\d{3,4})\s*年?")
_BOUNDS = {"BEFORE": "LESS", "SINCE": "ATLEAST"}
_COMPARING = frozenset({"MORE", "ATLEAST", "LESS", "ATMOST", "EXACTLY"})


def figure_bounds(tokens: list[Token]) -> list[Token]:
    """年份在2000年之后 is read like 年份大于2000, 年份在1900年到2000年之间 like 年份不小于1900且年份不大于2000."""
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        result.append(tokens[index])
        index += 1
        if not any(meaning.kind == "choice" for meaning in tokens[index - 1].meanings):
            continue
        said, taken = _bounds(tokens[index - 1], tokens[index:])
        result += said
        index += taken
    return result


def _bounds(measure: Token, rest: list[Token]) -> tuple[list[Token], int]:
    """Return what is said of a measure in plain words, and how many tokens said it."""
    skipped = 1 if rest and (rest[0].word in ("在", "于") or rest[0].kind == "BE") else 0
    behind = rest[skipped:]
    kinds = kinds_of(behind)
    first = _number(behind[0]) if behind else None
    if kinds[:1] and kinds[0] in _COMPARING and len(behind) > 1 and not skipped:
        year = _number(behind[1])
        return ([behind[0], year], 2) if year is not None else ([], 0)
    if first is None:
        return [], 0
    if kinds[1:2] and kinds[1] in (*_BOUNDS, "AFTER"):
        after = behind[1].text in ("之后", "以后")
        kind = "MORE" if after else _BOUNDS.get(kinds[1], "MORE")
        return [_said(kind, behind[1]), first], skipped + 2
    last = _number(behind[2]) if len(behind) > 3 else None
    joint = kinds[1:2] == ["AND"] or (len(behind) > 1 and behind[1].word == "到")
    if last is not None and joint and kinds[3] == "BETWEEN":
        both = Token("ANDV", behind[1].text, behind[1].span, "且")
        return [_said("ATLEAST", behind[1]), first, both, measure, _said("ATMOST", behind[3]), last], skipped + 4
    if skipped and rest[0].kind == "BE" and kinds[1:2] == ["DE"]:  # 年份是1979的电影
        return [_said("EXACTLY", rest[0]), first], skipped + 1
    return [], 0


def _number(token: Token) -> Token | None:
    """Return a number, or a year as one."""
    if token.kind == "NUM" and isinstance(token.value, float):
        return token
    year = _YEAR.fullmatch(token.text) if token.kind == "DATE" else None
    return Token("NUM", token.text, token.span, "", (), float(year[1])) if year else None


def _said(kind: str, near: Token) -> Token:
    return Token(kind, near.text, near.span, near.text)
