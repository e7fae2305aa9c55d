"""A noun and the pack in; every plain question that could be asked about its things, out.

For each relation that they can take part in: what stands at its other places. For each measure: its value.
Whether there are answers is for the one who runs them to find out.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.pack.pack import Frame, Pack
from kg.query.figures import shown
from kg.query.query import Describe, Facts, Fill, Form, Holds, Noun, Query, Select, Test


def askable(subject: Noun, pack: Pack) -> tuple[Query, ...]:
    """Return the questions in the order of the pack's frames; the description of a named thing first."""
    described: list[Form] = [Describe(subject.names)] if subject.names and subject.where is None else []
    related = [form for frame in pack.frames.values() for form in _of_frame(subject, frame, pack)]
    return tuple(Query(form) for form in dict.fromkeys((*described, *related)))


def _of_frame(subject: Noun, frame: Frame, pack: Pack) -> Iterator[Form]:
    for role in frame.roles:
        if not _may_fill(subject, role.ranges, pack):
            continue
        for other in frame.roles:
            if other is not role:
                reach = "chain" if frame.transitive else "one"
                fills = (Fill(role.id, subject),)
                yield Select(Noun(where=Holds(frame.id, other.id, fills, reach=reach)))  # type: ignore[arg-type]
        for qualifier in frame.qualifiers if role is frame.roles[0] else ():
            for choice in qualifier.choices:
                if choice.units:
                    holds = Holds(frame.id, role.id, tests=(Test(qualifier.id, "=", choice.id),))
                    yield Facts(subject, holds, shown(frame))


def _may_fill(noun: Noun, ranges: tuple[str, ...], pack: Pack) -> bool:
    classes = _classes(noun, pack)
    return not classes or not ranges or any(pack.is_a(cls, wanted) for cls in classes for wanted in ranges)


def _classes(noun: Noun, pack: Pack) -> tuple[str, ...]:
    if noun.names:
        classes = [pack.things[name].cls for name in noun.names if name in pack.things]
        return tuple(dict.fromkeys(pack.classes[cls].kinds_of or cls for cls in classes))
    if noun.cls:
        return (noun.cls,)
    if isinstance(noun.where, Holds):
        return pack.frames[noun.where.frame].role(noun.where.role).ranges
    return ()
