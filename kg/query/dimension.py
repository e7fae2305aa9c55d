"""A superlative that says what it goes by ("longest", 最早) and some classes in; the measure of those things out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kg.base.diagnostics import Suggestion, diagnostic
from kg.language.syntax import Word
from kg.lexicon.lexicon import Meaning
from kg.pack.pack import Choice
from kg.query.meaning import MeaningError, Scope

#: What a superlative goes by -> the last words of what such measures are called, and of those that run against it:
#: the oldest has the greatest age, and the earliest year.
_NAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "long": (("length", "duration", "time", "runtime", "长度", "时长", "片长"), ()),
    "tall": (("height", "elevation", "altitude", "高度", "身高", "海拔"), ()),
    "deep": (("depth", "深度"), ()),
    "wide": (("width", "宽度"), ()),
    "heavy": (("weight", "mass", "重量", "质量", "体重"), ()),
    "fast": (("speed", "velocity", "速度", "时速"), ()),
    "expensive": (("price", "cost", "价格", "成本"), ()),
    "old": (("age", "年龄"), ("year", "date", "年份", "年", "日期")),
    "late": (("year", "date", "年份", "年", "日期"), ()),
}
DIMENSIONS = frozenset(_NAMES)


class Dimension(Struct, frozen=True):
    """The word of a measure, and whether most of it means least of what was said ("oldest": the least year)."""

    word: Word
    turned: bool = False


def dimension(word: Word, classes: tuple[str, ...], scope: Scope) -> Dimension | None:
    """Return the one measure that a superlative goes by for things of some classes; None when it has none.

    Raise MeaningError when several would do.
    """
    along, against = _NAMES[word.special]
    for names, turned in ((along, False), (against, True)):
        found = [(m, choice) for m, choice in _measures(classes, scope) if _last_words(choice) & set(names)]
        if len(found) > 1:
            texts = tuple(scope.name_of(choice.names) for _, choice in found)
            said = replace(
                diagnostic("N002", word.span, text=word.text, choices="; ".join(texts)),
                suggestions=tuple(Suggestion(text, text) for text in texts),
            )
            raise MeaningError(said, 3)
        if found:
            meaning, choice = found[0]
            return Dimension(Word(scope.name_of(choice.names), (meaning,), "", word.span), turned)
    return None


def _measures(classes: tuple[str, ...], scope: Scope) -> list[tuple[Meaning, Choice]]:
    """Return every measure that things of some classes have."""
    return [
        (Meaning("choice", choice.id, frame.id, qualifier.id), choice)
        for frame in scope.pack.frames.values()
        for qualifier in frame.qualifiers
        for choice in qualifier.choices
        if choice.units and frame.roles and classes and scope.agree(classes, frame.roles[0].ranges)
    ]


def _last_words(choice: Choice) -> set[str]:
    """Return the last word of each name of a measure; of a Chinese one, its last characters."""
    texts = [text.lower() for words in choice.names.values() for text in words.all]
    return {text.split()[-1] for text in texts if text.strip()} | {text[-n:] for text in texts for n in (1, 2)}
