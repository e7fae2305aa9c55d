"""Numbers and dates at a place of a text, in both languages: digits, words, 万亿, fractions, quarters."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from kg.base.dates import Period, read_period


class Literal(Struct, frozen=True):
    """A number or a date that begins where it was looked for and ends at ``end``."""

    end: int
    value: float | Period
    #: the number was written as a percentage or a fraction of a whole ("20%", "a quarter")
    part: bool = False


_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DATES = (
    rf"{_YEAR}\s*年\s*(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*[日号]",
    rf"{_YEAR}\s*年\s*(?P<m>\d{{1,2}})\s*月(?:份|底|末)?",
    rf"{_YEAR}\s*年\s*第?\s*(?P<q>[1-4一二三四])\s*季度",
    rf"{_YEAR}\s*年(?:底|末|初)?",
    rf"{_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])",
    rf"{_YEAR}-(?P<m>\d\d)(?![\d-])",
    rf"{_YEAR}([/.])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}})(?![\d/.]\d)",
    rf"{_YEAR}[-\s]?Q(?P<q>[1-4])(?!\w)",
    rf"Q(?P<q>[1-4])[-\s]+{_YEAR}(?!\w)",
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<M>{_MONTH})\.?,?\s+{_YEAR}(?!\w)",
    rf"(?P<M>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\w)",
    rf"(?P<M>{_MONTH})\.?\s+{_YEAR}(?!\w)",
    rf"{_YEAR}(?:(?=[到至和与])|(?![\w%-]|[.,]\d|\s*[万亿]))",
)
#: What a date may begin with besides a digit: a quarter, the first three letters of a month.
_MONTH_STARTS = frozenset(name[:3] for name in _MONTHS)
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


@cache
def _date_patterns() -> tuple[re.Pattern[str], ...]:
    """Compiled where a question may hold a date, not at every start."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _DATES)


def read_date(text: str, start: int) -> Literal | None:
    """Read the date that begins at ``start``, or None. A day that no calendar has is None too."""
    first = text[start : start + 1]
    if not (first.isdecimal() or first in "Qq" or text[start : start + 3].lower() in _MONTH_STARTS):
        return None
    for pattern in _date_patterns():
        match = pattern.match(text, start)
        if match is None:
            continue
        groups = match.groupdict()
        month = groups.get("m") or (groups.get("M") and _MONTHS[groups["M"].lower()])
        quarter = groups.get("q")
        written = groups["y"]
        if quarter:
            written += f"-Q{_QUARTERS.get(quarter, quarter)}"
        elif month:
            written += f"-{int(month):02d}" + (f"-{int(groups['d']):02d}" if groups.get("d") else "")
        try:
            return Literal(match.end(), read_period(written))
        except ValueError:
            return None
    return None


_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "mn": 1e6, "bn": 1e9}
_SCALE = re.compile(r"\s*(thousand|million|billion|trillion|quadrillion|mn|bn)\b", re.IGNORECASE)
_PERCENT = re.compile(r"\s*(%|％|per\s?cent\b)", re.IGNORECASE)
_EN_UNITS = dict(zip("one two three four five six seven eight nine".split(), map(float, range(1, 10)), strict=True))
_EN_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), map(float, range(20, 100, 10)), strict=True)
)
_EN_TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        map(float, range(10, 20)),
        strict=True,
    )
)
_EN_SMALL = {"zero": 0.0, "a dozen": 12.0, "a hundred": 100.0, "hundred": 100.0, **_EN_UNITS, **_EN_TEENS, **_EN_TENS}
_EN_FRACTIONS = {
    "half": 0.5, "a half": 0.5, "one half": 0.5, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3,
    "a quarter": 0.25, "one quarter": 0.25, "three quarters": 0.75, "a fifth": 0.2, "one fifth": 0.2, "a tenth": 0.1,
    "one tenth": 0.1,
}  # fmt: skip
_EN_WORDS = re.compile(
    r"(?:(?P<f>" + "|".join(sorted((w.replace(" ", r"[\s-]+") for w in _EN_FRACTIONS), key=len, reverse=True))
    + r")(?!\w)|(?P<a>a)(?=\s+(?:thousand|million|billion|trillion)\b)|(?P<n>"
    + "|".join(sorted((w.replace(" ", r"\s+") for w in _EN_SMALL), key=len, reverse=True)) + r")(?!\w))",
    re.IGNORECASE,
)  # fmt: skip
_EN_UNIT = re.compile(r"(?:\s*-\s*|\s+)(" + "|".join(_EN_UNITS) + r")(?!\w)", re.IGNORECASE)
_EN_HUNDRED = re.compile(r"\s+hundred(?!\w)", re.IGNORECASE)
_EN_REST = re.compile(r"\s+(?:and\s+)?(" + "|".join((*_EN_TENS, *_EN_TEENS, *_EN_UNITS)) + r")(?!\w)", re.IGNORECASE)
_ZH_DIGIT = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "壹": 1, "贰": 2}
_ZH_SCALE = {"十": 10, "百": 100, "千": 1000}
_ZH_BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_ZH_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千]+")
#: 兆 is a scale but in 兆瓦, 兆字节, where it belongs to the unit.
_ZH_BIGS = re.compile(r"\s*([千百十]?(?:[万亿]|兆(?![瓦赫字比位焦]))+)")
#: What may follow 万 or 亿 as a part of the same number: it ends in a scale of its own.
_ZH_REST = re.compile(
    r"(?:零|〇)?([一二两三四五六七八九十百千]*[十百千]|\d+(?=[千百万])|[一二两三四五六七八九](?=万))([千百])?(万)?"
)
_ZH_FRACTION = re.compile(r"([一二两三四五六七八九十百\d]+)分之([零一二两三四五六七八九十百\d.]+)")
_ZH_HALF = re.compile(r"一半|半数")
_ZH_TENTHS = re.compile(r"([一二两三四五六七八九]|(?<!\d)\d)成(?!为|都|立)")
_SLASHED = re.compile(r"(?<![\d/])([1-9])/([2-9]|10)(?![\d/])")


def read_number(text: str, start: int) -> Literal | None:
    """Read the number that begins at ``start``, or None.

    >>> read_number("1.8 trillion", 0).value, read_number("128万亿", 0).value, read_number("四分之一", 0).value
    (1800000000000.0, 128000000000000.0, 0.25)
    """
    return _fraction(text, start) or _english(text, start) or _chinese(text, start)


def _fraction(text: str, start: int) -> Literal | None:
    if match := _ZH_FRACTION.match(text, start):
        whole, part = _plain(match[1]), _plain(match[2])
        return Literal(match.end(), part / whole, True) if whole else None
    if match := _ZH_HALF.match(text, start):
        return Literal(match.end(), 0.5, True)
    if match := _ZH_TENTHS.match(text, start):
        return Literal(match.end(), _plain(match[1]) / 10, True)
    if (match := _SLASHED.match(text, start)) and int(match[1]) < int(match[2]):
        return Literal(match.end(), int(match[1]) / int(match[2]), True)
    return None


def _english(text: str, start: int) -> Literal | None:
    if match := _DIGITS.match(text, start):
        return _scaled(text, match.end(), float(match[0].replace(",", "")))
    if match := _EN_WORDS.match(text, start):
        if match["f"]:
            return Literal(match.end(), _EN_FRACTIONS[" ".join(re.split(r"[\s-]+", match["f"].lower()))], True)
        if match["a"]:
            return _scaled(text, match.end("a"), 1.0)
        value, end = _counted(text, match.end(), _EN_SMALL[" ".join(match["n"].lower().split())])
        return _scaled(text, end, value)
    return None


def _counted(text: str, end: int, value: float) -> tuple[float, int]:
    """Add what follows a number word: "twenty" + "-one", "two" + "hundred" + "and five"."""
    if value in _EN_TENS.values() and (match := _EN_UNIT.match(text, end)):
        value, end = value + _EN_UNITS[match[1].lower()], match.end()
    if value < 100 and (match := _EN_HUNDRED.match(text, end)):
        value, end = value * 100, match.end()
    if value >= 100 and (match := _EN_REST.match(text, end)):
        rest, end = _counted(text, match.end(), _EN_SMALL[match[1].lower()])
        value += rest
    return value, end


def _scaled(text: str, end: int, value: float) -> Literal:
    while match := _SCALE.match(text, end):
        value, end = value * _SCALES[match[1].lower()], match.end()
    if big := _ZH_BIGS.match(text, end):
        value, end = _with_rest(text, big.end(), value, _product(big[1]))
    if percent := _PERCENT.match(text, end):
        return Literal(percent.end(), value / 100, True)
    return Literal(end, value)


def _with_rest(text: str, end: int, value: float, scale: float) -> tuple[float, int]:
    """Multiply by a scale, and add the lower part that follows it: 三万 + 五千, 一亿 + 五千万."""
    value *= scale
    while match := _ZH_REST.match(text, end):
        lower = _plain(match[1]) * (_ZH_SCALE[match[2]] if match[2] else 1) * (_product(match[3]) if match[3] else 1)
        if lower >= scale:
            break
        value, end = value + lower, match.end()
    return value, end


def _chinese(text: str, start: int) -> Literal | None:
    if match := _ZH_NUMBER.match(text, start):
        return _scaled(text, match.end(), _plain(match[0]))
    return None


def _plain(text: str) -> float:
    """Return the value of digits or of Chinese numerals below ten thousand."""
    if text.replace(".", "", 1).isdigit() and text.isascii():
        return float(text)
    total, digit = 0, 0
    for char in text:
        if char in _ZH_SCALE:
            total, digit = total + (digit or 1) * _ZH_SCALE[char], 0
        else:
            digit = _ZH_DIGIT.get(char, 0)
    return float(total + digit)


def _product(scales: str) -> float:
    value = 1.0
    for char in scales:
        value *= _ZH_SCALE.get(char, 1) * _ZH_BIG.get(char, 1)
    return value
