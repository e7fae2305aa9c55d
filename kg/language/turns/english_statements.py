"""English tokens in, tokens out: turns of phrase about who says it, when it was, and what leads where."""

from __future__ import annotations

from msgspec.structs import replace

from kg.language.token import Token
from kg.language.turns.kinds import kinds_of

_STATUSES = frozenset({"FACTS", "CLAIMS", "FORECASTS", "RUMOURS"})


def who_says(tokens: list[Token]) -> list[Token]:
    """ "who says that …", "where does it say that …" ask for sources."""
    kinds = kinds_of(tokens)
    if kinds[:1] == ["WRITTEN"]:
        tokens = tokens[:-2] if [token.text.lower() for token in tokens[-2:]] == ["come", "from"] else tokens
        return [tokens[0].retyped("SOURCES"), Token("SAY", "", tokens[0].span), *tokens[1:]]
    asked = 2 if kinds[:2] == ["WHO", "SAY"] else 4 if kinds[:4] == ["WHERE", "DO", "IT", "SAY"] else 0
    if not asked:
        return tokens
    return [tokens[0].retyped("SOURCES"), tokens[asked - 1], *tokens[asked:]]


def when(tokens: list[Token]) -> list[Token]:
    """ "when did X invest in Y" is read like "did X invest in Y", its dates asked for."""
    if kinds_of(tokens[:1]) != ["WHEN"] or kinds_of(tokens[1:2]) not in (["DO"], ["BE"], ["HAVE"]):
        return tokens
    return [tokens[0].retyped("ASKWHEN"), *tokens[1:]]


def what_is_forecast(tokens: list[Token]) -> list[Token]:
    """ "what is forecast for X", "what do forecasts say about X" are read like "forecasts for X"."""
    kinds = kinds_of(tokens)
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


def source_of_claim(tokens: list[Token]) -> list[Token]:
    """ "what is the source of the claim that …" is read like "which sources say that …"."""
    kinds = kinds_of(tokens)
    if "SOURCES" not in kinds or "SAY" not in kinds:
        return tokens
    place, said = kinds.index("SOURCES"), kinds.index("SAY")
    between = [token for token in tokens[place + 1 : said] if token.kind not in ("OF", "IN", "DET", "CLAIMS", "FACTS")]
    lead = all(kind in ("WHAT", "WHICH", "BE", "DET") for kind in kinds[:place])
    return [tokens[place], tokens[said], *tokens[said + 1 :]] if lead and said > place + 1 and not between else tokens


def what_forecasts(tokens: list[Token]) -> list[Token]:
    """ "what forecasts are there for X" is read like "which forecasts …"."""
    kinds = kinds_of(tokens)
    return tokens[1:] if kinds[:1] in (["WHAT"], ["WHICH"]) and kinds[1:2] and kinds[1] in _STATUSES else tokens


def connected(tokens: list[Token]) -> list[Token]:
    """ "is X connected to Y by a supply chain" is read like "is there a supply chain from X to Y"."""
    kinds = kinds_of(tokens)
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


def of_one_sort(tokens: list[Token]) -> list[Token]:
    """ "supply relations announced but not shipping": statements of one sort, by the choices that they have."""
    kinds = kinds_of(tokens)
    lead = 1 if kinds[:1] in (["LIST"], ["WHICH"], ["WHAT"]) else 0
    first = lead
    while kinds[lead : lead + 1] == ["N"] and _is_choice(tokens[lead]):
        lead += 1
    if lead > first and kinds[lead : lead + 1] != ["STATUS"] and kinds[lead : lead + 2] != ["V", "STATUS"]:
        return tokens
    if kinds[lead : lead + 2] == ["V", "STATUS"] and tokens[lead + 1].word == "any":
        merged = replace(tokens[lead + 1], meanings=tokens[lead].meanings)
        tokens = [*tokens[:lead], merged, *tokens[lead + 2 :]]
        kinds = kinds_of(tokens)
    if kinds[lead : lead + 1] != ["STATUS"] or tokens[lead].word != "any":
        return tokens
    place = lead + 1
    chosen = [token.retyped("CHOSEN") for token in tokens[first:lead]]
    without = False
    while place < len(tokens):
        token = tokens[place]
        if _is_choice(token):
            chosen.append(token.retyped("UNCHOSEN" if without else "CHOSEN"))
            without = False
        elif token.kind == "NOT":
            without = True
        elif token.kind not in ("THAT", "WHICH", "BE", "AND", "BUT", "COMMA"):
            break
        place += 1
    return tokens if without or not chosen else [*tokens[:first], tokens[lead], *chosen, *tokens[place:]]


def _is_choice(token: Token) -> bool:
    """Whether a token can only be a value that a statement has: "announced"."""
    return token.kind == "N" and bool(token.meanings) and all(meaning.kind == "choice" for meaning in token.meanings)


def over_time(tokens: list[Token]) -> list[Token]:
    """ "how did X's share of Y change by year" is read like "what is X's share of Y", told by year."""
    kinds = kinds_of(tokens)
    if kinds[:1] != ["HOW"] or kinds[1:2] not in (["DO"], ["HAVE"]) or "YEARLY" not in kinds or "V" in kinds:
        return tokens
    return [tokens[0].retyped("WHAT"), tokens[1].retyped("BE"), *tokens[2:]]


def joined(tokens: list[Token]) -> list[Token]:
    """ "suppliers that joined NVIDIA since 2024" is read like "new suppliers of NVIDIA, since 2024"."""
    if kinds_of(tokens[:2]) in (["WHO", "BE"], ["WHAT", "BE"]) and {"ADDED", "ENDED"} & {*kinds_of(tokens[2:4])}:
        return tokens[2:]  # "who are the new suppliers of NVIDIA since 2024"
    place = next((n for n, token in enumerate(tokens) if n and token.word in ("join", "leave")), None)
    if place is None:
        return tokens
    before, rest = tokens[:place], tokens[place + 1 :]
    while before and before[-1].kind in ("THAT", "WHO", "WHICH", "HAVE"):
        before = before[:-1]
    kinds = kinds_of(rest)
    if "OF" in kinds_of(before) and before[-1].kind == "N" and kinds[:1] in (["SINCE"], ["BETWEEN"]):
        return [tokens[place], *before, *rest]  # "suppliers of NVIDIA that joined since 2024"
    if not before or before[-1].kind != "N" or kinds[:1] != ["N"]:
        return tokens
    rest = [rest[0], *rest[3:]] if kinds[1:3] == ["POSS", "PATH"] else rest
    return [tokens[place], *before, Token("OF", "of", tokens[place].span, "of"), *rest]


def raw_materials(tokens: list[Token]) -> list[Token]:
    """ "raw materials that end up in X" is read like "raw materials of X"."""
    kinds = kinds_of(tokens)
    place = next((n for n, token in enumerate(tokens) if token.word == "raw material"), None)
    if place is None or "ENDUP" not in kinds[place + 1 : place + 3]:
        return tokens
    end = kinds.index("ENDUP")
    between = kinds[place + 1 : end]
    led = between in ([], ["THAT"], ["WHICH"])
    return [*tokens[: place + 1], tokens[end].retyped("OF"), *tokens[end + 1 :]] if led else tokens


def passed_through(tokens: list[Token]) -> list[Token]:
    """ "which paths from X to Y go through a single company", "which companies do all paths … go through": chokepoints."""
    kinds = kinds_of(tokens)
    path = next((n for n, token in enumerate(tokens) if token.kind == "PATH" or token.word == "path any"), None)
    if path is None or "GOTHROUGH" not in kinds[path:]:
        return tokens
    end = kinds.index("GOTHROUGH")
    lead, ends, behind = tokens[:path], tokens[path + 1 : end], tokens[end + 1 :]
    while ends and ends[-1].kind == "ALL":
        ends = ends[:-1]
    asked = [token for token in lead if token.kind == "N"]
    said = kinds_of(lead)
    one = [token for token in behind if token.kind not in ("DET", "SINGLE", "SAME", "NUM")]
    single = any(token.kind in ("SINGLE", "SAME") or token.value == 1.0 for token in behind)
    through = Token("PREP", "through", tokens[end].span, "through")
    if behind and not single and not asked and {*kinds_of(one)} <= {"N", "AND", "COMMA"} and one[0].kind == "N":
        return [tokens[path], *ends, through, *one]
    if behind and (not single or kinds_of(one) != ["N"] or asked):
        return tokens
    if not behind and ("DO" not in said or said[:1] not in (["WHICH"], ["WHO"], ["WHAT"])):
        return tokens
    named = [through, *(one or asked)] if one or asked else []
    return [Token("N", tokens[path].text, tokens[path].span, "chokepoint"), *ends, *named]


def with_value(tokens: list[Token]) -> list[Token]:
    """ "NVIDIA's suppliers and, if known, their share": things, and a value of each where one is told."""
    place = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].kind == "AND"), None)
    if place is None or len(tokens) < 4:
        return tokens
    between = kinds_of(tokens[place + 1 : -1])
    said = [kind for kind in between if kind != "COMMA"]
    value = tokens[-1]
    valued = value.kind == "SHARE" or any(meaning.kind == "choice" for meaning in value.meanings)
    if not valued or said not in (["IFKNOWN", "FILLER"], ["IFKNOWN"], ["FILLER"]):
        return tokens
    end = place - 1 if tokens[place - 1].kind == "COMMA" else place
    word = "share" if value.kind == "SHARE" else value.word
    return [*tokens[:end], Token("WITHVALUE", value.text, value.span, word, value.meanings)]


def any_chain(tokens: list[Token]) -> list[Token]:
    """ "does any supply chain lead from X to Y" is read like "is there any supply chain from X to Y"."""
    kinds = kinds_of(tokens)
    if kinds[:1] != ["DO"] or "PATH" not in kinds[1:3] or "V" in kinds:
        return tokens
    return [tokens[0].retyped("BE"), *tokens[1:]]
