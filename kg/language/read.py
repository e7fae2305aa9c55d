"""Question text in, syntax trees out: every way in which its words fit the grammar, the preferred first.

A word may be noun and verb ("supply"), a 的 may join nouns or end a clause. Each choice is tried in a
fixed order, at most ``TRIES`` of them; what the grammar accepts is handed on, and the resolver takes
the first tree that makes sense. So the same text always means the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lark import Lark, UnexpectedInput
from lark.exceptions import VisitError
from lark.lexer import Lexer, LexerState
from lark.lexer import Token as LarkToken
from lark.parsers.lalr_interactive_parser import InteractiveParser
from msgspec import Struct
from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic, diagnostic
from kg.base.errors import QuestionError
from kg.base.spans import Span
from kg.language.arrange_chinese import arrange_chinese
from kg.language.arrange_english import arrange_english
from kg.language.arrange_share import arrange_share
from kg.language.circumstance import TimeSaidTwiceError, take_circumstances
from kg.language.expected import expected_words
from kg.language.language_of import Lang
from kg.language.lex import Given, Lexed, lex
from kg.language.pieces import DanglingError, MixedConjunctionError, SaidTwiceError
from kg.language.plain_chinese import plain_chinese
from kg.language.plain_english import plain_english
from kg.language.read_table import THEIR, columns_behind, read_table
from kg.language.rewrite_whose import rewrite_whose
from kg.language.set_apart import set_apart
from kg.language.syntax import Question
from kg.language.token import Token
from kg.language.tree import ChineseTree, Tree
from kg.lexicon.lexicon import Lexicon
from kg.store.cache import cache_folder

#: The most choices of words that are tried for one question.
TRIES = 48
#: The longest question that is read, in characters.
LIMIT = 2000
_MISSHAPEN = (MixedConjunctionError, DanglingError, SaidTwiceError)
_EXAMPLE = "who supplies optical modules to NVL clusters"


class Reading(Struct, frozen=True):
    """A tree with the tokens that it was read from; ``yes_no`` when the sentence asks whether (吗, 是否)."""

    question: Question
    tokens: tuple[Token, ...]
    yes_no: bool = False


class Read(Struct, frozen=True):
    """All readings of one text, at least one, the preferred first."""

    lang: Lang
    readings: tuple[Reading, ...]


def read(text: str, lexicon: Lexicon, lang: Lang | None = None, given: Given = MappingProxyType({})) -> Read:
    """Read a question. Raise QuestionError (Q001-Q004, Q006, N001) when no choice of words is a sentence."""
    _check_length(text, lang)
    lexed = lex(text, lexicon, lang, given)
    unread = tuple(_unread(place[0]) for place in lexed.places if place[0].kind in ("UNKNOWN", "PARAMETER"))
    if unread:
        raise QuestionError(text, lexed.lang, unread)
    found: list[Reading] = []
    failures: list[Diagnostic] = []
    for table in _tables(lexed):
        if all(table.question != other.question for other in found):
            found.append(table)
    for arranged, question_marks in choices(text, lexed, failures):
        try:
            question = _parse(arranged.tokens, lexed.lang)
        except _NotASentenceError as error:
            failures.append(_unexpected(error, text, lexed.lang))
            continue
        reading = Reading(replace(question, circumstances=arranged.circumstances), arranged.tokens, question_marks)
        if all(reading.question != other.question for other in found):
            found.append(reading)
    if found:
        return Read(lexed.lang, tuple(found))
    if not failures:
        words = expected_words(frozenset({"N", "V", "WHO", "WHICH"}), lexed.lang)
        end = len(text)
        failures.append(replace(diagnostic("Q003", Span(end, end), expected=", ".join(words)), expected=words))
    raise QuestionError(text, lexed.lang, (max(failures, key=lambda failure: failure.span.start),))


def _unread(token: Token) -> Diagnostic:
    """Return the diagnostic of a word that nothing is known of, or of a parameter that has no value."""
    if token.kind == "PARAMETER":
        return diagnostic("Q006", token.span, name=token.word)
    return diagnostic("N001", token.span, text=token.text)


def _check_length(text: str, lang: Lang | None) -> None:
    if not text.strip():
        raise QuestionError(text, lang or "en", (diagnostic("Q001", example=_EXAMPLE),))
    if len(text) > LIMIT:
        raise QuestionError(text, lang or "en", (diagnostic("Q004", length=str(len(text)), limit=str(LIMIT)),))


# ---------------------------------------------------------------- choices of words


class _Arranged(Struct, frozen=True):
    tokens: tuple[Token, ...]
    circumstances: Any


#: Whether a 的 that may be either is a possessive, and whether a relative clause begins behind the nearest coverb.
_Order = tuple[bool, bool]
_CHINESE_ORDERS: dict[bool, tuple[_Order, ...]] = {
    True: ((True, False), (False, False), (True, True), (False, True)),
    False: ((False, False), (True, False), (False, True), (True, True)),
}
_HOW_MUCH = frozenset({"how much", "多少", "多少钱"})
_ASKING = frozenset({"ASKAMOUNT", "WHO", "WHAT", "WHICH", "HOWMANY", "MA", "WHETHER"})


def choices(text: str, lexed: Lexed, failures: list[Diagnostic]) -> Iterator[tuple[_Arranged, bool]]:
    """Yield the choices of words, arranged; what makes one impossible goes to ``failures``."""
    seen: set[tuple[object, ...]] = set()
    asks = any(token.kind in _ASKING for place in lexed.places for token in place[:1])
    orders = _CHINESE_ORDERS[asks] if lexed.lang == "zh" else ((True, False),)
    for chosen in itertools.islice(_products(_with_reduced(lexed)), TRIES):
        kept = _plain(_without_fillers(_its_given(chosen)), lexed.lang)
        try:
            rest, circumstances, _ = take_circumstances(kept)
        except TimeSaidTwiceError as error:
            failures.append(_not_expected(error.span, text, expected_words(frozenset({"$END"}), lexed.lang)))
            continue
        whether = any(token.kind in ("MA", "WHETHER") for token in rest)
        ways = itertools.chain.from_iterable(
            _arrangements(way, lexed.lang, orders) for way in set_apart(rest, lexed.lang)
        )
        for arranged in ways:
            key = (circumstances.how_much, *((token.kind, token.span.start) for token in arranged))
            if arranged and key not in seen:
                seen.add(key)
                yield _Arranged(arranged, circumstances), whether


def _with_reduced(lexed: Lexed) -> tuple[tuple[Token, ...], ...]:
    """Return the places; a participle behind a noun may, last of all, be a clause of its own: "suppliers based in Japan".

    One that wants a form of be is a clause first of all where nothing else asks: "films directed by X" lists films.
    """
    places = list(_with_amount(lexed))
    if lexed.lang != "en":
        return tuple(places)
    asks = any(token.kind in _ASKING or token.kind in ("BE", "DO") for place in places for token in place[:1])
    for index in range(1, len(places)):
        participles = [token for token in places[index] if token.kind == "VD"]
        if participles and any(token.kind == "N" for token in places[index - 1]):
            reduced = tuple(token.retyped("VR") for token in participles)
            first = not asks and all(meaning.form == "linked" for token in reduced for meaning in token.meanings)
            places[index] = (*reduced, *places[index]) if first else (*places[index], *reduced)
    return tuple(places)


def _with_amount(lexed: Lexed) -> tuple[tuple[Token, ...], ...]:
    """Return the places; "how much" before a verb, and 多少 at the end, may ask for the amount that a clause tells of."""
    places = list(lexed.places)
    if not places:
        return ()
    last = len(places) - 1
    while last > 0 and any(token.kind in ("MA", "FILLER") for token in places[last]):
        last -= 1
    place = 0 if lexed.lang == "en" else last
    asks = [token for token in places[place] if token.kind == "HOWMANY" and token.text.lower() in _HOW_MUCH]
    follows = {token.kind for token in places[1]} if len(places) > 1 else set()
    if asks and (lexed.lang == "zh" or follows & {"DO", "BE", "HAVE"}):
        places[place] = (asks[0].retyped("ASKAMOUNT"), *places[place])
    return tuple(places)


def _plain(tokens: Sequence[Token], lang: Lang) -> tuple[Token, ...]:
    """Return the tokens with turns of phrase said plainly."""
    return plain_english(rewrite_whose(tokens)) if lang == "en" else plain_chinese(tokens)


def _arrangements(tokens: tuple[Token, ...], lang: Lang, orders: tuple[_Order, ...]) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens as the grammar wants them: as a question about a share first, where they are one."""
    for order in orders:
        share = arrange_share(tokens, lang)
        if share is not None:
            yield tuple(
                itertools.chain.from_iterable(
                    (part,) if isinstance(part, Token) else _arranged(part, lang, order) for part in share
                )
            )
        yield _arranged(tokens, lang, order)


def _arranged(tokens: Sequence[Token], lang: Lang, order: _Order) -> tuple[Token, ...]:
    if lang == "en":
        return arrange_english(tokens)
    return arrange_chinese(tokens, possessive_first=order[0], inside_coverb=order[1])


#: Behind "and" these say whose: two lists at once, which no single question asks for.
_THEIRS = ("their", "its", "它们", "它", "其", "他们")


def _tables(lexed: Lexed) -> Iterator[Reading]:
    """Yield the readings of a list with several columns."""
    their = any(token.kind == "FILLER" and token.text.lower() in THEIR for place in lexed.places for token in place)
    if not lexed.places or (all(token.kind != "LIST" for token in lexed.places[0]) and not their):
        return
    for chosen in itertools.islice(_products(lexed.places), TRIES):
        columns = columns_behind(chosen, lambda tokens, mode: _part(tokens, mode, lexed.lang)) if their else None
        if columns is not None:
            yield Reading(columns, chosen)
        kept = _without_fillers(chosen)
        question = read_table(kept, lambda tokens, mode: _part(tokens, mode, lexed.lang), lexed.lang)
        if question is not None:
            yield Reading(question, kept)


def _part(tokens: Sequence[Token], mode: str, lang: Lang) -> Question | None:
    """Parse a noun phrase or a clause of a larger sentence; None when it is none, or says when or by whom."""
    rest, _, taken = take_circumstances(_plain(tokens, lang))
    if taken:
        return None
    ways = (
        (_arranged(rest, lang, order) for order in _CHINESE_ORDERS[True]) if lang == "zh" else (arrange_english(rest),)
    )
    for arranged in ways:
        with suppress(_NotASentenceError):
            question = _parse(arranged, lang)
            if question.mode == mode:
                return question
    return None


def _its_given(tokens: Sequence[Token]) -> Sequence[Token]:
    """ "sell NVIDIA its modules" is read like "sell modules to NVIDIA": "its" parts the two objects of the verb."""
    kinds = [token.kind for token in tokens]
    for index, token in enumerate(tokens):
        if token.kind != "FILLER" or token.text.lower() not in _THEIRS or kinds[index + 1 : index + 2] != ["N"]:
            continue
        start = end = index
        while start and kinds[start - 1] == "N":
            start -= 1
        while kinds[end + 1 : end + 2] == ["N"]:
            end += 1
        if start < index and kinds[start - 1 : start] in (["V"], ["VG"], ["VD"]):
            to = Token("PREP", "to", Span(token.span.start, token.span.start), "to")
            return [*tokens[:start], *tokens[index + 1 : end + 1], to, *tokens[start:index], *tokens[end + 1 :]]
    return tokens


def _without_fillers(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Drop the words that make no difference; "and their …" does make one, and stays."""
    return tuple(
        token
        for index, token in enumerate(tokens)
        if token.kind != "FILLER" or (index and tokens[index - 1].kind == "AND" and token.text.lower() in _THEIRS)
    )


def _products(places: Sequence[tuple[Token, ...]]) -> Iterator[tuple[Token, ...]]:
    """Yield the choices with the fewest second-best words first."""
    ranked = [index for index, place in enumerate(places) if len(place) > 1]
    first = [place[0] for place in places]
    for changes in range(len(ranked) + 1):
        for subset in itertools.combinations(ranked, changes):
            for picks in itertools.product(*(places[index][1:] for index in subset)):
                chosen = list(first)
                for index, pick in zip(subset, picks, strict=True):
                    chosen[index] = pick
                yield tuple(chosen)


# ---------------------------------------------------------------- the parser


class _TokenLexer(Lexer):
    """Stands for lark's lexer: tokens are fed one by one, typed by lex.py, so it never runs."""

    def __init__(self, _lexer_conf: object) -> None: ...

    def lex(self, _lexer_state: LexerState, _parser_state: object) -> Iterator[LarkToken]:
        return iter(())


@cache
def parser(lang: Lang) -> Lark:
    """Return the parser of a language, built once a process from tables that are kept in the cache.

    lark compares the kept tables with the grammar and builds them anew when they differ; where
    nothing can be written it builds them each time.
    """
    name = "english.lark" if lang == "en" else "chinese.lark"
    grammar = Path(__file__).with_name(name).read_text("utf-8")
    kept = cache_folder() / f"grammar-{lang}.lark"
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
    return Lark(
        grammar,
        parser="lalr",
        lexer=_TokenLexer,
        maybe_placeholders=False,
        transformer=ChineseTree() if lang == "zh" else Tree(),
        cache=str(kept),
    )


class _NotASentenceError(Exception):
    """The parser stopped at ``token`` (None: at the end), where ``expected`` terminals would do."""

    def __init__(self, token: Token | None, expected: frozenset[str]) -> None:
        super().__init__()
        self.token = token
        self.expected = expected


def _parse(tokens: Sequence[Token], lang: Lang) -> Question:
    interactive = parser(lang).parse_interactive()
    for token in tokens:
        try:
            interactive.feed_token(LarkToken(token.kind, token))
        except UnexpectedInput as error:
            raise _NotASentenceError(token, frozenset(_accepted(interactive))) from error
        except (VisitError, *_MISSHAPEN) as error:
            raise _NotASentenceError(token, frozenset()) from error
    try:
        result = interactive.feed_eof()  # type: ignore[no-untyped-call]
    except UnexpectedInput as error:
        raise _NotASentenceError(None, frozenset(_accepted(interactive))) from error
    except (VisitError, *_MISSHAPEN) as error:
        raise _NotASentenceError(None, frozenset()) from error
    assert isinstance(result, Question)
    return result


def _accepted(parser_state: InteractiveParser) -> set[str]:
    """Return the terminals that the parser would take next."""
    return set(parser_state.accepts())  # type: ignore[no-untyped-call]


def _unexpected(error: _NotASentenceError, text: str, lang: Lang) -> Diagnostic:
    words = expected_words(error.expected, lang)
    if error.token is None:
        end = len(text.rstrip("?？。. "))
        found = diagnostic("Q003", Span(end, end), expected=", ".join(words))
    else:
        found = _not_expected(error.token.span, text, words, error.token.text)
    return replace(found, expected=words)


def _not_expected(span: Span, text: str, words: tuple[str, ...], shown: str = "") -> Diagnostic:
    return diagnostic("Q002", span, text=shown or span.of(text), expected=", ".join(words))
