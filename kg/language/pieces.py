"""What the tree builders hand to one another: markers, leads, prefixes, and how pieces join."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from lark.lexer import Token as LarkToken
from msgspec import Struct
from msgspec.structs import replace

from kg.base.spans import NOWHERE, Span
from kg.language.syntax import Amount, Clause, Clauses, Nominal, Phrase, Together, Word
from kg.language.token import Token

_T = TypeVar("_T")
#: Words that say of a thing how large it is; how many there are is not meant by them.
_SIZES = frozenset(
    "biggest largest highest greatest smallest lowest long tall deep wide heavy fast expensive old late".split()
)


class Marked(Struct, frozen=True):
    """A phrase with the marker that led to it."""

    marker: str
    nominal: Nominal


class Stranded(Struct, frozen=True):
    """A marker without a phrase."""

    marker: str


class Lead(Struct, frozen=True):
    """The verb of a clause, and how it is said."""

    verb: Word | None
    kind: str = "verb"
    passive: bool = False
    negated: bool = False
    only: bool = False


class Prefix(Struct, frozen=True):
    """What stands before a noun: a quantifier, an adjective or a choice of them (``words``), an amount."""

    kind: str
    token: Token | None = None
    amount: Amount | None = None
    words: tuple[Word, ...] = ()


class Flag(Struct, frozen=True):
    """A word that colours the whole clause: not, only."""

    kind: str


def token_of(item: Any) -> Token:
    """Return the token of a parser item."""
    token = item.value if isinstance(item, LarkToken) else item
    assert isinstance(token, Token)
    return token


def word_of(item: Any) -> Word:
    """Return the word of a token."""
    token = token_of(item)
    special = token.word if not token.meanings else ""
    return Word(token.text, token.meanings, special, token.span)


def tokens_of(items: Sequence[Any], kind: str) -> list[Token]:
    """Return the tokens of one terminal."""
    return [token_of(item) for item in items if isinstance(item, LarkToken) and item.type == kind]


def of_type(items: Sequence[Any], kind: type[_T]) -> list[_T]:
    """Return the items of one type."""
    return [item for item in items if isinstance(item, kind)]


def nominals_in(items: Sequence[Any]) -> list[Nominal]:
    """Return the nominals among items, in order."""
    return [item for item in items if isinstance(item, Phrase | Together)]


def flatten(items: Sequence[Any]) -> list[Any]:
    """Return items without nesting and without gaps."""
    found: list[Any] = []
    for item in items:
        if isinstance(item, list):
            found += flatten(item)
        elif item is not None:
            found.append(item)
    return found


def span_over(items: Sequence[Any]) -> Span:
    """Return the span from the first to the last item that has a place."""
    spans = [span for item in items if (span := _span_of(item)) != NOWHERE]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else NOWHERE


def _span_of(item: Any) -> Span:
    match item:
        case LarkToken():
            return token_of(item).span
        case Phrase() | Together() | Clause() | Word() | Amount():
            return item.span
        case Marked():
            return item.nominal.span
        case Lead():
            return item.verb.span if item.verb else NOWHERE
        case list():
            return span_over(item)
        case _:
            return NOWHERE


def attach(nominal: Nominal, **changes: Any) -> Nominal:
    """Return the nominal with its head phrase changed; in a coordination the last member's."""
    if isinstance(nominal, Together):
        return replace(nominal, members=(*nominal.members[:-1], attach(nominal.members[-1], **changes)))
    merged: dict[str, Any] = {
        name: (*getattr(nominal, name), *value) if isinstance(value, tuple) else value
        for name, value in changes.items()
    }
    return replace(nominal, **merged)


def is_terminal(item: Any, *kinds: str) -> bool:
    """Tell whether an item is a token of one of some terminals."""
    return isinstance(item, LarkToken) and item.type in kinds


def with_prefix(phrase: Phrase, prefix: Prefix) -> Phrase:
    """Return the phrase with one prefix said of it."""
    word = word_of(prefix.token) if prefix.token else None
    match prefix.kind:
        case "ADJ":
            return replace(phrase, adjectives=(*phrase.adjectives, prefix.words or (word,)))
        case "ALL":
            return replace(phrase, quantity="every")
        case "EACH" | "ANY" | "SINGLE" | "SAME" | "ONLY" | "BOTH" | "NO":
            return replace(phrase, quantity=prefix.kind.lower())
        case "EXCEPTED":
            assert prefix.token
            return replace(phrase, apart=(*phrase.apart, _apart(prefix.token)))
        case "WHICH":
            return replace(phrase, wh="which")
        case "HOWMANY":
            return replace(phrase, wh="how many")
        case "TIER":
            assert prefix.token
            return replace(phrase, tier=int(prefix.token.value))  # type: ignore[arg-type]
        case "AGGREGATE":
            assert prefix.token
            return replace(phrase, aggregate=prefix.token.word)
        case "NUMBEROF":
            return replace(phrase, counted=True)
        case "NUM" if phrase.top is not None and prefix.amount:
            return replace(phrase, top=_whole(prefix.amount))
        case "NUM" | "CMP" if phrase.amount is not None:
            raise SaidTwiceError
        case "NUM" | "CMP":
            return replace(phrase, amount=prefix.amount)
        case "TOP":
            return replace(phrase, top=_whole(prefix.amount) if prefix.amount else None)
        case "MOST" | "LEAST":
            number = _whole(phrase.amount) if phrase.amount else 1
            sized = word is not None and (bool(word.meanings) or word.special in _SIZES)
            by = Phrase(nouns=(word,), span=word.span) if word and sized else phrase.by
            return replace(phrase, top=number, least=prefix.kind == "LEAST", amount=None, by=by)
        case _:
            return phrase


def _whole(amount: Amount) -> int:
    """Return how many of a top are kept; there is no top 0, and none of two and a half."""
    if amount.number != int(amount.number) or amount.number < 1:
        raise DanglingError
    return int(amount.number)


def _apart(token: Token) -> Nominal:
    """Return the things that an exception names."""
    members = tuple(Phrase(nouns=(word_of(name),), span=name.span) for name in token.apart)
    return members[0] if len(members) == 1 else Together("or", members, token.span)


def together(op: str, items: Sequence[Any]) -> Together:
    """Return nominals as one coordination, flat."""
    members: list[Nominal] = []
    for nominal in nominals_in(items):
        members += nominal.members if isinstance(nominal, Together) and nominal.op == op else [nominal]
    return Together(op, tuple(members), span_over(items))  # type: ignore[arg-type]


def clauses_in(items: Sequence[Any]) -> Clauses:
    """Return the clauses among items."""
    return of_type(flatten(items), Clauses)[0]


def joined_clauses(op: str, items: Sequence[Any]) -> Clauses:
    """Return clauses joined by and, or; MixedConjunctionError when both would mix."""
    first, second = of_type(items, Clauses)
    if second.op != op and len(second.clauses) > 1:
        raise MixedConjunctionError
    return Clauses(op, (*first.clauses, *second.clauses))  # type: ignore[arg-type]


class MixedConjunctionError(Exception):
    """And and or stand side by side without brackets; read.py turns it into a diagnostic."""


class DanglingError(Exception):
    """A preposition or a superlative has no noun, and no question word that it could belong to."""


class SaidTwiceError(Exception):
    """One thing is said twice, and only one can be meant: two amounts before a noun."""


def clause_of(items: Sequence[Any], *, before: list[Nominal], after: list[Nominal] | None = None) -> Clause:
    """Return the clause of a lead and its arguments."""
    flat = flatten(items)
    lead = of_type(flat, Lead)[0]
    return Clause(
        lead.kind,  # type: ignore[arg-type]
        lead.verb,
        tuple(before),
        tuple(nominals_in(flat) if after is None else after),
        tuple((item.marker, item.nominal) for item in of_type(flat, Marked)),
        tuple(item.marker for item in of_type(flat, Stranded)),
        lead.negated,
        lead.passive,
        lead.only,
        span=span_over([*flat, *before]),
    )


def with_subject(clauses: Clauses, subject: list[Nominal]) -> Clauses:
    """Return the clauses with a subject before each verb."""
    changed = tuple(
        replace(clause, before=(*subject, *clause.before), span=span_over([*subject, clause]))
        for clause in clauses.clauses
    )
    return Clauses(clauses.op, changed)


def with_last(clauses: Clauses, **changes: tuple[Any, ...]) -> Clauses:
    """Return the clauses with more arguments in the last one."""
    last = clauses.clauses[-1]
    merged: dict[str, Any] = {name: (*getattr(last, name), *value) for name, value in changes.items()}
    return Clauses(clauses.op, (*clauses.clauses[:-1], replace(last, **merged)))


def copula_of(nominals: list[Nominal]) -> Clauses:
    """Return "A is B" as a clause."""
    first, second = nominals
    return Clauses("and", (Clause("be", None, (first,), (second,), span=span_over(nominals)),))
