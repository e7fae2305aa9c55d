"""What an answer about shares tells its reader, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from kg.analysis.amount import plain
from kg.analysis.headings import Label
from kg.analysis.interval import Interval
from kg.analysis.notes import Note


def no_shares(counted: Label) -> Note:
    """Say that no share is documented that could be compared."""
    return {
        "en": f"No share by {counted['en']} is documented that could be compared; that is no proof of a low concentration.",
        "zh": f"没有记录可比较的各{counted['zh']}份额;这不表示集中度低。",
    }


def index_between(whole: Label, index: Interval, left: Interval) -> Note:
    """Say what the index of one whole is, and what is left of it."""
    between, remainder = _spelled(index), _spelled(left)
    return {
        "en": f"{whole['en']}: Herfindahl index {between}, with {remainder}% of the whole not accounted for.",
        "zh": f"{whole['zh']}:赫芬达尔指数{between},整体中有{remainder}%未涵盖。",
    }


def more_than_whole(whole: Label) -> Note:
    """Say that the shares of one whole come to more than the whole, so that they contradict one another."""
    return {
        "en": f"{whole['en']}: the shares come to more than the whole; they contradict one another and give no index.",
        "zh": f"{whole['zh']}:各份额之和超过整体,互相矛盾,不计算指数。",
    }


def several_wholes(count: int) -> Note:
    """Say that the rows are of several wholes and never put together."""
    return {
        "en": f"The rows are shares of {count} different wholes: basis, period or what they are shares of differ."
        " They are not added or compared; name a basis and a period to choose one.",
        "zh": f"各行是{count}个不同整体的份额:口径、时期或所占对象不同,不相加也不比较;可指定口径和时期选取其一。",
    }


def not_put_together(count: int, counted: Label, names: Sequence[Label]) -> Note:
    """Say which shares were left out, for each is of a whole of its own."""
    one = count == 1
    return {
        "en": f"{count} share{' is' if one else 's are'} left out ({', '.join(name['en'] for name in names)}): on this"
        f" basis each {counted['en']} has a whole of its own, or none is named, so that they cannot be put together.",
        "zh": f"有{count}个份额未计入({'、'.join(name['zh'] for name in names)}):按此口径各{counted['zh']}所占整体不同或不明,不能放在一起。",
    }


def estimates() -> Note:
    """Say that products of shares are estimates."""
    return {
        "en": "A product of shares along a chain is an estimate: it takes the business of each one on the way to be"
        " spread evenly. Chains are not added up, and periods may differ along one.",
        "zh": "沿链相乘的份额是估计值:假定途中各方的业务平均分布。各链不相加,同一链上的时期可能不同。",
    }


def no_exposure(one: Label, other: Label) -> Note:
    """Say that no chain of shares is documented."""
    return {
        "en": f"No chain of documented shares leads from {one['en']} to {other['en']};"
        " that does not mean that there is no exposure.",
        "zh": f"没有从{one['zh']}到{other['zh']}的份额链记录;这不等于没有敞口。",
    }


def _spelled(interval: Interval) -> str:
    low, high = (f"{plain(round(value, 1)):,}" for value in (interval.low, interval.high))
    return low if low == high else f"{low}–{high}"
