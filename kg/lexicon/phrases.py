"""A frame that is said by its name alone in; whole names that stand as verbs before what they lead to, out.

A name with its form of be and its preposition ("is taking", "works for", "member of") is one word of the lexicon, so
that it can be written as the ontology has it, quoted too: `which students "is taking" <…>`.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kg.lexicon.lexicon import VerbForm, VerbPattern
from kg.lexicon.patterns import PREPOSITIONS
from kg.lexicon.readings_from_names import Said, how_said, is_binary, names_of
from kg.pack.pack import Frame

#: What begins the key of a word that must be quoted to be read as one.
QUOTED = '"'


class Phrase(Struct, frozen=True):
    """A surface with the verb that it stands for."""

    surface: str
    form: VerbForm
    pattern: VerbPattern


def phrases(frame: Frame, rank: int) -> Iterator[Phrase]:
    """Yield the whole names of a frame of two roles as verbs; ``rank`` puts them behind its readings."""
    if not is_binary(frame):
        return
    seen: set[tuple[str, str, str]] = set()
    for lang, name in names_of(frame):
        said = how_said(name)
        for surface, form, linked in _surfaces(name, said):
            if (lang, surface, form) not in seen:
                seen.add((lang, surface, form))
                yield Phrase(surface, form, _pattern(frame, lang, surface.removeprefix(QUOTED), linked, rank))


def _surfaces(name: str, said: Said) -> Iterator[tuple[str, VerbForm, bool]]:
    lower = name.lower()
    if said.start:  # unquoted, "member of" is a noun and a preposition
        yield QUOTED + lower, "finite", False
        yield QUOTED + said.verb, "linked", True
        return
    if said.verb and (" " in lower or not said.target):
        yield lower, "finite", False
    if said.linked and said.verb.rpartition(" ")[2] in PREPOSITIONS:
        yield said.verb, "linked", True
    if said.target:
        yield f"with {said.target}", "gerund", False
        yield f"having {said.target}", "gerund", False


def _pattern(frame: Frame, lang: str, verb: str, linked: bool, rank: int) -> VerbPattern:
    subject, object = frame.roles[0].id, frame.roles[1].id
    return VerbPattern(frame.id, lang, verb, subject, object, (), (subject, object), linked, (), rank)
