"""Typed query in, its canonical sentence out, in English or Chinese; reading it gives the query back."""

from __future__ import annotations

from msgspec.structs import replace

from kg.base.dates import Period
from kg.language.circumstance import STATUSES
from kg.lexicon.lexicon import Lexicon
from kg.pack.pack import Pack
from kg.query.dated import DATES, has_amount
from kg.query.phrase import Speaker
from kg.query.query import (
    Askable,
    Conflicts,
    Context,
    Count,
    Describe,
    Exists,
    Facts,
    Fill,
    Form,
    Group,
    Holds,
    Noun,
    Query,
    Rank,
    Select,
    Sources,
    Table,
    Total,
)
from kg.query.say_analysis import say_analysis
from kg.query.say_share import say_share
from kg.query.say_step import allows_substitutes
from kg.query.say_table import say_table

_ASPECTS = {"ticker": "股票代码", "definition": "定义", "note": "备注"}
_STATUS_WORDS = {
    "en": {"fact": "facts", "claim": "claims", "forecast": "forecasts", "rumour": "rumours"},
    "zh": {"fact": "事实", "claim": "说法", "forecast": "预测", "rumour": "传闻"},
}


def say(query: Query, pack: Pack, lexicon: Lexicon, lang: str, wording: int = 0) -> str:
    """Return the canonical sentence of a query in one language ("en", "zh").

    ``wording``  0 says each relation by its usual reading, 1 by the next one that it has, and so on.
    """
    speaker = Speaker(pack, lexicon, lang, wording)
    sentence = _english(query.form, speaker) if lang == "en" else _chinese(query.form, speaker)
    substitutes = (", allowing substitutes" if lang == "en" else ",允许替代") if allows_substitutes(query.form) else ""
    disputed = query.form.sources if isinstance(query.form, Conflicts) else ()
    party = (", " if lang == "en" else ",") + speaker.sources(disputed) if disputed else ""
    return sentence + party + _periods(query.form, lang) + substitutes + _context(query.context, speaker)


# ---------------------------------------------------------------- English


def _english(form: Form, speaker: Speaker) -> str:
    match form:
        case Table():
            return say_table(form, speaker)
        case Select(noun):
            if noun.where is None:
                return f"list {speaker.noun(noun)}"
            asked = speaker.asked(noun)
            return f"{asked} {speaker.clause(noun.where, plural=asked.startswith('which'))}"
        case Count(noun):
            subject = speaker.counted(noun)
            if noun.where is None:
                return f"how many {subject}"
            if speaker.wording and (noun.cls or noun.names):
                return f"number of {speaker.noun(noun)}"
            return f"how many {subject} {speaker.clause(noun.where, plural=True)}"
        case Exists(noun, alone):
            if noun.names and noun.where is not None:
                return speaker.question(noun, alone=alone)
            return f"are there {speaker.noun(noun)}"
        case Describe(names, ""):
            return "describe " + " and ".join(map(speaker.name, names))
        case Describe(names, aspect):
            return f"what is the {aspect} of " + " and ".join(map(speaker.name, names))
        case Facts():
            return _told_english(form, speaker)
        case Sources(subject, holds):
            return f"which sources say that {speaker.noun(subject)} {speaker.clause(holds)}"
        case Total(subject, holds, _, how) if speaker.measure(holds) is not None:
            whole = "average" if how == "average" else "total"
            return _facts_english(subject, holds, speaker).replace("what is the ", f"what is the {whole} ", 1)
        case Total(subject, holds):
            return f"how many {speaker.noun(subject)} {speaker.clause(holds, plural=True)}"
        case Group(noun, holds, counted):
            if form.top is not None:
                return f"top {form.top} {speaker.ranked(noun, holds)} by number of {speaker.by_role(holds, counted)}"
            return _group(noun, holds, counted, speaker, "how many {counted} {clause}")
        case Rank(noun, holds, _, top, smallest):
            things = "".join(f"{speaker.noun(fill.noun)} " for fill in holds.fills)
            most = "smallest" if smallest else "top"
            return f"{most} {top} {speaker.ranked(noun, holds)} by {things}{speaker.measure(holds)}"
        case Askable(subject):
            return f"what can I ask about {speaker.noun(subject)}"
        case _:
            return say_analysis(form, speaker)


def _asks_amount(form: Facts, speaker: Speaker) -> bool:
    """Whether the amounts of a plain statement are asked for: "how much did NVIDIA invest in OpenAI"."""
    named = bool(form.subject.names) and form.subject.where is None and not form.optional
    return named and has_amount(form.holds, speaker.pack) and say_share(form.subject, form.holds, speaker) is None


def _told_english(form: Facts, speaker: Speaker) -> str:
    subject, holds = form.subject, form.holds
    if form.show == DATES:
        return "when " + speaker.question(replace(subject, where=holds))
    if _asks_amount(form, speaker):
        return "how much " + speaker.question(replace(subject, where=holds))
    if form.optional:
        return f"{speaker.noun(subject)} and, if known, their {speaker.measure(holds) or 'share'}"
    said = _facts_english(subject, holds, speaker)
    return said.replace("what is", "how did", 1) + " change by year" if form.series else said


def _facts_english(subject: Noun, holds: Holds, speaker: Speaker) -> str:
    measure = speaker.measure(holds)
    share = say_share(subject, holds, speaker)
    if share is not None:
        return f"what is the {share}"
    if measure is None:
        return f"which statements say that {speaker.noun(subject)} {speaker.clause(holds)}"
    extra = "".join(f" for {speaker.noun(fill.noun)}" for fill in holds.fills)
    return f"what is the {measure} of {speaker.noun(_whose(subject, holds, speaker))}{extra}"


def _whose(subject: Noun, holds: Holds, speaker: Speaker) -> Noun:
    """Return what a figure is told of: where it is anything that has it, the one class of such things."""
    ranges = speaker.pack.frames[holds.frame].role(holds.role).ranges
    return Noun(cls=ranges[0]) if subject == Noun() and len(ranges) == 1 else subject


def _group(noun: Noun, holds: Holds, counted: Fill, speaker: Speaker, pattern: str) -> str:
    each = Fill(holds.role, noun)
    turned = Holds(holds.frame, counted.role, (each, *holds.fills), holds.tests, holds.reach)
    clause = speaker.clause(turned, plural=True, each=each)
    return pattern.format(counted=speaker.role_noun(holds.frame, counted.role, counted.noun), clause=clause)


# ---------------------------------------------------------------- Chinese


def _chinese(form: Form, speaker: Speaker) -> str:
    match form:
        case Table():
            return say_table(form, speaker)
        case Select(noun):
            return speaker.sentence(speaker.asked(noun), noun.where) if noun.where else f"列出{speaker.noun(noun)}"
        case Count(noun):
            subject = speaker.counted(noun)
            if speaker.wording and noun.where is not None and (noun.cls or noun.names):
                return f"多少{speaker.noun(noun)}"
            return speaker.sentence(f"多少{subject}", noun.where) if noun.where else f"多少{subject}"
        case Exists(noun, alone):
            if noun.names and noun.where is not None:
                return speaker.question(noun, alone=alone)
            return f"有没有{speaker.noun(noun)}"
        case Describe(names, ""):
            return "介绍" + "和".join(map(speaker.name, names))
        case Describe(names, aspect):
            return "和".join(map(speaker.name, names)) + f"的{_ASPECTS[aspect]}是什么"
        case Facts():
            return _told_chinese(form, speaker)
        case Sources(subject, holds):
            return f"哪些来源提到{speaker.noun(subject)}{speaker.clause(holds)}"
        case Total(subject, holds, _, how) if (measure := speaker.measure(holds)) is not None:
            extra = "".join(f" {speaker.noun(fill.noun)}" for fill in holds.fills)
            whole = "平均值" if how == "average" else "总和"
            whose = speaker.noun(_whose(subject, holds, speaker))
            return f"{whose}{' ' if extra else '的'}{extra.strip()}{measure}{whole}是多少"
        case Total(subject, holds):
            return f"多少{speaker.noun(subject)}{speaker.clause(holds)}"
        case Group(noun, holds, counted):
            if form.top is not None:
                return f"{speaker.by_role(holds, counted)}最多的{form.top}种{speaker.ranked(noun, holds)}"
            return _group(noun, holds, counted, speaker, "多少{counted}{clause}")
        case Rank(noun, holds, _, top, smallest):
            things = "".join(f"{speaker.noun(fill.noun)} " for fill in holds.fills)
            return f"{things}{speaker.measure(holds)}{'最小' if smallest else '最大'}的{top}种{speaker.ranked(noun, holds)}"
        case Askable(subject):
            return f"关于{speaker.noun(subject)}能问什么"
        case _:
            return say_analysis(form, speaker)


def _told_chinese(form: Facts, speaker: Speaker) -> str:
    subject, holds = form.subject, form.holds
    measure = speaker.measure(holds)
    if form.show == DATES:
        return "何时" + speaker.question(replace(subject, where=holds)).removesuffix("吗")
    if _asks_amount(form, speaker):
        return speaker.question(replace(subject, where=holds)).removesuffix("吗") + "多少"
    if form.optional:
        return f"{speaker.noun(subject)}及其{measure or '份额'}(如有)"
    asked = "逐年变化" if form.series else "是多少"
    share = say_share(subject, holds, speaker)
    if share is not None:
        return f"{share}{asked}"
    if measure is None:
        return f"哪些说法提到{speaker.noun(subject)}{speaker.clause(holds)}"
    extra = "".join(f" {speaker.noun(fill.noun)}" for fill in holds.fills)
    link = " " if extra else "的"
    return f"{speaker.noun(subject)}{extra}{link}{measure}{asked}"


# ---------------------------------------------------------------- circumstances


def _periods(form: Form, lang: str) -> str:
    """Return the period of figures that carry their own: ", in 2026"."""
    holds = form.noun.where if isinstance(form, Select) else getattr(form, "holds", None)
    if not isinstance(holds, Holds):
        return ""
    english = lang == "en"
    told = [_dated(test.op, test.value, english) for test in holds.tests if isinstance(test.value, Period)]
    return "".join((", " if english else ",") + period for period in told)


def _dated(op: str, period: Period, english: bool) -> str:
    """Return when figures are told of: in a period, since its first day, or before it."""
    match op:
        case ">=":
            return f"since {period}" if english else f"{_written(period)}以来"
        case "<":
            return f"before {period}" if english else f"{_written(period)}以前"
        case _:
            return _during(period, english)


def _context(context: Context, speaker: Speaker) -> str:
    english = speaker.lang == "en"
    parts: list[str] = []
    if context.as_of:
        parts.append(f"as of {context.as_of}" if english else f"截至{context.as_of}")
    if context.during:
        parts.append(_during(context.during, english))
    if context.since:
        parts.append(f"since {context.since}" if english else f"{_written(context.since)}以来")
    if context.before:
        parts.append(f"before {context.before}" if english else f"{_written(context.before)}以前")
    if context.known_on:
        parts.append(f"as known on {context.known_on}" if english else f"按{context.known_on}所知")
    parts += _statuses(context.statuses, speaker.lang, context.unanimous)
    if context.sources:
        parts.append(speaker.sources(context.sources))
    if context.min_sources > 1:
        count = context.min_sources
        parts.append(f"confirmed by {count} sources" if english else f"{count}个来源证实")
    if context.max_sources == 1:
        parts.append("with only one source" if english else "只有一个来源的")
    if context.unconfirmed_since:
        since = context.unconfirmed_since
        parts.append(f"not confirmed since {since}" if english else f"{_written(since)}以来未再证实")
    if context.directly:
        parts.append("directly" if english else "直接")
    comma = ", " if english else ","
    return "".join(comma + part for part in parts)


def _written(period: Period) -> str:
    """Return a period as a Chinese sentence writes it: a bare year with 年."""
    return f"{period}年" if period.precision == "year" else str(period)


def _during(period: Period, english: bool) -> str:
    if period.precision == "day" and period.first != period.last:
        return f"between {period.first} and {period.last}" if english else f"{period.first}到{period.last}之间"
    return f"in {period}" if english else _written(period)


def _statuses(statuses: tuple[str, ...], lang: str, unanimous: bool) -> list[str]:
    if not statuses:
        return []
    words = _STATUS_WORDS[lang]
    if unanimous:
        return [("based only on " if lang == "en" else "仅有") + words[statuses[0]]]
    if len(statuses) == 1:
        return [("only " if lang == "en" else "仅") + words[statuses[0]]]
    return [("excluding " if lang == "en" else "不含") + words[status] for status in STATUSES if status not in statuses]
