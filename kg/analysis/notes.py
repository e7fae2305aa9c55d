"""The sentences that an analysis adds for its reader, in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.analysis.headings import Label
from kg.analysis.weakest import Standing

Note = Mapping[str, str]

_STATUSES = {"fact": "事实", "claim": "说法", "forecast": "预测", "rumour": "传闻"}
_CONFIDENCES = {"high": "高", "medium": "中", "low": "低"}
#: So many things, or path numbers, are named in a sentence; further ones are counted.
_NAMED = 8


# ---------------------------------------------------------------- paths


def not_documented(frame: Label, one: Label, other: Label, *, either: bool) -> Note:
    """Say that no statement of a frame leads from one thing to the other, or in ``either`` direction."""
    if either:
        return {
            "en": f"No {frame['en']} between {one['en']} and {other['en']} is documented, in either direction;"
            " that does not mean that there is none.",
            "zh": f"没有记录{one['zh']}与{other['zh']}之间的{frame['zh']},两个方向都没有;这不等于不存在。",
        }
    return {
        "en": f"No {frame['en']} from {one['en']} to {other['en']} is documented;"
        " that does not mean that there is none.",
        "zh": f"没有记录从{one['zh']}到{other['zh']}的{frame['zh']};这不等于不存在。",
    }


def no_direct_statement(one: Label, other: Label) -> Note:
    """Say that no statement at all names both things."""
    return {
        "en": f"No statement names {one['en']} and {other['en']} together; they hang together through others.",
        "zh": f"没有任何陈述同时提到{one['zh']}和{other['zh']};两者经由其他事物相关联。",
    }


def no_chain(one: Label, other: Label) -> Note:
    """Say that nothing connects two things."""
    return {
        "en": f"No chain of statements connects {one['en']} and {other['en']}.",
        "zh": f"没有陈述能把{one['zh']}和{other['zh']}连接起来。",
    }


def no_flow() -> Note:
    """Say that the pack has no frame along which anything flows."""
    return {
        "en": "No frame of this pack says what flows from whom to whom.",
        "zh": "该知识包没有说明流向的陈述类型。",
    }


def weakest_link(standing: Standing, paths: Sequence[int], all_paths: bool) -> Note:
    """Say how sure the weakest step of some paths is; ``paths`` are the numbers of their rows."""
    english = standing.status or "unknown"
    chinese = _STATUSES.get(standing.status, standing.status or "不详")
    if standing.confidence:
        english += f", {standing.confidence} confidence"
        chinese += f",可信度{_CONFIDENCES.get(standing.confidence, standing.confidence)}"
    if all_paths:
        where_en, where_zh = ("each path", "每条路径") if len(paths) > 1 else ("the path", "该路径")
    else:
        numbers = ", ".join(str(number) for number in paths[:_NAMED])
        more = len(paths) - _NAMED
        where_en = f"path{'s' if len(paths) > 1 else ''} {numbers}" + (f" and {more} more" if more > 0 else "")
        where_zh = f"路径{numbers}" + (f"等{len(paths)}条" if more > 0 else "")
    return {"en": f"The weakest link of {where_en}: {english}.", "zh": f"{where_zh}最弱的一环:{chinese}。"}


def ties(asked: int, tied: int, steps: int) -> Note:
    """Say why there are more paths than were asked for."""
    return {
        "en": f"More than {asked}, for {tied} paths of {steps} steps are as short as one another.",
        "zh": f"多于{asked}条:有{tied}条路径同为{steps}步。",
    }


def disjoint_chains(number: int) -> Note:
    """Say how many chains there are that do not depend on one another; a single one is the direct step."""
    if number == 1:
        return {
            "en": "Beside the direct step there is no other chain, of whatever length.",
            "zh": "除直接相连外,不论长短都没有其他的链。",
        }
    return {
        "en": f"{number} chains, of whatever length, share nothing in between with one another.",
        "zh": f"不论长短,共有{number}条中途互不相交的链。",
    }


def unavoidable(things: Sequence[Label]) -> Note:
    """Say what all chains pass."""
    return {
        "en": f"Every chain, of whatever length, passes {_listed(things, 'en').rstrip('.')}.",
        "zh": f"不论长短,每条链都经过{_listed(things, 'zh')}。",
    }


def around() -> Note:
    """Say what follows from the statements and what does not."""
    return {
        "en": "As far as is documented there is no way around these; there may be ways that no source tells of.",
        "zh": "就已记录的内容而言,没有绕开它们的路径;也可能有来源未提及的路径。",
    }


def nothing_unavoidable(one: Label, other: Label, *, direct: bool) -> Note:
    """Say that paths do not pass anything in common, and why."""
    if direct:
        return {
            "en": f"{one['en']} and {other['en']} are one step apart: there is nothing that every path goes through.",
            "zh": f"{one['zh']}与{other['zh']}直接相连:没有所有路径都经过的环节。",
        }
    return {
        "en": f"The paths from {one['en']} to {other['en']} have nothing in common in between.",
        "zh": f"从{one['zh']}到{other['zh']}的各条路径中途没有共同的环节。",
    }


def too_large_for_alternatives(links: int) -> Note:
    """Say that alternatives were not counted."""
    return {
        "en": f"Independent chains are not counted where there are more than {links:,} steps between things.",
        "zh": f"事物之间的连接超过{links:,}条时,不计算互不相交的链。",
    }


# ---------------------------------------------------------------- statements


def no_statement() -> Note:
    """Say that no statement meets what was asked."""
    return {"en": "No such statement is documented.", "zh": "没有记录这样的陈述。"}


def no_change() -> Note:
    """Say that no change is documented."""
    return {
        "en": "No change is documented; that does not mean that nothing has changed.",
        "zh": "没有记录任何变化;这不等于没有变化。",
    }


def undated(statements: int, of: int) -> Note:
    """Say how statements without a date were taken."""
    one = statements == 1
    return {
        "en": f"{statements} of {of} statements {'has' if one else 'have'} no date: they count at both times, and"
        " so as no change.",
        "zh": f"{of}条陈述中有{statements}条没有日期:视为两个时期都成立,不算变化。",
    }


# ---------------------------------------------------------------- needs


def no_parts(whole: Label, part: Label) -> Note:
    """Say that no part of that kind is documented."""
    return {
        "en": f"No list of parts of {whole['en']} that is documented leads to {part['en']};"
        " that does not mean that it has none.",
        "zh": f"在已记录的{whole['zh']}组成中没有找到{part['zh']};这不等于没有。",
    }


def accounts_differ(amounts: Sequence[str]) -> Note:
    """Say that there is no single number because the accounts of it differ."""
    return {
        "en": f"The accounts differ ({_few(amounts)}); they stand side by side and no one number is given.",
        "zh": f"各种说法不一致({_few(amounts)}),并列列出,不给出单一数字。",
    }


def accounts_agree(count: int) -> Note:
    """Say that several accounts come to the same number, so that their chains are not added up."""
    return {
        "en": f"The {count} rows are accounts of the same parts and agree; they are not added up.",
        "zh": f"这{count}行是对同样部件的不同计法,结果一致,不相加。",
    }


def uncounted(rows: int) -> Note:
    """Say that rows give no amount."""
    one = rows == 1
    return {
        "en": f"{rows} row{'' if one else 's'} give{'s' if one else ''} no amount: a count on the way is not documented.",
        "zh": f"有{rows}行没有合计:途中的数量没有记录。",
    }


def not_counts(units: Sequence[str]) -> Note:
    """Say that a quantity on the way measures and does not count, so that it multiplies nothing."""
    listed = ", ".join(units)
    return {
        "en": f"Quantities in {listed} do not count parts; chains that go on from them give no amount.",
        "zh": f"以{listed}为单位的数量不是个数;由其继续的链没有合计。",
    }


def measures(units: Sequence[str]) -> Note:
    """Say that amounts are measures of the part and not numbers of it."""
    listed = ", ".join(units)
    return {
        "en": f"Amounts in {listed} measure the part; how many pieces that are is not documented.",
        "zh": f"以{listed}为单位的合计是该部件的计量,个数没有记录。",
    }


def circles(circle: Sequence[Label]) -> Note:
    """Say that a thing is documented as a part of itself; ``circle`` begins and ends with it."""
    return {
        "en": f"The parts go round in a circle: {' > '.join(thing['en'] for thing in circle)}; no number is given.",
        "zh": f"组成关系成环:{' > '.join(thing['zh'] for thing in circle)};不给出数字。",
    }


def counts_no_parts() -> Note:
    """Say that the pack has no frame that counts parts."""
    return {
        "en": "No frame of this pack counts the parts of a whole.",
        "zh": "该知识包没有记录部件数量的陈述类型。",
    }


def base_unknown(per: Label) -> Note:
    """Say that it is not known how many there are of what the need is counted by."""
    return {
        "en": f"It is not documented how many {per['en']} the whole contains, so that nothing can be counted by it.",
        "zh": f"没有记录整体包含多少{per['zh']},无法据此折算。",
    }


def by_ratios() -> Note:
    """Say that rows which count by a ratio stand on assumptions of their own."""
    return {
        "en": "Rows with a ratio hold under the conditions that their sources name; none of them is a count of parts.",
        "zh": "按比率折算的各行以其来源所述条件为前提,并非对部件的清点。",
    }


def no_parts_at_all(whole: Label) -> Note:
    """Say that no part of a thing is documented."""
    return {
        "en": f"No part of {whole['en']} is documented; that does not mean that it has none.",
        "zh": f"没有记录{whole['zh']}的组成部分;这不等于没有。",
    }


# ---------------------------------------------------------------- what if


def nothing_reached() -> Note:
    """Say that nothing is documented in that direction."""
    return {
        "en": "Nothing is documented in that direction; that does not mean that there is nothing.",
        "zh": "该方向上没有任何记录;这不等于不存在。",
    }


def nothing_lost() -> Note:
    """Say that nothing is lost, as far as is documented."""
    return {
        "en": "As far as is documented nothing is lost: of each thing a provider or a part remains.",
        "zh": "就已记录的内容而言,没有什么会缺失:每样事物都还有供应方或部件。",
    }


def nothing_vital() -> Note:
    """Say that no single loss stops the whole, as far as is documented."""
    return {
        "en": "As far as is documented no single loss stops it.",
        "zh": "就已记录的内容而言,没有任何单一缺失会使其停产。",
    }


def no_cut(whole: Label) -> Note:
    """Say that no set of companies is documented to stop a whole."""
    return {
        "en": f"As far as is documented no loss of companies stops {whole['en']}.",
        "zh": f"就已记录的内容而言,没有任何公司的缺失会使{whole['zh']}停产。",
    }


def hidden_parts(parts: Sequence[Label]) -> Note:
    """Say which parts have no documented provider, so that nothing is known of their loss."""
    one = len(parts) == 1
    return {
        "en": f"{len(parts)} part{' has' if one else 's have'} no documented provider, so that their loss is unknown"
        f" and not impossible: {_listed(parts, 'en')}.",
        "zh": f"有{len(parts)}种部件没有记录供应方,其缺失与否未知(并非不可能):{_listed(parts, 'zh')}。",
    }


# ---------------------------------------------------------------- comparisons


def shared(rows: int, things: int) -> Note:
    """Say how many rows hold for more than one of the things."""
    if not rows:
        return {"en": "They share nothing that is documented.", "zh": "没有记录到任何共同之处。"}
    one = rows == 1
    several = "both" if things == 2 else "more than one"
    return {
        "en": f"{rows} row{' is' if one else 's are'} true of {several}: the cells stand side by side,"
        " first in their aspect.",
        "zh": f"有{rows}行为{'两者' if things == 2 else '多者'}所共有:并排列出,排在该方面最前。",
    }


def common_to_all(role: Label, things: Sequence[Label], number: int) -> Note:
    """Say who or what several things have in common."""
    if not things:
        return {
            "en": f"No {role['en']} of all {number} is documented.",
            "zh": f"没有记录{number}者共有的{role['zh']}。",
        }
    return {
        "en": f"{role['en'].capitalize()} of all {number}: {_listed(things, 'en')}.",
        "zh": f"{number}者共有的{role['zh']}:{_listed(things, 'zh')}。",
    }


def none_told(role: Label, things: Sequence[Label]) -> Note:
    """Say of which things nothing is documented, so that nothing is known of what they share."""
    return {
        "en": f"No {role['en']} is documented for {_listed(things, 'en')}; that does not mean that there is none.",
        "zh": f"没有记录{_listed(things, 'zh')}的{role['zh']};这不等于没有。",
    }


def _listed(things: Sequence[Label], lang: str) -> str:
    comma = "、" if lang == "zh" else ", "
    named = comma.join(thing[lang] for thing in things[:_NAMED])
    more = len(things) - _NAMED
    if more <= 0:
        return named
    return named + (f"等{len(things)}项" if lang == "zh" else f" and {more} more")


def _few(texts: Sequence[str]) -> str:
    more = len(texts) - _NAMED
    return "; ".join(texts[:_NAMED]) + (f"; +{more}" if more > 0 else "")
