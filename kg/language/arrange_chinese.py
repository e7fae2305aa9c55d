"""Chinese tokens in, tokens as the grammar wants them out: 的 told apart, relative clauses bracketed."""

from __future__ import annotations

from collections.abc import Sequence

from kg.base.spans import Span
from kg.language.token import Token

_COMPARISONS = {"MORE": ">", "ATLEAST": ">=", "LESS": "<", "ATMOST": "<=", "EXACTLY": "="}
_STATUS = {"FACTS": "fact", "CLAIMS": "claim", "FORECASTS": "forecast", "RUMOURS": "rumour"}
_PREFIX = frozenset(
    [
        "ADJ",
        "AGGREGATE",
        "ALL",
        "EACH",
        "ANY",
        "SINGLE",
        "SAME",
        "ONLY",
        "EXCEPTED",
        "WHICH",
        "HOWMANY",
        "NUM",
        "PART",
        "TOP",
        "CMP",
        "TIER",
    ]
)
_UNIT_START = _PREFIX | {"N", "WHO", "WHAT", "LPAR", "OPEN", "NIL", "UNKNOWN", "PARAMETER"}
_INSIDE = _PREFIX | {"N", "COV", "NOT", "ONLYV", "OF", "UNIT", "AND", "OR", "UNKNOWN", "PARAMETER", "RPAR", "LPAR"}
_HAVES = frozenset({"HAVE", "NOHAVE", "ONLYHAVE"})
_VERBS = _HAVES | {"V"}
_WHETHER = {"有没有": "HAVE", "有无": "HAVE", "是不是": "BE"}
_IS_NOT = frozenset({"不是", "并不是", "并非"})
_WH = frozenset({"WHO", "WHAT", "WHICH", "HOWMANY"})


def arrange_chinese(
    tokens: Sequence[Token], *, possessive_first: bool = True, inside_coverb: bool = False
) -> tuple[Token, ...]:
    """Retype tokens by their neighbours. ``possessive_first`` decides a 的 that may be either.

    ``inside_coverb``  a relative clause is of what a coverb leads to: 由[国家是中国的企业]提供.
    """
    found = [_plain(token) for token in tokens if token.kind not in ("MA", "THEN")]
    found = _without_verbal_noun(_exposed_first(_paths_first(found)))
    found = _have_first(_mend_shares(_mend_pairs(_drop_lead_ins(found))))
    found = [_retype(token, found, index) for index, token in enumerate(found)]
    found = [token for token in found if token.kind not in ("CL", "DROP")]
    found = _decide_de(found, possessive_first, inside_coverb)
    return tuple(_fill_heads(_mark_amounts(found)))


def _plain(token: Token) -> Token:
    if token.kind in _COMPARISONS:
        return Token("CMP", token.text, token.span, _COMPARISONS[token.kind])
    if token.kind in ("PATH", "SHARE", "PARAMETER", "THING"):
        return Token("N", token.text, token.span, token.kind.lower())
    if token.kind == "REACH":
        return Token("V", token.text, token.span, "reach")
    if token.kind in _STATUS:
        return Token("STATUS", token.text, token.span, _STATUS[token.kind])
    return token


_PATHS = ("path", "path any", "path shortest", "path disjoint", "chokepoint")


def _paths_first(tokens: list[Token]) -> list[Token]:
    """从A到B不经过C的三条路径: the word for the paths, and how many, come first."""
    if (
        not tokens
        or tokens[-1].word not in _PATHS
        or any(token.kind in _VERBS | {"RELATION", "WHETHER", "BE"} for token in tokens)
    ):
        return tokens
    body = tokens[:-1]
    number: list[Token] = []
    while body and body[-1].kind in ("NUM", "CL", "ALL", "DE", "WHICH"):
        last = body.pop()
        number = [last.retyped("COUNT")] if last.kind == "NUM" else number
    kinds = [token.kind for token in body]
    if kinds[:2] == ["N", "COV"]:
        body.insert(0, Token("COV", "", body[0].span, "从"))
    if not body or body[0].kind != "COV":
        return tokens
    return [tokens[-1].retyped("PATHS"), *number, *body]


def _exposed_first(tokens: list[Token]) -> list[Token]:
    """A对B的敞口: the two, told apart."""
    place = next((n for n, token in enumerate(tokens) if n and token.kind == "COV" and token.word == "对"), None)
    if place is None or not tokens or tokens[-1].word != "exposure":
        return tokens
    body = [token for token in tokens[place + 1 : -1] if token.kind != "DE"]
    return [tokens[-1].retyped("EXPOSED"), *tokens[:place], tokens[place].retyped("PARTY"), *body]


def _without_verbal_noun(tokens: list[Token]) -> list[Token]:
    """HBM供应的集中度: the verb stands for a noun."""
    if not tokens or tokens[-1].word != "concentration":
        return tokens
    return [token for token in tokens if token.kind != "V"]


def _have_first(tokens: list[Token]) -> list[Token]:
    """至少有三家 is read as 有至少三家, 一半以上 as 至少一半."""
    result = list(tokens)
    for index in range(len(result) - 1, 0, -1):
        if result[index].kind in ("ABOVE", "BELOW"):
            bound = result.pop(index)
            start = index
            while start and result[start - 1].kind in ("NUM", "PART", "UNIT", "CL"):
                start -= 1
            result.insert(start, Token("CMP", bound.text, bound.span, ">=" if bound.kind == "ABOVE" else "<="))
    for index in range(1, len(result)):
        if result[index].kind == "HAVE" and result[index - 1].kind == "CMP":
            result[index - 1], result[index] = result[index], result[index - 1]
    return result


def _mend_pairs(tokens: list[Token]) -> list[Token]:
    """既给A又给B is read as 给A和B; A到B有供应链 as 从A到B; 只有谷歌一个客户 as 只有谷歌客户."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        kinds = [other.kind for other in tokens[index + 1 : index + 5]]
        before = result[-2:]
        if (
            token.kind in ("BUT", "AND")
            and kinds[:2] == ["COV", "N"]
            and [other.kind for other in before] == ["COV", "N"]
            and before[0].word == tokens[index + 1].word
        ):
            result.append(token.retyped("AND"))
        elif token.kind == "COV" and result and result[-1].kind == "AND" and tokens[index - 1].kind in ("BUT", "AND"):
            if result[-3:-2] and result[-3].kind == "COV" and result[-3].word == token.word:
                continue
            result.append(token)
        elif (
            token.kind == "NUM" and token.value == 1.0 and before[-1:] and before[-1].kind == "N" and _only_has(result)
        ):
            continue
        else:
            result.append(token)
    kinds = [token.kind for token in result]
    if "PATH" in [token.word.upper() for token in result] and kinds[:2] == ["N", "COV"] and result[1].word == "到":
        result.insert(0, Token("COV", "", result[0].span, "从"))
    return result


def _only_has(tokens: list[Token]) -> bool:
    return [token.kind for token in tokens[-3:]] in (["ONLY", "HAVE", "N"],) or (
        len(tokens) > 1 and tokens[-2].kind == "ONLY" and tokens[-2].text in ("只有", "仅有")
    )


def _mend_shares(tokens: list[Token]) -> list[Token]:
    """公司10%以上的收入来自X is read as 公司有10%以上的收入来自X."""
    kinds = [token.kind for token in tokens]
    if "HAVE" in kinds or "PART" not in kinds or "V" not in kinds[kinds.index("PART") :]:
        return tokens
    place = kinds.index("PART")
    while place and kinds[place - 1] in ("CMP", "ABOVE", "BELOW"):
        place -= 1
    if not place or kinds[place - 1] not in ("N", "WHO", "NIL"):
        return tokens
    return [*tokens[:place], Token("HAVE", "", tokens[place].span, "有"), *tokens[place:]]


def _drop_lead_ins(tokens: list[Token]) -> list[Token]:
    """ "有没有记录表明…", "…的记录", "哪些来源提到…" lose what only frames the question."""
    kinds = [token.kind for token in tokens]
    if kinds[:3] == ["WHETHER", "RECORD", "SAY"]:
        return tokens[3:]
    if kinds[:1] in (["WHETHER"], ["HAVE"]) and "V" in kinds:
        tokens, kinds = tokens[1:], kinds[1:]
    if kinds[-1:] == ["DE"] and "BE" in kinds and "V" in kinds[kinds.index("BE") :]:
        place = kinds.index("BE")
        tokens = [*tokens[:place], *tokens[place + 1 : -1]]
        kinds = [token.kind for token in tokens]
    if "RELATION" in kinds:
        place = kinds.index("RELATION")
        return [t for t in tokens[:place] if t.kind not in ("BE", "HAVE", "BETWEEN", "DE")] + [tokens[place]]
    if "SOURCES" in kinds[-3:] and "V" in kinds:
        place = kinds.index("SOURCES")
        clause = tokens[:place]
        while clause and clause[-1].kind in ("DE", "STATUS", "BE"):
            clause = clause[:-1]
        return [tokens[place], Token("SAY", "", tokens[place].span), *clause]
    tokens = [t for i, t in enumerate(tokens) if not (t.kind == "RECORD" and i and kinds[i - 1] == "NOT")]
    kinds = [token.kind for token in tokens]
    if kinds[-2:] == ["DE", "RECORD"]:
        tokens = tokens[:-2]
    if kinds[-3:] == ["HAVE", "WHICH", "STATUS"]:
        return [tokens[-1], *(token for token in tokens[:-3] if token.kind not in ("WHEN", "DE"))]
    if kinds[:3] == ["WHICH", "SOURCES", "SAY"]:
        tokens = tokens[1:]
    return tokens


def _retype(token: Token, tokens: list[Token], index: int) -> Token:
    before = tokens[index - 1].kind if index else ""
    after = next((other.kind for other in tokens[index + 1 :] if other.kind != "CL"), "")
    rest = [other.kind for other in tokens[index + 1 :]]
    match token.kind:
        case "ONLY" if after == "HAVE":
            return token.retyped("ONLYHAVE")
        case "HAVE" if before == "ONLY":
            return token.retyped("DROP")
        case "ONLY" if token.text in ("只有", "仅有") and "V" not in rest[:3] and not _only_one_does(before, rest):
            return token.retyped("ONLYHAVE")
        case "ONLY" if after in ("V", "COV"):
            return token.retyped("ONLYV")
        case "NOT" if token.text in ("没有", "没") and any(t.kind == "V" and t.word == "lost" for t in tokens):
            return Token("COV", token.text, token.span, "没有")
        case "NOT" if token.text in _IS_NOT and "V" not in rest:
            return token.retyped("NOTBE")
        case "NOT" if after == "HAVE" or (token.text in ("没有", "无") and after in ("N", "ADJ", "ANY")):
            return token.retyped("NOHAVE")
        case "AMONG" if after == "DE":
            return token.retyped("DROP")
        case "HAVE" if before == "NOT" or (before == "AMONG" and _is_not(tokens)):
            return token.retyped("DROP")
        case "WHETHER":
            behind = before in ("N", "RPAR") and "V" in rest  # 光迅科技有没有给英伟达供货
            return token.retyped("DROP" if behind else _WHETHER.get(token.text, "DROP"))
        case "HAVE" if "V" in rest and "PART" in rest:
            return Token("COV", token.text, token.span, "有")
        case "AND" | "OR" if before == "ADJ" == after:
            return token.retyped("ADJOR")
        case "BUT" | "AND" | "OR" if after in ("V", "COV", "NOT", "ONLY", "HAVE") and "V" in rest:
            return token.retyped("ORV" if token.kind == "OR" else "ANDV")
        case "BUT":
            return token.retyped("AND")
        case "BE" if after in ("WHO", "N", "WHICH", "ADJ") and token.text == "为" and "V" in rest:
            return Token("COV", token.text, token.span, "为")
        case "AND" if (
            token.text in ("跟", "与", "和", "同")
            and after in ("N", "WHO", "MOST")
            and "V" in rest
            and (before != "N" or (index > 1 and tokens[index - 2].kind == "WHICH"))
        ):
            return Token("COV", token.text, token.span, token.text)
        case "WHO" if token.text.startswith("哪") and after == "N":
            return token.retyped("WHICH")
        case "WHAT" if token.text in ("什么", "啥", "哪里") and after == "N":
            return token.retyped("WHICH")
        case "BOTH":
            return token.retyped("DROP")
        case _:
            return token


def _only_one_does(before: str, rest: list[str]) -> bool:
    """Whether a sentence begins like 只有SK海力士给…供应: the one it names is the subject of a verb."""
    return not before and rest[:2] == ["N", "COV"] and "V" in rest and "DE" not in rest[: rest.index("V")]


def _is_not(tokens: list[Token]) -> bool:
    return any(token.kind == "NOT" and token.text in _IS_NOT for token in tokens)


def _decide_de(tokens: list[Token], possessive_first: bool, inside_coverb: bool) -> list[Token]:
    """Turn each DE into OF, REL (with its OPEN) or nothing."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        if token.kind != "DE":
            result.append(token)
            continue
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        kind = _kind_of_de(result, after, possessive_first)
        if kind == "REL":
            start = _clause_start(result)
            if inside_coverb and any(other.kind == "V" for other in tokens[index + 1 :]):
                start = _behind_coverb(result, start)
            result.insert(start, Token("OPEN", "", Span(token.span.start, token.span.start)))
        if kind:
            result.append(token.retyped(kind))
    return result


def _kind_of_de(before: list[Token], after: Token | None, possessive_first: bool) -> str:
    last = before[-1].kind if before else ""
    if last in ("PART", "NUM", "UNIT"):
        if last == "NUM" and len(before) == 1:  # 5的客户: a number alone owns nothing
            return "OF"
        return "REL" if _amount_has_subject(before) else ""
    if last == "V":
        return "REL"
    if last not in ("N", "RPAR", "WHO", "WHAT", "NIL", "UNKNOWN", "PARAMETER"):
        return ""
    segment = _segment(before)
    if not any(token.kind in _VERBS for token in segment):
        return "OF"
    if segment[0].kind in _HAVES:
        return "REL"
    if not any(token.kind == "V" for token in segment):
        return "OF" if after and any(m.kind == "role" for m in after.meanings) else "REL"
    if after is None or after.kind in ("HAVE", "BE"):
        return "REL"
    relational = any(meaning.kind in ("role", "choice", "qualifier") for meaning in after.meanings)
    return "OF" if relational == possessive_first else "REL"


def _segment(tokens: list[Token]) -> list[Token]:
    """Return the tokens since the last word that no relative clause reaches across."""
    for place in range(len(tokens) - 1, -1, -1):
        if tokens[place].kind in ("REL", "BE", "AMONG", "ANDV", "ORV", "LPAR"):
            return tokens[place + 1 :]
    return tokens


def _amount_has_subject(before: list[Token]) -> bool:
    place = len(before) - 1
    while place >= 0 and before[place].kind in ("PART", "NUM", "UNIT", "CMP"):
        place -= 1
    return place >= 0 and before[place].kind == "N"


def _behind_coverb(tokens: list[Token], start: int) -> int:
    """Return the place behind the last coverb before the verb of a clause, and behind what counts its noun."""
    verb = _before_verb(tokens)
    coverbs = [place for place in range(start, min(verb, len(tokens))) if tokens[place].kind == "COV"]
    if not coverbs:
        return start
    place = coverbs[-1] + 1
    while place < verb and tokens[place].kind in ("ANY", "ALL", "EACH", "CMP", "NUM"):
        place += 1
    return place


def _clause_start(tokens: list[Token]) -> int:
    """Return where the relative clause that ends here begins: before the phrases of its verbs."""
    if (
        tokens[-1].kind in ("NUM", "UNIT", "PART")
        and tokens[_before_verb(tokens) :][:1]
        and _amount_has_subject(tokens)
    ):
        verb = _before_verb(tokens)
        if tokens[verb].kind == "HAVE" and not any(token.kind in _WH for token in tokens[verb + 1 :]):
            return verb + 1  # 有[份额大于90的记录]
    place = _phrases_start(tokens, _before_verb(tokens))
    while place > 1 and tokens[place - 1].kind in ("ANDV", "ORV"):
        place = _phrases_start(tokens, _before_verb(tokens[: place - 1]))
    return place


def _phrases_start(tokens: list[Token], place: int) -> int:
    """Return where the phrases before a verb begin."""
    depth = 0
    while place and tokens[place - 1].kind in _INSIDE:
        kind = tokens[place - 1].kind
        depth += {"RPAR": 1, "LPAR": -1}.get(kind, 0)
        if depth < 0 or (kind in _WH and not (place > 1 and tokens[place - 2].kind == "COV")):
            break
        place -= 1
    return place


def _before_verb(tokens: list[Token]) -> int:
    """Return the place of the last verb outside brackets, or the end when there is none."""
    depth = 0
    for place in range(len(tokens) - 1, -1, -1):
        kind = tokens[place].kind
        depth += {"RPAR": 1, "LPAR": -1}.get(kind, 0)
        if depth < 0 or (depth == 0 and kind in ("BE", "AMONG")):
            break
        if depth == 0 and kind in _VERBS:
            return place
    return len(tokens)


def _mark_amounts(tokens: list[Token]) -> list[Token]:
    """A comparison with no noun behind it is a predicate: AMT."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        if token.kind == "CMP":
            after = [other.kind for other in tokens[index + 1 :]]
            while after and after[0] in ("NUM", "PART", "UNIT"):
                after.pop(0)
            if not after or after[0] not in _UNIT_START:
                result.append(token.retyped("AMT"))
                continue
        result.append(token)
    return result


def _fill_heads(tokens: list[Token]) -> list[Token]:
    """Put NIL where a phrase has no noun: 有哪些, 三家, 给英伟达供货的."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        result.append(token)
        after = tokens[index + 1].kind if index + 1 < len(tokens) else ""
        amount = token.kind in ("NUM", "PART", "UNIT") and _in_amount(result)
        if token.kind in ("MOST", "LEAST") and after not in ("NUM", "N", "NIL", "TOP"):
            result.append(Token("NIL", "", Span(token.span.end, token.span.end)))
        if (token.kind in _PREFIX - {"CMP", "TOP"} and not amount and after not in _UNIT_START | {"UNIT", "ADJOR"}) or (
            token.kind == "REL" and after not in _UNIT_START
        ):
            result.append(Token("NIL", "", Span(token.span.end, token.span.end)))
    return result


def _in_amount(tokens: list[Token]) -> bool:
    for token in reversed(tokens[:-1]):
        if token.kind == "AMT":
            return True
        if token.kind not in ("NUM", "UNIT"):
            return False
    return False
