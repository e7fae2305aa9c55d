"""English tokens in, the same without "whose" out: "whose customer is X" is said as "that has X as customer".

"whose share is at least 50" becomes "that has at least 50 share", "whose customer has size Large" "that has a customer
that has size Large". What stands behind "is" ends where the next clause begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.base.dates import Period
from kg.base.spans import Span
from kg.language.token import Token

_FILLER = frozenset(["DET", "N", "ADJ", "OF", "POSS", "EACH", "ANY", "ALL", "NUM", "OR", "LPAR", "RPAR"])
_COMPARING = frozenset(["MORE", "ATLEAST", "LESS", "ATMOST", "EXACTLY"])
_CLAUSE = frozenset(["V", "VD", "VG", "HAVE", "DO", "NOT"])


def rewrite_whose(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with every "whose" said by "that has"; as they are where it cannot be."""
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind != "THAT" or token.word != "whose":
            result.append(token)
            index += 1
            continue
        said, index = _clause(tokens, index)
        result += said
    return tuple(result)


def _clause(tokens: Sequence[Token], start: int) -> tuple[list[Token], int]:
    whose = tokens[start]
    at = start + 1
    while at < len(tokens) and tokens[at].kind == "N":
        at += 1
    role = list(tokens[start + 1 : at])
    that, have = Token("THAT", "that", whose.span, "that"), Token("HAVE", "has", whose.span, "has")
    if not role or at >= len(tokens):
        return [whose], start + 1
    if tokens[at].kind in _CLAUSE:
        return [that, have, *role, Token("THAT", "that", tokens[at].span, "that")], at
    if tokens[at].kind != "BE" or at + 1 >= len(tokens):
        return [whose], start + 1
    amount, after = _amount(tokens, at + 1)
    if amount:
        return [that, have, *amount, *role], after
    if tokens[at + 1].kind in _CLAUSE | {"PREP", "IN"}:
        return [that, have, *role, Token("THAT", "that", tokens[at].span, "that")], at
    end = _filler(tokens, at + 1)
    if end == at + 1:
        return [whose], start + 1
    marker = Token("PREP", "as", tokens[at].span, "as")
    return [that, have, *tokens[at + 1 : end], marker, *role], end


def _amount(tokens: Sequence[Token], at: int) -> tuple[list[Token], int]:
    """Return the comparison with a number at a place, and where it ends: "at least 50", "before 2020", "2022"."""
    head = tokens[at]
    comparing = head.kind in _COMPARING or head.kind in ("BEFORE", "SINCE", "AFTER")
    number = tokens[at + 1] if comparing and at + 1 < len(tokens) else head
    value = _number(number)
    if value is None:
        return [], at
    end = at + 2 if comparing else at + 1
    unit = [tokens[end]] if end < len(tokens) and tokens[end].kind == "UNIT" else []
    plain = Token("NUM", number.text, number.span, "", (), value)
    return [_comparison(head if comparing else None, head.span), plain, *unit], end + len(unit)


def _comparison(head: Token | None, span: Span) -> Token:
    match head.kind if head else "":
        case "BEFORE":
            return Token("LESS", "less than", span, "less than")
        case "AFTER":
            return Token("MORE", "more than", span, "more than")
        case "SINCE":
            return Token("ATLEAST", "at least", span, "at least")
        case "":
            return Token("EXACTLY", "exactly", span, "exactly")
        case _:
            assert head is not None
            return head


def _number(token: Token) -> float | None:
    if token.kind == "NUM" and isinstance(token.value, float):
        return token.value
    is_year = token.kind == "DATE" and isinstance(token.value, Period) and token.text.isdecimal()
    return float(token.text) if is_year else None


def _filler(tokens: Sequence[Token], start: int) -> int:
    """Return where the noun phrase behind "is" ends."""
    at = start
    while at < len(tokens):
        kind = tokens[at].kind
        follows = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        if (
            kind == "AND" and follows in ("N", "DET", "ADJ") and tokens[at - 1].kind == "N" and at + 2 >= len(tokens)
        ) or kind in _FILLER:
            at += 1
        else:
            break
    return at
