"""Chinese tokens in, tokens out: turns of phrase about how many, how much and the most."""

from __future__ import annotations

from kg.language.token import Token
from kg.language.turns.kinds import kinds_of

_COMPARING = frozenset(["MORE", "ATLEAST", "LESS", "ATMOST", "EXACTLY"])


def amount_behind(tokens: list[Token]) -> list[Token]:
    """GB200 NVL72功耗多少, 市场有多大: what is asked of a measure is said by the measure alone."""
    tokens = tokens[:-1] if kinds_of(tokens[-2:]) == ["HOWMANY", "UNIT"] else tokens
    kinds = kinds_of(tokens)
    end = len(kinds)
    while end and kinds[end - 1] in ("HOWMANY", "HOWLARGE", "SHARE"):
        end -= 1
    if end == len(kinds) or (kinds[-1] == "SHARE" and tokens[-1].text != "多大"):
        return tokens
    if end and kinds[end - 1] in ("HAVE", "BE"):
        end -= 1
    measured = bool(end) and any(meaning.kind == "choice" for meaning in tokens[end - 1].meanings)
    return tokens[:end] if measured and "OCCUPY" not in kinds and "V" not in kinds else tokens


def one_of_it(tokens: list[Token]) -> list[Token]:
    """一个800G光模块多少钱: of a measure, one is what it is told of anyway; 在做 is what is being made."""
    kinds = kinds_of(tokens)
    measured = bool(tokens) and any(meaning.kind == "choice" for meaning in tokens[-1].meanings)
    if kinds[:2] == ["NUM", "CL"] and tokens[0].value == 1.0 and measured and "V" not in kinds:
        return tokens[2:]
    return [
        token
        for index, token in enumerate(tokens)
        if not (token.kind == "COV" and token.word == "在" and kinds[index + 1 : index + 2] == ["V"])
    ]


def aggregate_first(tokens: list[Token]) -> list[Token]:
    """供应份额总和 is read like 总和供应份额: the measure is what is put together."""
    result = list(tokens)
    for index in range(1, len(result)):
        measured = any(meaning.kind == "choice" for meaning in result[index - 1].meanings)
        if result[index].kind == "AGGREGATE" and measured:
            result[index - 1], result[index] = result[index], result[index - 1]
    return result


def amounts_together(tokens: list[Token]) -> list[Token]:
    """年份早于2020且供应份额至少为50: what 且 joins are two comparisons, not two nouns."""
    kinds = kinds_of(tokens)
    return [
        token.retyped("ANDV")
        if token.kind == "BUT"
        and kinds[index + 1 : index + 2] == ["N"]
        and _COMPARING & {*kinds[index + 2 : index + 3]}
        else token
        for index, token in enumerate(tokens)
    ]


def number_of(tokens: list[Token]) -> list[Token]:
    """每种部件的供应商数量 is 每种部件有多少供应商."""
    tokens = [  # 供应商数量最多的部件: most goes by their number anyway
        token
        for index, token in enumerate(tokens)
        if not (token.kind == "NUMBEROF" and kinds_of(tokens[index + 1 : index + 2]) in (["MOST"], ["LEAST"]))
    ]
    kinds = kinds_of(tokens)
    while kinds[-1:] in (["HOWMANY"], ["WHAT"], ["BE"]):
        kinds.pop()
    if kinds[-1:] != ["NUMBEROF"] or "DE" not in kinds or "V" in kinds or "MOST" in kinds or "LEAST" in kinds:
        return tokens
    end = len(kinds) - 1
    end -= kinds[end - 1] == "DE"
    place = max((n for n in range(end) if kinds[n] == "DE"), default=0)
    if not place or any(kind != "N" for kind in kinds[place + 1 : end]) or place + 1 >= end:
        return tokens
    span = tokens[end].span
    asked = [Token("HAVE", "有", span, "有"), Token("HOWMANY", "多少", span, "多少")]
    return [*tokens[:place], *asked, *tokens[place + 1 : end]]


def which_sorts(tokens: list[Token]) -> list[Token]:
    """需求量排名前四的公司 is 需求量最大的四家公司."""
    kinds = kinds_of(tokens)
    if "TOP" not in kinds:
        return tokens
    place = kinds.index("TOP")
    measured = place and any(meaning.kind == "choice" for meaning in tokens[place - 1].meanings)
    if not measured or kinds[place + 1 : place + 2] != ["NUM"]:
        return tokens
    rest = [token for token in tokens[place + 1 :] if token.kind != "DE"]
    return [*tokens[:place], Token("MOST", "最大", tokens[place].span, "最大"), *rest]


def bought(tokens: list[Token]) -> list[Token]:
    """采购5套X,一共会有多少颗Y is read like 5套X有多少颗Y."""
    kinds = kinds_of(tokens)
    if kinds[:2] != ["V", "NUM"] or "HOWMANY" not in kinds or kinds.count("V") > 1:
        return tokens
    asked = kinds.index("HOWMANY")
    whole = [token for token in tokens[1:asked] if token.kind not in ("COMMA", "HAVE")]
    if any(token.kind not in ("NUM", "CL", "N", "UNIT") for token in (*whole, *tokens[asked + 1 :])):
        return tokens
    return [*whole, Token("HAVE", "有", tokens[asked].span, "有"), *tokens[asked:]]


def unit_asked(tokens: list[Token]) -> list[Token]:
    """多少GB的HBM3: an amount is told with its unit anyway."""
    kinds = kinds_of(tokens)
    for index in range(1, len(kinds) - 1):
        if kinds[index - 1 : index + 1] == ["HOWMANY", "UNIT"]:
            end = index + 2 if kinds[index + 1] == "DE" else index + 1
            return [*tokens[:index], *tokens[end:]] if kinds[end : end + 1] == ["N"] else tokens
    return tokens


def first_by(tokens: list[Token]) -> list[Token]:
    """份额前三的供应商 is read like 份额最大的三家供应商."""
    kinds = kinds_of(tokens)
    for index in range(1, len(kinds) - 2):
        end = index + (3 if kinds[index + 2] == "CL" else 2)
        compared = kinds[index - 1] in ("N", "SHARE") and kinds[index : index + 2] == ["TOP", "NUM"]
        if compared and kinds[end : end + 2] == ["DE", "N"]:
            top, number, de = tokens[index], tokens[index + 1], tokens[end]
            return [*tokens[:index], Token("MOST", top.text, top.span, "最大"), de, number, *tokens[end + 1 :]]
    return tokens


def most_is_which(tokens: list[Token]) -> list[Token]:
    """供应商最多的是哪个部件 is read like 供应商最多的部件."""
    kinds = kinds_of(tokens)
    for index in range(len(kinds) - 4):
        if kinds[index] in ("MOST", "LEAST") and kinds[index + 1 :] == ["DE", "BE", "WHICH", "N"]:
            return [*tokens[: index + 2], tokens[-1]]
    return tokens


def bound_included(tokens: list[Token]) -> list[Token]:
    """三家以上(含三家): that the bound is included is what 以上 says."""
    kinds = kinds_of(tokens)
    for index, kind in enumerate(kinds):
        if kind not in ("ABOVE", "BELOW") or kinds[index + 1 : index + 2] != ["LPAR"] or "RPAR" not in kinds[index:]:
            continue
        end = kinds.index("RPAR", index)
        inside = tokens[index + 2 : end]
        if inside and inside[0].text == "含" and all(token.kind in ("NUM", "CL") for token in inside[1:]):
            return [*tokens[: index + 1], *tokens[end + 1 :]]
    return tokens
