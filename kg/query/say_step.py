"""A step of analysis in, the words that say it of a subject out: "is upstream of CoWoS", 对GB300 NVL72不可或缺."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.query.query import Lost, Parts, Step, Upstream, Vital

if TYPE_CHECKING:
    from kg.query.phrase import Speaker


def say_step(step: Step, speaker: Speaker, *, plural: bool, negated: bool) -> str:
    """Return the predicate of a thing that is, or is not, among the results of a step."""
    if speaker.english:
        be = ("are" if plural else "is") + (" not" if negated else "")
        return f"{be} {_english(step, speaker)}"
    return ("不" if negated else "") + _chinese(step, speaker)


def _english(step: Step, speaker: Speaker) -> str:
    match step:
        case Upstream(names, direction, tier, leaves, within):
            stream = f"{direction}stream of " + " or ".join(speaker.name(name) for name in names)
            return (
                f"at tier {tier} {stream}"
                if tier is not None
                else f"furthest {stream}"
                if leaves
                else f"within {within} steps {stream}"
                if within is not None
                else stream
            )
        case Lost(lost):
            return f"lost without {speaker.noun(lost)}"
        case Vital(whole):
            return f"vital to {speaker.name(whole)}"
        case Parts(whole):
            return f"part of {speaker.name(whole)}"


def _chinese(step: Step, speaker: Speaker) -> str:
    match step:
        case Upstream(names, direction, tier, leaves, within):
            stream = "上游" if direction == "up" else "下游"
            place = f"{tier}级{stream}" if tier is not None else f"最{stream}" if leaves else stream
            near = f"{within}步以内" if within is not None else ""
            return "处于" + "或".join(map(speaker.name, names)) + f"的{near}{place}"
        case Lost(lost):
            return f"没有{speaker.noun(lost)}造不出来"
        case Vital(whole):
            return f"对{speaker.name(whole)}不可或缺"
        case Parts(whole):
            return f"用在{speaker.name(whole)}"


def allows_substitutes(value: object) -> bool:
    """Tell whether some step within a query lets substitutes stand in."""
    return any(getattr(part, "substitutes", False) for part in _parts(value))


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for item in value:
            yield from _parts(item)
    elif isinstance(value, Struct):
        yield value
        for name in value.__struct_fields__:
            yield from _parts(getattr(value, name))
