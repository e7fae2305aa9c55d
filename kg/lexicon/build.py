"""Pack in, lexicon out: every label, alias, reading, measure and unit as folded words."""

from __future__ import annotations

import re
from collections import defaultdict

from marisa_trie import BytesTrie, Trie
from msgspec.msgpack import encode

from kg.base.iris import TEXT_CLASS
from kg.lexicon.done_words import done_words
from kg.lexicon.fold import is_han, squeeze
from kg.lexicon.forms import plurals, verb_forms
from kg.lexicon.lexicon import Lexicon, Meaning, NounPattern, VerbPattern, Word, write_word
from kg.lexicon.patterns import noun_pattern, verb_pattern
from kg.lexicon.phrases import QUOTED, phrases
from kg.lexicon.readings_from_names import with_frame_readings
from kg.lexicon.sound import all_syllables, sound
from kg.pack.local_words import local_words
from kg.pack.pack import Frame, Names, NounReading, Pack

#: Verbs that the grammar itself owns; a reading may use them for display ("{subject} has {measure} of {value}").
_STRUCTURAL = frozenset({"", "has", "have", "had", "having", "is", "的", "有", "为", "是"})
#: The longest text that a question is expected to quote, in characters.
_LONGEST = 200
_PARENTHESIS = re.compile(r"\s*[(（][^)）]*[)）]\s*$")


def build_lexicon(pack: Pack) -> Lexicon:
    """Build the lexicon of a pack. Meanings of a word keep the order in which they are found:
    things, classes, roles, verbs, choices, qualifiers, units, adjectives."""
    words = _Words()
    _add_things(words, pack)
    for cls in pack.classes.values():
        words.add_names(cls.names, Meaning("class", cls.id), nouns=True)
        words.add(cls.iri, Meaning("class", cls.id))
    verbs, nouns = _add_readings(words, pack)
    _add_qualifiers(words, pack)
    for source in pack.sources.values():
        for text in dict.fromkeys((source.id, source.publisher, source.author, source.title)):
            words.add(text, Meaning("source", source.id))
    for unit in pack.units.values():
        words.add_names(unit.names, Meaning("unit", unit.id), nouns=False)
        words.add(unit.id, Meaning("unit", unit.id))
    syllables = all_syllables()
    spoken = {key: sound(key, syllables) for key in words.meanings if any(map(is_han, key))}
    return Lexicon(
        BytesTrie((key, words.written(key)) for key in words.meanings).tobytes(),
        Trie(key[::-1] for key in words.meanings).tobytes(),
        BytesTrie((said, key.encode()) for key, said in spoken.items()).tobytes(),
        Trie(said[::-1] for said in spoken.values()).tobytes(),
        encode(syllables),
        verbs,
        nouns,
        words.simplified,
        words.plurals,
        pack.namespace,
    )


class _Words:
    """The words found so far."""

    def __init__(self) -> None:
        self.meanings: defaultdict[str, list[Meaning]] = defaultdict(list)
        self.shown: dict[str, str] = {}
        self.plurals: dict[str, str] = {}
        self.simplified = _simplified_characters()

    def add(self, surface: str, meaning: Meaning) -> None:
        key = squeeze(surface, self.simplified)
        if key:
            self.meanings[key].append(meaning)
            self.shown.setdefault(key, surface)

    def add_names(self, names: Names, meaning: Meaning, *, nouns: bool) -> None:
        for lang, words in names.items():
            for surface in words.all:
                for variant in dict.fromkeys((surface, _PARENTHESIS.sub("", surface))):
                    self.add(variant, meaning)
                    if nouns and lang == "en" and not any(map(is_han, variant)):
                        for plural in _plurals(variant):
                            self.plurals.setdefault(variant, variant if variant.split()[-1].isupper() else plural)
                            self.add(plural, Meaning(meaning.kind, meaning.id, meaning.frame, meaning.slot, "", True))

    def written(self, key: str) -> bytes:
        """Return what stands in the trie for a word; what it means in the order in which it was found."""
        return write_word(Word(self.shown[key], tuple(dict.fromkeys(self.meanings[key]))))


def _add_things(words: _Words, pack: Pack) -> None:
    proper = _proper_classes(pack)
    for thing in pack.things.values():
        meaning = Meaning("thing", thing.id, slot=thing.cls)
        if thing.cls == TEXT_CLASS and len(next(iter(thing.names.values())).label) > _LONGEST:
            continue
        if local_words(thing.id).endswith(" of"):  # ceoOf stands in quotation marks only: "CEO of X" is said of X
            words.add(QUOTED + thing.id, meaning)
            continue
        words.add_names(thing.names, meaning, nouns=thing.cls not in proper)
        if thing.cls == TEXT_CLASS:
            continue  # a text is called by what it says; nobody types its id
        if thing.cls not in proper or len(thing.id) > 3:
            words.add(thing.id, meaning)
        for adjectives in thing.adjectives.values():
            for adjective in adjectives:
                words.add(adjective, Meaning("adjective", thing.id, slot=thing.cls))


def _proper_classes(pack: Pack) -> frozenset[str]:
    """Classes whose names are proper names: the subjects of adjectives and who fills "who"."""
    kinds = {thing.cls for thing in pack.things.values() if thing.kinds}
    broader = {pack.things[kind].cls for thing in pack.things.values() for kind in thing.kinds if kind in pack.things}
    return frozenset(cls for cls in pack.classes if cls not in broader and (cls not in kinds or cls not in broader))


def _add_readings(words: _Words, pack: Pack) -> tuple[tuple[VerbPattern, ...], tuple[NounPattern, ...]]:
    verbs: list[VerbPattern] = []
    nouns: list[NounPattern] = []
    for declared in pack.frames.values():
        frame = with_frame_readings(declared)
        for rank, reading in enumerate(frame.readings):
            pattern = verb_pattern(frame, reading, rank)
            for surface, meaning in _verb_words(pattern, str(len(verbs))):
                if surface not in _STRUCTURAL:
                    words.add(surface if frame is declared else _quoted(surface), meaning)
            verbs.append(pattern)
        for rank, noun_reading in enumerate((*frame.nouns, *_role_labels(frame, words))):
            noun = noun_pattern(frame, noun_reading, rank)
            meaning = Meaning("role", str(len(nouns)))
            words.add(noun.noun if frame is declared else _quoted(noun.noun), meaning)
            for plural in plurals(noun.noun) if noun.lang == "en" and noun.noun else ():
                words.plurals.setdefault(noun.noun, plural)
                words.add(plural, Meaning("role", meaning.id, plural=True))
            nouns.append(noun)
        for phrase in phrases(declared, len(frame.readings)) if frame is not declared else ():
            for surface in (
                (phrase.surface, declared.predicate or "") if not phrase.pattern.linked else (phrase.surface,)
            ):
                words.add(surface, Meaning("verb", str(len(verbs)), form=phrase.form))
            verbs.append(phrase.pattern)
    return tuple(verbs), tuple(nouns)


def _role_labels(frame: Frame, words: _Words) -> list[NounReading]:
    """The label of a role is a noun for it where no other word is spelled so ("item")."""
    said = {reading.text.partition(" ")[0] for reading in frame.nouns}
    return [
        NounReading(lang, names.label, role.id)
        for role in frame.roles
        for lang, names in role.names.items()
        if names.label not in said
        and not (lang == "en" and " " in names.label)
        and not names.label.startswith("被")
        and squeeze(names.label, words.simplified) not in words.meanings
    ]


def _verb_words(pattern: VerbPattern, id: str) -> list[tuple[str, Meaning]]:
    if pattern.lang != "en":
        words = [pattern.verb]
        if pattern.object is not None and pattern.marked[:1] == (("给", pattern.object),):
            words.append(pattern.verb + "给")
        return [(word, Meaning("verb", id, form="plain")) for word in words]
    first, _, rest = pattern.verb.partition(" ")
    if pattern.linked:
        return [(pattern.verb, Meaning("verb", id, form="linked"))]
    return [(f"{form} {rest}".strip(), Meaning("verb", id, form=kind)) for form, kind in verb_forms(first)]


def _add_qualifiers(words: _Words, pack: Pack) -> None:
    for frame in pack.frames.values():
        for qualifier in frame.qualifiers:
            words.add_names(qualifier.names, Meaning("qualifier", qualifier.id, frame.id, qualifier.id), nouns=False)
            for choice in qualifier.choices:
                words.add_names(choice.names, Meaning("choice", choice.id, frame.id, qualifier.id), nouns=False)
                for surface in done_words(choice):
                    words.add(surface, Meaning("choice", choice.id, frame.id, qualifier.id, "dated"))
                for surface in (text for texts in choice.superlatives.values() for text in texts):
                    words.add(surface, Meaning("choice", choice.id, frame.id, qualifier.id, "superlative"))


def _quoted(surface: str) -> str:
    """Return the key of a surface: one that ends in "of" ("member of") is one word in quotation marks only."""
    return QUOTED + surface if surface.endswith(" of") else surface


def _plurals(noun: str) -> tuple[str, ...]:
    """Return the plurals of a noun, the usual one first: persons are people one by one."""
    found = plurals(noun)
    if noun.lower().endswith("person"):
        found += (noun + "s",)
    return found


def _simplified_characters() -> dict[str, str]:
    """Return every traditional character that has one simplified form."""
    import opencc

    convert = opencc.OpenCC("t2s").convert
    block = (chr(code) for code in range(0x4E00, 0xA000))
    return {char: simple for char in block if len(simple := convert(char)) == 1 and simple != char}
