"""Tokens of a question about a share in, the same with the whole and the part told apart out.

"what part of NVIDIA's purchases goes to Innolight", "Innolight's share of NVIDIA's purchases" and
英伟达的采购中中际旭创占多大比例 all become SHAREOF (NVIDIA's purchases) PARTY (Innolight).
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.base.spans import Span
from kg.language.token import Token

Tokens = Sequence[Token]
_VERBS = frozenset({"V", "VD", "VG", "HAVE"})
_ASKS = frozenset({"HOWMANY", "WHAT", "SHARE"})


def arrange_share(tokens: Tokens, lang: str) -> list[Token | Tokens] | None:
    """Return a question about a share in its plain order, None when it is none.

    Marks stand for themselves; the tokens of the whole and of the part are still to be arranged.
    """
    found = _english(tokens) if lang == "en" else _chinese(_without_amount(tokens))
    if found is None:
        return None
    whole, party = found
    if lang == "zh" and len(whole) > 1 and whole[-1].kind == "V":
        whole = whole[:-1]  # 英伟达的光模块采购中: the verb stands for a noun
    if not whole or {*_kinds(party)} & (_VERBS | {"SHARE", "DO"}):
        return None
    arranged: list[Token | Tokens] = [_mark("SHAREOF", whole), whole]
    return [*arranged, _mark("PARTY", party), party] if party else arranged


def _mark(kind: str, tokens: Tokens) -> Token:
    start = tokens[0].span.start
    return Token(kind, "", Span(start, start))


def _kinds(tokens: Tokens) -> list[str]:
    """Return the kind of each token; what stands in brackets is a part of one noun."""
    depth, found = 0, []
    for token in tokens:
        depth -= token.kind == "RPAR"
        found.append("INSIDE" if depth > 0 else token.kind)
        depth += token.kind == "LPAR"
    return found


# ---------------------------------------------------------------- English


def _english(tokens: Tokens) -> tuple[Tokens, Tokens] | None:
    tokens = [token for token in tokens if token.kind != "FILLER"]
    if _kinds(tokens[:2]) == ["WHAT", "BE"]:
        tokens = tokens[2:]
    while _kinds(tokens[:1]) == ["DET"]:
        tokens = tokens[1:]
    kinds = _kinds(tokens)
    if kinds[:2] == ["SHARE", "OF"] or (kinds[:2] == ["HOWMANY", "OF"] and tokens[0].word == "how much"):
        return _leading(tokens[2:])
    if "SHARE" in kinds and kinds[: kinds.index("SHARE")] == ["N"] and kinds[2:3] == ["OF"]:
        return tokens[3:], tokens[:1]  # "SK hynix share of HBM"
    if "SHARE" in kinds and kinds.index("SHARE") > 1 and kinds[kinds.index("SHARE") - 1] == "POSS":
        place = kinds.index("SHARE")
        return (tokens[place + 2 :], tokens[: place - 1]) if kinds[place + 1 : place + 2] in (["OF"], ["IN"]) else None
    return None


def _leading(tokens: Tokens) -> tuple[Tokens, Tokens] | None:
    """Split what follows "what share of": "W goes to P", "W does P hold", "W is P", "P in W", "W from P"."""
    kinds = _kinds(tokens)
    verb = next((n for n, kind in enumerate(kinds) if n and kind in _VERBS | {"DO", "BE"}), None)
    if verb is None:
        linked = (n for n, t in enumerate(tokens) if kinds[n] in ("IN", "PREP") and t.word in _LINKS)
        place = next(linked, None)
        if place is None:
            return tokens, []
        first, second = tokens[:place], tokens[place + 1 :]
        return (second, first) if tokens[place].word == "in" else (first, second)
    rest = list(tokens[verb + 1 :])
    if kinds[verb] == "DO":
        while rest and rest[-1].kind in ("IN", "PREP", "V", "HAVE", "OCCUPY"):
            rest.pop()
        return tokens[:verb], rest
    if rest and rest[0].kind in ("IN", "PREP"):
        rest = rest[1:]
    return (tokens[:verb], rest) if rest else None


_LINKS = frozenset({"in", "from", "to", "with"})


# ---------------------------------------------------------------- Chinese


def _without_amount(tokens: Tokens) -> Tokens:
    """Drop the question behind the share: 份额是多少, 占比有多大."""
    result = [token for token in tokens if token.kind not in ("FILLER", "CL")]
    if not any(token.kind in ("SHARE", "OCCUPY") for token in result):
        asked = _kinds(result)
        return result if "HAVE" in asked and "HOWMANY" in asked else []
    while len(result) > 2 and result[-1].kind in ("HOWMANY", "WHAT") and result[-2].kind in ("BE", "HAVE", "SHARE"):
        result.pop()
        if result[-1].kind in ("BE", "HAVE"):
            result.pop()
    return result


def _chinese(tokens: Tokens) -> tuple[Tokens, Tokens] | None:
    kinds = _kinds(tokens)
    if "OCCUPY" in kinds:
        return _occupied(tokens, kinds.index("OCCUPY"))
    if "HAVE" in kinds and kinds[kinds.index("HAVE") + 1 : kinds.index("HAVE") + 2] in (["SHARE"], ["HOWMANY"]):
        return _having(tokens, kinds.index("HAVE"))
    if kinds[-1:] != ["SHARE"]:
        return None
    body = tokens[:-1]
    if _kinds(body[-1:]) == ["DE"]:
        body = body[:-1]
    return _before_share(body)


def _occupied(tokens: Tokens, place: int) -> tuple[Tokens, Tokens] | None:
    """Split W中P占多少, P在W中占多少, P占W的比例."""
    before, after = tokens[:place], tokens[place + 1 :]
    if after and all(token.kind in _ASKS for token in after):
        return _located(before) or _among(before)
    if _kinds(after[-1:]) in (["SHARE"], ["HOWMANY"]):
        whole = after[:-2] if _kinds(after[-2:-1]) == ["DE"] else after[:-1]
        return whole, before
    return None


def _having(tokens: Tokens, place: int) -> tuple[Tokens, Tokens] | None:
    """Split W有多大比例来自P: the verb stands behind the share."""
    rest = list(tokens[place + 1 :])
    while rest and rest[0].kind in _ASKS | {"DE"}:
        rest.pop(0)
    if _kinds(rest[:2]) == ["N", "V"] and len(rest) > 2:
        return [*tokens[:place], Token("DE", "", rest[0].span), rest[0]], rest[2:]
    if len(rest) < 2 or rest[0].kind != "V" or not any(t.kind in _ASKS for t in tokens[place + 1 : place + 2]):
        return None
    return tokens[:place], rest[1:]


def _before_share(body: Tokens) -> tuple[Tokens, Tokens] | None:
    """Split what stands before 份额: P在W中(的), W中来自P(的), P的W."""
    found = _located(body)
    if found is not None:
        return found
    kinds = _kinds(body)
    if "AMONG" in kinds:
        place = kinds.index("AMONG")
        party = body[place + 1 :]
        return (body[:place], party[1:]) if _kinds(party[:1]) == ["V"] else (body[:place], party)
    if kinds.count("DE") == 1 and "V" not in kinds:
        place = kinds.index("DE")
        return body[place + 1 :], body[:place]
    if kinds == ["N", "N"] and all(meaning.kind == "thing" for token in body for meaning in token.meanings):
        return body[1:], body[:1]  # SK海力士HBM份额
    return (body, []) if "DE" not in kinds and "V" not in kinds else None


def _located(tokens: Tokens) -> tuple[Tokens, Tokens] | None:
    kinds = _kinds(tokens)
    place = next((n for n, t in enumerate(tokens) if n and kinds[n] == "COV" and t.word in ("在", "对")), None)
    if place is None:
        return None
    whole = tokens[place + 1 :]
    return (whole[:-1] if _kinds(whole[-1:]) == ["AMONG"] else whole), tokens[:place]


def _among(tokens: Tokens) -> tuple[Tokens, Tokens] | None:
    kinds = _kinds(tokens)
    if "AMONG" not in kinds:
        return None
    place = kinds.index("AMONG")
    return tokens[:place], tokens[place + 1 :]
