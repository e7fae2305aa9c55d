"""Chinese tokens in, tokens out: turns of phrase about who says it, with what status, and when."""

from __future__ import annotations

from kg.language.token import Token
from kg.language.turns.kinds import kinds_of

_STATUSES = frozenset({"FACTS", "CLAIMS", "FORECASTS", "RUMOURS"})

_ASKS = frozenset({"WHICH", "WHAT", "HOWMANY"})


def who_says(tokens: list[Token]) -> list[Token]:
    """谁说A给B供货: the sources are asked for."""
    if kinds_of(tokens[:2]) != ["WHO", "SAY"]:
        return tokens
    return [tokens[0].retyped("SOURCES"), *tokens[1:]]


def status_last(tokens: list[Token]) -> list[Token]:
    """A给B供货的传闻有哪些, CPO出货量的预测是多少: the status comes first."""
    kinds = kinds_of(tokens)
    end = len(kinds)
    while end and kinds[end - 1] in _ASKS | {"CL"}:
        end -= 1
    if end < len(kinds) and kinds[end - 1 : end] in (["HAVE"], ["BE"]):
        end -= 1
    if kinds[end - 2 : end - 1] != ["DE"] or kinds[end - 1] not in _STATUSES or (end == len(kinds) and "V" in kinds):
        return tokens
    return [tokens[end - 1], *tokens[: end - 2]]


def of_one_sort(tokens: list[Token]) -> list[Token]:
    """已公布但未量产的供应关系: statements of one sort, by the choices that they have."""
    tokens = _sorts_merged(tokens)
    kinds = kinds_of(tokens)
    end = next((n for n, token in enumerate(tokens) if token.kind == "STATUS" and token.word == "any"), None)
    if end is None:
        return tokens
    place = end - (kinds[end - 1 : end] == ["DE"])
    chosen: list[Token] = []
    while place > 0:
        token = tokens[place - 1]
        if token.kind == "N" and token.meanings and all(meaning.kind == "choice" for meaning in token.meanings):
            without = place > 1 and kinds[place - 2] == "NOT"
            chosen.insert(0, token.retyped("UNCHOSEN" if without else "CHOSEN"))
            place -= 2 if without else 1
        elif token.kind in ("AND", "BUT", "COMMA") and chosen:
            place -= 1
        else:
            break
    owned = tokens[:place]
    if place == end - 1 and owned and all(token.kind == "N" for token in owned):
        return [tokens[end], *owned, *chosen, *tokens[end + 1 :]]  # 英伟达的供应关系: those about NVIDIA
    return [*owned, *chosen, *tokens[end:]] if chosen else tokens


def _sorts_merged(tokens: list[Token]) -> list[Token]:
    """Put 供应 and 关系 together where no things stand before them, between which a relation would be."""
    result: list[Token] = []
    for token in tokens:
        sort = token.kind == "RELATION" and token.text == "关系" and kinds_of(result[-1:]) == ["V"]
        if sort and kinds_of(result[-2:-1]) not in (["N"], ["RPAR"], ["HAVE"], ["AND"], ["WHETHER"]):
            verb = result.pop()
            result.append(Token("STATUS", verb.text, verb.span.to(token.span), "any", verb.meanings))
        else:
            result.append(token)
    return result


def with_value(tokens: list[Token]) -> list[Token]:
    """英伟达的供应商及其份额(如有): things, and a value of each where one is told."""
    kinds = kinds_of(tokens)
    end = len(kinds)
    for tail in (["LPAR", "IFKNOWN", "RPAR"], ["COMMA", "IFKNOWN"], ["IFKNOWN"]):
        if kinds[-len(tail) :] == tail:
            end -= len(tail)
            break
    value = tokens[end - 1] if end > 3 else None
    if value is None or kinds[end - 3 : end - 1] != ["AND", "FILLER"]:
        return tokens
    if value.kind != "SHARE" and all(meaning.kind != "choice" for meaning in value.meanings):
        return tokens
    word = "share" if value.kind == "SHARE" else value.word
    return [*tokens[: end - 3], Token("WITHVALUE", value.text, value.span, word, value.meanings)]


def joined(tokens: list[Token]) -> list[Token]:
    """新进入英伟达供应链的供应商 is read like 新增的英伟达供应商; so with 退出."""
    kinds = kinds_of(tokens)
    for index, kind in enumerate(kinds):
        if kind in ("ADDED", "ENDED") and kinds[index + 1 : index + 5] == ["N", "PATH", "DE", "N"]:
            return [*tokens[: index + 2], *tokens[index + 3 :]]
    return tokens


def when(tokens: list[Token]) -> list[Token]:
    """英伟达何时投资Marvell is read like 英伟达投资Marvell, its dates asked for; also 是什么时候…的."""
    kinds = kinds_of(tokens)
    if kinds.count("WHEN") != 1 or "V" not in kinds or _STATUSES & set(kinds):
        return tokens
    place = kinds.index("WHEN")
    before = tokens[:place]
    after = tokens[place + 1 :]
    if kinds_of(before[-1:]) == ["BE"]:
        before = before[:-1]
        after = after[:-1] if kinds_of(after[-1:]) == ["DE"] else after
    return [tokens[place].retyped("ASKWHEN"), *before, *after]
