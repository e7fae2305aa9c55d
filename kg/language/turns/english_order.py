"""English tokens in, tokens out: turns of phrase that put in another order what the grammar knows."""

from __future__ import annotations

from kg.base.spans import Span
from kg.language.token import Token
from kg.language.turns.kinds import kinds_of


def which_of(tokens: list[Token]) -> list[Token]:
    """ "which of NVIDIA's suppliers", "how many of them": a question word without a noun of its own."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        asks = token.kind in ("WHICH", "WHO") or (token.kind == "HOWMANY" and token.word != "how much")
        if after is None or after.kind != "OF" or not asks:
            result.append(token)
            continue
        nothing = Token("NIL", "", Span(token.span.end, token.span.end))
        result += [token if token.kind == "HOWMANY" else token.retyped("WHICH"), nothing]
    return result


def for_each(tokens: list[Token]) -> list[Token]:
    """ "for every hyperscaler, how many companies supply it": the pronoun is what stands in front."""
    kinds = kinds_of(tokens)
    if kinds[:1] != ["IN"] or kinds[1:2] not in (["EACH"], ["ALL"]) or "COMMA" not in kinds:
        return tokens
    comma = kinds.index("COMMA")
    each = [tokens[1].retyped("EACH"), *tokens[2:comma]]
    noun = tokens[comma - 1].text.lower()
    again = [
        (place, place + 2)
        for place in range(comma + 1, len(kinds) - 1)
        if kinds[place] in ("THAT", "SAME") and tokens[place + 1].text.lower() == noun
    ]
    again += [(place, place + 1) for place in range(comma + 1, len(kinds)) if kinds[place] == "IT"]
    if len(again) != 1:
        return tokens
    (start, end), *_ = again
    return [*tokens[comma + 1 : start], *each, *tokens[end:]]


def fronted(tokens: list[Token]) -> list[Token]:
    """ "of NVIDIA's suppliers, which are Chinese" is "which of NVIDIA's suppliers are Chinese"; "in X, who …" stands last."""
    kinds = kinds_of(tokens)
    if "COMMA" not in kinds[2:] or not kinds or kinds[0] not in ("OF", "IN", "PREP"):
        return tokens
    comma = kinds.index("COMMA")
    front, rest = tokens[1:comma], tokens[comma + 1 :]
    if kinds[0] == "OF" or tokens[0].word == "among":
        if kinds_of(rest[:1]) not in (["WHICH"], ["WHO"], ["HOWMANY"]):
            return tokens
        return [
            rest[0].retyped("HOWMANY" if rest[0].kind == "HOWMANY" else "WHICH"),
            tokens[0].retyped("OF"),
            *front,
            *rest[1:],
        ]
    asks = kinds_of(rest[:1]) in (["WHICH"], ["WHO"], ["WHAT"], ["HOWMANY"])
    return (
        [*rest, *tokens[:comma]]
        if kinds[0] == "IN" and asks and "EACH" not in kinds[:2] and "ALL" not in kinds[:2]
        else tokens
    )


def list_what(tokens: list[Token]) -> list[Token]:
    """ "list the products that Broadcom ships", without "that", is "what does Broadcom ship"."""
    kinds = kinds_of(tokens)
    start = 2 if kinds[1:2] == ["DET"] else 1
    if kinds[:1] != ["LIST"] or kinds[start : start + 2] != ["N", "V"] or kinds[start + 2 : start + 3] == ["N"]:
        return tokens
    if any(meaning.kind != "thing" for meaning in tokens[start].meanings):
        return tokens
    return [tokens[0].retyped("WHAT"), Token("DO", "", tokens[0].span), *tokens[start:]]


def where(tokens: list[Token]) -> list[Token]:
    """ "where is X based" is read like "in what is X based"."""
    kinds = kinds_of(tokens)
    if kinds[:2] != ["WHERE", "BE"] or kinds[-1:] != ["VD"]:
        return tokens
    span = tokens[0].span
    return [Token("PREP", "in", span, "in"), tokens[0].retyped("WHAT"), *tokens[1:]]


def where_from(tokens: list[Token]) -> list[Token]:
    """ "where does Meta source its modules" asks from whom."""
    kinds = kinds_of(tokens)
    if kinds[:2] != ["WHERE", "DO"] or kinds[-1:] != ["N"] or "V" not in kinds or "IT" in kinds:
        return tokens
    span = tokens[-1].span
    return [tokens[0].retyped("WHO"), *tokens[1:], Token("PREP", "from", Span(span.end, span.end), "from")]


def what_it_does(tokens: list[Token]) -> list[Token]:
    """ "what does X do" asks for a description of X."""
    kinds = kinds_of(tokens)
    if kinds[:2] != ["WHAT", "DO"] or kinds[-1:] != ["DO"] or any(kind not in ("N", "DET") for kind in kinds[2:-1]):
        return tokens
    return [tokens[0].retyped("DESCRIBE"), *tokens[2:-1]]


def contracted(tokens: list[Token]) -> list[Token]:
    """ "what's the power of X" is read like "what is the power of X"."""
    return [
        token.retyped("BE")
        if token.kind == "POSS" and index and tokens[index - 1].kind in ("WHAT", "WHO", "WHERE")
        else token
        for index, token in enumerate(tokens)
    ]


def progressive_perfect(tokens: list[Token]) -> list[Token]:
    """ "what has Lumentum been delivering" is read like "what does Lumentum deliver"."""
    kinds = kinds_of(tokens)
    if "HAVE" not in kinds or "VG" not in kinds:
        return tokens
    have, verb = kinds.index("HAVE"), kinds.index("VG")
    if (
        kinds[verb - 1] != "BE"
        or verb - have < 3
        or any(kind not in ("N", "DET") for kind in kinds[have + 1 : verb - 1])
    ):
        return tokens
    subject = tokens[have + 1 : verb - 1]
    return [*tokens[:have], tokens[have].retyped("DO"), *subject, tokens[verb].retyped("V"), *tokens[verb + 1 :]]


def whoever(tokens: list[Token]) -> list[Token]:
    """ "sells to whoever builds X" is read like "sells to things that build X"."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        if index and token.kind == "WHO" and token.text.lower() == "whoever":
            result += [Token("THING", token.text, token.span, "things"), Token("THAT", "that", token.span, "that")]
        else:
            result.append(token)
    return result


def has_been(tokens: list[Token]) -> list[Token]:
    """ "has X been a customer of Y" is read like "is X a customer of Y"."""
    kinds = kinds_of(tokens)
    if kinds[:1] != ["HAVE"] or "BE" not in kinds:
        return tokens
    place = kinds.index("BE")
    if kinds[place + 1 : place + 2] not in (["DET"], ["PREP"]) or any(k not in ("N", "DET") for k in kinds[1:place]):
        return tokens
    behind = place + 2 if kinds[place + 1] == "PREP" and tokens[place + 1].word == "as" else place + 1
    return [tokens[0].retyped("BE"), *tokens[1:place], *tokens[behind:]]


def record_of(tokens: list[Token]) -> list[Token]:
    """ "is there any record of Marvell selling DSPs" is read like "does Marvell sell DSPs"."""
    kinds = kinds_of(tokens)
    if kinds[:1] != ["RECORDOF"] or "VG" not in kinds:
        return tokens
    place = kinds.index("VG")
    return [tokens[0].retyped("DO"), *tokens[1:place], tokens[place].retyped("V"), *tokens[place + 1 :]]


def bare_possessive(tokens: list[Token]) -> list[Token]:
    """ "AXT's products reach Google": with the products read over, what is left is AXT."""
    return [
        token
        for index, token in enumerate(tokens)
        if token.kind != "POSS" or (index + 1 < len(tokens) and tokens[index + 1].kind not in ("V", "VD", "BE", "DO"))
    ]


def named(tokens: list[Token]) -> list[Token]:
    """ "a city named Austin" is read like "the city Austin"."""
    kinds = kinds_of(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (token.kind == "NAMED" and kinds[index - 1 : index] == ["N"] and kinds[index + 1 : index + 2] == ["N"])
    ]


def of_verb(tokens: list[Token]) -> list[Token]:
    """ "takes the place of X": of a verb that ends in a noun, "of" leads to what it is about."""
    kinds = kinds_of(tokens)
    return [
        Token("PREP", "of", token.span, "of")
        if token.kind == "OF" and kinds[index - 1 : index] in (["V"], ["VG"]) and _led_by_of(tokens[index - 1])
        else token
        for index, token in enumerate(tokens)
    ]


def _led_by_of(verb: Token) -> bool:
    return " " in verb.text.strip()


def share_in_common(tokens: list[Token]) -> list[Token]:
    """ "which suppliers do X and Y share" is read like "which suppliers do X and Y have"."""
    kinds = kinds_of(tokens)
    if kinds[-1:] != ["SHARE"] or "DO" not in kinds or "AND" not in kinds[kinds.index("DO") :]:
        return tokens
    return [*tokens[:-1], tokens[-1].retyped("HAVE")]


def in_common(tokens: list[Token]) -> list[Token]:
    """ "what do X and Y have in common" is read like "compare X and Y"."""
    kinds = kinds_of(tokens)
    if kinds[:2] != ["WHAT", "DO"] or kinds[-2:] != ["HAVE", "IN"] or "AND" not in kinds:
        return tokens
    return [Token("COMPARE", tokens[0].text, tokens[0].span, "compare"), *tokens[2:-2]]


#: Before the noun of "is X the … supplier of Y", words that say that it is so of nothing else.
_SOLE = ("sole", "exclusive", "unique")


def sole_one(tokens: list[Token]) -> list[Token]:
    """ "is TSMC the sole maker of H100" is read like "… the only maker …", "is X Y's only supplier" like "the only … of Y"."""
    kinds = kinds_of(tokens)
    if kinds[:1] != ["BE"]:
        return tokens
    if kinds[1:5] == ["N", "N", "POSS", "ONLY"]:
        the = Token("DET", "the", Span(tokens[2].span.start, tokens[2].span.start), "the")
        of = tokens[3].retyped("OF")
        return [*tokens[:2], the, *tokens[4:], of, tokens[2]]
    return [
        token.retyped("ONLY", ())
        if token.text.lower() in _SOLE and index and kinds[index - 1] == "DET" and kinds[index + 1 : index + 2] == ["N"]
        else token
        for index, token in enumerate(tokens)
    ]


def named_again(tokens: list[Token]) -> list[Token]:
    """ "have diagnosis flu and diagnosis asthma": what the verb ends in need not be said again."""
    result: list[Token] = []
    verb = ""
    for index, token in enumerate(tokens):
        verb = token.text.lower() if token.kind == "V" else verb
        joined = kinds_of(tokens[index - 1 : index + 2]) in (["AND", "N", "N"], ["OR", "N", "N"]) if index else False
        if not (joined and verb.endswith(" " + token.text.lower())):
            result.append(token)
    return result
