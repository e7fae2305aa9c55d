"""Question text in, tokens out: at each place the longest word of the lexicon, the language or a literal.

Fillers ("please", 请) and articles are read over. What no word matches becomes an UNKNOWN token, so
that the diagnostic can name it. A place where two words of equal length match gives a token with
``also``: the other readings, tried later in order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from kg.base.spans import Span
from kg.language.keywords import KEYWORDS
from kg.language.language_of import Lang, language_of
from kg.language.literals import read_date, read_number
from kg.language.token import Token
from kg.lexicon.fold import POSSESSIVE, Folded, fold, is_han, squeeze
from kg.lexicon.lexicon import Lexicon, Meaning
from kg.lexicon.phrases import QUOTED

_QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』", "《": "》"}
_PUNCTUATION = {",": "COMMA", "，": "COMMA", ";": "COMMA", "；": "COMMA", "、": "COMMA"}
_MARKS = frozenset("?？.。!！:：")
_BRACKETS = {"(": "LPAR", "（": "LPAR", ")": "RPAR", "）": "RPAR"}
_WHICH_SORTS = frozenset({"哪几类", "哪几种", "哪类", "哪种"})
#: So many digits that are a name are meant as one.
_CODE = 5
#: A unit that is written right behind its number.
_LATIN_UNIT = re.compile(r"[A-Za-z]+(?:/[A-Za-z]+)?(?![A-Za-z0-9])")
_CASHTAG = re.compile(r"\$([^$()]{1,40})\(([A-Za-z]{0,6}[:.]?\w{1,8})\)\$")
_EXACT = re.compile(r"\s*\[([^\]]{1,60})\]")
_TIER = re.compile(
    r"(?:tier[\s-]*(\d{1,2}|one|two|three|four|five)|(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)[\s-]tier)(?!\w)"
    r"|第?([一二两三四五六七八九]|\d{1,2})级(?!联|别)",
    re.IGNORECASE,
)
_AT_TIER = re.compile(r"at tier (\d{1,2}) (up|down)stream of(?!\w)", re.IGNORECASE)
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("one first 1st 一", "two second 2nd 二 两", "three third 3rd 三", "four fourth 4th 四", "five fifth 5th 五",
         "六", "七", "八", "九"), 1)
    for word in words.split()
}  # fmt: skip
_IRI = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+)>")
_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)", re.ASCII)

#: Parameter -> the places that its value was read as; each place lists the tokens that may stand there.
Given = Mapping[str, tuple[tuple[Token, ...], ...]]


class Lexed(Struct, frozen=True):
    """Each item lists the tokens that may stand at that place, the preferred one first."""

    lang: Lang
    places: tuple[tuple[Token, ...], ...]


def lex(text: str, lexicon: Lexicon, lang: Lang | None = None, given: Given = MappingProxyType({})) -> Lexed:
    """Split a question into tokens. Never fails: what is no word is an UNKNOWN token.

    A parameter ("$customer") stands for the value that is ``given`` for it, else it is a PARAMETER token.
    """
    language = lang or language_of(text)
    return Lexed(language, tuple(_Scanner(text, lexicon, language, given).scan()))


@cache
def _keywords(lang: Lang) -> dict[str, tuple[tuple[str, str], ...]]:
    """Keywords by squeezed surface."""
    return {squeeze(surface, {}): entries for surface, entries in KEYWORDS[lang].items()}


@cache
def _keyword_reach(lang: Lang) -> int:
    return max(map(len, _keywords(lang)))


class _Scanner:
    """Walks over one text from left to right."""

    def __init__(self, text: str, lexicon: Lexicon, lang: Lang, given: Given) -> None:
        self.text = text
        self.given = given
        self.lexicon = lexicon
        self.lang = lang
        self.folded: Folded = fold(text, lexicon.simplified)
        self.at = {start: index for index, start in reversed(list(enumerate(self.folded.starts)))}
        self.places: list[tuple[Token, ...]] = []

    def scan(self) -> list[tuple[Token, ...]]:
        index = 0
        while index < len(self.folded.chars):
            index = self._step(index)
        self._sorts_asked()
        return [self._noun_first(index) for index in range(len(self.places))]

    def _sorts_asked(self) -> None:
        """光模块有哪几类 asks for its 种类, where the graph has a word for it."""
        last = self.places[-1][0] if self.places else None
        if last is None or last.kind != "WHICH" or last.text not in _WHICH_SORTS:
            return
        found = self.lexicon.look_up(squeeze("种类", self.lexicon.simplified))
        roles = tuple(meaning for meaning in found if meaning.kind == "role")
        if roles:
            self.places.append((Token("N", "种类", Span(last.span.end, last.span.end), "", roles),))

    def _noun_first(self, index: int) -> tuple[Token, ...]:
        """Of a word that is adjective and name (中国), put the name first where no noun follows."""
        place = self.places[index]
        kinds = [token.kind for token in place]
        after = self.places[index + 1] if index + 1 < len(self.places) else ()
        if {"ADJ", "N"} <= set(kinds) and self._coordinated(index):
            return place
        if {"ADJ", "N"} <= set(kinds) and not any(token.kind in ("ADJ", "N", "NUM", "OPEN") for token in after):
            return tuple(sorted(place, key=lambda token: token.kind == "ADJ"))
        return place

    def _coordinated(self, index: int) -> bool:
        """Whether a word is one of several adjectives before a noun: 中国和台湾的公司."""
        first = last = index
        while first >= 2 and self._joins_adjectives(first - 1):
            first -= 2
        while self._joins_adjectives(last + 1):
            last += 2
        behind = last + 1
        if behind < len(self.places) and self.places[behind][0].kind == "DE":
            behind += 1
        return first < last and behind < len(self.places) and self._kinds(behind) & {"N", "NUM"} != set()

    def _joins_adjectives(self, index: int) -> bool:
        """Whether "and", "or" or a comma stands at a place, with adjectives on both sides."""
        return (
            0 < index < len(self.places) - 1
            and self._kinds(index) & {"AND", "OR", "COMMA"} != set()
            and "ADJ" in self._kinds(index - 1)
            and "ADJ" in self._kinds(index + 1)
        )

    def _kinds(self, index: int) -> set[str]:
        return {token.kind for token in self.places[index]}

    def _step(self, index: int) -> int:
        start = self.folded.starts[index]
        char = self.text[start]
        if self.folded.chars[index] == POSSESSIVE:
            return self._put(index, index + 1, "POSS")
        for read in (self._quoted, self._iri, self._tagged, self._tier, self._word_or_literal):
            end = read(index, start)
            if end > index:
                return end
        if char in _PUNCTUATION:
            return self._put(index, index + 1, _PUNCTUATION[char])
        if char in _BRACKETS:
            return self._put(index, index + 1, _BRACKETS[char])
        if char in _MARKS:
            return index + 1
        return self._unknown(index)

    def _after(self, offset: int) -> int:
        """Return the squeezed position at or behind a text offset."""
        index = len(self.folded.starts)
        while index and self.folded.starts[index - 1] >= offset:
            index -= 1
        return index

    def _put(self, index: int, end: int, kind: str, word: str = "", meanings: tuple[Meaning, ...] = ()) -> int:
        span = self._span(index, end)
        self.places.append((Token(kind, span.of(self.text), span, word, meanings),))
        return end

    def _span(self, index: int, end: int) -> Span:
        return Span(self.folded.starts[index], self.folded.ends[end - 1])

    def _quoted(self, index: int, start: int) -> int:
        closing = _QUOTES.get(self.text[start])
        stop = self.text.find(closing, start + 1) if closing else -1
        if stop < 0:
            return index
        return self._named(start, stop + 1, self.text[start + 1 : stop])

    def _iri(self, index: int, start: int) -> int:
        """Read "<http://…>": the very thing, class or property, whatever it is called."""
        match = _IRI.match(self.text, start)
        if match is None:
            return index
        span = Span(start, match.end())
        id = match[1].removeprefix(self.lexicon.namespace) if self.lexicon.namespace else match[1]
        for key in (id, match[1]):
            found = self.lexicon.look_up(squeeze(key, self.lexicon.simplified))
            meanings = tuple(m for m in found if m.kind != "thing" or m.id == id)
            if meanings:
                self.places.append(tuple(self._by_kind(match[1], span, meanings)))
                return self._after(match.end())
        self.places.append((Token("UNKNOWN", match[0], span),))
        return self._after(match.end())

    def _tagged(self, index: int, start: int) -> int:
        if self.text[start] != "$":
            return index
        if match := _CASHTAG.match(self.text, start):
            for name in (match[2], match[1]):
                if any(
                    meaning.kind == "thing" for meaning in self.lexicon.look_up(squeeze(name, self.lexicon.simplified))
                ):
                    return self._named(start, match.end(), name)
            return self._named(start, match.end(), match[1])
        if match := _PARAMETER.match(self.text, start):
            return self._parameter(match[1], Span(start, match.end()))
        return index

    def _parameter(self, name: str, span: Span) -> int:
        """Read "$customer": the words of its value, at the place of the parameter; "$NVDA" is a ticker."""
        if name not in self.given and name.isupper() and self.lexicon.look_up(squeeze(name, {})):
            return self._named(span.start, span.end, name)
        unset = ((Token("PARAMETER", span.of(self.text), span, name),),)
        for place in self.given.get(name, unset):
            self.places.append(tuple(replace(token, span=span) for token in place))
        return self._after(span.end)

    def _tier(self, index: int, start: int) -> int:
        """Read "tier 2", "second-tier", 二级, and "at tier 2 upstream of"."""
        if index not in self.folded.breaks or not (index == 0 or self._edge(start)):
            return index
        if match := _AT_TIER.match(self.text, start):
            span = Span(start, match.end())
            self.places.append((Token("VD", match[0], span, f"{match[2].lower()}stream {match[1]}"),))
            return self._after(match.end())
        match = _TIER.match(self.text, start)
        if match is None or self._longest_word(index) >= self._after(match.end()):
            return index
        word = next(filter(None, match.groups())).lower()
        span = Span(start, match.end())
        number = float(_ORDINALS.get(word) or word)
        self.places.append((Token("TIER", match[0], span, value=number),))
        return self._after(match.end())

    def _named(self, start: int, stop: int, name: str) -> int:
        key = squeeze(name, self.lexicon.simplified)
        meanings = (*self.lexicon.look_up(QUOTED + key), *self.lexicon.look_up(key))
        span = Span(start, stop)
        if match := _EXACT.match(self.text, stop):
            chosen = exact(meanings, match[1], self.lexicon)
            if chosen:
                self.places.append((Token("N", name, Span(start, match.end()), match[1], chosen),))
                return self._after(match.end())
        self.places.append(tuple(self._by_kind(name, span, meanings)) or (Token("UNKNOWN", name, span),))
        return self._after(stop)

    def _word_or_literal(self, index: int, start: int) -> int:
        name_end = self._longest_word(index, cited=bool(self.places) and self.places[-1][0].kind == "ACCORDING")
        keyword_end = self._longest_keyword(index)
        literal = read_date(self.text, start) or read_number(self.text, start)
        literal_end = self._after(literal.end) if literal and self._edge(literal.end) else index
        end = max(name_end, keyword_end, literal_end)
        unit = self._glued_unit(literal.end) if literal and end < self._after(literal.end) else None
        if literal and unit is not None:
            span = Span(start, literal.end)
            self.places += [(Token("NUM", span.of(self.text), span, "", (), literal.value),), (unit,)]
            return self._after(unit.span.end)
        if end == index:
            return index
        span = self._span(index, end)
        found: list[Token] = []
        if literal and literal_end == end:
            is_date = not isinstance(literal.value, float)
            kind = "DATE" if is_date else "PART" if literal.part else "NUM"
            found.append(Token(kind, span.of(self.text), span, "", (), literal.value))
            if is_date and span.of(self.text).isdecimal():  # 2000 is a year, and a number too
                found.append(Token("NUM", span.of(self.text), span, "", (), float(span.of(self.text))))
        if keyword_end == end:
            entries = _keywords(self.lang)[self.folded.chars[index:end]]
            found += [Token(kind, span.of(self.text), span, word) for kind, word in entries]
        if name_end == end:
            meanings = self.lexicon.look_up(self.folded.chars[index:end])
            named = self._lexical(span, meanings)
            if any(token.kind == "N" for token in named):  # the pack's own noun comes before one of the language
                found = [token for token in found if token.kind != "N"]
            code = literal_end == end and span.of(self.text).isdecimal() and len(span.of(self.text)) >= _CODE
            found = [*named, *found] if code else [*found, *named]  # the code of a share is no count
            if any(token.kind == "MOST" and token.meanings for token in found):  # it says by which measure
                found = [token for token in found if token.kind not in ("MOST", "LEAST") or token.meanings]
            span, end = found[-1].span, max(end, self._after(found[-1].span.end))
        before = self.places[-1][0].kind if self.places else ""
        before = "N" if self.places and self.places[-1][0].word == "with" else before
        joined = before == "AND" or (before in ("N", "COMMA") and span.of(self.text).lower() in ("its", "their"))
        if joined or not (len(found) == 1 and found[0].kind == "FILLER"):
            self.places.append(tuple(found))
        return end

    def _glued_unit(self, offset: int) -> Token | None:
        """Return the unit that stands right behind a number: "80GB", 100kW; None where another word begins there."""
        match = _LATIN_UNIT.match(self.text, offset)
        if match is None:
            return None
        meanings = self.lexicon.look_up(squeeze(match[0], self.lexicon.simplified))
        units = tuple(meaning for meaning in meanings if meaning.kind == "unit")
        return Token("UNIT", match[0], Span(offset, match.end()), "", units) if units else None

    def _edge(self, offset: int) -> bool:
        """A literal may not end inside a Latin word ("72" of "72x")."""
        before, after = self.text[offset - 1 : offset], self.text[offset : offset + 1]
        return not (after.isascii() and after.isalpha() and before.isascii() and before.isalnum())

    def _longest_word(self, index: int, *, cited: bool = False) -> int:
        """Return where the longest word ends; documents are words behind "according to" only."""
        if index not in self.folded.breaks:
            return index
        for word in reversed(self.lexicon.beginnings(self.folded.chars[index:])):
            end = index + len(word)
            fits = end in self.folded.breaks and self._joined(index, end)
            if fits and (cited or not self._no_word_here(index, end)):
                return end
        return index

    def _no_word_here(self, index: int, end: int) -> bool:
        """Documents stand behind "according to" only; a unit that is a classifier with a noun (家公司)
        is read as the two."""
        kinds = {m.kind for m in self.lexicon.look_up(self.folded.chars[index:end])}
        classified = end - index > 1 and is_han(self.folded.chars[index]) and self._longest_keyword(index) == index + 1
        owned = bool(self.places) and self.places[-1][0].kind == "DE" and self.folded.chars[end - 1] in "是为"
        owned = owned and self.folded.chars[end : end + 1] in tuple("什谁哪多")
        if owned and kinds == {"verb"}:  # …的最高点是什么: behind 的 stands a noun
            return True
        return kinds == {"source"} or (kinds <= {"unit", "source"} and classified)

    def _longest_keyword(self, index: int) -> int:
        chars, breaks, keywords = self.folded.chars, self.folded.breaks, _keywords(self.lang)
        if index not in breaks:
            return index
        for end in range(min(len(chars), index + _keyword_reach(self.lang)), index, -1):
            if end in breaks and chars[index:end] in keywords and self._joined(index, end):
                if keywords[chars[index:end]][0][0] == "GOTHROUGH" and not self._speaks_of_paths():
                    continue  # a river runs through a state by a verb of the graph
                return end
        return index

    def _speaks_of_paths(self) -> bool:
        return any(t.kind == "PATH" or t.word.startswith("path") for place in self.places for t in place)

    def _joined(self, index: int, end: int) -> bool:
        """A word of up to three Latin letters may not be put together across a separator ("in p")."""
        short = end - index <= 3 and self.folded.chars[index:end].isascii()
        return not (short and any(place in self.folded.joins for place in range(index + 1, end)))

    def _lexical(self, span: Span, meanings: tuple[Meaning, ...]) -> list[Token]:
        """Return the readings of a lexicon word: as noun, verb, adjective or unit."""
        text = span.of(self.text)
        if match := _EXACT.match(self.text, span.end):
            chosen = exact(meanings, match[1], self.lexicon)
            if chosen:
                return [Token("N", text, Span(span.start, match.end()), match[1], chosen)]
        return self._by_kind(text, span, meanings)

    def _by_kind(self, text: str, span: Span, meanings: tuple[Meaning, ...]) -> list[Token]:
        """Return one token for each part of speech that meanings have, the preferred one first."""
        kinds: dict[str, list[Meaning]] = {}
        for meaning in meanings:
            kinds.setdefault(_terminal(meaning), []).append(meaning)
        if not (self.places and self.places[-1][0].kind in ("NUM", "PART")) and len(kinds) > 1:
            kinds.pop("UNIT", None)
        if "SOURCE" in kinds and not (self.places and self.places[-1][0].kind == "ACCORDING"):
            kinds.pop("SOURCE")
        elif "SOURCE" in kinds:
            kinds = {"N": kinds["SOURCE"]}
        order = ["MOST", "ADJ", "N", "V", "VD", "VG", "UNIT"]
        return [Token(kind, text, span, "", tuple(kinds[kind])) for kind in sorted(kinds, key=order.index)]

    def _unknown(self, index: int) -> int:
        end = index + 1
        chars, breaks = self.folded.chars, self.folded.breaks
        while end < len(chars) and end not in breaks:
            end += 1
        if is_han(chars[index]):
            while (
                end < len(chars) and is_han(chars[end]) and self._longest_word(end) == end == self._longest_keyword(end)
            ):
                end += 1
        return self._put(index, end, "UNKNOWN")


def exact(meanings: tuple[Meaning, ...], note: str, lexicon: Lexicon) -> tuple[Meaning, ...]:
    """Keep the meanings that "[note]" selects: the id of the thing or of its class, any case."""
    wanted = squeeze(note, lexicon.simplified)
    return tuple(meaning for meaning in meanings if squeeze(meaning.id, lexicon.simplified) == wanted)


def _terminal(meaning: Meaning) -> str:
    match meaning.kind:
        case "choice" if meaning.form == "superlative":
            return "MOST"
        case "verb" | "definition" if meaning.form:
            return {"past": "VD", "linked": "VD", "gerund": "VG"}.get(meaning.form, "V")
        case "adjective":
            return "ADJ"
        case "unit":
            return "UNIT"
        case "source":
            return "SOURCE"
        case _:
            return "N"
