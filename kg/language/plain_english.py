"""English tokens in, turns of phrase said plainly out: "which of them", "for every X, … to it", "who says that …".

Each turn is a wording of something that the grammar knows by another order of words; what is no such turn stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from kg.base.spans import Span
from kg.language.token import Token

_STATUSES = frozenset({"FACTS", "CLAIMS", "FORECASTS", "RUMOURS"})
_COMPARING = frozenset({"MORE", "ATLEAST", "LESS", "ATMOST", "EXACTLY"})
_Turn = Callable[[list[Token]], list[Token]]


def plain_english(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with every known turn of phrase said plainly."""
    found = list(tokens)
    for turn in _TURNS:
        found = turn(found)
    return tuple(found)


def _kinds(tokens: Sequence[Token]) -> list[str]:
    return [token.kind for token in tokens]


def _which_of(tokens: list[Token]) -> list[Token]:
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


def _for_each(tokens: list[Token]) -> list[Token]:
    """ "for every hyperscaler, how many companies supply it": the pronoun is what stands in front."""
    kinds = _kinds(tokens)
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


def _who_says(tokens: list[Token]) -> list[Token]:
    """ "who says that …", "where does it say that …" ask for sources."""
    kinds = _kinds(tokens)
    if kinds[:1] == ["WRITTEN"]:
        return [tokens[0].retyped("SOURCES"), Token("SAY", "", tokens[0].span), *tokens[1:]]
    asked = 2 if kinds[:2] == ["WHO", "SAY"] else 4 if kinds[:4] == ["WHERE", "DO", "IT", "SAY"] else 0
    if not asked:
        return tokens
    return [tokens[0].retyped("SOURCES"), tokens[asked - 1], *tokens[asked:]]


def _when(tokens: list[Token]) -> list[Token]:
    """ "when did X invest in Y" is read like "did X invest in Y", its dates asked for."""
    if _kinds(tokens[:1]) != ["WHEN"] or _kinds(tokens[1:2]) not in (["DO"], ["BE"], ["HAVE"]):
        return tokens
    return [tokens[0].retyped("ASKWHEN"), *tokens[1:]]


def _has_been(tokens: list[Token]) -> list[Token]:
    """ "has X been a customer of Y" is read like "is X a customer of Y"."""
    kinds = _kinds(tokens)
    if kinds[:1] != ["HAVE"] or "BE" not in kinds:
        return tokens
    place = kinds.index("BE")
    if kinds[place + 1 : place + 2] not in (["DET"], ["PREP"]) or any(k not in ("N", "DET") for k in kinds[1:place]):
        return tokens
    behind = place + 2 if kinds[place + 1] == "PREP" and tokens[place + 1].word == "as" else place + 1
    return [tokens[0].retyped("BE"), *tokens[1:place], *tokens[behind:]]


def _record_of(tokens: list[Token]) -> list[Token]:
    """ "is there any record of Marvell selling DSPs" is read like "does Marvell sell DSPs"."""
    kinds = _kinds(tokens)
    if kinds[:1] != ["RECORDOF"] or "VG" not in kinds:
        return tokens
    place = kinds.index("VG")
    return [tokens[0].retyped("DO"), *tokens[1:place], tokens[place].retyped("V"), *tokens[place + 1 :]]


def _how_large(tokens: list[Token]) -> list[Token]:
    """ "how large is the revenue of X" asks for the revenue; "how large" of no measure is left to be refused."""
    if _kinds(tokens[:2]) != ["HOWLARGE", "BE"]:
        return tokens
    measured = any(meaning.kind == "choice" for token in tokens[2:] for meaning in token.meanings)
    return [tokens[0].retyped("WHAT"), *tokens[1:]] if measured else tokens


def _connected(tokens: list[Token]) -> list[Token]:
    """ "is X connected to Y by a supply chain" is read like "is there a supply chain from X to Y"."""
    kinds = _kinds(tokens)
    if kinds[:1] != ["BE"] or "RELATED" not in kinds:
        return tokens
    place = kinds.index("RELATED")
    if kinds[place + 1 : place + 2] != ["PREP"] or tokens[place + 1].word not in ("to", "with"):
        return tokens
    end = list(tokens[place + 2 :])
    chain = Token("N", "", tokens[place].span, "path any")
    if end and end[-1].kind == "PATH":
        chain = end.pop()
        while end and end[-1].kind in ("DET", "PREP"):
            end.pop()
    start = Token("PREP", "from", tokens[place].span, "from")
    to = replace(tokens[place + 1], word="to")
    return [tokens[0], chain, start, *tokens[1:place], to, *end]


def _what_is_forecast(tokens: list[Token]) -> list[Token]:
    """ "what is forecast for X", "what do forecasts say about X" are read like "forecasts for X"."""
    kinds = _kinds(tokens)
    if (
        kinds[:2] == ["WHAT", "BE"]
        and kinds[2:3]
        and kinds[2] in _STATUSES
        and kinds[3:4] in (["IN"], ["PREP"], ["OF"])
    ):
        return [_status(tokens[2]), *tokens[3:]]
    if kinds[:2] == ["WHAT", "DO"] and kinds[2:3] and kinds[2] in _STATUSES and kinds[3:5] == ["SAY", "PREP"]:
        return [_status(tokens[2]), *tokens[4:]]
    return tokens


def _status(token: Token) -> Token:
    """Return a status as the noun that it is: "claimed" as "claims"."""
    return replace(token, word=token.kind.lower())


def _source_of_claim(tokens: list[Token]) -> list[Token]:
    """ "what is the source of the claim that …" is read like "which sources say that …"."""
    kinds = _kinds(tokens)
    if "SOURCES" not in kinds or "SAY" not in kinds:
        return tokens
    place, said = kinds.index("SOURCES"), kinds.index("SAY")
    between = [token for token in tokens[place + 1 : said] if token.kind not in ("OF", "IN", "DET", "CLAIMS", "FACTS")]
    lead = all(kind in ("WHAT", "WHICH", "BE", "DET") for kind in kinds[:place])
    return [tokens[place], tokens[said], *tokens[said + 1 :]] if lead and said > place + 1 and not between else tokens


def _what_it_does(tokens: list[Token]) -> list[Token]:
    """ "what does X do" asks for a description of X."""
    kinds = _kinds(tokens)
    if kinds[:2] != ["WHAT", "DO"] or kinds[-1:] != ["DO"] or any(kind not in ("N", "DET") for kind in kinds[2:-1]):
        return tokens
    return [tokens[0].retyped("DESCRIBE"), *tokens[2:-1]]


def _share_in_common(tokens: list[Token]) -> list[Token]:
    """ "which suppliers do X and Y share" is read like "which suppliers do X and Y have"."""
    kinds = _kinds(tokens)
    if kinds[-1:] != ["SHARE"] or "DO" not in kinds or "AND" not in kinds[kinds.index("DO") :]:
        return tokens
    return [*tokens[:-1], tokens[-1].retyped("HAVE")]


def _per(tokens: list[Token]) -> list[Token]:
    """ "suppliers per component" is read like "suppliers of each component"; "per" with a source says who tells it."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        kinds = {meaning.kind for meaning in after.meanings} if after and after.kind == "N" else set()
        if token.kind == "ACCORDING" and token.text.lower() == "per" and kinds & {"class", "thing"} and index:
            each = Token("EACH", "each", token.span, "each")
            result += [token.retyped("OF"), each] if "source" not in kinds else [token]
        else:
            result.append(token)
    return result


def _where(tokens: list[Token]) -> list[Token]:
    """ "where is X based" is read like "in what is X based"."""
    kinds = _kinds(tokens)
    if kinds[:2] != ["WHERE", "BE"] or kinds[-1:] != ["VD"]:
        return tokens
    span = tokens[0].span
    return [Token("PREP", "in", span, "in"), tokens[0].retyped("WHAT"), *tokens[1:]]


def _measure_of_amount(tokens: list[Token]) -> list[Token]:
    """ "a bandwidth of more than 50 Tbps" is read like "more than 50 Tbps bandwidth"."""
    kinds = _kinds(tokens)
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


def _only_behind(tokens: list[Token]) -> list[Token]:
    """ "sells to Google only" is read like "sells to only Google"."""
    kinds = _kinds(tokens)
    if kinds[-1:] != ["ONLY"]:
        return tokens
    place = len(kinds) - 2
    while place > 0 and kinds[place] in ("N", "DET", "ADJ", "OF", "POSS"):
        place -= 1
    return (
        [*tokens[: place + 1], tokens[-1], *tokens[place + 1 : -1]] if kinds[place] in ("PREP", "IN", "V") else tokens
    )


def _nothing_but(tokens: list[Token]) -> list[Token]:
    """ "have no customer except Google" is read like "have only Google as customer"."""
    kinds = _kinds(tokens)
    if "EXCEPT" not in kinds or "NO" not in kinds:
        return tokens
    no, place = kinds.index("NO"), kinds.index("EXCEPT")
    noun = tokens[no + 1 : place]
    if no == 0 or kinds[no - 1] != "HAVE" or not noun or any(token.kind != "N" for token in noun):
        return tokens
    marker = Token("PREP", "as", tokens[place].span, "as")
    return [*tokens[:no], tokens[no].retyped("ONLY"), *tokens[place + 1 :], marker, *noun]


def _contracted(tokens: list[Token]) -> list[Token]:
    """ "what's the power of X" is read like "what is the power of X"."""
    return [
        token.retyped("BE")
        if token.kind == "POSS" and index and tokens[index - 1].kind in ("WHAT", "WHO", "WHERE")
        else token
        for index, token in enumerate(tokens)
    ]


def _or_more(tokens: list[Token]) -> list[Token]:
    """ "three or more suppliers" is read like "at least three suppliers"."""
    result: list[Token] = []
    for token in tokens:
        if token.kind in ("ORMORE", "ORFEWER") and result and result[-1].kind == "NUM":
            bound = "ATLEAST" if token.kind == "ORMORE" else "ATMOST"
            result.insert(len(result) - 1, Token(bound, token.text, token.span, bound.lower()))
        else:
            result.append(token)
    return result


def _fronted(tokens: list[Token]) -> list[Token]:
    """ "of NVIDIA's suppliers, which are Chinese" is "which of NVIDIA's suppliers are Chinese"; "in X, who …" stands last."""
    kinds = _kinds(tokens)
    if "COMMA" not in kinds[2:] or not kinds or kinds[0] not in ("OF", "IN", "PREP"):
        return tokens
    comma = kinds.index("COMMA")
    front, rest = tokens[1:comma], tokens[comma + 1 :]
    if kinds[0] == "OF" or tokens[0].word == "among":
        if _kinds(rest[:1]) not in (["WHICH"], ["WHO"], ["HOWMANY"]):
            return tokens
        return [
            rest[0].retyped("HOWMANY" if rest[0].kind == "HOWMANY" else "WHICH"),
            tokens[0].retyped("OF"),
            *front,
            *rest[1:],
        ]
    asks = _kinds(rest[:1]) in (["WHICH"], ["WHO"], ["WHAT"], ["HOWMANY"])
    return (
        [*rest, *tokens[:comma]]
        if kinds[0] == "IN" and asks and "EACH" not in kinds[:2] and "ALL" not in kinds[:2]
        else tokens
    )


def _where_from(tokens: list[Token]) -> list[Token]:
    """ "where does Meta source its modules" asks from whom."""
    kinds = _kinds(tokens)
    if kinds[:2] != ["WHERE", "DO"] or kinds[-1:] != ["N"] or "V" not in kinds or "IT" in kinds:
        return tokens
    span = tokens[-1].span
    return [tokens[0].retyped("WHO"), *tokens[1:], Token("PREP", "from", Span(span.end, span.end), "from")]


def _what_forecasts(tokens: list[Token]) -> list[Token]:
    """ "what forecasts are there for X" is read like "which forecasts …"."""
    kinds = _kinds(tokens)
    return tokens[1:] if kinds[:1] in (["WHAT"], ["WHICH"]) and kinds[1:2] and kinds[1] in _STATUSES else tokens


def _progressive_perfect(tokens: list[Token]) -> list[Token]:
    """ "what has Lumentum been delivering" is read like "what does Lumentum deliver"."""
    kinds = _kinds(tokens)
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


def _whoever(tokens: list[Token]) -> list[Token]:
    """ "sells to whoever builds X" is read like "sells to things that build X"."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        if index and token.kind == "WHO" and token.text.lower() == "whoever":
            result += [Token("THING", token.text, token.span, "things"), Token("THAT", "that", token.span, "that")]
        else:
            result.append(token)
    return result


def _list_what(tokens: list[Token]) -> list[Token]:
    """ "list the products that Broadcom ships", without "that", is "what does Broadcom ship"."""
    kinds = _kinds(tokens)
    start = 2 if kinds[1:2] == ["DET"] else 1
    if kinds[:1] != ["LIST"] or kinds[start : start + 2] != ["N", "V"] or kinds[start + 2 : start + 3] == ["N"]:
        return tokens
    if any(meaning.kind != "thing" for meaning in tokens[start].meanings):
        return tokens
    return [tokens[0].retyped("WHAT"), Token("DO", "", tokens[0].span), *tokens[start:]]


def _bare_possessive(tokens: list[Token]) -> list[Token]:
    """ "AXT's products reach Google": with the products read over, what is left is AXT."""
    return [
        token
        for index, token in enumerate(tokens)
        if token.kind != "POSS" or (index + 1 < len(tokens) and tokens[index + 1].kind not in ("V", "VD", "BE", "DO"))
    ]


def _amount_of(tokens: list[Token]) -> list[Token]:
    """ "more than 100 GB of memory" is read like "more than 100 GB memory"."""
    kinds = _kinds(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (
            token.kind == "OF" and kinds[index - 2 : index] == ["NUM", "UNIT"] and kinds[index + 1 : index + 2] == ["N"]
        )
    ]


def _named(tokens: list[Token]) -> list[Token]:
    """ "a city named Austin" is read like "the city Austin"."""
    kinds = _kinds(tokens)
    return [
        token
        for index, token in enumerate(tokens)
        if not (token.kind == "NAMED" and kinds[index - 1 : index] == ["N"] and kinds[index + 1 : index + 2] == ["N"])
    ]


def _dated_figure(tokens: list[Token]) -> list[Token]:
    """ "a birth year after 1610", "opened before 1900": of a figure, before and after are less and more."""
    result = list(tokens)
    for index in range(1, len(result) - 1):
        figure, word, year = result[index - 1 : index + 2]
        said = _COMPARED.get(word.kind)
        if said is None or year.kind not in ("NUM", "DATE") or not year.text.isdecimal():
            continue
        if any(meaning.kind == "choice" for meaning in figure.meanings):
            result[index] = Token(said, word.text, word.span, word.text)
            result[index + 1] = Token("NUM", year.text, year.span, "", (), float(year.text))
    return result


_COMPARED = {"BEFORE": "LESS", "AFTER": "MORE", "SINCE": "ATLEAST"}
_TURNS: tuple[_Turn, ...] = (
    _progressive_perfect,
    _whoever,
    _list_what,
    _or_more,
    _fronted,
    _where_from,
    _what_forecasts,
    _dated_figure,
    _named,
    _contracted,
    _for_each,
    _which_of,
    _who_says,
    _when,
    _has_been,
    _record_of,
    _how_large,
    _connected,
    _what_is_forecast,
    _source_of_claim,
    _what_it_does,
    _share_in_common,
    _per,
    _where,
    _measure_of_amount,
    _only_behind,
    _nothing_but,
    _bare_possessive,
    _amount_of,
)
