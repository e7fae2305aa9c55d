"""Text in, squeezed text out: one spelling for all that differ by case, width, script or separators.

"GB300-NVL72", "gb300 nvl72" and "ＧＢ３００ＮＶＬ７２" squeeze to the same characters; 臺積電 to 台积电.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

_SEPARATORS = frozenset(" \t\n\r\u00a0\u3000-‐‑‒–—_·•")
#: What an English possessive leaves behind, one character: "NVIDIA's" squeezes to "nvidia'".
POSSESSIVE = "'"
_SAME = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "「": '"',
        "」": '"',
        "『": '"',
        "』": '"',
        "，": ",",
        "。": ".",
        "？": "?",
    }
)
_APOSTROPHES = frozenset(chr(char) for char, same in _SAME.items() if same == "'") | {"'"}
#: ASCII characters that folding drops: separators and control characters.
_DROPPED = dict.fromkeys([*range(32), 127, *(ord(char) for char in _SEPARATORS if char.isascii())])


class Folded(Struct, frozen=True):
    """Squeezed characters with the place of each in the text.

    ``starts[i]``, ``ends[i]``  offsets in the text of squeezed character i.
    ``breaks``  squeezed positions at which a word may begin or end.
    ``joins``   positions before which a separator was dropped.
    """

    chars: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: frozenset[int]
    joins: frozenset[int]


def is_han(char: str) -> bool:
    """Tell whether a character is a Chinese character."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\U00020000" <= char <= "\U0003ffff"


def fold(text: str, simplified: Mapping[str, str]) -> Folded:
    """Fold and squeeze a text; apostrophes and hyphens go, full stops and digits stay."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    joins: set[int] = set()
    skip = -1
    for index, char in enumerate(text):
        if index == skip:
            continue
        if char in _SEPARATORS:
            joins.add(len(chars))
            continue
        if char in _APOSTROPHES:
            skip = _possessive(text, index)
            joins.add(len(chars))
            if skip >= 0:
                chars.append(POSSESSIVE)
                starts.append(index)
                ends.append(max(index, skip) + 1)
            continue
        for part in _parts(char):
            if not part:
                joins.add(len(chars))
                continue
            chars.append(simplified.get(part, part))
            starts.append(index)
            ends.append(index + 1)
    breaks = {0, len(chars)} | joins
    for index in range(1, len(chars)):
        if not (_runs_on(chars[index - 1]) and _runs_on(chars[index])):
            breaks.add(index)
    return Folded("".join(chars), tuple(starts), tuple(ends), frozenset(breaks), frozenset(joins))


def squeeze(text: str, simplified: Mapping[str, str]) -> str:
    """Return the squeezed characters alone: the key of a word in the lexicon."""
    if text.isascii() and "'" not in text and "`" not in text:  # what most names are: no need to go by characters
        return text.translate(_DROPPED).lower()
    if not _APOSTROPHES.isdisjoint(text):
        return fold(text, simplified).chars
    return "".join([simplified.get(part, part) for char in text if char not in _SEPARATORS for part in _parts(char)])


@lru_cache(maxsize=65536)
def _parts(char: str) -> tuple[str, ...]:
    """Return the characters that one is folded to; empty ones stand for what is dropped."""
    return tuple(
        "" if part in _SEPARATORS or unicodedata.category(part) in ("Cf", "Cc") else part
        for part in unicodedata.normalize("NFKC", char.translate(_SAME)).translate(_SAME).casefold()
    )


def _possessive(text: str, index: int) -> int:
    """Return the place of the s to skip after an apostrophe at ``index`` ("X's": the s, "Xs'": the
    apostrophe itself), or -1 when it marks no possessive."""
    after = text[index + 1 : index + 3]
    if index and text[index - 1].isalnum() and after[:1] in ("s", "S") and not after[1:].isalnum():
        return index + 1
    return index if index and text[index - 1] in "sS" and not after[:1].isalnum() else -1


def _runs_on(char: str) -> bool:
    return char.isalnum() and not is_han(char)
