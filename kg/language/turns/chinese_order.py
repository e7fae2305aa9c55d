"""Chinese tokens in, tokens out: turns of phrase that put in another order what the grammar knows."""

from __future__ import annotations

from kg.base.spans import Span
from kg.language.token import Token
from kg.language.turns.kinds import kinds_of

_STATUSES = frozenset({"FACTS", "CLAIMS", "FORECASTS", "RUMOURS"})

_ASKS = frozenset({"WHICH", "WHAT", "HOWMANY"})

_USED = frozenset({"用", "所用", "使用", "所使用", "用到", "需要", "所需", "所需要"})


def where_from(tokens: list[Token]) -> list[Token]:
    """从哪里采购 asks for who."""
    return [
        token.retyped("WHO")
        if index and token.kind == "WHAT" and token.text in ("哪里", "哪儿") and tokens[index - 1].kind == "COV"
        else token
        for index, token in enumerate(tokens)
    ]


def is_of(tokens: list[Token]) -> list[Token]:
    """哪些州的首府是奥斯汀 is read like 哪些州首府是奥斯汀: the noun with 是 is one verb."""
    kinds = kinds_of(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (
            token.kind == "DE" and kinds[index + 1 : index + 3] == ["V", "N"] and tokens[index + 1].text[-1] in "是为"
        )
    ]


def named(tokens: list[Token]) -> list[Token]:
    """名为奥斯汀的城市 is read like 城市奥斯汀."""
    result = list(tokens)
    for index in range(len(result) - 3, -1, -1):
        if kinds_of(result[index : index + 4]) == ["NAMED", "N", "DE", "N"]:
            result[index : index + 4] = [result[index + 3], result[index + 1]]
    return result


def used_by(tokens: list[Token]) -> list[Token]:
    """GB300 NVL72所用的冷板 is GB300 NVL72的冷板."""
    kinds = kinds_of(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (
            token.text in _USED and kinds[index - 1 : index] == ["N"] and kinds[index + 1 : index + 3] == ["DE", "N"]
        )
    ]


def each_behind(tokens: list[Token]) -> list[Token]:
    """国内云厂商每家有多少供应商 is 每家国内云厂商有…; 属于事实 is 是事实."""
    kinds = kinds_of(tokens)
    if kinds[:2] == ["N", "EACH"] and kinds[2:3] in (["HAVE"], ["COV"], ["V"], ["EACH"]):
        tokens = [tokens[1], tokens[0], *tokens[3 if kinds[2] == "EACH" else 2 :]]
    return [
        token.retyped("BE")
        if token.text in ("属于", "算", "算是") and {*kinds_of(tokens[index + 1 : index + 2])} & _STATUSES
        else token
        for index, token in enumerate(tokens)
    ]


def each_before_verb(tokens: list[Token]) -> list[Token]:
    """每家供应商各供应几种部件: the second 各 says nothing new."""
    return [
        token
        for index, token in enumerate(tokens)
        if not (token.text == "各" and index and kinds_of(tokens[index + 1 : index + 2]) == ["V"])
    ]


def step_by_step(tokens: list[Token]) -> list[Token]:
    """怎样一步步供到X, 从A追溯到B: how one thing reaches another."""
    kinds = kinds_of(tokens)
    if "REACH" not in kinds:
        return tokens
    place = kinds.index("REACH")
    before = [token for token in tokens[:place] if token.kind != "DESCRIBE"]
    start = next((n for n, token in enumerate(before) if token.kind == "COV"), None)
    led = start is not None and before[start].word == "从"
    if led and all(token.kind in ("COV", "N", "WHETHER") for token in before):
        before = [token for token in before if token.kind != "COV"]
    return [*before, *tokens[place:]]


def again(tokens: list[Token]) -> list[Token]:
    """X的客户又把产品卖给了谁: with nothing told before, 又 joins nothing."""
    kinds = kinds_of(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (
            token.text in ("又", "并") and kinds[index + 1 : index + 2] in (["COV"], ["V"]) and "V" not in kinds[:index]
        )
    ]


def those_are(tokens: list[Token]) -> list[Token]:
    """给A供货的有谁, 给A供货的是谁 is read like 谁给A供货."""
    kinds = kinds_of(tokens)
    if (
        kinds[-3:] not in (["DE", "HAVE", "WHO"], ["DE", "HAVE", "WHICH"])
        or kinds[:1] != ["COV"]
        or _ASKS & {*kinds[:-1]}
    ):
        return tokens
    return [tokens[-1].retyped("WHO"), *tokens[:-3]]


def held_inside(tokens: list[Token]) -> list[Token]:
    """X里面装了什么部件 is read like X装了什么部件."""
    kinds = kinds_of(tokens)
    if "AMONG" not in kinds:
        return tokens
    place = kinds.index("AMONG")
    whole = place and all(kind == "N" for kind in kinds[:place])
    return [*tokens[:place], *tokens[place + 1 :]] if whole and kinds[place + 1 : place + 2] == ["V"] else tokens


def only_customer(tokens: list[Token]) -> list[Token]:
    """谁的客户只有谷歌 is 谁只有谷歌客户."""
    kinds = kinds_of(tokens)
    if "ONLY" not in kinds or "V" in kinds or "EXCEPT" in kinds:
        return tokens
    place = kinds.index("ONLY")
    role = tokens[place - 1] if place else None
    if kinds[place - 2 : place] != ["DE", "N"] or role is None or not any(m.kind == "role" for m in role.meanings):
        return tokens
    rest = [token for token in tokens[place + 1 :] if token.kind not in ("NUM", "CL", "HAVE")]
    return [*tokens[: place - 2], Token("ONLY", "只有", tokens[place].span, "只有"), *rest, role]


def only_one(tokens: list[Token]) -> list[Token]:
    """只给华为一家供货 is 只给华为供货."""
    kinds = kinds_of(tokens)
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


def nothing_but(tokens: list[Token]) -> list[Token]:
    """除了谷歌没有别的客户 is read like 只有谷歌一个客户."""
    kinds = kinds_of(tokens)
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


def sole_supply(tokens: list[Token]) -> list[Token]:
    """哪些部件是独家供应的, 独家供应的部件: what one alone supplies is supplied by 唯一一家."""
    kinds = kinds_of(tokens)
    if "SOLE" not in kinds:
        return tokens
    place = kinds.index("SOLE")
    span = tokens[place].span
    by = Token("COV", "由", span, "由")
    one = [Token("SINGLE", "唯一", span, "唯一"), Token("THING", "事物", Span(span.end, span.end), "事物")]
    if kinds[place - 1 :] == ["BE", "SOLE", "V", "DE"]:
        return [*tokens[: place - 1], by, *one, tokens[place + 1]]
    whole = tokens[: place - 1]
    if kinds[place - 1 : place + 3] == ["AMONG", "SOLE", "V", "DE"] and whole and {*kinds_of(whole)} == {"N"}:
        return [by, *one, Token("COV", "为", span, "为"), *whole, *tokens[place + 1 :]]
    if kinds[place + 1 : place + 3] == ["V", "DE"] and kinds[max(place - 1, 0) : place] in ([], ["AMONG"], ["DE"]):
        return [*tokens[:place], by, *one, *tokens[place + 1 :]]
    return tokens


def only_one_that(tokens: list[Token]) -> list[Token]:
    """A是B唯一的供应商, A是唯一给B供货的公司, A是B的独家供应商: 唯一 stands right before its noun."""
    kinds = kinds_of(tokens)
    if "BE" not in kinds:
        return tokens
    start = kinds.index("BE") + 1
    place = next((n for n in range(start, len(kinds)) if kinds[n] in ("SINGLE", "SOLE")), None)
    if place is None:
        return tokens
    one = Token("SINGLE", tokens[place].text, tokens[place].span, "唯一")
    after = kinds[place + 1 : place + 2]
    if after == ["N"] and kinds[place - 1] == "N":
        return [
            *tokens[:place],
            Token("DE", "的", Span(one.span.start, one.span.start), "的"),
            one,
            *tokens[place + 1 :],
        ]
    if after == ["N"]:
        return [*tokens[:place], one, *tokens[place + 1 :]]
    if kinds[-2:] == ["DE", "N"] or kinds[-3:] == ["DE", "N", "MA"]:
        noun = len(kinds) - 1 - (kinds[-1] == "MA")
        return [*tokens[:place], *tokens[place + 1 : noun], one, *tokens[noun:]]
    return tokens


def raw_materials(tokens: list[Token]) -> list[Token]:
    """H200最终用到哪些原材料 is read like H200的原材料."""
    kinds = kinds_of(tokens)
    if not tokens or tokens[-1].word != "raw material":
        return tokens
    place = len(tokens) - 1
    while (place and kinds[place - 1] in ("WHICH", "DE", "HAVE")) or (place and tokens[place - 1].text in _USED):
        place -= 1
    if place == len(tokens) - 1 or not place or {*kinds[:place]} != {"N"}:
        return tokens
    return [*tokens[:place], Token("DE", "的", tokens[-1].span), tokens[-1]]


def passed_through(tokens: list[Token]) -> list[Token]:
    """从A到B的路径都经过哪家公司: what all of them go through."""
    kinds = kinds_of(tokens)
    path = next((n for n, token in enumerate(tokens) if token.kind == "PATH" or token.word == "path any"), None)
    if path is None or kinds[path - 1 : path] != ["DE"] or kinds[path + 1 : path + 2] != ["COV"]:
        return tokens
    asked = [token for token in tokens[path + 2 :] if token.kind != "CL"]
    if tokens[path + 1].word != "通过" or kinds_of(asked) not in (["WHO"], ["WHO", "N"], ["WHICH", "N"]):
        return tokens
    chokepoint = Token("N", tokens[path].text, tokens[path].span, "chokepoint")
    named = [tokens[path + 1], asked[-1]] if asked[-1].kind == "N" else []
    return [*tokens[: path - 1], *named, tokens[path - 1], chokepoint]


def of_one_source(tokens: list[Token]) -> list[Token]:
    """哪些客户的HBM是单一来源 is read like 哪些客户单一来源采购HBM: the verb behind 是 tells of the owner and of what it owns."""
    kinds = kinds_of(tokens)
    if kinds[-2:] != ["BE", "V"] or not tokens[-1].text.endswith("来源") or kinds.count("V") > 1 or "DE" not in kinds:
        return tokens
    place = len(kinds) - 1 - kinds[::-1].index("DE")
    owned = tokens[place + 1 : -2]
    if not place or not owned or any(token.kind != "N" for token in owned):
        return tokens
    return [*tokens[:place], tokens[-1], *owned]


def who_does(tokens: list[Token]) -> list[Token]:
    """投资了OpenAI, 给英伟达供货: what is told of nobody asks for who."""
    kinds = kinds_of(tokens)
    if "V" not in kinds or kinds[-1] == "DE" or _ASKED & {*kinds}:
        return tokens
    lead = tokens[: kinds.index("V")]
    given = all(token.kind in ("COV", "N", "ADJ", "AND", "OR", "NOT", "DIRECTLY") for token in lead)
    starts = not lead or (lead[0].kind == "COV" and lead[0].word in _RECEIVING and lead[0].text in _RECEIVING)
    if not given or not starts or any(one.kind == "DE" for one in tokens[len(lead) :]):
        return tokens
    start = Span(tokens[0].span.start, tokens[0].span.start)
    return [Token("WHO", "谁", start, "谁"), *tokens]


def goods_of(tokens: list[Token]) -> list[Token]:
    """中际旭创的货卖给了谁: with the goods read over, what is left is 中际旭创."""
    kinds = kinds_of(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (
            token.kind == "DE"
            and kinds[index + 1 : index + 2] == ["V"]
            and kinds[:index] == ["N"]
            and tokens[index + 1].span.start > token.span.end
        )
    ]


#: What asks, or says that a question is one of yes or no or of another form.
_ASKED = frozenset(
    ["WHO", "WHAT", "WHICH", "HOWMANY", "MA", "WHETHER", "HOWLARGE", "ASKWHEN", "WHEN", "SHARE", "BE", "HAVE", "MOST",
     "LEAST", "COUNT", "EACH", "SOURCES", "RELATION", "PATH", "REACH", "DESCRIBE", "SAY", "OPEN", "AMONG", "NUMBEROF"]
)  # fmt: skip
_RECEIVING = frozenset("给向为从对")
