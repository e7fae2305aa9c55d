"""An unknown word in, the nearest words of the lexicon out: by edit distance, and by pinyin for Chinese."""

from __future__ import annotations

from functools import lru_cache

from kg.lexicon.fold import is_han, squeeze
from kg.lexicon.lexicon import Lexicon

#: Scores (0-100) below which a word is not near.
_NEAR = 70.0


def nearest(text: str, lexicon: Lexicon, limit: int = 3) -> tuple[str, ...]:
    """Return at most ``limit`` words that look or sound like the text, the nearest first."""
    from rapidfuzz import fuzz, process

    key = squeeze(text, lexicon.simplified)
    scored: dict[str, float] = {}
    for word, score, _ in process.extract(key, list(lexicon.words), scorer=fuzz.WRatio, limit=8, score_cutoff=_NEAR):
        if abs(len(word) - len(key)) <= max(3, len(key) // 2):
            scored[word] = score
    if any(map(is_han, key)):
        sound = _sound(key)
        for word in lexicon.words:
            if any(map(is_han, word)) and abs(len(word) - len(key)) <= 1:
                score = fuzz.ratio(sound, _sound(word))
                if score >= 80:
                    scored[word] = max(scored.get(word, 0.0), score)
    best = sorted(scored, key=lambda word: (-scored[word], len(word), word))
    return tuple(dict.fromkeys(lexicon.shown[word] for word in best))[:limit]


@lru_cache(maxsize=4096)
def _sound(text: str) -> str:
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(text))
