"""Tokens in, tokens without circumstances out: time, status and source may stand anywhere.

"who supplied HBM to NVIDIA as of 2023-06, only facts" and 截至2023年6月谁给英伟达供应HBM,仅事实 say
the same; word order plays no part in them, so they are taken out before the grammar.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.base.dates import Period
from kg.base.spans import Span
from kg.language.syntax import Circumstances, Word
from kg.language.token import Token

STATUSES = ("fact", "claim", "forecast", "rumour")
_STATUS_WORDS = {"FACTS": "fact", "CLAIMS": "claim", "FORECASTS": "forecast", "RUMOURS": "rumour"}
Tokens = Sequence[Token]
_Change = Callable[[Circumstances, Tokens], Circumstances]


class _Rule(Struct, frozen=True):
    """A run of terminals, and what it says; a set in the run is an alternative.

    ``COV=在`` is a terminal with its canonical word.
    """

    run: tuple[frozenset[str], ...]
    change: _Change

    def matches(self, part: Tokens) -> bool:
        """Tell whether tokens are such a run."""
        return len(part) == len(self.run) and all(
            token.kind in kinds or f"{token.kind}={token.word}" in kinds
            for token, kinds in zip(part, self.run, strict=True)
        )


def take_circumstances(tokens: Tokens) -> tuple[tuple[Token, ...], Circumstances, tuple[Span, ...]]:
    """Return the other tokens, the circumstances, and the places that said them."""
    rest: list[Token] = []
    found = Circumstances()
    spans: list[Span] = []
    index = 0
    while index < len(tokens):
        rule = _first(tokens, index)
        if rule is None:
            rest.append(tokens[index])
            index += 1
            continue
        part = tokens[index : index + len(rule.run)]
        found = rule.change(found, part)
        spans.append(part[0].span.to(part[-1].span))
        index += len(rule.run)
    return _tidy(rest), found, tuple(spans)


def _first(tokens: Tokens, index: int) -> _Rule | None:
    rules = _RULES_BY_START.get(tokens[index].kind, ())
    return next((rule for rule in rules if rule.matches(tokens[index : index + len(rule.run)])), None)


_ASKS = frozenset({"WHICH", "WHO", "WHAT", "HOWMANY", "DO", "LIST"})


def _lead_last(tokens: list[Token]) -> list[Token]:
    """Move what stands before the question to its end: "without TSMC, which systems cannot be built"."""
    kinds = [token.kind for token in tokens]
    if kinds[:1] != ["PREP"] or "COMMA" not in kinds:
        return tokens
    place = kinds.index("COMMA")
    if kinds[place + 1 : place + 2] and kinds[place + 1] in _ASKS:
        return [*tokens[place + 1 :], *tokens[:place]]
    return tokens


def _tidy(tokens: list[Token]) -> tuple[Token, ...]:
    """Turn the commas of a list into its conjunction ("lasers, modules and boards"); drop the others."""
    tokens = _lead_last(tokens)
    result: list[Token] = []
    for index, token in enumerate(tokens):
        if token.kind != "COMMA":
            result.append(token)
            continue
        before = result[-1].kind if result else ""
        after = tokens[index + 1].kind if index + 1 < len(tokens) else ""
        joint = next((other.kind for other in tokens[index + 1 :] if other.kind in ("AND", "OR")), "AND")
        if (before == "N" and after in ("N", "DET", "ADJ")) or before == after == "ADJ":
            result.append(token.retyped(joint))
    return tuple(result)


def _period(field: str, place: int) -> _Change:
    def change(found: Circumstances, part: Tokens) -> Circumstances:
        value = part[place].value
        assert isinstance(value, Period)
        if getattr(found, field) is not None:
            raise TimeSaidTwiceError(part[0].span.to(part[-1].span))
        return replace(found, **{field: value})

    return change


class TimeSaidTwiceError(Exception):
    """A second time of the same sort stands in the question, at ``span``."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


def _between(found: Circumstances, part: Tokens) -> Circumstances:
    first, last = (token.value for token in part if isinstance(token.value, Period))
    if found.during is not None:
        raise TimeSaidTwiceError(part[0].span.to(part[-1].span))
    return replace(found, during=Period(first.first, last.last, "day"), between=(first, last))


def _without(found: Circumstances, part: Tokens) -> Circumstances:
    dropped = _STATUS_WORDS[part[-1].kind]
    kept = tuple(status for status in (found.statuses or STATUSES) if status != dropped)
    return replace(found, statuses=kept)


def _only(found: Circumstances, part: Tokens) -> Circumstances:
    word = next(token.kind for token in part if token.kind in _STATUS_WORDS)
    return replace(found, statuses=(_STATUS_WORDS[word],))


def _unanimous(found: Circumstances, part: Tokens) -> Circumstances:
    return replace(_only(found, part), unanimous=True)


def _chosen(found: Circumstances, part: Tokens) -> Circumstances:
    word = Word(part[0].text, part[0].meanings, span=part[0].span)
    return replace(found, choices=(*found.choices, (word, part[0].kind == "UNCHOSEN")))


def _according(found: Circumstances, part: Tokens) -> Circumstances:
    return replace(found, sources=(*found.sources, Word(part[1].text, part[1].meanings, span=part[1].span)))


def _confirmed(found: Circumstances, part: Tokens) -> Circumstances:
    number = next(token.value for token in part if token.kind == "NUM")
    assert isinstance(number, float)
    return replace(found, min_sources=int(number))


def _single_source(found: Circumstances, _part: Tokens) -> Circumstances:
    return replace(found, max_sources=1)


def _substitutes(found: Circumstances, _part: Tokens) -> Circumstances:
    return replace(found, substitutes=True)


def _when(found: Circumstances, part: Tokens) -> Circumstances:
    if found.when:
        raise TimeSaidTwiceError(part[0].span)
    return replace(found, when=True)


def _how_much(found: Circumstances, _part: Tokens) -> Circumstances:
    return replace(found, how_much=True)


def _yearly(found: Circumstances, _part: Tokens) -> Circumstances:
    return replace(found, yearly=True)


def _changed(kind: str) -> _Change:
    def change(found: Circumstances, part: Tokens) -> Circumstances:
        if found.change:
            raise TimeSaidTwiceError(part[0].span)
        return replace(found, change=kind)

    return change


def _steps(found: Circumstances, part: Tokens) -> Circumstances:
    number = next(token.value for token in part if token.kind in ("NUM", "TIER"))
    assert isinstance(number, float)
    if found.within is not None:
        raise TimeSaidTwiceError(part[0].span.to(part[-1].span))
    return replace(found, within=int(number))


def _directly(found: Circumstances, _part: Tokens) -> Circumstances:
    return replace(found, directly=True)


def _indirectly(found: Circumstances, _part: Tokens) -> Circumstances:
    return replace(found, indirectly=True)


def _rule(run: str, change: _Change) -> _Rule:
    return _Rule(tuple(frozenset(kinds.split("|")) for kinds in run.split()), change)


_ANY_STATUS = "FACTS|CLAIMS|FORECASTS|RUMOURS"
_RULES = (
    _rule("PREP=within|ATMOST NUM STEPS", _steps),
    _rule("NUM STEPS WITHINSTEPS|AMONG=内", _steps),
    _rule("TIER WITHINSTEPS|AMONG=内", _steps),
    _rule("ONESOURCE", _single_source),
    _rule("SUBSTITUTES", _substitutes),
    _rule("ASKWHEN", _when),
    _rule("ASKAMOUNT", _how_much),
    _rule("YEARLY", _yearly),
    _rule("ADDED", _changed("added")),
    _rule("ENDED", _changed("ended")),
    _rule("UNCONFIRMED DATE", _period("unconfirmed_since", 1)),
    _rule("DATE SINCE UNCONFIRMED", _period("unconfirmed_since", 0)),
    _rule("KNOWN DATE", _period("known_on", 1)),
    _rule("ACCORDING DATE KNOWN", _period("known_on", 1)),
    _rule("ASOF DATE", _period("as_of", 1)),
    _rule("BETWEEN DATE AND DATE", _between),
    _rule("DATE AND|COV DATE BETWEEN", _between),
    _rule("SINCE=自|COV=从|COV=在 DATE SINCE", _period("since", 1)),
    _rule("COV=在 DATE BEFORE", _period("before", 1)),
    _rule("COV=在|COV=于 DATE", _period("during", 1)),
    _rule("SINCE DATE", _period("since", 1)),
    _rule("DATE SINCE", _period("since", 0)),
    _rule("BEFORE DATE", _period("before", 1)),
    _rule("DATE BEFORE", _period("before", 0)),
    _rule("DURING|IN DATE", _period("during", 1)),
    _rule("DATE", _period("during", 0)),
    _rule(f"EXCLUDING {_ANY_STATUS}", _without),
    _rule("CHOSEN", _chosen),
    _rule("UNCHOSEN", _chosen),
    _rule(f"BASEDON {_ANY_STATUS}", _unanimous),
    _rule(f"ONLY=仅有|ONLY=只有 {_ANY_STATUS} DE", _unanimous),
    _rule(f"ONLY=仅有|ONLY=只有 {_ANY_STATUS}", _unanimous),
    _rule(f"ONLY|JUST {_ANY_STATUS}", _only),
    _rule(f"BE {_ANY_STATUS}", _only),
    _rule(f"BE ONLY {_ANY_STATUS}", _only),
    _rule(
        "FACTS=confirmed|CLAIMS=claimed|FORECASTS=predicted|RUMOURS=rumoured|RUMOURS=rumored|RUMOURS=unconfirmed", _only
    ),
    _rule(f"ACCORDING {_ANY_STATUS}", _only),
    _rule("ACCORDING N", _according),
    _rule("CONFIRMED NUM SOURCES", _confirmed),
    _rule("CONFIRMED IN NUM SOURCES", _confirmed),
    _rule("NUM SOURCES CONFIRMED", _confirmed),
    _rule("NUM CL SOURCES CONFIRMED", _confirmed),
    _rule("DIRECTLY", _directly),
    _rule("INDIRECTLY", _indirectly),
)
#: The rules by the terminals that they may begin with, in the same order: most tokens begin none.
_RULES_BY_START = {
    start: tuple(rule for rule in _RULES if any(kind.partition("=")[0] == start for kind in rule.run[0]))
    for start in {kind.partition("=")[0] for rule in _RULES for kind in rule.run[0]}
}
