"""A lexicon and a text in; the words and names that contain the text, with what they mean, out."""

from __future__ import annotations

from msgspec import Struct

from kg.lexicon.fold import squeeze
from kg.lexicon.lexicon import Lexicon, Meaning
from kg.pack.pack import Pack


class Entry(Struct, frozen=True):
    """A word as it can be typed, what it is (thing, class, verb ...), and what it names: an id, or its frame and role."""

    text: str
    kind: str
    id: str
    cls: str = ""


def entries(lexicon: Lexicon, pack: Pack, text: str = "") -> tuple[Entry, ...]:
    """List the words that contain ``text`` in any spelling, ordered as text; each meaning once a word."""
    wanted = squeeze(text, lexicon.simplified)
    found = {
        meant(word.shown, meaning, lexicon, pack)
        for key, word in lexicon.entries()
        if wanted in key
        for meaning in word.meanings
    }
    return tuple(sorted(found, key=lambda entry: (entry.text.casefold(), entry.kind, entry.id)))


def named(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """Return the ids of the things that a text names, in any spelling."""
    meanings = lexicon.look_up(squeeze(text, lexicon.simplified))
    return tuple(dict.fromkeys(meaning.id for meaning in meanings if meaning.kind == "thing"))


def meant(text: str, meaning: Meaning, lexicon: Lexicon, pack: Pack) -> Entry:
    """Return one meaning of a word, as it is listed."""
    match meaning.kind:
        case "thing":
            return Entry(text, "thing", meaning.id, pack.things[meaning.id].cls)
        case "verb":
            return Entry(text, "verb", lexicon.verbs[int(meaning.id)].frame)
        case "role":
            pattern = lexicon.nouns[int(meaning.id)]
            return Entry(text, "role", f"{pattern.frame}.{pattern.asks}")
        case "qualifier":
            return Entry(text, "qualifier", f"{meaning.frame}.{meaning.slot}")
        case "choice":
            return Entry(text, "choice", f"{meaning.frame}.{meaning.slot}.{meaning.id}")
        case _:
            return Entry(text, meaning.kind, meaning.id)
