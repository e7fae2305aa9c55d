"""English tokens in, tokens out: turns of phrase about how many, how much, only and nothing but."""

from __future__ import annotations

from collections.abc import Set

from kg.base.spans import Span
from kg.language.token import Token
from kg.language.turns.kinds import kinds_of

_COMPARING = frozenset({"MORE", "ATLEAST", "LESS", "ATMOST", "EXACTLY"})

_COMPARED = {"BEFORE": "LESS", "AFTER": "MORE", "SINCE": "ATLEAST"}


def how_large(tokens: list[Token]) -> list[Token]:
    """ "how large is the revenue of X" asks for the revenue; "how large" of no measure is left to be refused."""
    if kinds_of(tokens[:2]) != ["HOWLARGE", "BE"]:
        return tokens
    measured = any(meaning.kind == "choice" for token in tokens[2:] for meaning in token.meanings)
    return [tokens[0].retyped("WHAT"), *tokens[1:]] if measured else tokens


def per(tokens: list[Token]) -> list[Token]:
    """ "suppliers per component" is read like "suppliers of each component"; "per" with a source says who tells it."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        kinds = {meaning.kind for meaning in after.meanings} if after and after.kind == "N" else set()
        if token.kind == "ACCORDING" and token.text.lower() == "per" and kinds & {"class", "thing", "role"} and index:
            each = Token("EACH", "each", token.span, "each")
            result += [token.retyped("OF"), each] if "source" not in kinds else [token]
        elif index and token.word == "by" and index + 2 == len(tokens) and _counted_by(tokens, kinds):
            result += [token.retyped("OF"), Token("EACH", "each", token.span, "each")]
        else:
            result.append(token)
    return result


def _counted_by(tokens: list[Token], kinds: Set[str]) -> bool:
    """Whether "number of films by director", "how many films by director" counts them for each."""
    counts = tokens[0].kind in ("HOWMANY", "NUMBEROF") and tokens[-3].kind == "N"
    return counts and bool(kinds) and kinds <= {"class", "role"}


def measure_of_amount(tokens: list[Token]) -> list[Token]:
    """ "a bandwidth of more than 50 Tbps" is read like "more than 50 Tbps bandwidth"."""
    kinds = kinds_of(tokens)
    for index in range(1, len(kinds) - 3):
        if (
            kinds[index] != "N"
            or kinds[index + 1] != "OF"
            or kinds[index + 2] not in _COMPARING
            or kinds[index + 3] != "NUM"
        ):
            continue
        end = index + (5 if kinds[index + 4 : index + 5] == ["UNIT"] else 4)
        if any(meaning.kind == "choice" for meaning in tokens[index].meanings):
            start = index - 1 if kinds[index - 1] == "DET" else index
            return [*tokens[:start], *tokens[index + 2 : end], tokens[index], *tokens[end:]]
    return tokens


def or_more(tokens: list[Token]) -> list[Token]:
    """ "three or more suppliers" is read like "at least three suppliers"."""
    result: list[Token] = []
    for token in tokens:
        if token.kind in ("ORMORE", "ORFEWER") and result and result[-1].kind == "NUM":
            bound = "ATLEAST" if token.kind == "ORMORE" else "ATMOST"
            result.insert(len(result) - 1, Token(bound, token.text, token.span, bound.lower()))
        else:
            result.append(token)
    return result


def amount_of(tokens: list[Token]) -> list[Token]:
    """ "more than 100 GB of memory" is read like "more than 100 GB memory"."""
    kinds = kinds_of(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (
            token.kind == "OF" and kinds[index - 2 : index] == ["NUM", "UNIT"] and kinds[index + 1 : index + 2] == ["N"]
        )
    ]


def dated_figure(tokens: list[Token]) -> list[Token]:
    """ "a birth year after 1610", "opened before 1900": of a figure, before and after are less and more."""
    result = list(tokens)
    for index in range(1, len(result) - 1):
        figure, word, year = result[index - 1 : index + 2]
        said = _COMPARED.get(word.kind)
        if said is None or year.kind not in ("NUM", "DATE") or not year.text.isdecimal():
            continue
        told = index > 1 and result[index - 2].kind in ("NUM", "UNIT", "PART")  # it has its amount: this is when
        if figure.kind == "N" and not told and any(meaning.kind == "choice" for meaning in figure.meanings):
            result[index] = Token(said, word.text, word.span, word.text)
            result[index + 1] = Token("NUM", year.text, year.span, "", (), float(year.text))
    return result


def what_number(tokens: list[Token]) -> list[Token]:
    """ "what is the number of X" is read like "the number of X"; "number of parts in a whole" asks how many it has."""
    tokens = tokens[2:] if kinds_of(tokens[:3]) == ["WHAT", "BE", "NUMBEROF"] else tokens
    kinds = kinds_of(tokens)
    if kinds[:1] != ["NUMBEROF"] or "IN" not in kinds:
        return tokens
    place = kinds.index("IN")
    named = place > 1 and all(kind == "N" for kind in kinds[1:place])
    if not named or any(meaning.kind != "thing" for meaning in tokens[place - 1].meanings):
        return tokens
    span = Span(tokens[place].span.start, tokens[place].span.start)
    return [tokens[0].retyped("HOWMANY"), *tokens[1:place], Token("BE", "", span), *tokens[place:]]


def if_had(tokens: list[Token]) -> list[Token]:
    """ "if I buy 5 racks, how many GPUs do I get" is read like "how many GPUs do 5 racks have"; also the other way round."""
    kinds = kinds_of(tokens)
    if "IFHAVE" not in kinds or "HOWMANY" not in kinds:
        return tokens
    given, asked = kinds.index("IFHAVE"), kinds.index("HOWMANY")
    first, second = tokens[given + 1 : asked], tokens[asked + 1 :]
    if given > asked:
        first, second = tokens[given + 1 :], tokens[asked + 1 : given]
    whole = [token for token in first if token.kind != "COMMA"]
    part = [token for token in second if token.kind not in ("GETS", "COMMA", "BE", "DO")]
    if not whole or not part or any(token.kind in ("V", "VD", "VG", "HAVE") for token in (*whole, *part)):
        return tokens
    span = whole[0].span
    return [tokens[asked], *part, Token("DO", "", span), *whole, Token("HAVE", "", span)]


def in_unit(tokens: list[Token]) -> list[Token]:
    """ "how much HBM in GB is in X": an amount is told with its unit anyway."""
    kinds = kinds_of(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (
            (token.kind in ("IN", "PREP") and kinds[index + 1 : index + 2] == ["UNIT"] and "HOWMANY" in kinds[:index])
            or (token.kind == "UNIT" and kinds[index - 1 : index] in (["IN"], ["PREP"]) and "HOWMANY" in kinds[:index])
        )
    ]


def whose_part(tokens: list[Token]) -> list[Token]:
    """ "whose share of revenue from X is above 20%" is read like "with more than 20% share of revenue from X"."""
    kinds = kinds_of(tokens)
    if "THAT" not in kinds or "PART" not in kinds:
        return tokens
    start, part = kinds.index("THAT"), kinds.index("PART")
    compared = part - 1 if kinds[part - 1] in _COMPARING else part
    end = compared - 1 if kinds[compared - 1] == "BE" else compared
    base = tokens[start + 1] if start + 3 < end else None
    if base is None or kinds[start + 1 : start + 3] != ["N", "PREP"] or tokens[start].word != "whose":
        return tokens
    said = all(kind in ("N", "DET", "AND", "OR", "ADJ") for kind in kinds[start + 3 : end])
    if end == part or not said or all(meaning.kind != "choice" for meaning in base.meanings):
        return tokens
    lead = Token("PREP", "with", tokens[start].span, "with")
    of = Token("OF", "of", base.span, "of")
    amount = tokens[compared : part + 1]
    return [*tokens[:start], lead, *amount, of, *tokens[start + 1 : end], *tokens[part + 1 :]]


def only_behind(tokens: list[Token]) -> list[Token]:
    """ "sells to Google only" is read like "sells to only Google"."""
    kinds = kinds_of(tokens)
    if kinds[-1:] != ["ONLY"]:
        return tokens
    place = len(kinds) - 2
    while place > 0 and kinds[place] in ("N", "DET", "ADJ", "OF", "POSS"):
        place -= 1
    return (
        [*tokens[: place + 1], tokens[-1], *tokens[place + 1 : -1]] if kinds[place] in ("PREP", "IN", "V") else tokens
    )


def nothing_but(tokens: list[Token]) -> list[Token]:
    """ "have no customer except Google" is read like "have only Google as customer"."""
    kinds = kinds_of(tokens)
    if "EXCEPT" not in kinds or "NO" not in kinds:
        return tokens
    no, place = kinds.index("NO"), kinds.index("EXCEPT")
    noun = tokens[no + 1 : place]
    if no == 0 or kinds[no - 1] != "HAVE" or not noun or any(token.kind != "N" for token in noun):
        return tokens
    marker = Token("PREP", "as", tokens[place].span, "as")
    return [*tokens[:no], tokens[no].retyped("ONLY"), *tokens[place + 1 :], marker, *noun]
