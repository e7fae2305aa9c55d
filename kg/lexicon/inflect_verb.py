"""English words in, what they can be and how they inflect, out (lemminflect)."""

from __future__ import annotations

import functools


@functools.cache
def lemma_of(word: str, part: str) -> str:
    """Return the base form of a word as a part of speech ("VERB", "NOUN"); empty when it cannot be one.

    >>> lemma_of("takes", "VERB"), lemma_of("employees", "VERB"), lemma_of("country", "NOUN")
    ('take', '', 'country')
    """
    import lemminflect

    found: dict[str, tuple[str, ...]] = lemminflect.getAllLemmas(word.lower())
    return next(iter(found.get(part, ())), "")


def is_third_person(word: str) -> bool:
    """Tell whether a word can be a verb in the third person: "takes", "borders", but not "size".

    >>> is_third_person("borders"), is_third_person("size"), is_third_person("employees"), is_third_person("does")
    (True, False, False, True)
    """
    base = lemma_of(word, "VERB")
    return bool(base) and word.lower().endswith("s") and not word.lower().endswith("ss") and base != word.lower()


def is_participle(word: str) -> bool:
    """Tell whether a word is a participle: "located", "taking", "written".

    >>> is_participle("located"), is_participle("written"), is_participle("degree"), is_participle("member")
    (True, True, False, False)
    """
    base, lower = lemma_of(word, "VERB"), word.lower()
    return bool(base) and base != lower and not lower.endswith("s")


def is_verb_only(word: str) -> bool:
    """Tell whether a word in its base form is a verb and nothing else: "contain", "teach", but not "size"."""
    return bool(lemma_of(word, "VERB")) and not lemma_of(word, "NOUN")
