"""A string that may hold anything in; the same string without what can act on a terminal, a page or a file, out."""

from __future__ import annotations

import re

#: Line and paragraph ends of every kind become a space: a label is one line.
_BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")
#: Marks that reorder or hide the text around them: bidi controls, interlinear notes, tags, byte order mark.
_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
#: Controls of a terminal, lone halves of surrogate pairs, and what XML does not allow.
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    r"""Return ``text`` on one line, without controls: forbidden ones show as U+FFFD, invisible ones go.

    >>> clean("NVIDIA\x1b[31m\u202e Corp.\nInc")
    'NVIDIA�[31m Corp. Inc'
    """
    if text.isprintable():  # no control, no format character, no half of a pair: nearly every text
        return text
    return _FORBIDDEN.sub("\ufffd", _INVISIBLE.sub("", _BREAKS.sub(" ", text)))
