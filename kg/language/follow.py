"""The beginning of a question in, the kinds of words that the grammar lets follow, out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from lark import UnexpectedInput
from lark.exceptions import VisitError
from lark.lexer import Token as LarkToken
from msgspec.structs import replace

from kg.base.spans import Span
from kg.language.keywords import KEYWORDS
from kg.language.language_of import Lang
from kg.language.lex import Lexed, lex
from kg.language.pieces import DanglingError, MixedConjunctionError, SaidTwiceError
from kg.language.read import choices, parser
from kg.language.token import Token
from kg.lexicon.lexicon import Lexicon

#: The kinds of words of the lexicon.
_LEXICAL = ("N", "ADJ", "V", "VD", "VG", "UNIT")
#: Words that make no difference, or that only a number can come before.
_NEVER = frozenset({"FILLER", "CL", "SAY", "RECORD"})


def follow(text: str, lexicon: Lexicon, lang: Lang) -> frozenset[str]:
    """Return the kinds of words that may follow; with "$END" where the question may end. Empty when nothing may."""
    lexed = lex(text, lexicon, lang)
    if any(place[0].kind == "UNKNOWN" for place in lexed.places):
        return frozenset()
    kinds = [kind for kind in (*_LEXICAL, *_keyword_kinds(lang)) if _is_beginning(lexed, kind, len(text))]
    return frozenset([*kinds, "$END"] if lexed.places and _is_sentence(lexed) else kinds)


def keywords(kinds: frozenset[str], lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return the words of the language of some kinds: (word, kind), the usual word of a kind first."""
    return tuple((word, kind) for word, entries in KEYWORDS[lang].items() for kind, _ in entries if kind in kinds)


@cache
def _keyword_kinds(lang: Lang) -> tuple[str, ...]:
    kinds = dict.fromkeys(kind for entries in KEYWORDS[lang].values() for kind, _ in entries)
    return tuple(kind for kind in kinds if kind not in _NEVER)


def _is_beginning(lexed: Lexed, kind: str, end: int) -> bool:
    """Tell whether a sentence may begin with the words and one more of a kind."""
    word = next((word for word, found in keywords(frozenset({kind}), lexed.lang) if found == kind), "")
    more = replace(lexed, places=(*lexed.places, (Token(kind, word, Span(end, end), word),)))
    return any(_feeds(arranged.tokens, lexed.lang, whole=False) for arranged, _ in choices("", more, []))


def _is_sentence(lexed: Lexed) -> bool:
    return any(_feeds(arranged.tokens, lexed.lang, whole=True) for arranged, _ in choices("", lexed, []))


def _feeds(tokens: Sequence[Token], lang: Lang, *, whole: bool) -> bool:
    interactive = parser(lang).parse_interactive()
    try:
        for token in tokens:
            interactive.feed_token(LarkToken(token.kind, token))
        if whole:
            interactive.feed_eof()  # type: ignore[no-untyped-call]
    except (UnexpectedInput, VisitError, MixedConjunctionError, DanglingError, SaidTwiceError):
        return False
    return True
