"""A form that an analysis answers in, its canonical words out, in either language."""

from __future__ import annotations

from datetime import date

from kg.base.dates import Period
from kg.lexicon.fold import squeeze
from kg.query.phrase import Speaker
from kg.query.query import (
    Analysis,
    Breakdown,
    Changes,
    Compare,
    Concentration,
    Conflicts,
    Cut,
    Exposure,
    Holds,
    Need,
    Noun,
    Overlap,
    Parts,
    Passed,
    Paths,
    Statements,
    Test,
)
from kg.query.say_step import say_step


def say_analysis(form: Analysis, speaker: Speaker) -> str:
    """Return the canonical sentence of a form that an analysis answers."""
    return _english(form, speaker) if speaker.english else _chinese(form, speaker)


def _english(form: Analysis, speaker: Speaker) -> str:
    match form:
        case Paths():
            return _paths_english(form, speaker)
        case Passed(start, end):
            return f"chokepoints from {speaker.name(start)} to {speaker.name(end)}"
        case Need(whole, part, count, per):
            number = speaker.number(count)
            if per is not None:
                held = f"{speaker.name(whole)} with {number} {speaker.name(per)}"
                return f"how many {speaker.name(part, plural=True)} does {held} need"
            return f"how many {speaker.name(part, plural=True)} do {number} {speaker.name(whole)} contain"
        case Compare(names):
            return "compare " + " and ".join(map(speaker.name, names))
        case Breakdown(Parts(whole)):
            return f"full bill of materials of {speaker.name(whole)}"
        case Breakdown(step):
            return f"list things that {say_step(step, speaker, plural=True, negated=False)}"
        case Cut(whole):
            return f"smallest set of {_agents(speaker)} whose loss stops {speaker.name(whole)}"
        case Concentration(subject, holds, counted, int() as top):
            return f"top {top} {_role(holds.frame, counted, speaker, plural=True)} of {_each(subject, holds, speaker)} by share"
        case Concentration(subject, holds, counted):
            return f"{_role(holds.frame, counted, speaker)} concentration of {_of(subject, holds, speaker)}"
        case Exposure(start, end):
            return f"exposure of {speaker.name(start)} to {speaker.name(end)}"
        case Changes(subject, earlier, later, holds, kind):
            about = speaker.noun(subject) if holds is None else _told(holds, speaker)
            word = {"added": "new ", "ended": "dropped "}.get(kind, "changes of ")
            if earlier.first == date.min:
                return f"{word}{about}, since {_day(later.first)}"
            return f"{word}{about}, between {earlier} and {later}"
        case Conflicts(subject, measure):
            about = _disputed(subject, measure, speaker, form.frame)
            return f"contradictions about {about}" if about else "contradictions"
        case Statements(subject, frame, tests):
            told = _sort(frame, speaker) + _choices(frame, tests, speaker)
            return f"{told} about {speaker.noun(subject)}" if subject is not None else told
        case Overlap(names, holds, counted):
            things = " and ".join(map(speaker.name, names))
            return f"overlap of the {_role(holds.frame, counted, speaker, plural=True)} of {things}"


def _paths_english(form: Paths, speaker: Speaker) -> str:
    ends = f"from {speaker.name(form.start)} to {speaker.name(form.end)}"
    word = "supply chain" if form.along == "supply" else "paths"
    if form == Paths(form.start, form.end):
        return f"how is {speaker.name(form.start)} related to {speaker.name(form.end)}"
    if form.shortest is not None:
        word = f"{form.shortest} shortest paths"
    elif form.disjoint:
        word = "independent paths"
    by = "".join(
        f" {marker} " + " and ".join(map(speaker.name, names))
        for marker, names in (("through", form.through), ("avoiding", form.avoiding))
        if names
    )
    asked = f"is there a {word}" if form.ask and word == "supply chain" else f"are there {word}" if form.ask else word
    return f"{asked} {ends}{by}" + (f", within {form.within} steps" if form.within is not None else "")


# ---------------------------------------------------------------- Chinese


def _chinese(form: Analysis, speaker: Speaker) -> str:
    match form:
        case Paths():
            return _paths_chinese(form, speaker)
        case Passed(start, end):
            return f"从{speaker.name(start)}到{speaker.name(end)}的必经环节"
        case Need(whole, part, count, per):
            if per is not None:
                held = f"{speaker.number(count)}个{speaker.name(per)}的{speaker.name(whole)}"
                return f"{held}需要多少{speaker.name(part)}"
            return f"{speaker.number(count)}个{speaker.name(whole)}包含多少{speaker.name(part)}"
        case Compare(names):
            return "对比" + "和".join(map(speaker.name, names))
        case Breakdown(Parts(whole)):
            return f"{speaker.name(whole)}的完整物料清单"
        case Breakdown(step):
            return f"列出{say_step(step, speaker, plural=True, negated=False)}的事物"
        case Cut(whole):
            return f"停掉哪些{_agents(speaker)}就造不出{speaker.name(whole)}"
        case Concentration(subject, holds, counted, int() as top):
            return f"{_each(subject, holds, speaker)}份额最大的{top}家{_role(holds.frame, counted, speaker)}"
        case Concentration(subject, holds, counted):
            return f"{_of(subject, holds, speaker)}的{_role(holds.frame, counted, speaker)}集中度"
        case Exposure(start, end):
            return f"{speaker.name(start)}对{speaker.name(end)}的敞口"
        case Changes(subject, earlier, later, holds, kind):
            about = speaker.noun(subject) if holds is None else _told(holds, speaker)
            said = {"added": f"新增的{about}", "ended": f"退出的{about}"}.get(kind, f"{about}的变化")
            if earlier.first == date.min:
                return f"{said},{_written(_day(later.first))}以来"
            return f"{said},{_written(earlier)}到{_written(later)}间"
        case Conflicts(subject, measure):
            about = _disputed(subject, measure, speaker, form.frame)
            return f"{about}的来源互相矛盾" if about else "来源互相矛盾"
        case Statements(subject, frame, tests):
            told = _choices(frame, tests, speaker) + _sort(frame, speaker)
            return f"{speaker.noun(subject)}有哪些{told}" if subject is not None else told
        case Overlap(names, holds, counted):
            return "和".join(map(speaker.name, names)) + f"的{_role(holds.frame, counted, speaker)}重叠"


def _paths_chinese(form: Paths, speaker: Speaker) -> str:
    start, end = speaker.name(form.start), speaker.name(form.end)
    if form == Paths(form.start, form.end):
        return f"{start}和{end}是什么关系"
    word = "供应链" if form.along == "supply" else "路径"
    if form.ask:
        return f"从{start}到{end}有没有{word}"
    if form.shortest is not None:
        word = f"{form.shortest}条最短路径"
    elif form.disjoint:
        word = "独立路径"
    by = "".join(
        marker + "和".join(map(speaker.name, names))
        for marker, names in (("通过", form.through), ("不经过", form.avoiding))
        if names
    )
    return f"从{start}到{end}{by}的{word}" + (f",{form.within}步以内" if form.within is not None else "")


def _written(period: Period) -> str:
    return f"{period}年" if period.precision == "year" else str(period)


def _day(day: date) -> Period:
    """Return a first day as the year or the month that begins with it."""
    if day.day > 1:
        return Period(day, day, "day")
    return Period(day, day, "year" if day.month == 1 else "month")


# ---------------------------------------------------------------- words


def _agents(speaker: Speaker) -> str:
    """Return the word for those whose loss is asked about: who stands at the start of a flow."""
    frame = next(frame for frame in speaker.pack.frames.values() if frame.flow)
    assert frame.flow
    return _role(frame.id, frame.flow[0], speaker, plural=True)


def _role(frame: str, role: str, speaker: Speaker, *, plural: bool = False) -> str:
    label = speaker.words(speaker.pack.frames[frame].role(role).names).label
    return speaker.lexicon.plurals.get(label, label) if plural and speaker.english else label


def _of(subject: Noun, holds: Holds, speaker: Speaker) -> str:
    return speaker.noun(subject, speaker.pack.frames[holds.frame].role(holds.role).ranges)


def _each(subject: Noun, holds: Holds, speaker: Speaker) -> str:
    """Return what the largest are told of: of a class, each of its things."""
    if subject.names:
        return _of(subject, holds, speaker)
    ranges = speaker.pack.frames[holds.frame].role(holds.role).ranges
    cls = speaker.cls(subject.cls, plural=False) if subject.cls and subject.where is None else ""
    return ("each " if speaker.english else "每种") + (cls or speaker.noun(subject, ranges))


def _told(holds: Holds, speaker: Speaker) -> str:
    return speaker.noun(Noun(where=holds), speaker.pack.frames[holds.frame].role(holds.role).ranges)


def _sort(frame: str | None, speaker: Speaker) -> str:
    """Return the word for statements, of one frame by its usual verb: "supply relations"."""
    verbs = [p.verb for p in speaker.lexicon.verbs if p.verb and (p.frame, p.lang) == (frame, speaker.lang)]
    if frame is None or not verbs:
        return "statements" if speaker.english else "陈述"
    label = speaker.words(speaker.pack.frames[frame].names).label
    meanings = speaker.lexicon.look_up(squeeze(label, speaker.lexicon.simplified))
    spoken = any(m.kind == "verb" and speaker.lexicon.verbs[int(m.id)].frame == frame for m in meanings)
    verb = label if spoken else verbs[0]
    return f"{verb} relations" if speaker.english else f"{verb}关系"


def _choices(frame: str | None, tests: tuple[Test, ...], speaker: Speaker) -> str:
    """Return the choices that statements have or have not: " announced but not in volume"."""
    said = [
        (test.op == "!=", speaker.words(choice.names).label)
        for test in tests
        for choice in (speaker.pack.frames[frame].qualifier(test.qualifier).choices if frame else ())
        if choice.id == test.value
    ]
    if not said:
        return ""
    if speaker.english:
        return " " + " and ".join(("not " if without else "") + label for without, label in said)
    return "并且".join(("未" if without else "") + label for without, label in said) + "的"


def _disputed(subject: Noun | None, measure: str | None, speaker: Speaker, frame: str | None) -> str:
    """Return what sources may disagree about: a thing, a measure or the shares, or one of a thing."""
    thing = speaker.noun(subject) if subject is not None else ""
    if frame is not None:
        word = "share" if speaker.english else "份额"
        return word if not thing else f"{word} of {thing}" if speaker.english else f"{thing}的{word}"
    if measure is None:
        return thing
    word = next(
        speaker.words(choice.names).label
        for frame in speaker.pack.frames.values()
        for qualifier in frame.qualifiers
        for choice in qualifier.choices
        if choice.id == measure and choice.units
    )
    if not thing:
        return word
    return f"{word} of {thing}" if speaker.english else f"{thing}的{word}"
