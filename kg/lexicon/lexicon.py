"""The lexicon: folded words -> what they may mean. Built once a pack and cached."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from marisa_trie import BytesTrie, Trie
from msgspec import Struct, field
from msgspec.msgpack import Decoder, decode, encode

#: thing      a named thing (``id``, ``slot`` = its class)            class    a class word (``id``)
#: role       a noun for a role (``id`` = index of the noun pattern)
#: verb       a verb (``id`` = index of the verb pattern, ``form``)
#: choice     a value of a choice qualifier (``id``; ``frame``, ``slot`` = qualifier)
#: qualifier  a qualifier by name (``frame``, ``slot``)      unit      a unit of measure (``id``)
#: adjective  restricts by a thing (``id``)             source    a document (``id``)
#: definition a word of the user's own (``id`` = index of the definition; a verb has a ``form``)
MeaningKind = Literal[
    "thing", "class", "role", "verb", "choice", "qualifier", "unit", "adjective", "source", "definition"
]

#: finite: supply, supplies; past: supplied (also the participle); gerund: supplying; plain: Chinese.
#: dated: of a measure that is a year, the participle of what was done then ("built").
#: linked: a participle that wants a form of be ("based"), or stands behind a noun.
#: superlative: of a measure, "biggest" for the most of it.
VerbForm = Literal["", "finite", "past", "linked", "gerund", "plain", "superlative", "dated"]


class Meaning(Struct, frozen=True, array_like=True):
    """One thing that a word may mean; which fields count depends on ``kind``."""

    kind: MeaningKind
    id: str
    frame: str = ""
    slot: str = ""
    form: VerbForm = ""
    plural: bool = False


class VerbPattern(Struct, frozen=True):
    """A verb reading taken apart: which role stands where.

    ``subject`` the role before the verb; ``object`` the bare role after it (None: none);
    ``marked`` (marker, role) pairs, the markers being prepositions or coverbs ("to", "给");
    ``linked`` true when the verb needs a form of be ("is used in"): its participle alone is the word.
    ``roles`` in the order of the text.
    """

    frame: str
    lang: str
    verb: str
    subject: str | None
    object: str | None
    marked: tuple[tuple[str, str], ...]
    roles: tuple[str, ...]
    linked: bool = False
    fixes: tuple[tuple[str, str], ...] = ()
    #: index of the reading in the frame: the first of a language is the canonical one.
    rank: int = 0


class NounPattern(Struct, frozen=True):
    """A noun reading taken apart: ``supplier of {item}`` asks ``supplier``, gives "of" -> item."""

    frame: str
    lang: str
    noun: str
    asks: str
    marked: tuple[tuple[str, str], ...] = ()
    fixes: tuple[tuple[str, str], ...] = ()
    rank: int = 0
    #: Whether the noun by itself may stand for the class that fills the role.
    alone: bool = True


class Word(Struct, frozen=True, array_like=True):
    """A word as it is written ("NVIDIA"), and all that it may mean."""

    shown: str
    meanings: tuple[Meaning, ...]


class ForUnknown(Struct, frozen=True):
    """What an unknown word is compared with: words and sounds from their ends, words by sound, and the syllables."""

    turned: Trie
    sounds: BytesTrie
    sounds_turned: Trie
    syllables: dict[str, str]


class Lexicon(Struct, frozen=True, dict=True):
    """All words of a pack, keyed by their squeezed, folded surface (see fold.py).

    Names may be many: they are kept in tries (marisa-trie), which are opened without reading them, and which give all
    words that a text begins with in one step. The fields hold the bytes of the tries.
    """

    #: surface -> Word, as bytes
    words: bytes
    #: every surface from its end to its start
    turned: bytes
    #: the sound of each Chinese surface (see sound) -> the surface
    sounds: bytes
    #: every sound from its end to its start
    sounds_turned: bytes
    #: Chinese character -> its syllable, as bytes
    syllables: bytes
    verbs: tuple[VerbPattern, ...]
    nouns: tuple[NounPattern, ...]
    #: traditional character -> simplified
    simplified: dict[str, str]
    #: English noun -> its plural
    plurals: dict[str, str]
    #: What ids of things leave out of their IRIs.
    namespace: str = ""
    #: Words beside those of the pack: surface -> Word.
    added: dict[str, Word] = field(default_factory=dict)

    def look_up(self, surface: str) -> tuple[Meaning, ...]:
        """Return the meanings of a squeezed, folded surface; empty when it is no word."""
        if self.added and surface in self.added:
            return self.added[surface].meanings
        found = self.trie.get(_storable(surface))
        return read_word(found[0]).meanings if found else ()

    def beginnings(self, text: str) -> list[str]:
        """Return every word that a squeezed, folded text begins with, the shortest first."""
        found: list[str] = self.trie.prefixes(_storable(text))
        if not self.added:
            return found
        return sorted({*found, *(word for word in self.added if text.startswith(word))}, key=len)

    def shown(self, surface: str) -> str:
        """Return how a word is written."""
        return read_word(self.trie[surface][0]).shown

    def entries(self, beginning: str = "") -> Iterator[tuple[str, Word]]:
        """Yield every surface that begins so, with its word."""
        for surface, data in self.trie.iteritems(_storable(beginning)):
            yield surface, read_word(data)
        yield from ((surface, word) for surface, word in self.added.items() if surface.startswith(beginning))

    @cached_property
    def trie(self) -> BytesTrie:
        """The surfaces, with their words."""
        return BytesTrie().frombytes(self.words)

    @cached_property
    def unknown(self) -> ForUnknown:
        """What an unknown word is compared with; opened for the first one."""
        return ForUnknown(
            Trie().frombytes(self.turned),
            BytesTrie().frombytes(self.sounds),
            Trie().frombytes(self.sounds_turned),
            decode(self.syllables, type=dict[str, str]),
        )


def write_word(word: Word) -> bytes:
    """Return a word as the bytes that stand in the trie."""
    return encode(word, enc_hook=str)  # an IRI is written as its text


#: The word of such bytes.
read_word = Decoder(Word).decode


def _storable(text: str) -> str:
    """Return a text up to the first character that no UTF-8 can hold; no word has one."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return text[: error.start]
    return text
