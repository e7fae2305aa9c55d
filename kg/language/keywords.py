"""The words of the language itself, per language: surface -> (terminal, canonical word).

Nothing here is about any domain. A surface is its own canonical word, unless its terminal names one: under
``VD=vital`` "essential to" is a participle with the word "vital".
"""

from __future__ import annotations

from typing import Literal

_Table = dict[str, str]

#: Words that make no difference and are read over.
_EN_FILLERS = (
    "please, i need the names of, i need, i am looking for, i'm looking for, looking for, can you show, can you find, can you list, can you tell me, could you tell me, tell me, show me, give me, i want to know, i would like to know, i'd like to know, do you know, can you show me, let me know, currently, "
    "actually, now, its, their, his, her, our, my, ever, recorded, documented, known, kindly, again, just, indeed, also, "
    "as far as is recorded, as far as is known, on record, in the graph, expected, all together, altogether, in total, "
    "recorded as, known as, documented as, listed as, is expected to, are expected to, was expected to, were expected to, "
    "common, the names of, names of, there, themselves, each other, respectively, different, distinct, various, in the data, on file, of compute,  together, product, products, exist, exists, along the supply chain, through the supply chain"
)
_EN: _Table = {
    "DET": "the, a, an",
    "WHO": "who, whom, which one, which ones, whoever",
    "WHAT": "what, which things, what things, what else",
    "WHICH": "which, whichever",
    "HOWMANY": "how many, how much, what number of",
    "AGGREGATE=sum": "total, sum of",
    "AGGREGATE=average": "average, mean, average of",
    "NUMBEROF": "number of, count of, the number of, total number of",
    "HOW": "how",
    "DO": "do, does, did, can, could, may, might, will, would, should, must, is it true that, is there any record that, "
    "is there a record that, is there evidence that, is there any evidence that, is it recorded that, is it documented that, "
    "is it known whether, is it known that, is it known if, do we know whether, do we know if, is it documented whether",
    "WRITTEN": "where does the claim that, on what sources rests the claim that, on which sources rests the claim that, "
    "on what does the claim rest that, what supports the claim that, what backs the claim that, what is the evidence that, "
    "what is the evidence for the claim that, where is it written that, where is it stated that, where is it reported that, where is it said that",
    "ORMORE": "or more, or above, and more, and above",
    "ORFEWER": "or fewer, or less, or below",
    "RECORDOF": "is there any record of, is there a record of, is there evidence of, is there any evidence of, any record of",
    "HOWLARGE": "how big, how large, how high, how great, how fast, how long, how heavy",
    "IFHAVE": "if i buy, if we buy, if you buy, if i order, if we order, if i build, if we build, if you build, if i install, if we install, "
    "if i have, if we have, suppose i buy, suppose we buy",
    "GETS": "do i get, do we get, do i need, do we need, do you need, would i get, will i get, would i need, will i need, do you get, "
    "am i getting, are needed, is needed, are required, do they contain, are in them",
    "IT": "it, them",
    "HAVE": "have, has, had, having",
    "BE": "can you trace, could you trace, is it possible to trace, is, are, was, were, be, been, being",
    "NOT": "not, don't, doesn't, didn't, isn't, aren't, wasn't, do not, does not, did not, never, cannot, can't",
    "NO": "no, none of, not any, neither of",
    "ONLY": "only, solely, exclusively, nothing but, nobody but, no one but, nobody except, no one except, nothing except, only the",
    "ALL": "all, every, every one of, all of, all the",
    "EACH": "each, each of",
    "ANY": "any, some, any of, some of",
    "BOTH": "both, both of",
    "SINGLE": "single, one single",
    "SAME": "same, one and the same",
    "AND": "and, as well as, and also, along with",
    "OR": "or",
    "BUT": "but, yet",
    "EXCEPT": "except, except for, other than, besides, apart from, aside from, but not including, not counting the, with the exception of",
    "OF": "of",
    "THAT": "that, whose",
    "LIST": "list, show, name, find, enumerate",
    "DESCRIBE": "describe, tell me about, tell us about, information on, information about, profile of, what about, introduce, "
    "what is known about, what do we know about, what do you know about, overview of, an overview of, background on, summary of",
    "COMPARE": "compare",
    "ASKABLE": "what can i ask about, what can be asked about, what may i ask about, which questions can i ask about",
    "MOST": "the most, the most other, most other, biggest, largest, highest, greatest, top, most",
    "LEAST": "smallest, lowest, least, fewest",
    **{
        f"{kind}={word}": texts
        for word, most, least in (
            ("long", "longest", "shortest"),
            ("tall", "tallest", ""),
            ("deep", "deepest", "shallowest"),
            ("wide", "widest", "narrowest"),
            ("heavy", "heaviest", "lightest"),
            ("fast", "fastest", "slowest"),
            ("expensive", "most expensive", "cheapest"),
            ("old", "oldest", "youngest, newest"),
            ("late", "latest, most recent", "earliest"),
        )
        for kind, texts in (("MOST", most), ("LEAST", least))
    },
    "BYNUM": "by number of, by the number of, by count of, by their number of, ranked by, by the, ranked by number of, ranked by the number of, sorted by number of, sorted by the number of, "
    "ordered by number of, ordered by the number of",
    "PATH": "chain of supply, supply chain, chain, supply path, supply paths, supply chains, chains of supply, supply route, supply routes",
    "THING": "thing, things, anything, something, everything, anybody, anyone, somebody, someone",
    "VD=upstream": "upstream of, upstream from",
    "VD=downstream": "downstream of, downstream from",
    "VD=upstream leaf": "furthest upstream of, at the far end upstream of",
    "VD=downstream leaf": "furthest downstream of, at the far end downstream of",
    "VD=vital": "vital to, vital for, essential to, essential for, indispensable to, indispensable for",
    "VD=lost": "lost",
    "V=lost": "cannot be built, can not be built, can't be built, could not be built, cannot be made, cannot be produced, "
    "cannot be had, could not be made, cannot be delivered",
    "N=bom": "full bill of materials, complete bill of materials, entire bill of materials, full bom, complete bom, bom",
    "N=concentration": "concentration, hhi, herfindahl index, herfindahl-hirschman index",
    "N=exposure": "exposure, look-through exposure, indirect exposure",
    "N=overlap": "overlap, overlaps, overlap matrix",
    "N=chokepoint": "chokepoints, chokepoint, choke points, choke point, bottlenecks, bottleneck",
    "N=path any": "paths, path, routes, route",
    "N=path shortest": "shortest paths, shortest path",
    "N=path disjoint": "independent paths, disjoint paths, independent path, node-disjoint paths, node disjoint paths",
    "N=aspect ticker": "ticker, tickers, ticker symbol, ticker symbols, stock ticker, stock symbol, stock code, stock codes",
    "N=aspect definition": "definition, definitions",
    "N=aspect note": "note, notes, remark, remarks",
    "N=raw material": "raw materials, raw material, starting materials",
    "ENDUP": "end up in, ends up in, ended up in",
    "GOTHROUGH": "go through, goes through, pass through, passes through, run through, runs through, lead through, leads through",
    "IFKNOWN": "if known, where known, when known, if any, if documented, where documented, if available",
    "SETOF": "set of, sets of, combination of, combinations of",
    "STOPS": "whose loss stops, whose loss would stop, whose failure stops, whose failure would stop, whose loss breaks",
    "CHANGED": "what changed, what has changed, what changes, changes, changed",
    "ADDED": "new, newly added, added, gained",
    "ENDED": "dropped, ended, discontinued",
    "ADDED=join": "joined, newly joined, entered, newly entered",
    "ENDED=leave": "left, exited, dropped out of",
    "DISAGREE": "where do sources disagree, where do the sources disagree, where do sources contradict each other, "
    "contradictions, disagreements, conflicts",
    "DISPUTED": "claim that others dispute, claims that others dispute, say that others dispute, says that others dispute, "
    "state that others dispute, claim that other sources dispute, say that other sources dispute, claim that is disputed",
    "BASEDON": "based only on, based solely on, only based on, resting only on, supported only by, backed only by, known only from",
    "YEARLY": "change by year, changed by year, change over time, changed over time, change over the years, changed over the years, "
    "change year by year, changed year by year, change from year to year, changed from year to year, by year, over time, "
    "over the years, year by year, from year to year, by period",
    "ONESOURCE": "with only one source, with a single source, from only one source, from a single source, resting on one source",
    "UNCONFIRMED": "not confirmed since, unconfirmed since",
    "SUBSTITUTES": "allowing substitutes, counting substitutes, with substitutes",
    "STEPS": "steps, step, hops, hop, tiers, levels",
    "STATUS=any": "statements, relations, relationships",
    "WHEN": "when, since when",
    "WHERE": "where, such that",
    "BETWEEN": "between",
    "CONFIRMED": "confirmed by",
    "REACH": "reach, reaches, reached, get to, lead to, leads to",
    "RELATED": "related, connected, linked",
    "RELATION": "what links, what connects, any relation between, any connection between, any relationship between, any link between, "
    "relation between, relationship between, connection between, link between, relations between",
    "SOURCES": "source, sources, which sources, what sources",
    "SAY": "say, says, said, report, reports, state, states, claim that, mention, mentions, mentioned",
    "SHARE": "what part, which part, what share, what proportion, what percentage, what fraction, fraction, share, proportion, percentage",
    "DIRECTLY": "directly, direct",
    "INDIRECTLY": "directly or indirectly, indirectly or directly, transitively",
    "OCCUPY": "account for, accounts for, represent, represents",
    "SINCE": "since, from the beginning of",
    "BEFORE": "before, prior to, earlier than",
    "AFTER": "after, later than",
    "ASOF": "as of, as at, at the end of",
    "KNOWN": "as known on, as known at, as known in",
    "DURING": "during, throughout",
    "EXCLUDING": "excluding, without counting, leaving out, ignoring, not counting",
    "FACTS": "facts, fact, confirmed, established fact, established as fact, as fact, as a fact, confirmed facts, confirmed fact",
    "CLAIMS": "claims, claim, claimed",
    "FORECASTS": "forecasts, forecast, predictions, prediction, predicted",
    "RUMOURS": "rumours, rumour, rumors, rumor, rumoured, rumored, unconfirmed, unconfirmed reports, unconfirmed news, unconfirmed sources, hearsay",
    "ACCORDING": "according to, as stated by, as reported by, per",
    "NAMED": "named, called",
    "MORE": "more than, over, above, greater than, exceeding, exceeds, exceed, higher than, in excess of, larger than, bigger than",
    "ATLEAST": "at least, no fewer than, not fewer than, no less than, not less than, minimum of",
    "LESS": "less than, fewer than, under, below, lower than, smaller than",
    "ATMOST": "at most, up to, no more than, not more than, maximum of",
    "EXACTLY": "exactly, precisely",
    "IN": "in, for, at, on",
    "IN=in": "across, inside",
    "PREP=from": "leading from, lead from, leads from, running from, run from, runs from, going from, that leads from, which leads from",
    "PREP": "among, to, from, by, into, with, onto, as, without, about, against, through, within, via, than, avoiding",
}
_ZH_FILLERS = (
    "请, 请问, 该, 既, 一下, 我想知道, 想知道, 告诉我, 帮我, 查一下, 呢, 啊, 呀, 吧, 都, 分别, 一共, 总共, 共, 共有的, 到底, 究竟, 目前, 现在, "
    "当前, 这一个, 这个, 那些, 这些, 其, 它, 它们, 的话, 了, 过, 老师, 相关的, 东西, 产品, 预计, 最终, 不同的, 某个, 某一, 某一个, 某, 总计, 合计, 一步步, 下面, 数据里, 图谱里,  所, 已经, 已, 可能, 会, 能, 可以, "
    "列举, 具体, 关于, 对于, 地, 进行, 来, 去, 曾, 曾经, 实际, 记录在案的, 有记录的, 那里, 那儿, 那边, 这边, 主要, 大概, 大约, 相连, 连着, 如果, 假如, 要是, 沿供应链, 沿着供应链, 顺着供应链, 也, 还, 货, 名单, 一览"
)
_ZH: _Table = {
    "WHO": "谁, 哪家, 哪几家, 哪一家, 何人, 谁家",
    "WHAT": "什么, 哪些东西, 什么东西, 啥, 些什么, 些啥, 何物, 哪里, 哪儿",
    "WHICH": "哪些, 哪个, 哪几个, 哪种, 哪几种, 哪几类, 哪几款, 哪几项, 哪, 哪款, 哪类, 何种, 怎样的, 哪几家",
    "HOWMANY": "多少, 多少钱, 几, 多少家, 几家, 几个, 多少个, 几种, 多少种, 多少颗, 多少块, 多少台, 多少枚, 多少只, 几颗",
    "AGGREGATE=sum": "总和, 合计, 之和",
    "AGGREGATE=average": "平均值, 均值, 平均, 平均的",
    "NUMBEROF": "数量, 个数, 数目, 家数",
    "HAVE": "有, 存在, 具有, 拥有的是, 含有的是",
    "BE": "是, 为, 分别是, 就是, 叫做, 指, 指的是, 是指",
    "NOT": "不, 没有, 没, 未, 并未, 并没有, 不是, 从未, 无, 并不是, 并非, 并不",
    "WHETHER": "是否, 有没有, 是不是, 有无, 能否",
    "MA": "吗, 么",
    "ONLY": "只, 仅, 仅仅, 只有, 仅有, 只是",
    "ALL": "所有, 全部, 全体, 每一家, 所有的",
    "EACH": "每, 各, 每个, 每家, 每种, 各家, 各个, 各种, 每一个, 每一种, 每款",
    "ANY": "任何, 任意, 任一",
    "SINGLE": "唯一, 唯一一家, 单一, 独家的, 唯一的",
    "SAME": "同一个, 同一家, 同一",
    "BOTH": "同时, 共同",
    "AND": "和, 与, 及, 以及, 、, 跟",
    "OR": "或, 或者, 还是",
    "BUT": "但, 但是, 而, 却, 并且, 并, 而且, 又, 且",
    "DE": "的, 之",
    "EXCEPT": "除了, 除",
    "OUTSIDE": "以外, 之外, 外",
    "OTHER": "别的, 其他, 其它, 其他的, 其它的, 另外的",
    "SOLE": "独家",
    "HOWLARGE": "多大, 多高, 多快, 多重, 多长, 多远",
    "AMONG": "上, 中, 里, 里面, 当中, 之中, 中间, 内",
    "LIST": "列出, 找出, 显示, 给出",
    "DESCRIBE": "介绍, 描述, 讲讲, 说说, 如何, 怎么样, 怎样, 是做什么的, 是什么公司, 是一家什么样的公司, 是一家怎样的公司, 是什么样的公司, "
    "是一家什么公司, 是家什么公司, 是干什么的, 的情况, 情况, 的基本情况, 的概况, 概况, 的简介, 简介, 是什么意思, 什么意思, 的含义, 有什么信息",
    "COMPARE": "对比, 比较",
    "ASKABLE": "能问什么, 可以问什么, 能问些什么, 可以问些什么, 能问哪些问题, 可以问哪些问题",
    "MOST": "最大, 最多, 最高, 最快, 最强",
    "LEAST": "最小, 最少, 最低",
    **{
        f"{kind}={word}": texts
        for word, most, least in (
            ("long", "最长", "最短"),
            ("deep", "最深", "最浅"),
            ("wide", "最宽", "最窄"),
            ("heavy", "最重", "最轻"),
            ("fast", "", "最慢"),
            ("expensive", "最贵", "最便宜"),
            ("old", "最老, 最年长", "最年轻"),
            ("late", "最晚, 最新, 最近", "最早"),
        )
        for kind, texts in (("MOST", most), ("LEAST", least))
    },
    "TOP": "前, 排名前, 排名前列, 前列",
    "PATH": "供应链, 供应链条, 供应路径, 链条, 供货链, 供应关系链",
    "N=path any": "路径",
    "N=path shortest": "最短路径",
    "N=path disjoint": "独立路径, 互不相交的路径",
    "N=chokepoint": "必经环节, 必经之处, 瓶颈",
    "N=upstream": "上游",
    "N=downstream": "下游",
    "N=upstream leaf": "最上游",
    "N=downstream leaf": "最下游",
    "N=bom": "物料清单, 完整物料清单, 完整的物料清单, 全部物料清单, 完整bom, bom",
    "N=concentration": "集中度, hhi集中度, hhi",
    "N=exposure": "敞口, 穿透敞口, 风险敞口",
    "N=overlap": "重叠, 重合, 重叠矩阵",
    "N=aspect ticker": "股票代码, 证券代码, 股票代号, 代码",
    "N=aspect definition": "定义",
    "N=aspect note": "备注, 注释",
    "IFKNOWN": "如有, 若有, 如已知, 若已知, 如有记录, 若有记录",
    "N=raw material": "原材料, 原料",
    "V=stand": "处于",
    "V=vital": "不可或缺, 必不可少, 不可缺少",
    "V=needs vitally": "离不开",
    "V=lost": "造不出来, 造不出, 造不了, 无法生产, 不能生产, 生产不出来, 生产不了, 无法制造, 无法建造, 建不成, 做不出来",
    "COV=没有": "如果没有, 假如没有, 要是没有, 若没有, 没有了, 缺了, 少了, 失去, 如果失去, 如果缺了, 如果少了",
    "COV=停掉": "停掉, 去掉, 断掉",
    "COV=使": "使, 让, 会使, 就会使, 就会让, 会让",
    "THEN": "就, 就会",
    "CHANGED": "有什么变化, 有哪些变化, 发生了什么变化, 的变化, 变化",
    "ADDED": "新增的, 新增, 新进入的, 新进入, 新加入的",
    "ENDED": "退出的, 退出, 流失的, 终止的",
    "ADDED=join": "进入, 加入",
    "DISAGREE": "来源有哪些分歧, 的来源有哪些分歧, 来源互相矛盾, 的来源互相矛盾, 有哪些矛盾的说法, 的矛盾说法, 来源之间有哪些分歧",
    "DISPUTED": "的哪些说法与其他来源矛盾, 哪些说法与其他来源矛盾, 有哪些说法与其他来源矛盾, 的哪些说法有争议, 有哪些说法有争议, "
    "的哪些说法被其他来源反驳, 哪些说法被其他来源反驳",
    "YEARLY": "逐年变化, 逐年的变化, 的逐年变化, 逐年如何变化, 逐年怎么变化, 逐年有什么变化, 历年变化, 历年的变化, 的历年变化, 历年, 逐年, 按年, 随时间的变化, 随时间如何变化, 的变化趋势",
    "ONESOURCE": "只有一个来源的, 只有单一来源的, 只有一个来源",
    "UNCONFIRMED": "未再证实的, 未再证实, 没有再证实的",
    "SUBSTITUTES": "允许替代, 算上替代品, 考虑替代",
    "STEPS": "步, 跳",
    "WITHINSTEPS": "以内",
    "STATUS=any": "陈述",
    "REACH": "到达, 抵达, 通往, 达到, 怎么到, 如何到, 怎样到, 怎么到达, 如何到达, 怎样到达, 能到, 能到达, 可以到达, 供到, 怎么供到, 如何供到, 怎样供到, 追溯到, 流到, 流向, 怎么进入, 如何进入",
    "RELATION": "什么关系, 关系, 联系, 什么联系, 什么关联, 关联",
    "SOURCES": "来源, 出处, 信源, 哪些来源, 资料来源, 出自哪里, 出自何处, 是谁说的, 谁说的, 有什么依据, 依据是什么, 依据, 出自哪些来源, 来自哪些来源, 来自哪些出处, 源于哪些来源, 有哪些来源",
    "SAY": "提到, 说, 称, 表明, 显示说, 报道, 指出, 认为",
    "RECORD": "记录, 证据",
    "BETWEEN": "之间, 期间, 间",
    "CONFIRMED": "证实的, 证实",
    "THING": "事物",
    "WHEN": "何时, 什么时候",
    "OCCUPY": "占, 占了, 占到, 占有, 占据",
    "SHARE": "多大比例, 占比, 比例, 份额, 多大份额, 多少比例, 多少份额, 多大, 几成, 百分之几, 百分比, 多少百分比",
    "DIRECTLY": "直接",
    "INDIRECTLY": "直接或间接, 直接或者间接, 间接或直接, 直接间接",
    "SINCE": "以来, 起, 之后, 以后, 自",
    "BEFORE": "之前, 以前",
    "ASOF": "截至, 截止, 截止到, 截至到",
    "KNOWN": "所知, 已知",
    "EXCLUDING": "不含, 不包括, 排除, 除去, 不计",
    "JUST": "仅限",
    "FACTS": "事实, 已确认的事实, 确认的事实, 确认事实, 已证实, 已确认, 确认, 确认的, 已确认的, 证实了的",
    "CLAIMS": "说法, 主张, 声称",
    "FORECASTS": "预测, 预期, 预估",
    "RUMOURS": "传闻, 传闻中的, 传闻中, 谣言, 小道消息, 未证实消息, 未经证实的消息, 未证实的消息",
    "ACCORDING": "据, 根据, 按照, 按",
    "NAMED": "名为, 名叫, 叫做",
    "MORE": "超过, 大于, 高于, 多于, 超出, 晚于",
    "ATLEAST": "不少于, 至少, 不低于, 不小于, 最少, 起码, 至少为, 至少是, 不早于",
    "LESS": "少于, 小于, 低于, 不到, 不足, 早于",
    "ATMOST": "不超过, 至多, 不多于, 不高于, 顶多",
    "EXACTLY": "恰好, 正好, 刚好, 恰",
    "ABOVE": "以上, 及以上, 或以上, 或更多, 以上(含)",
    "BELOW": "以下, 及以下, 或以下, 或更少",
    "CL": "家, 个, 种, 颗, 块, 台, 款, 枚, 只, 类, 项, 条, 位, 张, 套, 座, 名, 部, 片, 层, 柜, 艘, 本, 辆, 架, 幅, 册, 卷, 篇, 间, 栋, 所, 份, 首",
    "COV": "给, 向, 由, 从, 对, 为, 把, 将, 用, 在, 被, 以, 替, 用于, 通过, 经由, 经过, 到, 于, 不经过",
}
#: Markers that mean the same.
_MARKER = {"经由": "通过", "经过": "通过"}


def _table(words: _Table, fillers: str) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for terminal, surfaces in {**words, "FILLER": fillers}.items():
        for surface in (part.strip() for part in surfaces.split(", ")):
            if surface:
                kind, _, word = terminal.partition("=")
                found.setdefault(surface, []).append((kind, word or _MARKER.get(surface, surface)))
    return {surface: tuple(entries) for surface, entries in found.items()}


#: Language -> surface -> terminals (in order of preference) with their canonical words.
KEYWORDS: dict[Literal["en", "zh"], dict[str, tuple[tuple[str, str], ...]]] = {
    "en": _table(_EN, _EN_FILLERS),
    "zh": _table(_ZH, _ZH_FILLERS),
}
