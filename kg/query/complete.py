"""The beginning of a question in; what may follow it, by grammar and by class, the likeliest first, out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kg.base.errors import QuestionError
from kg.language.follow import follow, keywords
from kg.language.language_of import Lang, language_of
from kg.language.lex import lex
from kg.lexicon.fold import is_han, squeeze
from kg.lexicon.lexicon import Lexicon, Meaning, Word
from kg.pack.pack import Pack
from kg.query.definition import Definition
from kg.query.phrase import Speaker
from kg.query.query import Query
from kg.query.understand import understand

#: So many words, or Chinese characters, at the end may be the beginning of the next word.
_WORDS, _CHARACTERS = 4, 8
#: The codes of a sentence that lacks only its end, or that a name still has to be chosen in.
_OPEN = ("Q003", "N002")

#: Those of a sentence whose words may still come to mean something with more of them.
_UNFINISHED = ("M005", "M006")

Kind = Literal["name", "class", "noun", "adjective", "verb", "word", "limit"]
#: With nothing typed, a name of which nothing is known is the least likely of all.
_ORDER: dict[Kind, int] = {"class": 1, "noun": 2, "verb": 3, "adjective": 4, "word": 5, "limit": 6, "name": 7}
#: The words that a question is begun with.
_OPENINGS = frozenset(("WHO WHAT WHICH HOWMANY DO BE LIST DESCRIBE COMPARE ASKABLE WHETHER").split())
#: What limits a whole question; it may follow wherever the question may end.
_LIMITS: dict[Lang, tuple[str, ...]] = {
    "en": (", only facts", ", excluding rumours", ", directly", ", as of", ", since"),
    "zh": (",仅事实", ",不含传闻", ",直接", ",截至"),
}


class Completion(Struct, frozen=True):
    """A text that may stand from ``start`` on; ``answers`` when the question is known to have answers with it."""

    text: str
    start: int
    kind: Kind
    note: str = ""
    answers: bool = False
    rank: int = 0


#: Given a whole question in which a name stands for others: the names with which it has answers, each with its
#: rank, the likeliest lowest; None when they are not known.
Documented = Callable[[Query, str], "Mapping[str, int] | None"]


def complete(
    text: str,
    pack: Pack,
    lexicon: Lexicon,
    *,
    documented: Documented = lambda query, name: None,
    definitions: tuple[Definition, ...] = (),
    limit: int = 20,
    seconds: float = 0.5,
) -> tuple[Completion, ...]:
    """Return at most ``limit`` completions: the longest beginning of a word first, then names, nouns, verbs, words."""
    lang = language_of(text)
    found: dict[str, Completion] = {}
    deadline = time.monotonic() + seconds
    for start in _starts(text, lang):
        place = _Place(text[:start], text[start:], pack, lexicon, lang, documented, deadline, definitions)
        for one in place.completions():
            found.setdefault(one.text, one)
        if len(found) >= limit:
            break
    return _mixed(tuple(found.values()), limit)


def _mixed(found: tuple[Completion, ...], limit: int) -> tuple[Completion, ...]:
    """Keep the first ones, a third of the places for what is no name."""
    if len(found) <= limit:
        return found
    names = [one for one in found if one.kind == "name"]
    others = [one for one in found if one.kind != "name"][: max(limit // 3, limit - len(names))]
    kept = {one.text for one in (*names[: limit - len(others)], *others)}
    return tuple(one for one in found if one.text in kept)


def _starts(text: str, lang: Lang) -> Iterator[int]:
    """Yield where the word that is being typed may begin, the longest first; the end of the text last."""
    if lang == "zh" and not text[-1:].isspace():
        yield from range(max(0, len(text) - _CHARACTERS), len(text))
        yield len(text)
        return
    if not text or text[-1].isspace():
        yield len(text)
        return
    words = [
        index for index in range(len(text)) if not text[index].isspace() and (not index or text[index - 1].isspace())
    ]
    yield from words[-_WORDS:]


class _Place(Struct, frozen=True, dict=True):
    """A place in a text: what stands before it, and the beginning of the word that is being typed there."""

    head: str
    typed: str
    pack: Pack
    lexicon: Lexicon
    lang: Lang
    documented: Documented
    deadline: float
    definitions: tuple[Definition, ...] = ()

    def completions(self) -> Iterator[Completion]:
        """Yield what may stand here, ordered."""
        if not self.kinds:
            return
        found = [*self._nouns(), *self._verbs(), *self._words(), *self._limits()]
        yield from sorted((one for one in found if one.text != self.typed), key=self._rank)

    def _rank(self, one: Completion) -> tuple[bool, int, int, int]:
        if self.typed:
            begins = squeeze(one.text, self.lexicon.simplified).startswith(self.key)
            return not one.answers, int(not begins), one.rank, len(one.text)
        return not one.answers, one.rank if one.answers else _ORDER[one.kind], 0, 0

    @cached_property
    def _after_noun(self) -> bool:
        """Whether nothing is typed behind a noun: what follows is seldom one more."""
        places = lex(self.head, self.lexicon, self.lang).places
        return not self.typed and bool(places) and places[-1][0].kind == "N"

    @cached_property
    def kinds(self) -> frozenset[str]:
        return follow(self.head, self.lexicon, self.lang)

    @cached_property
    def key(self) -> str:
        return squeeze(self.typed, self.lexicon.simplified)

    @cached_property
    def speaker(self) -> Speaker:
        return Speaker(self.pack, self.lexicon, self.lang)

    def _means(self, word: str, then: str = "") -> Query | str:
        """Return what the question means with a word here, or the code of what is wrong with it."""
        gap = "" if self.lang == "zh" else " "
        text = gap.join((self.head.rstrip(), word, then))
        try:
            return understand(text, self.pack, self.lexicon, self.lang, definitions=self.definitions).query
        except QuestionError as error:
            return error.diagnostics[0].code

    def _fits(self, word: str) -> bool:
        """Tell whether a question may begin so: it is one, or it lacks only its end."""
        meant = self._means(word) if time.monotonic() < self.deadline else ""
        return not isinstance(meant, str) or not meant or meant in (*_OPEN, *_UNFINISHED)

    def _with_name(self, name: str) -> Query | bool:
        """Return what the question means with a name here, ended with a verb where it lacks one; false for nothing."""
        meant = self._means(name)
        if isinstance(meant, Query):
            return meant
        if meant == "N002":
            return True
        for verb in self._frame_verbs if meant == "Q003" else ():
            if time.monotonic() > self.deadline:
                return True
            ended = self._means(name, verb)
            if isinstance(ended, Query):
                return ended
        return False

    @cached_property
    def _frame_verbs(self) -> tuple[str, ...]:
        """The usual verb of each frame, in the order of the ontology."""
        verbs: dict[str, str] = {}
        for pattern in self.lexicon.verbs:
            if pattern.lang == self.lang and pattern.verb:
                verbs.setdefault(pattern.frame, pattern.verb)
        return tuple(dict.fromkeys(verbs.values()))

    def _completion(self, text: str, kind: Kind, note: str = "") -> Completion:
        return Completion(text, len(self.head), kind, note)

    # ---------------------------------------------------------------- names and nouns

    def _nouns(self) -> Iterator[Completion]:
        if not self.kinds & {"N", "ADJ"} or self._after_noun or not (self.head.strip() or self.typed):
            return
        by_class: dict[str, list[str]] = {}
        for meaning in self._typed(("thing",)):
            by_class.setdefault(meaning.slot, []).append(meaning.id)
        for cls, things in by_class.items():
            yield from self._names(cls, list(dict.fromkeys(things)))
        for meaning in self._typed(("class",)):
            text = self.speaker.cls(meaning.id)
            if self._fits(text):
                yield self._completion(text, "class")
        done: set[tuple[str, str]] = set()
        for meaning in self._typed(("role",)):
            pattern = self.lexicon.nouns[int(meaning.id)]
            if pattern.lang != self.lang or (not self.typed and (pattern.frame, pattern.asks) in done):
                continue
            done.add((pattern.frame, pattern.asks))
            text = self.lexicon.plurals.get(pattern.noun, pattern.noun) if meaning.plural else pattern.noun
            if text and self._fits(text):
                yield self._completion(text, "noun")
        for meaning in self._typed(("choice",)) if self.typed else ():
            yield from self._measures(meaning)
        for meaning in self._typed(("adjective",)) if "ADJ" in self.kinds else ():
            for adjective in self.pack.things[meaning.id].adjectives.get(self.lang, ())[:1]:
                yield self._completion(adjective, "adjective")

    def _measures(self, meaning: Meaning) -> Iterator[Completion]:
        for choice in self.pack.frames[meaning.frame].qualifier(meaning.slot).choices:
            if choice.id == meaning.id and choice.units:
                yield self._completion(self.speaker.words(choice.names).label, "noun")

    def _names(self, cls: str, things: list[str]) -> Iterator[Completion]:
        """Yield the names of one class: all that lead to answers where that is known, else all of them."""
        meant = self._with_name(self.speaker.name(things[0]))
        if not meant:
            return
        known = self.documented(meant, things[0]) if isinstance(meant, Query) else None
        note = self.speaker.cls(self.pack.classes[cls].kinds_of or cls, plural=False)
        for id in sorted(things, key=self.speaker.name):
            if known is None:
                yield self._completion(self.speaker.name(id), "name", note)
            elif id in known:
                yield replace(self._completion(self.speaker.name(id), "name", note), answers=True, rank=known[id])

    def _typed(self, kinds: Iterable[str]) -> list[Meaning]:
        """Return the meanings of the words of the lexicon that begin as what is typed, each once, as the pack has them."""
        wanted = set(kinds)
        found = {meaning for word in self._begun for meaning in word.meanings if meaning.kind in wanted}
        return sorted(found, key=self._place_in_pack)

    @cached_property
    def _begun(self) -> tuple[Word, ...]:
        """The words of the lexicon that begin as what is typed."""
        return tuple(word for _, word in self.lexicon.entries(self.key))

    def _place_in_pack(self, meaning: Meaning) -> tuple[int, str, bool]:
        match meaning.kind:
            case "role":
                return int(meaning.id), "", meaning.plural
            case "class":
                return list(self.pack.classes).index(meaning.id), "", meaning.plural
            case _:
                return list(self.pack.frames).index(meaning.frame) if meaning.frame else 0, meaning.id, meaning.plural

    # ---------------------------------------------------------------- verbs and words of the language

    def _verbs(self) -> Iterator[Completion]:
        if not self.kinds & {"V", "VD", "VG"}:
            return
        found: dict[str, int] = {}
        for word in self._begun:
            verbs = [int(meaning.id) for meaning in word.meanings if meaning.kind == "verb"]
            if verbs and self._speaks(word.shown) and self._usual(word.shown, verbs):
                found.setdefault(word.shown, min(verbs))
        done: set[tuple[str, str | None]] = set()
        for text in sorted(found, key=lambda text: (found[text], text)):
            pattern = self.lexicon.verbs[found[text]]
            if (self.typed or (pattern.frame, pattern.subject) not in done) and self._fits(text):
                done.add((pattern.frame, pattern.subject))
                yield self._completion(text, "verb")

    def _speaks(self, text: str) -> bool:
        return any(map(is_han, text)) == (self.lang == "zh")

    def _usual(self, text: str, verbs: list[int]) -> bool:
        """Whether a form of a verb is worth offering: with nothing typed, only the one that its reading has."""
        return bool(self.key) or any(self.lexicon.verbs[index].verb == text for index in verbs)

    def _words(self) -> Iterator[Completion]:
        usual: set[str] = set()
        opening = not (self.head.strip() or self.typed)
        for word, kind in keywords(self.kinds & _OPENINGS if opening else self.kinds, self.lang):
            if not squeeze(word, self.lexicon.simplified).startswith(self.key) or (not self.key and kind in usual):
                continue
            if self._fits(word):
                usual.add(kind)
                yield self._completion(word, "word")

    def _limits(self) -> Iterator[Completion]:
        if "$END" in self.kinds and self.head.strip() and not self.typed and isinstance(self._means(""), Query):
            for text in _LIMITS[self.lang]:
                yield self._completion(text, "limit")
