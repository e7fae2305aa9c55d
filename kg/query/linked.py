"""A word for a class and some other classes in; the one relation between things of both out: the cities of a state."""

from __future__ import annotations

from msgspec import Struct

from kg.language.syntax import Word
from kg.lexicon.readings_from_names import how_said, names_of
from kg.pack.pack import Frame
from kg.query.meaning import Scope


class Linked(Struct, frozen=True):
    """A relation, the role of those that something belongs to, and the role that it fills."""

    frame: str
    role: str
    filled: str


def linked(word: Word, classes: tuple[str, ...], scope: Scope, *, strict: bool = False) -> Linked | None:
    """Return the single relation that leads from or to things of the class of a word; None when several do.

    ``strict`` counts those that have a name of their own too.
    """
    found: list[Linked] = []
    for meaning in word.meanings:
        cls = scope.class_of(meaning)
        if meaning.kind not in ("class", "thing") or cls is None or not classes:
            continue
        for frame in scope.pack.frames.values():
            if frame.form != "triple" or frame.iri != frame.predicate:
                continue
            for one, other in (frame.roles, frame.roles[::-1]):
                covers = any(scope.pack.is_a(cls, wide) for wide in one.ranges)
                if covers and other.ranges and scope.agree(classes, other.ranges):
                    found.append(Linked(frame.id, other.id, one.id))
    if len(found) == 1 or strict:
        return found[0] if len(found) == 1 else None
    # What has a noun of its own ("capital") would be called by it: "a city" is then one that lies there.
    unnamed = [way for way in found if not _named(scope.pack.frames[way.frame], way.filled)]
    return unnamed[0] if len(unnamed) == 1 else None


def _named(frame: Frame, role: str) -> bool:
    """Whether a role has a noun of its own, and none that only says who does what the frame tells of ("provider")."""
    done_by = any(how_said(name).active for lang, name in names_of(frame) if lang == "en")
    return not done_by and any(noun.asks == role for noun in frame.nouns)
