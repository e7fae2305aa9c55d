"""What an answer about contradictions tells its reader, in both languages."""

from __future__ import annotations

from kg.analysis.notes import Note


def no_conflict() -> Note:
    """Say that no contradiction is documented, which is not agreement."""
    return {
        "en": "No contradiction is documented; that does not mean that the sources agree: most things are told once.",
        "zh": "没有记录到矛盾;这不等于来源一致:多数内容只有一处提及。",
    }


def differing_scopes(rows: int, of: int) -> Note:
    """Say in which rows the words of the scopes differ."""
    which = f"The last {rows} of {of} rows" if rows < of else "All rows" if rows > 1 else "The row"
    verb = "compare" if rows > 1 else "compares"
    return {
        "en": f"{which} {verb} numbers whose scopes differ in words: whether they tell of the same is for the reader"
        " to judge.",
        "zh": f"{'末' if rows < of else ''}{rows}行所比数值的范围说明措辞不同:是否所指相同,请自行判断。",
    }


def excluding(rows: int) -> Note:
    """Say that some rows are of statements that cannot both be true."""
    return {
        "en": f"{rows} row{' sets' if rows == 1 else 's set'} statements side by side that exclude each other.",
        "zh": f"{rows}行并列了互相排斥的陈述。",
    }


def only_compared() -> Note:
    """Say what is compared."""
    return {
        "en": "Numbers are compared when they are of one measure, dimension and period (of any period where the measure"
        " lasts) and from different sources.",
        "zh": "只比较指标、量纲和时期相同(不随日期变化的指标则不论时期)且来源不同的数值。",
    }
