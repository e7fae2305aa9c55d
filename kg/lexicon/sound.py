"""A text in, how it sounds out: the syllable of each Chinese character, other characters as they are."""

from __future__ import annotations

from collections.abc import Mapping


def sound(text: str, syllables: Mapping[str, str]) -> str:
    """Return the sound of a text.

    >>> sound("hbm内存", {"内": "nei", "存": "cun"})
    'h b m nei cun'
    """
    return " ".join(syllables.get(char, char) for char in text)


def all_syllables() -> dict[str, str]:
    """Return the syllable of every Chinese character, without its tone."""
    from pypinyin import lazy_pinyin

    return {char: said for char in map(chr, range(0x4E00, 0xA000)) if (said := lazy_pinyin(char)[0]) != char}
