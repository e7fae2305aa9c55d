"""English tokens in, tokens as the grammar wants them out: conjunctions, participles and "which" told apart."""

from __future__ import annotations

from collections.abc import Sequence

from kg.base.spans import Span
from kg.language.token import Token
from kg.lexicon.lexicon import Meaning

_VERBAL = frozenset({"V", "VD", "VG", "DO", "BE", "HAVE", "ONLY"})
_NOUN_START = frozenset(
    [
        "N",
        "ADJ",
        "ALL",
        "EACH",
        "ANY",
        "BOTH",
        "SINGLE",
        "SAME",
        "ONLY",
        "EXCEPTED",
        "WHICH",
        "HOWMANY",
        "NO",
        "AGGREGATE",
        "NUMBEROF",
        "NUM",
        "CMP",
        "MOST",
        "LEAST",
        "TIER",
        "DET",
        "WHO",
        "WHAT",
        "PART",
        "TOP",
        "LPAR",
        "UNKNOWN",
    ]
)
_NOMINAL_END = frozenset({"N", "RPAR", "UNIT", "NUM", "PART"})
_COMPARISONS = {"MORE": ">", "ATLEAST": ">=", "LESS": "<", "ATMOST": "<=", "EXACTLY": "="}
_STATUS = {"FACTS": "fact", "CLAIMS": "claim", "FORECASTS": "forecast", "RUMOURS": "rumour"}


def arrange_english(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Retype tokens by their neighbours; no token changes its text or place."""
    found = _place_only(_merge_negation(_auxiliary_have([_plain(token) for token in tokens])))
    found = _repeat_verb(_drop_lead_ins(_turn_round(_plain_places(found))))
    result: list[Token] = []
    for index, token in enumerate(found):
        before = result[-1] if result else None
        after = found[index + 1] if index + 1 < len(found) else None
        result.append(_retype(token, before, after, result, found[index + 1 :]))
    return tuple(_fill_heads([token for token in result if token.kind != "DROP"]))


def _fill_heads(tokens: list[Token]) -> list[Token]:
    """Put NIL where an adjective stands alone: "which of them are Chinese"."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        result.append(token)
        after = tokens[index + 1].kind if index + 1 < len(tokens) else ""
        if (
            token.kind in ("MOST", "LEAST")
            and index + 1 == len(tokens)
            and tokens[index - 1].kind in ("BE", "DET")
            and index
        ):
            result.append(Token("NIL", "", Span(token.span.end, token.span.end)))  # which river is the longest
        if _amount_alone(tokens, index):
            result.append(Token("NIL", "", Span(token.span.end, token.span.end)))
        if token.kind == "ADJ" and index and tokens[index - 1].kind in ("PREP", "DET") and after != "N":
            named = tuple(Meaning("thing", m.id, slot=m.slot) for m in token.meanings if m.kind == "adjective")
            result[-1] = token.retyped("N", named)
        elif token.kind == "ADJ" and after not in ("ADJ", "N", "NUM", "CMP", "AND", "OR", "ADJOR", "TIER"):
            result.append(Token("NIL", "", Span(token.span.end, token.span.end)))
    return result


def _amount_alone(tokens: list[Token], index: int) -> bool:
    """Whether an amount ends here that a verb tells of: "draw more than 100 kW"."""
    if [token.kind for token in tokens[max(index - 3, 0) : index + 1]] != ["V", "CMP", "NUM", "UNIT"]:
        return False
    return index + 1 == len(tokens) or tokens[index + 1].kind in ("ANDV", "ORV", "PREP", "RPAR")


def _plain(token: Token) -> Token:
    if token.kind in _COMPARISONS:
        return Token("CMP", token.text, token.span, _COMPARISONS[token.kind])
    if token.kind in ("PATH", "SHARE", "PARAMETER", "THING"):
        return Token("N", token.text, token.span, token.kind.lower())
    if token.kind == "REACH":
        return Token("V", token.text, token.span, "reach")
    if token.kind in _STATUS:
        return Token("STATUS", token.text, token.span, _STATUS[token.kind])
    if token.kind in ("IN", "BETWEEN"):
        return token.retyped("PREP")
    if token.kind == "OCCUPY":
        return token.retyped("V")
    return token


def _auxiliary_have(tokens: list[Token]) -> list[Token]:
    """ "which companies has NVIDIA invested in" is read like "did NVIDIA invest in"."""
    result = list(tokens)
    for index, token in enumerate(result):
        if token.kind != "HAVE":
            continue
        for place in range(index + 1, len(result)):
            kind = result[place].kind
            if kind == "VD" and place > index + 1:
                result[index], result[place] = token.retyped("DO"), result[place].retyped("V")
            if kind not in ("N", "DET", "ADJ", "OF", "POSS"):
                break
    return result


def _place_only(tokens: list[Token]) -> list[Token]:
    """ "sells only to Huawei" is read as "sells to only Huawei"; "where … from" asks for who."""
    result = list(tokens)
    for index in range(len(result) - 1):
        if result[index].kind == "ONLY" and result[index + 1].kind == "PREP":
            result[index], result[index + 1] = result[index + 1], result[index]
    for index in range(len(result) - 1, 0, -1):
        if result[index].kind == "VD" and not result[index].meanings and result[index - 1].kind == "ALL":
            result.insert(index, Token("N", "", result[index].span, "thing"))
    for index in range(len(result) - 1):
        if (result[index].kind, result[index + 1].kind) == ("LEAST", "SETOF"):
            start = index - 1 if index and result[index - 1].kind == "DET" else index
            result[start : index + 2] = [result[index].retyped("SMALLESTSET")]
            break
    if any(token.word == "concentration" for token in result) and result[-1].kind == "V":
        result.pop()  # "concentration of HBM supply": the verb stands for a noun
    if result and result[0].kind == "WHERE" and result[-1].kind == "PREP" and result[-1].word == "from":
        result[0] = result[0].retyped("WHO")
    return result


def _turn_round(tokens: list[Token]) -> list[Token]:
    """ "what state is Austin the capital of" is read like "what state has Austin as capital"."""
    kinds = [token.kind for token in tokens]
    if len(kinds) < 6 or kinds[0] not in ("WHICH", "WHAT") or kinds[-1] != "OF" or kinds[-3:-1] != ["DET", "N"]:
        return tokens
    at = next((index for index, kind in enumerate(kinds) if kind == "BE"), 0)
    if (
        at < 2
        or any(kind not in ("N", "DET") for kind in (*kinds[1:at], *kinds[at + 1 : -3]))
        or at + 1 > len(kinds) - 4
    ):
        return tokens
    have = tokens[at].retyped("HAVE")
    return [*tokens[:at], have, *tokens[at + 1 : -3], Token("PREP", "as", tokens[-3].span, "as"), tokens[-2]]


def _plain_places(tokens: list[Token]) -> list[Token]:
    """ "a site that is in Berlin" is read like "a site in Berlin"."""
    kinds = [token.kind for token in tokens]
    dropped = {
        place
        for index in range(1, len(kinds) - 2)
        if kinds[index] in ("THAT", "WHICH")
        and kinds[index + 1] == "BE"
        and kinds[index + 2] == "PREP"
        and kinds[index - 1] in _NOMINAL_END
        for place in (index, index + 1)
    }
    return [token for index, token in enumerate(tokens) if index not in dropped]


def _merge_negation(tokens: list[Token]) -> list[Token]:
    """ "does not supply" and "do not" lose their auxiliary before "not"; "has supplied" its "has"."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after and token.kind == "DO" and after.kind == "NOT":
            continue
        if after and token.kind == "HAVE" and (after.kind in ("VD", "NOT", "BE")) and result:
            continue
        result.append(token)
    return result


def _repeat_verb(tokens: list[Token]) -> list[Token]:
    """ "make lasers but not modules" is read as "make lasers but not make modules"."""
    result: list[Token] = []
    verb: Token | None = None
    for index, token in enumerate(tokens):
        result.append(token)
        after = tokens[index + 1].kind if index + 1 < len(tokens) else ""
        if token.kind == "V":
            verb = token
        if token.kind == "NOT" and index and tokens[index - 1].kind == "BUT" and verb and after not in _VERBAL:
            result.append(verb)
            if after == "PREP":
                result += _object_of(tokens, verb)
    return result


def _object_of(tokens: list[Token], verb: Token) -> list[Token]:
    """Return the words between a verb and the first preposition behind it."""
    found: list[Token] = []
    for token in tokens[tokens.index(verb) + 1 :]:
        if token.kind in ("PREP", "BUT"):
            break
        found.append(token)
    return found


def _without_which(tokens: list[Token]) -> list[Token]:
    """ "components without which X cannot be built" is read as "components that are vital to X"."""
    for index in range(1, len(tokens) - 1):
        first, second = tokens[index], tokens[index + 1]
        verb = next((n for n in range(index + 2, len(tokens)) if tokens[n].kind == "V"), None)
        if (first.kind, first.word, second.kind) != ("PREP", "without", "WHICH") or verb is None:
            continue
        if tokens[index - 1].kind in _NOMINAL_END and tokens[verb].word == "lost":
            vital = [Token("THAT", "", first.span), Token("BE", "", first.span), Token("VD", "", first.span, "vital")]
            return [*tokens[:index], *vital, *tokens[index + 2 : verb], *tokens[verb + 1 :]]
    return tokens


def _drop_lead_ins(tokens: list[Token]) -> list[Token]:
    """Drop what only frames a question: "what is the relation …", "which sources say that …"."""
    tokens = _without_which(tokens)
    kinds = [token.kind for token in tokens]
    for head in ("RELATION", "SOURCES"):
        if head in kinds:
            place = kinds.index(head)
            if all(kind in ("WHAT", "WHICH", "BE", "DET", "HOW", "ANY") for kind in kinds[:place]):
                tokens = tokens[place:]
                kinds = kinds[place:]
    if kinds[:2] == ["DET", "LIST"]:
        tokens, kinds = tokens[1:], kinds[1:]
    if kinds[:2] == ["LIST", "OF"]:
        tokens = [tokens[0], *tokens[2:]]
    if kinds[:1] == ["WHICH"] and kinds[1:2] == ["STATUS"]:
        tokens = tokens[1:]
    if [token.kind for token in tokens[:3]] == ["SOURCES", "SAY", "THAT"]:
        tokens = [*tokens[:2], *tokens[3:]]
    return tokens


def _retype(token: Token, before: Token | None, after: Token | None, past: list[Token], future: list[Token]) -> Token:
    next_kind = after.kind if after else ""
    match token.kind:
        case "AND" | "OR" if before and before.kind == "ADJ" == next_kind:
            return token.retyped("ADJOR")
        case "AND" | "OR" | "BUT" if next_kind in _VERBAL or next_kind == "NOT" or _relative_start(future):
            return token.retyped("ORV" if token.kind == "OR" else "ANDV")
        case "BUT":
            return token.retyped("AND")
        case "WHO" | "WHICH" | "THAT" if before and before.kind in ("ANDV", "ORV"):
            return token.retyped("DROP")
        case "WHO" | "WHICH" | "THAT" if before and before.kind in _NOMINAL_END:
            return token.retyped("THAT")
        case "WHO" if before and before.kind == "THAT":
            return token.retyped("DROP")
        case "WHICH" if next_kind not in _NOUN_START | {"NIL"}:
            return token.retyped("WHAT")
        case "HOWMANY" if next_kind == "DO":
            return token.retyped("WHAT")
        case "WHAT" if next_kind in ("N", "ADJ", "NUM"):
            return token.retyped("WHICH")
        case "VD" | "VG" if _reduced(token, before, after, past):
            return token.retyped("VR")
        case "BYNUM":
            return token.retyped("BY")
        case "PREP" if token.word == "by" and any(other.kind == "MOST" for other in past) and next_kind == "N":
            return token.retyped("BY")
        case "TOP":
            return token.retyped("MOST")
        case "PREP" if before and before.kind == "AND" and _last_marker(past) == token.word:
            return token.retyped("DROP")
        case "OF" if before and before.kind == "VD" and next_kind in _NOUN_START and _be_before(past[:-1]):
            return Token("PREP", token.text, token.span, "of")  # a room that is part of X
        case "ONLY" if next_kind in ("V", "VD"):
            return token.retyped("ONLYV")
        case "PREP" | "OF" if next_kind not in _NOUN_START and next_kind != "WHEN":
            return token.retyped("STRANDED")
        case _:
            return token


def _reduced(token: Token, before: Token | None, after: Token | None, past: list[Token]) -> bool:
    """Whether a participle begins a clause of its own: "companies building X", "films directed by X"."""
    behind_noun = before is not None and before.kind in _NOMINAL_END
    if token.kind == "VG":
        return behind_noun and not _be_before(past) and not _sources(past)
    by = after is not None and after.kind == "PREP" and after.word == "by"
    return (by or (behind_noun and (not token.meanings or _wants_be(token)))) and not _be_before(past)


def _wants_be(token: Token) -> bool:
    """Whether a participle is no verb by itself: "based", "directed by"; behind a noun it says more of that."""
    return bool(token.meanings) and all(meaning.form == "linked" for meaning in token.meanings)


def _last_marker(past: list[Token]) -> str:
    """Return the last preposition: "to Google and to Amazon" says it twice."""
    return next((token.word for token in reversed(past) if token.kind == "PREP"), "")


def _relative_start(future: list[Token]) -> bool:
    return len(future) > 1 and future[0].kind in ("WHO", "THAT", "WHICH") and future[1].kind in _VERBAL | {"NOT"}


def _be_before(past: list[Token]) -> bool:
    """Whether a form of be stands before with only a noun phrase, "not" or an adverb between."""
    for token in reversed(past):
        if token.kind == "BE":
            return True
        if token.kind in ("V", "VD", "VG", "THAT", "HAVE", "DO", "PREP"):
            return False
    return False


def _sources(past: list[Token]) -> bool:
    return bool(past) and past[0].kind == "SOURCES"
