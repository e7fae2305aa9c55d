"""Numbers, units, choices, dates and cells in; their text in one language out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from kg.answer.answer import Cell, Column, EntityCell, Statement, ValueCell
from kg.base.diagnostics import Lang
from kg.pack.pack import Frame, Names, Pack, Qualifier
from kg.view.alike import SameFrame
from kg.view.clean import clean
from kg.view.phrases import PHRASES, phrase

#: Large round numbers are said in these: the least number of zeros, and the words.
_SCALES: Mapping[Lang, tuple[tuple[int, str], ...]] = {
    "en": ((12, " trillion"), (9, " billion"), (6, " million")),
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
}
#: A number is said with a scale word only when that is exact within so many digits; small scales want fewer.
_DIGITS, _SMALL_DIGITS = 6, 4


def label(texts: Mapping[str, str], lang: Lang, fallback: str = "") -> str:
    """Return the text in that language, else in another one, else ``fallback``; cleaned."""
    text = texts.get(lang) or texts.get("en") or next(iter(texts.values()), "") or fallback
    return clean(text)


def name(names: Names, lang: Lang, fallback: str = "") -> str:
    """Return the label among the words of that language, else of another one, else ``fallback``; cleaned."""
    words = names.get(lang) or names.get("en") or next(iter(names.values()), None)
    if words is None or not words.label:
        return label({tag: words.label for tag, words in names.items()}, lang, fallback)
    return clean(words.label)


@lru_cache(maxsize=4096)
def number_text(value: float, lang: Lang) -> str:
    """Return a number as it is written: exact, with a scale word where that is short.

    >>> number_text(1.8e12, "en"), number_text(1.8e12, "zh"), number_text(18432, "en")
    ('1.8 trillion', '1.8万亿', '18,432')
    """
    if not math.isfinite(value):
        return str(value)
    exact = Decimal(f"{value:.12g}")
    for zeros, word in _SCALES[lang]:
        scaled = exact.scaleb(-zeros)
        digits = _DIGITS if zeros > 6 else _SMALL_DIGITS
        if 1 <= abs(scaled) < 10**digits and len(scaled.normalize().as_tuple().digits) <= digits:
            return _plain(scaled) + word
    return _plain(exact)


def _plain(number: Decimal) -> str:
    text = f"{number.normalize():,f}"
    return text if "e" not in text.lower() else str(number)


def _range_text(value: float, upper: float, lang: Lang) -> str:
    first, last = number_text(value, lang), number_text(upper, lang)
    for _, word in _SCALES[lang]:
        if first.endswith(word) and last.endswith(word):
            return first.removesuffix(word) + "–" + last
    return first + "–" + last


def quantity_text(value: float, unit: str | None, pack: Pack, lang: Lang, upper: float | None = None) -> str:
    """Return a number or a range with its unit: ``120 kW``, ``10–20%``, ``40亿美元``, ``2027``."""
    known = pack.units.get(unit) if unit else None
    if known is not None and known.dimension == "calendar year":
        return str(int(value)) + ("年" if lang == "zh" else "")
    text = number_text(value, lang) if upper is None else _range_text(value, upper, lang)
    if not unit:
        return text
    if known is not None and not any(words.label for words in known.names.values()):
        return text  # a number that data give no unit
    if known is not None and any("%" in words.all for words in known.names.values()):
        return text + "%"
    said = name(known.names, lang, unit) if known else clean(unit)
    glued = lang == "zh" and not said[:1].isascii()
    return text + ("" if glued else " ") + said


def value_text(cell: ValueCell, column: Column | None, pack: Pack, lang: Lang) -> str:
    """Return the text of a literal; a choice of a qualifier is said in words."""
    match cell.value:
        case None:
            return ""
        case bool():
            return phrase("true" if cell.value else "false", lang)
        case int() | float():
            return quantity_text(cell.value, cell.unit, pack, lang, cell.upper)
        case str():
            return word_text(column.role if column else "", cell.value, pack, lang)


def word_text(role: str, value: str, pack: Pack, lang: Lang) -> str:
    """Return the words for a status, a confidence, a unit or a choice of a qualifier; else the text itself."""
    if f"{role}_{value}" in PHRASES:
        return phrase(f"{role}_{value}", lang)
    for frame in pack.frames.values():
        for qualifier in frame.qualifiers:
            if qualifier.id == role:
                said = _choice(qualifier, value, pack, lang)
                if said is not None:
                    return said
    return clean(value)


def _choice(qualifier: Qualifier, value: str, pack: Pack, lang: Lang) -> str | None:
    if qualifier.type == "unit":
        return name(pack.units[value].names, lang, value) if value in pack.units else None
    for choice in qualifier.choices:
        if choice.id == value:
            return name(choice.names, lang, value)
    return None


def cell_text(cell: Cell, column: Column | None, pack: Pack, lang: Lang) -> str:
    """Return what a cell of a table shows; an empty cell shows nothing."""
    match cell:
        case None:
            return ""
        case EntityCell():
            return label(cell.label, lang, cell.id)
        case ValueCell():
            return value_text(cell, column, pack, lang)


def qualifier_text(statement: Statement, qualifier: Qualifier, pack: Pack, lang: Lang) -> str:
    """Return the value of one qualifier of a statement in words, empty when the statement has none."""
    value = statement.qualifiers.get(qualifier.id)
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return _choice(qualifier, value, pack, lang) or clean(value)
    unit = _unit_beside(statement, qualifier, pack, lang)
    upper = statement.qualifiers.get(qualifier.upper) if qualifier.upper else None
    upper_number = upper if isinstance(upper, int | float) else None
    return quantity_text(value, unit, pack, lang, upper_number)


def _unit_beside(statement: Statement, qualifier: Qualifier, pack: Pack, lang: Lang) -> str | None:
    """Return the unit to write; none when a choice of the statement says the same word (parameters: 70 billion)."""
    unit = statement.qualifiers.get(qualifier.unit) if qualifier.unit else None
    if not isinstance(unit, str):
        return None
    known = pack.units.get(unit)
    frame = pack.frames.get(statement.frame)
    if known is None or frame is None:
        return unit
    choices = [one for one in frame.qualifiers if one.type == "choice" and one.id in statement.qualifiers]
    said = {qualifier_text(statement, one, pack, lang) for one in choices}
    return None if said and name(known.names, lang) in said else unit


def shown_qualifiers(frame: Frame) -> tuple[Qualifier, ...]:
    """Return the qualifiers that are shown by themselves: units and upper ends go with their number."""
    return _shown(SameFrame(frame))


@lru_cache(maxsize=256)
def _shown(same: SameFrame) -> tuple[Qualifier, ...]:
    qualifiers = same.frame.qualifiers
    with_number = {other for one in qualifiers for other in (one.unit, one.upper) if other}
    return tuple(qualifier for qualifier in qualifiers if qualifier.id not in with_number)


def date_text(date: str, lang: Lang) -> str:
    """Return a date as it was written; a bare year gets its character in Chinese."""
    return clean(date) + ("年" if lang == "zh" and len(date) == 4 and date.isdigit() else "")


def validity_text(statement: Statement, lang: Lang, *, event: bool) -> str:
    """Return since when and until when a statement holds, as its source wrote the dates."""
    first, last = date_text(statement.valid_from, lang), date_text(statement.valid_to, lang)
    match bool(first), bool(last):
        case True, True if first == last:
            return phrase("on_date", lang, date=first)
        case True, True:
            return phrase("valid_between", lang, first=first, last=last)
        case True, False:
            return phrase("on_date" if event else "valid_from", lang, date=first)
        case False, True:
            return phrase("valid_to", lang, date=last)
        case _:
            return ""
