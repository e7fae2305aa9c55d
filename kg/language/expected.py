"""Terminals of the grammars in, words a person understands out: what may stand at a place."""

from __future__ import annotations

from collections.abc import Set

from kg.language.language_of import Lang

_WORDS: dict[str, tuple[str, str]] = {
    "N": ("a name or noun", "名称或名词"),
    "ADJ": ("an adjective such as Chinese", "国别等修饰词"),
    "V": ("a verb such as supplies", "动词(如:供应)"),
    "VD": ("a verb such as supplied", "动词"),
    "VG": ("a verb such as supplying", "动词"),
    "VR": ("'supplied by …'", "动词"),
    "WHO": ("who", "谁"),
    "WHAT": ("what", "什么"),
    "WHICH": ("which", "哪些"),
    "HOWMANY": ("how many", "多少"),
    "PREP": ("a preposition such as to, for, from", "介词"),
    "COV": ("给, 向, 由, 从", "给、向、由、从等介词"),
    "OF": ("of", "的"),
    "REL": ("的", "的"),
    "OPEN": ("a clause", "从句"),
    "POSS": ("'s", "的"),
    "AND": ("and", "和"),
    "OR": ("or", "或"),
    "ANDV": ("and", "并且"),
    "ORV": ("or", "或者"),
    "THAT": ("that", "的"),
    "NUM": ("a number", "数字"),
    "PART": ("a percentage", "百分比"),
    "CMP": ("more than, at least, exactly …", "超过、至少、恰好等"),
    "AMT": ("more than, at least, exactly …", "超过、至少、恰好等"),
    "UNIT": ("a unit", "单位"),
    "BE": ("is", "是"),
    "HAVE": ("has", "有"),
    "DO": ("does", "是否"),
    "NOT": ("not", "不"),
    "AMONG": ("中", "中"),
    "$END": ("the end of the question", "问题结束"),
}
#: Shown first, in this order; the rest follows in the order of the table.
_FIRST = ("N", "V", "PREP", "COV", "OF", "WHO", "WHICH", "BE", "HAVE", "$END")


def expected_words(terminals: Set[str], lang: Lang) -> tuple[str, ...]:
    """Return at most six words for the terminals that the parser would take, the likeliest first."""
    order = [*_FIRST, *(kind for kind in _WORDS if kind not in _FIRST)]
    words = [_WORDS[kind][0 if lang == "en" else 1] for kind in order if kind in terminals]
    return tuple(dict.fromkeys(words))[:6]
