"""The fixed words of answers, on the terminal and on the page, in both languages: one table for all of them."""

from __future__ import annotations

from collections.abc import Mapping

from kg.base.diagnostics import Lang

#: id -> text in each language. ``{n}`` and the like are filled by ``phrase``.
PHRASES: Mapping[str, Mapping[Lang, str]] = {
    # what an answer says of itself
    "understood": {"en": "Understood", "zh": "理解为"},
    "as_of": {"en": "As of {date}", "zh": "截至{date}"},
    "as_of_any": {"en": "At any time", "zh": "不限时间"},
    "known_on": {"en": "as known on {date}", "zh": "按{date}所知"},
    "statuses_all": {"en": "facts, claims, forecasts and rumours", "zh": "事实、说法、预测和传闻"},
    "statuses_only": {"en": "only {statuses}", "zh": "仅{statuses}"},
    "answer": {"en": "Answer", "zh": "答案"},
    "yes": {"en": "Yes", "zh": "是"},
    "no": {"en": "Contradicted", "zh": "与记录相反"},
    "unknown": {"en": "Not documented", "zh": "未见记录"},
    "true": {"en": "yes", "zh": "是"},
    "false": {"en": "no", "zh": "否"},
    "no_data": {"en": "No data", "zh": "没有数据"},
    "no_one_number": {"en": "No one number: see the rows", "zh": "没有单一数字，见各行"},
    "nothing_found": {"en": "Nothing is documented that fits.", "zh": "没有符合条件的记录。"},
    "coverage": {
        "en": "Coverage: of {asked} asked about, {documented} have any statement of {frame}. Unknown is not none.",
        "zh": "覆盖：所问的{asked}项中，{documented}项有“{frame}”记录。未记录不等于没有。",
    },
    "truncated": {"en": "Cut: {why}", "zh": "已截断：{why}"},
    "advice": {"en": "Questions close to it that have answers", "zh": "相近且有答案的问题"},
    "finds": {"en": "{n} found", "zh": "{n}项"},
    "stated": {"en": "Stated by sources", "zh": "来源所述"},
    "derived": {"en": "Derived", "zh": "推导"},
    "derived_by": {
        "en": "Derived by the rule “{rule}”: no source says it as such",
        "zh": "由规则“{rule}”推导：没有来源直接说明",
    },
    "because": {"en": "Because", "zh": "依据"},
    "more": {"en": "and {n} more", "zh": "另有{n}条"},
    # rows, statements, sources
    "rows": {"en": "{n} rows", "zh": "{n}行"},
    "row": {"en": "1 row", "zh": "1行"},
    "things": {"en": "{n} things", "zh": "{n}个对象"},
    "thing": {"en": "1 thing", "zh": "1个对象"},
    "statements": {"en": "{n} statements", "zh": "{n}条陈述"},
    "statement": {"en": "1 statement", "zh": "1条陈述"},
    "sources": {"en": "{n} sources", "zh": "{n}个来源"},
    "source": {"en": "1 source", "zh": "1个来源"},
    "derived_rows": {"en": "{n} derived", "zh": "{n}行推导"},
    # headings of the evidence
    "heading_statement": {"en": "Statement", "zh": "陈述"},
    "heading_status": {"en": "Status", "zh": "状态"},
    "heading_weakest": {"en": "Weakest ground", "zh": "最弱依据"},
    "heading_confidence": {"en": "Confidence", "zh": "可信度"},
    "heading_source": {"en": "Source", "zh": "来源"},
    "heading_date": {"en": "Date", "zh": "日期"},
    "heading_rule": {"en": "Rule", "zh": "规则"},
    "heading_value": {"en": "Value", "zh": "数值"},
    "status_fact": {"en": "fact", "zh": "事实"},
    "status_claim": {"en": "claim", "zh": "说法"},
    "status_forecast": {"en": "forecast", "zh": "预测"},
    "status_rumour": {"en": "rumour", "zh": "传闻"},
    "status_derived": {"en": "derived", "zh": "推导"},
    "status_reference": {"en": "reference data", "zh": "基础数据"},
    "derived_on": {"en": "derived, on {status}", "zh": "推导，据{status}"},
    "confidence_high": {"en": "high", "zh": "高"},
    "confidence_medium": {"en": "medium", "zh": "中"},
    "confidence_low": {"en": "low", "zh": "低"},
    "valid_from": {"en": "from {date}", "zh": "自{date}起"},
    "valid_to": {"en": "until {date}", "zh": "至{date}止"},
    "valid_between": {"en": "{first} to {last}", "zh": "{first}至{last}"},
    "on_date": {"en": "{date}", "zh": "{date}"},
    # a description
    "also": {"en": "Also", "zh": "又名"},
    "kind": {"en": "Kind", "zh": "种类"},
    # errors
    "error": {"en": "Cannot read the question", "zh": "无法读懂问题"},
    "expected": {"en": "Expected here", "zh": "此处应为"},
    "nearest": {"en": "Nearest", "zh": "相近的写法"},
    "remedy": {"en": "What to do", "zh": "怎么办"},
    "see": {"en": "See", "zh": "详见"},
}


def phrase(id: str, lang: Lang, **values: object) -> str:
    """Return the phrase in a language, its placeholders filled."""
    return PHRASES[id][lang].format(**values)


def counted(id: str, number: int, lang: Lang) -> str:
    """Return a number with the noun ``id`` in the right number: ``counted("row", 2, "en")`` is "2 rows"."""
    return phrase(id if number == 1 else id + "s", lang, n=f"{number:,}")
