"""What a resolver needs to know of a pack: classes that agree, roles, frames by what they are for."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from kg.base.diagnostics import Diagnostic
from kg.base.iris import SKOS
from kg.language.syntax import Word
from kg.lexicon.fold import squeeze
from kg.lexicon.lexicon import Lexicon, Meaning, NounPattern, VerbPattern
from kg.pack.pack import Frame, Names, Pack
from kg.query.definition import Definition

_SLOT = re.compile(r"\{([\w|]+)\}")


class MeaningError(Exception):
    """A sentence that can be read and makes no sense; ``rank`` says how far it got (more is further)."""

    def __init__(self, diagnostic: Diagnostic, rank: int = 0) -> None:
        super().__init__(diagnostic.message())
        self.diagnostic = diagnostic
        self.rank = rank


class Scope(Struct, frozen=True, dict=True):
    """A pack and its lexicon in the language of the question."""

    pack: Pack
    lexicon: Lexicon
    lang: str
    #: The question says "directly or indirectly".
    indirectly: bool = False
    #: The question says "directly": one step, also of what is transitive.
    directly: bool = False
    #: What words of the user's own stand for.
    definitions: tuple[Definition, ...] = ()

    def defined(self, word: Word | None) -> Definition | None:
        """Return the definition of a word, None when it is no word of the user's own."""
        ids = [meaning.id for meaning in word.meanings if meaning.kind == "definition"] if word else []
        return self.definitions[int(ids[0])] if ids else None

    def verb(self, meaning: Meaning) -> VerbPattern:
        """Return the verb pattern behind a meaning."""
        return self.lexicon.verbs[int(meaning.id)]

    def noun(self, meaning: Meaning) -> NounPattern:
        """Return the noun pattern behind a meaning."""
        return self.lexicon.nouns[int(meaning.id)]

    def class_of(self, meaning: Meaning) -> str | None:
        """Return the class of what a meaning stands for, None for anything."""
        match meaning.kind:
            case "thing":
                cls = self.pack.things[meaning.id].cls
                return self.pack.classes[cls].kinds_of or cls
            case "class":
                return meaning.id
            case "role":
                pattern = self.noun(meaning)
                frame = self.pack.frames[pattern.frame]
                ranges = next((role.ranges for role in frame.roles if role.id == pattern.asks), ())
                return ranges[0] if len(ranges) == 1 else None
            case _:
                return None

    def classes_of(self, meaning: Meaning) -> tuple[str, ...]:
        """Return every class that what a meaning stands for may have; empty for anything."""
        if meaning.kind == "role":
            pattern = self.noun(meaning)
            frame = self.pack.frames[pattern.frame]
            return next((role.ranges for role in frame.roles if role.id == pattern.asks), ())
        if meaning.kind == "definition":
            return self.definitions[int(meaning.id)].classes
        cls = self.class_of(meaning)
        return (cls,) if cls else ()

    def agree(self, classes: tuple[str, ...], ranges: tuple[str, ...]) -> bool:
        """Tell whether some thing may be of both: one class is the other or below it."""
        if not classes or not ranges:
            return True
        return any(self.pack.is_a(a, b) or self.pack.is_a(b, a) for a in classes for b in ranges)

    def ranges(self, frame: str, role: str) -> tuple[str, ...]:
        """Return the classes that may fill a role."""
        return self.pack.frames[frame].role(role).ranges

    def chained(self, frame: str) -> bool:
        """Tell whether statements of a frame are followed step by step: it is transitive, or the question says so."""
        the_frame = self.pack.frames[frame]
        if self.directly:
            return False
        if the_frame.transitive or not self.indirectly or len(the_frame.roles) != 2:
            return the_frame.transitive
        one, other = (role.ranges for role in the_frame.roles)
        return bool(one and other) and self.agree(one, other)

    def kin(self, word: Word) -> tuple[Meaning, ...]:
        """Return the role nouns that are called like a class above that of a word: chip fabs of X are sites of X."""
        found: dict[Meaning, None] = {}
        for meaning in word.meanings:
            for cls in self.pack.ancestors(meaning.id) if meaning.kind == "class" else ():
                names = self.pack.classes[cls].names.get(self.lang)
                for text in names.all if names else ():
                    same = self.lexicon.look_up(squeeze(text, self.lexicon.simplified))
                    found.update((m, None) for m in same if m.kind == "role")
        return tuple(found)

    @cached_property
    def agents(self) -> tuple[str, ...]:
        """The classes that are asked for with who."""
        return tuple(cls.id for cls in self.pack.classes.values() if cls.agent)

    @cached_property
    def others(self) -> tuple[str, ...]:
        """The topmost classes that are asked for with what."""
        pack = self.pack
        return tuple(
            cls.id
            for cls in pack.classes.values()
            if not cls.kinds_of and not cls.parents and not any(pack.is_a(cls.id, agent) for agent in self.agents)
        )

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The things that other things are kinds of."""
        return frozenset(self.pack.narrower)

    @cached_property
    def kind_frame(self) -> Frame | None:
        """The frame that says what is of what kind."""
        for frame in self.pack.frames.values():
            if frame.form == "triple" and frame.predicate == SKOS + "broader":
                return frame
        return None

    def example(self, frame: str, text: str) -> str:
        """Return a reading with the words of its roles in the slots: "supplier supplies item to customer"."""
        the_frame = self.pack.frames[frame]
        slots: dict[str, Names] = {role.id: role.names for role in the_frame.roles}
        slots |= {qualifier.id: qualifier.names for qualifier in the_frame.qualifiers}

        def word(match: re.Match[str]) -> str:
            names = slots[match[1].partition("|")[0]]
            return names[self.lang].label if self.lang in names else match[1]

        return _SLOT.sub(word, text)

    def name_of(self, names: Names) -> str:
        """Return the label in the language of the question."""
        found = names.get(self.lang) or next(iter(names.values()), None)
        return found.label if found else ""

    def label(self, id: str, lang: str | None = None) -> str:
        """Return the label of a thing or class."""
        found = self.pack.things.get(id) or self.pack.classes.get(id)
        if found is None:
            return id
        names = found.names.get(lang or self.lang) or next(iter(found.names.values()), None)
        return names.label if names else id
