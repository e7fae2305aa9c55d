"""The words of the page alone, in both languages; what it shares with the terminal is in ``kg.view.phrases``."""

from __future__ import annotations

from collections.abc import Mapping

from kg.base.diagnostics import Lang
from kg.view.phrases import PHRASES

_SHARED = (
    "understood",
    "answer",
    "advice",
    "nothing_found",
    "derived",
    "because",
    "also",
    "kind",
    "more",
    "heading_statement",
    "heading_status",
    "heading_confidence",
    "heading_source",
    "heading_date",
    "heading_rule",
    "status_fact",
    "status_claim",
    "status_forecast",
    "status_rumour",
    "status_derived",
    "status_reference",
    "derived_on",
    "confidence_high",
    "confidence_medium",
    "confidence_low",
)

_PAGE: Mapping[str, Mapping[Lang, str]] = {
    "skip": {"en": "Skip to the table", "zh": "跳到表格"},
    "ask": {"en": "Ask", "zh": "提问"},
    "ask_label": {"en": "Ask a question, or name a thing", "zh": "输入问题或对象名称"},
    "ask_answer": {"en": "Answer", "zh": "答案"},
    "ask_examples": {"en": "Questions to start from:", "zh": "可以从这些问题开始："},
    "browse": {"en": "Its own page", "zh": "打开它的页面"},
    "search": {"en": "Search names, aliases, tickers", "zh": "搜索名称、别名、代码"},
    "search_none": {"en": "Nothing found", "zh": "未找到"},
    "search_count": {"en": "{n} found", "zh": "找到{n}个"},
    "picture": {"en": "Picture of the answer", "zh": "答案图"},
    "minimap": {"en": "Overview; drag to move the view", "zh": "全图缩略；拖动以移动视图"},
    "chart": {"en": "The numbers, drawn to scale", "zh": "数值条形图"},
    "rest": {"en": "not accounted for", "zh": "未涵盖"},
    "table": {"en": "Table of the answer", "zh": "答案表"},
    "panel": {"en": "Details and evidence", "zh": "详情与证据"},
    "legend": {"en": "Legend and filters", "zh": "图例与筛选"},
    "classes": {"en": "Things", "zh": "对象"},
    "frames": {"en": "Relations", "zh": "关系"},
    "standings": {"en": "Lines", "zh": "线型"},
    "language": {"en": "中文", "zh": "English"},
    "language_title": {"en": "Switch to Chinese", "zh": "切换到英文"},
    "theme": {"en": "Dark", "zh": "深色"},
    "theme_light": {"en": "Light", "zh": "浅色"},
    "fit": {"en": "Fit", "zh": "全图"},
    "zoom_in": {"en": "Zoom in", "zh": "放大"},
    "zoom_out": {"en": "Zoom out", "zh": "缩小"},
    "save": {"en": "Save", "zh": "保存"},
    "save_png": {"en": "Picture (PNG)", "zh": "图片（PNG）"},
    "save_svg": {"en": "Drawing (SVG)", "zh": "矢量图（SVG）"},
    "save_csv": {"en": "Table (CSV)", "zh": "表格（CSV）"},
    "save_json": {"en": "Data (JSON)", "zh": "数据（JSON）"},
    "print": {"en": "Print", "zh": "打印"},
    "help": {"en": "Keys", "zh": "按键"},
    "close": {"en": "Close", "zh": "关闭"},
    "value": {"en": "value", "zh": "数值"},
    "asked": {"en": "in the answer", "zh": "在答案中"},
    "asked_derived": {"en": "in the answer, derived", "zh": "在答案中（推导）"},
    "start": {
        "en": "Click a box or a line to see its statements and their sources.",
        "zh": "点击方框或连线查看其陈述与来源。",
    },
    "order_flow": {
        "en": "Columns lead from upstream on the left to downstream on the right.",
        "zh": "各列自左（上游）向右（下游）排列。",
    },
    "order_reading": {
        "en": "Lines lead from left to right as their statements read.",
        "zh": "连线自左向右，依陈述的语序。",
    },
    "order_chains": {
        "en": "Each way leads from left to right; its number is that of its row.",
        "zh": "每条路径自左向右，其编号即表中行号。",
    },
    "order_needs": {
        "en": "Counts are multiplied along each way from left to right.",
        "zh": "数量沿每条路径自左向右相乘。",
    },
    "order_parts": {
        "en": "The whole stands on the left, its parts to the right of it.",
        "zh": "整体在左，其组成部分在右。",
    },
    "order_loss": {
        "en": "What is gone stands on the left, what is lost by it to the right.",
        "zh": "缺失者在左，随之失去者在右。",
    },
    "order_comparison": {
        "en": "What both share stands between the two, what one has alone outside.",
        "zh": "两者共有的居中，各自独有的在外侧。",
    },
    "statements_of": {"en": "Statements", "zh": "陈述"},
    "no_statements": {"en": "The answer holds no statement about it.", "zh": "答案中没有关于它的陈述。"},
    "stands_on": {"en": "Stands on", "zh": "所依据的陈述"},
    "stands_also_on": {"en": "And, derived again, on", "zh": "另一推导依据"},
    "derived_by": {"en": "Derived by the rule “{rule}”", "zh": "由规则“{rule}”推导"},
    "reference_note": {"en": "Reference data of the pack, without a claim", "zh": "数据包的基础数据，无来源声明"},
    "conflict": {"en": "Sources differ", "zh": "来源说法不一"},
    "upstream": {"en": "upstream", "zh": "上游"},
    "downstream": {"en": "downstream", "zh": "下游"},
    "focus": {"en": "Only this and its neighbours", "zh": "只看它与邻居"},
    "focus_two": {"en": "Two steps around", "zh": "两步以内"},
    "unfocus": {"en": "Show all", "zh": "显示全部"},
    "path": {
        "en": "Shift-click a second box: the shortest way between both",
        "zh": "按住Shift点击另一方框：两者间的最短路径",
    },
    "path_found": {"en": "Shortest way: {n} steps", "zh": "最短路径：{n}步"},
    "path_none": {"en": "No way between both in this picture", "zh": "图中两者之间没有路径"},
    "unfold": {"en": "Expand: {n} more", "zh": "展开：另有{n}个"},
    "fold": {"en": "Collapse what hangs by it", "zh": "收起只与它相连的对象"},
    "folded": {
        "en": "{n} more around it: double-click a box with a + to expand it",
        "zh": "周围另有{n}个：双击带+的方框可展开",
    },
    "unfold_all": {"en": "Expand all", "zh": "全部展开"},
    "hidden": {"en": "{n} hidden", "zh": "{n}个已隐藏"},
    "reset": {"en": "Show everything", "zh": "全部显示"},
    "reliability": {"en": "reliability {n}", "zh": "可靠性{n}"},
    "published": {"en": "published {n}", "zh": "发布于{n}"},
    "author": {"en": "by {n}", "zh": "作者：{n}"},
    "identifier": {"en": "Id", "zh": "标识"},
    "no_picture": {"en": "This answer has nothing to draw.", "zh": "此答案没有可绘制的内容。"},
    "too_large": {
        "en": "{n} boxes are too many for a picture; the table and the files hold them all.",
        "zh": "{n}个方框过多，无法成图；表格与文件包含全部内容。",
    },
    "rows_of": {"en": "{n} rows", "zh": "{n}行"},
    "all_rows": {"en": "Show all {n} rows", "zh": "显示全部{n}行"},
    "sort": {"en": "Sort by {n}", "zh": "按{n}排序"},
    "announce": {
        "en": "{name}, {cls}, {n} statements, {up} upstream, {down} downstream",
        "zh": "{name}，{cls}，{n}条陈述，上游{up}个，下游{down}个",
    },
    "keys": {
        "en": "Arrow keys: walk along the lines | Enter: open the details | /: search | Esc: clear the selection | + and -: zoom | 0: whole picture | f: only the neighbours | e, or double click: expand or collapse | l: language | d: dark or light | Back button: undo",
        "zh": "方向键：沿连线移动 | Enter：打开详情 | /：搜索 | Esc：取消选择 | + 和 -：缩放 | 0：全图 | f：只看邻居 | e，或双击：展开或收起 | l：切换语言 | d：深色或浅色 | 浏览器后退：撤销",
    },
    "made": {"en": "Answer of {date}", "zh": "{date}的答案"},
    "time": {"en": "Year", "zh": "年份"},
    "time_all": {"en": "all years", "zh": "全部年份"},
    "script_needed": {
        "en": "This page draws its picture with a script of its own; nothing is loaded from anywhere.",
        "zh": "本页用自带的脚本绘图，不从任何地方加载内容。",
    },
}


def words() -> dict[Lang, dict[str, str]]:
    """Return all words of the page, by language and id."""
    languages: tuple[Lang, Lang] = ("en", "zh")
    return {
        lang: {key: PHRASES[key][lang] for key in _SHARED} | {key: texts[lang] for key, texts in _PAGE.items()}
        for lang in languages
    }
