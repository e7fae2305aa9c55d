"""Chinese tokens in, turns of phrase said plainly out: 谁说…, …的预测有哪些, 除了谷歌没有别的客户, 何时.

Each turn is a wording of something that the grammar knows by another order of words; what is no such turn stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.base.spans import Span
from kg.language.token import Token

_STATUSES = frozenset({"FACTS", "CLAIMS", "FORECASTS", "RUMOURS"})
_ASKS = frozenset({"WHICH", "WHAT", "HOWMANY"})
_Turn = Callable[[list[Token]], list[Token]]


def plain_chinese(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with every known turn of phrase said plainly."""
    found = list(tokens)
    for turn in _TURNS:
        found = turn(found)
    return tuple(found)


def _kinds(tokens: Sequence[Token]) -> list[str]:
    return [token.kind for token in tokens]


def _who_says(tokens: list[Token]) -> list[Token]:
    """谁说A给B供货: the sources are asked for."""
    if _kinds(tokens[:2]) != ["WHO", "SAY"]:
        return tokens
    return [tokens[0].retyped("SOURCES"), *tokens[1:]]


def _status_last(tokens: list[Token]) -> list[Token]:
    """A给B供货的传闻有哪些, CPO出货量的预测是多少: the status comes first."""
    kinds = _kinds(tokens)
    end = len(kinds)
    while end and kinds[end - 1] in _ASKS | {"CL"}:
        end -= 1
    if end < len(kinds) and kinds[end - 1 : end] in (["HAVE"], ["BE"]):
        end -= 1
    if kinds[end - 2 : end - 1] != ["DE"] or kinds[end - 1] not in _STATUSES or (end == len(kinds) and "V" in kinds):
        return tokens
    return [tokens[end - 1], *tokens[: end - 2]]


def _where_from(tokens: list[Token]) -> list[Token]:
    """从哪里采购 asks for who."""
    return [
        token.retyped("WHO")
        if index and token.kind == "WHAT" and token.text in ("哪里", "哪儿") and tokens[index - 1].kind == "COV"
        else token
        for index, token in enumerate(tokens)
    ]


def _when(tokens: list[Token]) -> list[Token]:
    """英伟达何时投资Marvell is read like 英伟达投资Marvell, its dates asked for; also 是什么时候…的."""
    kinds = _kinds(tokens)
    if kinds.count("WHEN") != 1 or "V" not in kinds or _STATUSES & set(kinds):
        return tokens
    place = kinds.index("WHEN")
    before = tokens[:place]
    after = tokens[place + 1 :]
    if _kinds(before[-1:]) == ["BE"]:
        before = before[:-1]
        after = after[:-1] if _kinds(after[-1:]) == ["DE"] else after
    return [tokens[place].retyped("ASKWHEN"), *before, *after]


def _nothing_but(tokens: list[Token]) -> list[Token]:
    """除了谷歌没有别的客户 is read like 只有谷歌一个客户."""
    kinds = _kinds(tokens)
    if "EXCEPT" not in kinds:
        return tokens
    place = kinds.index("EXCEPT")
    end = next((n for n in range(place + 1, len(kinds)) if kinds[n] == "NOT"), None)
    if end is None or kinds[end + 1 : end + 2] != ["OTHER"]:
        return tokens
    only = Token("ONLY", "只有", tokens[place].span, "只有")
    body = [token for token in tokens[place + 1 : end] if token.kind != "OUTSIDE"]
    rest = [token for token in tokens[end + 2 :] if token.kind != "DE"]
    return [*tokens[:place], only, *body, *rest]


def _amount_behind(tokens: list[Token]) -> list[Token]:
    """GB200 NVL72功耗多少, 市场有多大: what is asked of a measure is said by the measure alone."""
    tokens = tokens[:-1] if _kinds(tokens[-2:]) == ["HOWMANY", "UNIT"] else tokens
    kinds = _kinds(tokens)
    end = len(kinds)
    while end and kinds[end - 1] in ("HOWMANY", "HOWLARGE", "SHARE"):
        end -= 1
    if end == len(kinds) or (kinds[-1] == "SHARE" and tokens[-1].text != "多大"):
        return tokens
    if end and kinds[end - 1] in ("HAVE", "BE"):
        end -= 1
    measured = bool(end) and any(meaning.kind == "choice" for meaning in tokens[end - 1].meanings)
    return tokens[:end] if measured and "OCCUPY" not in kinds and "V" not in kinds else tokens


def _each_before_verb(tokens: list[Token]) -> list[Token]:
    """每家供应商各供应几种部件: the second 各 says nothing new."""
    return [
        token
        for index, token in enumerate(tokens)
        if not (token.text == "各" and index and _kinds(tokens[index + 1 : index + 2]) == ["V"])
    ]


def _one_of_it(tokens: list[Token]) -> list[Token]:
    """一个800G光模块多少钱: of a measure, one is what it is told of anyway; 在做 is what is being made."""
    kinds = _kinds(tokens)
    measured = bool(tokens) and any(meaning.kind == "choice" for meaning in tokens[-1].meanings)
    if kinds[:2] == ["NUM", "CL"] and tokens[0].value == 1.0 and measured and "V" not in kinds:
        return tokens[2:]
    return [
        token
        for index, token in enumerate(tokens)
        if not (token.kind == "COV" and token.word == "在" and kinds[index + 1 : index + 2] == ["V"])
    ]


def _sole_supply(tokens: list[Token]) -> list[Token]:
    """哪些部件是独家供应的 is read like 哪些部件由唯一一家供应."""
    kinds = _kinds(tokens)
    if kinds[-4:] != ["BE", "SOLE", "V", "DE"]:
        return tokens
    span = tokens[-3].span
    by = Token("COV", "由", span, "由")
    one = [Token("SINGLE", "唯一", span, "唯一"), Token("NIL", "", Span(span.end, span.end))]
    return [*tokens[:-4], by, *one, tokens[-2]]


def _named(tokens: list[Token]) -> list[Token]:
    """名为奥斯汀的城市 is read like 城市奥斯汀."""
    result = list(tokens)
    for index in range(len(result) - 3, -1, -1):
        if _kinds(result[index : index + 4]) == ["NAMED", "N", "DE", "N"]:
            result[index : index + 4] = [result[index + 3], result[index + 1]]
    return result


def _is_of(tokens: list[Token]) -> list[Token]:
    """哪些州的首府是奥斯汀 is read like 哪些州首府是奥斯汀: the noun with 是 is one verb."""
    kinds = _kinds(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (
            token.kind == "DE" and kinds[index + 1 : index + 3] == ["V", "N"] and tokens[index + 1].text[-1] in "是为"
        )
    ]


def _aggregate_first(tokens: list[Token]) -> list[Token]:
    """供应份额总和 is read like 总和供应份额: the measure is what is put together."""
    result = list(tokens)
    for index in range(1, len(result)):
        measured = any(meaning.kind == "choice" for meaning in result[index - 1].meanings)
        if result[index].kind == "AGGREGATE" and measured:
            result[index - 1], result[index] = result[index], result[index - 1]
    return result


def _amounts_together(tokens: list[Token]) -> list[Token]:
    """年份早于2020且供应份额至少为50: what 且 joins are two comparisons, not two nouns."""
    kinds = _kinds(tokens)
    return [
        token.retyped("ANDV")
        if token.kind == "BUT"
        and kinds[index + 1 : index + 2] == ["N"]
        and _COMPARING & {*kinds[index + 2 : index + 3]}
        else token
        for index, token in enumerate(tokens)
    ]


def _used_by(tokens: list[Token]) -> list[Token]:
    """GB300 NVL72所用的冷板 is GB300 NVL72的冷板."""
    kinds = _kinds(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (
            token.text in _USED and kinds[index - 1 : index] == ["N"] and kinds[index + 1 : index + 3] == ["DE", "N"]
        )
    ]


_USED = frozenset({"用", "所用", "使用", "所使用", "用到", "需要", "所需", "所需要"})


def _only_one(tokens: list[Token]) -> list[Token]:
    """只给华为一家供货 is 只给华为供货."""
    kinds = _kinds(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (
            "ONLY" in kinds[:index]
            and (
                (token.kind == "NUM" and token.value == 1.0 and kinds[index + 1 : index + 3] == ["CL", "V"])
                or (
                    token.kind == "CL"
                    and kinds[index - 1 : index] == ["NUM"]
                    and tokens[index - 1].value == 1.0
                    and kinds[index + 1 : index + 2] == ["V"]
                )
            )
        )
    ]


def _only_customer(tokens: list[Token]) -> list[Token]:
    """谁的客户只有谷歌 is 谁只有谷歌客户."""
    kinds = _kinds(tokens)
    if "ONLY" not in kinds or "V" in kinds or "EXCEPT" in kinds:
        return tokens
    place = kinds.index("ONLY")
    role = tokens[place - 1] if place else None
    if kinds[place - 2 : place] != ["DE", "N"] or role is None or not any(m.kind == "role" for m in role.meanings):
        return tokens
    rest = [token for token in tokens[place + 1 :] if token.kind not in ("NUM", "CL", "HAVE")]
    return [*tokens[: place - 2], Token("ONLY", "只有", tokens[place].span, "只有"), *rest, role]


def _number_of(tokens: list[Token]) -> list[Token]:
    """每种部件的供应商数量 is 每种部件有多少供应商."""
    tokens = [  # 供应商数量最多的部件: most goes by their number anyway
        token
        for index, token in enumerate(tokens)
        if not (token.kind == "NUMBEROF" and _kinds(tokens[index + 1 : index + 2]) in (["MOST"], ["LEAST"]))
    ]
    kinds = _kinds(tokens)
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


def _each_behind(tokens: list[Token]) -> list[Token]:
    """国内云厂商每家有多少供应商 is 每家国内云厂商有…; 属于事实 is 是事实."""
    kinds = _kinds(tokens)
    if kinds[:2] == ["N", "EACH"] and kinds[2:3] in (["HAVE"], ["COV"], ["V"], ["EACH"]):
        tokens = [tokens[1], tokens[0], *tokens[3 if kinds[2] == "EACH" else 2 :]]
    return [
        token.retyped("BE")
        if token.text in ("属于", "算", "算是") and {*_kinds(tokens[index + 1 : index + 2])} & _STATUSES
        else token
        for index, token in enumerate(tokens)
    ]


def _which_sorts(tokens: list[Token]) -> list[Token]:
    """需求量排名前四的公司 is 需求量最大的四家公司."""
    kinds = _kinds(tokens)
    if "TOP" not in kinds:
        return tokens
    place = kinds.index("TOP")
    measured = place and any(meaning.kind == "choice" for meaning in tokens[place - 1].meanings)
    if not measured or kinds[place + 1 : place + 2] != ["NUM"]:
        return tokens
    rest = [token for token in tokens[place + 1 :] if token.kind != "DE"]
    return [*tokens[:place], Token("MOST", "最大", tokens[place].span, "最大"), *rest]


_COMPARING = frozenset(["MORE", "ATLEAST", "LESS", "ATMOST", "EXACTLY"])
_TURNS: tuple[_Turn, ...] = (
    _used_by,
    _only_one,
    _only_customer,
    _which_sorts,
    _each_behind,
    _number_of,
    _amounts_together,
    _aggregate_first,
    _is_of,
    _named,
    _who_says,
    _status_last,
    _where_from,
    _when,
    _nothing_but,
    _amount_behind,
    _each_before_verb,
    _one_of_it,
    _sole_supply,
)
