"""An article in; the things of a lexicon that it names, each with its place, and the tickers that nobody knows, out."""

from __future__ import annotations

import re

from msgspec import Struct

from kg.base.spans import Span
from kg.lexicon.fold import Folded, fold, is_han, squeeze
from kg.lexicon.lexicon import Lexicon

#: $中际旭创(SZ300308)$, and $NVDA as English texts write it.
_CASHTAG = re.compile(
    r"\$(?P<name>[^$()（）\n]{1,40})[(（](?P<code>[A-Za-z]{0,6}[:.]?\w{1,8})[)）]\$|\$(?P<bare>[A-Z]{1,6})\b"
)


class Mention(Struct, frozen=True):
    """A name in a text and the things that it may mean: several when it is ambiguous."""

    text: str
    span: Span
    things: tuple[str, ...]


class Cashtag(Struct, frozen=True):
    """A ticker in a text that the lexicon does not know; ``name`` is empty when the text gives the code alone."""

    text: str
    span: Span
    name: str
    code: str


class Mentions(Struct, frozen=True):
    """What a text names, in the order of the text."""

    known: tuple[Mention, ...]
    unknown: tuple[Cashtag, ...]


def find_mentions(text: str, lexicon: Lexicon) -> Mentions:
    """Find every label, alias and ticker of a thing: the longest at each place, in any language or script.

    A cashtag is one mention, of what its code and its name both mean; it is ambiguous where they disagree.
    """
    known: list[Mention] = []
    unknown: list[Cashtag] = []
    at = 0
    for match in _CASHTAG.finditer(text):
        known += _named(text, at, match.start(), lexicon)
        things = _tagged(match, lexicon)
        span = Span(match.start(), match.end())
        if things:
            known.append(Mention(match[0], span, things))
        else:
            unknown.append(Cashtag(match[0], span, match["name"] or "", match["code"] or match["bare"]))
        at = match.end()
    known += _named(text, at, len(text), lexicon)
    return Mentions(tuple(known), tuple(unknown))


def _tagged(match: re.Match[str], lexicon: Lexicon) -> tuple[str, ...]:
    by_code = _things(match["code"] or match["bare"], lexicon)
    by_name = _things(match["name"] or "", lexicon)
    both = tuple(thing for thing in by_code if thing in by_name)
    return both or tuple(dict.fromkeys((*by_code, *by_name)))


def _things(surface: str, lexicon: Lexicon) -> tuple[str, ...]:
    return _meant(squeeze(surface, lexicon.simplified), lexicon)


def _meant(key: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(dict.fromkeys(meaning.id for meaning in lexicon.look_up(key) if meaning.kind == "thing"))


def _named(text: str, start: int, stop: int, lexicon: Lexicon) -> list[Mention]:
    """Return the mentions between two places of the text."""
    part = text[start:stop]
    folded = fold(part, lexicon.simplified)
    found: list[Mention] = []
    index = 0
    while index < len(folded.chars):
        end = _longest(folded, index, part, lexicon)
        if end > index:
            span = Span(start + folded.starts[index], start + folded.ends[end - 1])
            found.append(Mention(span.of(text), span, _meant(folded.chars[index:end], lexicon)))
        index = max(end, index + 1)
    return found


def _longest(folded: Folded, index: int, text: str, lexicon: Lexicon) -> int:
    """Return where the longest name that begins here ends; ``index`` itself when none does."""
    chars = folded.chars
    if index not in folded.breaks:
        return index
    for word in reversed(lexicon.beginnings(chars[index:])):
        end = index + len(word)
        if end in folded.breaks and _meant(chars[index:end], lexicon) and _is_name(folded, index, end, text):
            return end
    return index


def _is_name(folded: Folded, index: int, end: int, text: str) -> bool:
    """Tell a name from other words that are spelled so: it is on one line, short ones are not put together
    across a separator, and short Latin ones are not small letters amid Latin ones ("us", "arm")."""
    surface = text[folded.starts[index] : folded.ends[end - 1]]
    if "\n" in surface:
        return False
    if end - index > 3 or not surface.isascii():
        return True
    joined = any(place in folded.joins for place in range(index + 1, end))
    amid = text[max(0, folded.starts[index] - 2) : folded.ends[end - 1] + 2]
    return not joined and (not surface.islower() or any(map(is_han, amid)))
