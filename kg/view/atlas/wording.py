"""The words of the atlas alone, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from kg.base.diagnostics import Lang

WORDS: Mapping[str, Mapping[Lang, str]] = {
    "title": {"en": "Atlas: {pack}", "zh": "图册：{pack}"},
    "home": {"en": "All things", "zh": "全部对象"},
    "things": {"en": "things", "zh": "个对象"},
    "stated": {"en": "statements with sources", "zh": "条有来源的陈述"},
    "sources": {"en": "sources", "zh": "个来源"},
    "conflicts": {"en": "places where sources differ", "zh": "处来源说法不一"},
    "contents": {"en": "By class and kind", "zh": "按类别与种类"},
    "no_kind": {"en": "of no kind", "zh": "未归种类"},
    "sources_title": {"en": "Sources", "zh": "来源"},
    "conflicts_title": {"en": "Where sources differ", "zh": "来源说法不一之处"},
    "no_conflicts": {"en": "Nowhere.", "zh": "没有。"},
    "statements_count": {"en": "{n} statements", "zh": "{n}条陈述"},
    "cited": {"en": "cited {n} times", "zh": "被引用{n}次"},
    "part": {
        "en": "The picture shows {shown} of {all} statements, the strongest of each relation.",
        "zh": "图中为{all}条陈述中的{shown}条，取各关系中最可靠者。",
    },
    "picture": {"en": "Picture", "zh": "图"},
    "derived_by": {"en": "Derived by the rule “{rule}”", "zh": "由规则“{rule}”推导"},
    "reference": {"en": "reference data of the pack", "zh": "数据包的基础数据"},
    "nothing": {"en": "No statement names it.", "zh": "没有陈述提到它。"},
}
