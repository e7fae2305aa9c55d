"""A measure in; the participles of what was done when it says ("release year": released) out."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon.inflect_verb import is_participle, lemma_of
from kg.lexicon.patterns import PREPOSITIONS
from kg.pack.pack import Choice

#: What a name says beside what was done.
_TIMES = frozenset({"year", "date", "time", "of", "the", "in", "on"})
#: Nouns for what is done, whose verbs no rule gives.
_VERBS = {
    "birth": "born", "death": "died", "acquisition": "acquired", "construction": "built", "foundation": "founded",
    "founding": "founded", "inception": "founded", "establishment": "established", "publication": "published",
    "creation": "created", "production": "produced", "completion": "completed", "admission": "admitted",
    "registration": "registered", "introduction": "introduced", "retirement": "retired", "opening": "opened",
    "discovery": "discovered", "incorporation": "incorporated", "delivery": "delivered", "arrival": "arrived",
}  # fmt: skip


def done_words(choice: Choice) -> Iterator[str]:
    """Yield the participles of a measure that is called by one ("built", "opened year"), or by a noun for it."""
    words = choice.names.get("en")
    for name in words.all if words else ():
        parts = name.lower().split()
        rest = [part for part in parts if part not in _TIMES]
        if len(rest) != 1 or (len(parts) > 1 and not (set(parts) & {"year", "date"} or parts[-1] in PREPOSITIONS)):
            continue
        if len(parts) == 1 or is_participle(rest[0]):
            if is_participle(rest[0]) and not rest[0].endswith("ing"):
                yield rest[0]
        elif found := _VERBS.get(rest[0]) or _participle(rest[0]):
            yield found


def _participle(noun: str) -> str:
    """Return the participle of a verb that is spelt like a noun ("release")."""
    import lemminflect

    base = lemma_of(noun, "VERB")
    found: tuple[str, ...] = lemminflect.getInflection(base, tag="VBN") if base == noun else ()
    return found[0] if found else ""
