"""A question in, the language that it is in out."""

from __future__ import annotations

import re
from typing import Literal

from kg.lexicon.fold import is_han

Lang = Literal["en", "zh"]
_ENGLISH = frozenset(
    "who what which how is are does do did the of to describe list compare and or from in for about supplies supply "
    "define as".split()
)
_CHINESE = frozenset("的谁给是有哪吗供应什么多少由从向介绍定义")
#: Names stand in any language: what is quoted or stands for a value tells nothing.
_ANY = re.compile(r'"[^"]*"|“[^”]*”|\$[A-Za-z_]\w*', re.ASCII)


def language_of(text: str) -> Lang:
    """Tell the language of a question: Chinese when any function word or most letters are Chinese.

    >>> language_of("what is CPO"), language_of("谁给NVIDIA供应HBM"), language_of("describe 中际旭创")
    ('en', 'zh', 'en')
    """
    bare = _ANY.sub(" ", text)
    if not any(map(is_han, bare)):
        return "en"
    english = sum(word.lower() in _ENGLISH for word in re.findall(r"[A-Za-z]+", bare))
    return "en" if english and english * 2 >= sum(char in _CHINESE for char in bare) else "zh"
