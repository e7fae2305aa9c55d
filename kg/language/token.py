"""Token: a terminal of the grammar with the text, place, meanings and value behind it."""

from __future__ import annotations

from msgspec import Struct

from kg.base.dates import Period
from kg.base.spans import Span
from kg.lexicon.lexicon import Meaning


class Token(Struct, frozen=True):
    """``kind`` is the terminal; ``word`` the canonical word of a keyword ("to" for a preposition);
    ``meanings`` those of a lexicon word; ``value`` the number or period of a literal;
    ``apart`` of an exception, the names that it sets apart."""

    kind: str
    text: str
    span: Span
    word: str = ""
    meanings: tuple[Meaning, ...] = ()
    value: float | Period | None = None
    apart: tuple[Token, ...] = ()

    def retyped(self, kind: str, meanings: tuple[Meaning, ...] | None = None) -> Token:
        """Return the token as another terminal."""
        return Token(kind, self.text, self.span, self.word, self.meanings if meanings is None else meanings, self.value)
