"""The sentences that an answer adds for its reader, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

Note = Mapping[str, str]


def left_out(count: int, things: bool) -> Note:
    """Say what rules derive beside the stated statements that the answer rests on."""
    what_en = "thing" if things else "statement"
    what_zh = "个事物" if things else "条陈述"
    plural = "" if count == 1 else "s"
    return {
        "en": f"Only what sources state is counted here; rules derive {count} more {what_en}{plural} that would fit.",
        "zh": f"此处只计来源明确陈述的内容;规则另推导出{count}{what_zh}符合条件。",
    }


def nothing_known(name: Mapping[str, str]) -> Note:
    """Say that no value is known: that is not the same as nought."""
    return {"en": f"No {name['en']} is documented.", "zh": f"没有记录任何{name['zh']}。"}


def nothing_noted(aspect: Mapping[str, str], thing: Mapping[str, str]) -> Note:
    """Say that a thing has no such property on record: that is not the same as having none."""
    english, chinese = thing.get("en", ""), thing.get("zh") or thing.get("en", "")
    return {"en": f"No {aspect['en']} of {english} is documented.", "zh": f"没有记录{chinese}的{aspect['zh']}。"}


def nothing_counted() -> Note:
    """Say that none is documented: that is not the same as none."""
    return {"en": "None is documented; that does not mean that there is none.", "zh": "没有记录;这不等于没有。"}


def no_other() -> Note:
    """Say that nobody else is documented: that is not the same as nobody."""
    return {
        "en": "No other one is documented; that does not mean that there is none.",
        "zh": "没有记录其他的;这不等于没有其他的。",
    }


def others_too() -> Note:
    """Say that the rows are the others of which it is documented."""
    return {"en": "It is documented of others, which are listed here.", "zh": "另有记录表明还有其他的,列在此处。"}


def mixed_units(units: tuple[str, ...]) -> Note:
    """Say that values of different units are not put together."""
    listed = ", ".join(units)
    return {
        "en": f"The values are in different units ({listed}) and are not put together.",
        "zh": f"数值的单位不同({listed}),不能合并。",
    }


def unknown_values(count: int, of: int, name: Mapping[str, str]) -> Note:
    """Say over how many statements a value is known."""
    return {
        "en": f"{count} of {of} statements give no {name['en']}; they are left out.",
        "zh": f"{of}条陈述中有{count}条未给出{name['zh']},未计入。",
    }


def ranges(count: int) -> Note:
    """Say that of ranges the lower end was taken."""
    return {
        "en": f"{count} of the values are ranges; their lower ends are taken.",
        "zh": f"其中{count}个数值是区间,取其下限。",
    }


def accounts_differ(count: int) -> Note:
    """Say that several values may be accounts of the same thing."""
    return {
        "en": f"{count} of the statements give different values for the same roles and dates; each is counted.",
        "zh": f"有{count}条陈述对相同的角色和日期给出不同的数值;每条都计入。",
    }


def ended(day: str) -> Note:
    """Say that what is documented had ended."""
    return {"en": f"It is documented, but had ended by {day}.", "zh": f"有记录,但截至{day}已经结束。"}
