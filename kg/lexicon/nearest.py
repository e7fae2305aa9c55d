"""An unknown word in, the nearest words of the lexicon out: by edit distance, and by sound for Chinese.

Only words that share their beginning or their end with the unknown one are compared: a typing mistake leaves one of the
two as it is, and the tries give such words without a walk over all names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from marisa_trie import BytesTrie, Trie

from kg.lexicon.fold import is_han, squeeze
from kg.lexicon.lexicon import Lexicon
from kg.lexicon.sound import sound

#: Scores (0-100) below which a word is not near, by its letters and by its sound.
_NEAR, _SOUNDS_NEAR = 70.0, 80.0
#: So many words that share a part of one length are compared.
_MOST = 1000
#: Longer words are compared by their first characters only.
_LONGEST = 100


def nearest(text: str, lexicon: Lexicon, limit: int = 3) -> tuple[str, ...]:
    """Return at most ``limit`` words that look or sound like the text, the nearest first."""
    key = squeeze(text, lexicon.simplified)[:_LONGEST].encode("utf-8", "ignore").decode()
    opened = lexicon.unknown
    off = max(3, len(key) // 2)
    alike = (word for word in _akin(key, lexicon.trie, opened.turned) if abs(len(word) - len(key)) <= off)
    scored = dict(_best(key, alike, _NEAR))
    if any(map(is_han, key)):
        spoken = sound(key, opened.syllables)
        for said, score in _best(spoken, _akin(spoken, opened.sounds, opened.sounds_turned), _SOUNDS_NEAR):
            for word in map(bytes.decode, opened.sounds[said]):
                if abs(len(word) - len(key)) <= 1:
                    scored[word] = max(scored.get(word, 0.0), score)
    best = sorted(scored, key=lambda word: (-scored[word], len(word), word))
    return tuple(dict.fromkeys(map(lexicon.shown, best)))[:limit]


def _best(key: str, words: Iterable[str], near: float) -> Iterator[tuple[str, float]]:
    from rapidfuzz import fuzz, process

    for word, score, _ in process.extract(key, list(words), scorer=fuzz.ratio, limit=8, score_cutoff=near):
        yield word, score


def _akin(key: str, forward: BytesTrie, backward: Trie) -> dict[str, None]:
    """Return the words that share a third or more of the key, at their beginning or their end."""
    lengths = sorted({max(1, len(key) * part // 6) for part in (2, 3, 4, 6)}, reverse=True) if key else ()
    found: dict[str, None] = {}
    for length in lengths:
        found |= dict.fromkeys(islice(forward.iterkeys(key[:length]), _MOST))
        found |= dict.fromkeys(word[::-1] for word in islice(backward.iterkeys(key[::-1][:length]), _MOST))
    return found
