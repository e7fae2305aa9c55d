"""Clauses and nouns that speak of a step of analysis in, the condition that a thing is among its results out.

"upstream of CoWoS", "lost without TSMC", "vital to GB300 NVL72", "tier 2 suppliers of Microsoft": such words belong
to the language and not to a pack; what the steps go along, the pack's frames say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic, diagnostic
from kg.language.syntax import Clause, Nominal, Phrase, Word
from kg.query.arguments import Hole, fits
from kg.query.meaning import MeaningError, Scope
from kg.query.nominal import noun_of
from kg.query.query import Among, Condition, Form, Lost, Noun, Upstream, Vital
from kg.query.resolving import Resolving

_Part = TypeVar("_Part")
_WITHOUT = ("without", "没有")
_USAGE = {
    "en": "which systems cannot be built without TSMC",
    "zh": "没有台积电,哪些系统造不出来",
}


def is_step(word: Word | None) -> bool:
    """Tell whether a word is one of the language that names a step."""
    return word is not None and _special(word).partition(" ")[0] in (
        "upstream",
        "downstream",
        "vital",
        "needs",
        "lost",
        "stand",
    )


def _special(word: Word) -> str:
    return word.special if not word.meanings else ""


def step_condition(clause: Clause, target: Hole | Nominal, resolver: Resolving) -> Condition:
    """Return what a clause with a step says of the gap or of the nominal that is asked for."""
    assert clause.verb
    others = [n for n in (*clause.before, *clause.after) if n is not target]
    marked = [(marker, n) for marker, n in clause.marked if n is not target]
    match clause.verb.special.split():
        case ["lost"]:
            return _lost(clause, target, others, marked, resolver)
        case ["needs", _]:
            return Among(Vital(_only_name(clause, others, marked, resolver), _substitutes(resolver)))
        case ["vital"]:
            others += [n for marker, n in marked if marker in ("对", "to", "for")]
            rest = [pair for pair in marked if pair[0] not in ("对", "to", "for")]
            return Among(Vital(_only_name(clause, others, rest, resolver), _substitutes(resolver)))
        case ["stand"]:
            return _standing(clause, others, marked, resolver)
        case [direction, *detail]:
            names = _names(_only(clause, others, marked, resolver.scope), resolver)
            return Among(_along(names, direction, detail))
        case _:
            raise MeaningError(_misused(clause, resolver.scope), 2)


def _along(names: tuple[str, ...], direction: str, detail: list[str], tier: int | None = None) -> Upstream:
    number = next((int(word) for word in detail if word.isdigit()), tier)
    return Upstream(names, "up" if direction == "upstream" else "down", number, "leaf" in detail)


def _lost(
    clause: Clause,
    target: Hole | Nominal,
    others: list[Nominal],
    marked: list[tuple[str, Nominal]],
    resolver: Resolving,
) -> Condition:
    """Read X cannot be built without Y: of X that it is lost, of Y that it is vital to X."""
    if any(n is target for marker, n in clause.marked if marker in _WITHOUT):
        return Among(Vital(_only_name(clause, others, marked, resolver), _substitutes(resolver)))
    loss = [n for marker, n in marked if marker in _WITHOUT]
    if (
        len(loss) != 1
        or marked[0][0] not in _WITHOUT
        or others
        or not (len(marked) == 1 or isinstance(loss[0], Phrase))
    ):
        raise MeaningError(_misused(clause, resolver.scope), 2)
    # "without suppliers in Taiwan": what follows the loss tells more of it.
    whole = replace(loss[0], marked=(*loss[0].marked, *marked[1:])) if isinstance(loss[0], Phrase) else loss[0]
    return Among(Lost(noun_of(whole, (), resolver), _substitutes(resolver)))


def _substitutes(resolver: Resolving) -> bool:
    return resolver.substitutes


def _standing(
    clause: Clause, others: list[Nominal], marked: list[tuple[str, Nominal]], resolver: Resolving
) -> Condition:
    """Read 处于CoWoS的二级上游."""
    place = _only(clause, others, marked, resolver.scope)
    found = stream_of(place, resolver) if isinstance(place, Phrase) else None
    if found is None:
        raise MeaningError(_misused(clause, resolver.scope), 2)
    return found


def stream_of(phrase: Phrase, resolver: Resolving) -> Condition | None:
    """Read "upstream of X" said with a noun (X的上游, X的二级上游), None when the noun is another one."""
    head = phrase.nouns[-1] if phrase.nouns else None
    if head is None or _special(head).split()[:1] not in (["upstream"], ["downstream"]):
        return None
    direction, *detail = head.special.split()
    owners = [*phrase.of, *(Phrase(nouns=(word,), span=word.span) for word in phrase.nouns[:-1])]
    if len(owners) != 1 or phrase.marked:
        raise MeaningError(diagnostic("M002", phrase.span, text=head.text, usage=_stream_usage(resolver.scope)), 2)
    return Among(_along(_names(owners[0], resolver), direction, detail, phrase.tier))


def raw_materials(phrase: Phrase, resolver: Resolving) -> Noun:
    """Read "raw materials of X": the furthest upstream of what is offered, of which nothing further is documented."""
    scope = resolver.scope
    owners = [*phrase.of, *(Phrase(nouns=(word,), span=word.span) for word in phrase.nouns[:-1])]
    owners += [nominal for marker, nominal in phrase.marked if marker in ("of", "in", "for")]
    offered = [frame.role(frame.offers[1]).ranges for frame in scope.pack.frames.values() if frame.offers]
    if len(owners) != 1 or len(phrase.of) + len(phrase.marked) > 1 or not offered or not offered[0]:
        usage = "raw materials of H200" if scope.lang == "en" else "H200的原材料"
        raise MeaningError(diagnostic("M002", phrase.span, text=phrase.nouns[-1].text, usage=usage), 2)
    return Noun(cls=offered[0][0], where=Among(Upstream(_names(owners[0], resolver), "up", None, True)))


def tier_of(phrase: Phrase, resolver: Resolving) -> Noun:
    """Read "tier 2 suppliers of Microsoft": so many steps along the flow of the noun's own frame."""
    scope = resolver.scope
    owners = [*phrase.of, *(Phrase(nouns=(word,), span=word.span) for word in phrase.nouns[:-1])]
    owners += [nominal for _, nominal in phrase.marked]
    for meaning in phrase.nouns[-1].meanings if phrase.nouns else ():
        if meaning.kind != "role" or len(owners) != 1:
            continue
        pattern = scope.noun(meaning)
        flow = scope.pack.frames[pattern.frame].flow
        if flow is None or pattern.asks not in flow:
            continue
        up = pattern.asks == flow[0]
        if fits(owners[0], flow[1] if up else flow[0], pattern.frame, scope):
            ranges = scope.ranges(pattern.frame, pattern.asks)
            step = Upstream(_names(owners[0], resolver), "up" if up else "down", phrase.tier)
            return Noun(cls=ranges[0] if len(ranges) == 1 else None, where=Among(step))
    usage = "tier 2 suppliers of Microsoft" if scope.lang == "en" else "微软的二级供应商"
    raise MeaningError(
        diagnostic("M002", phrase.span, text=phrase.nouns[-1].text if phrase.nouns else "", usage=usage), 2
    )


def within_steps(form: Form, number: int) -> Form | None:
    """Return a form with its one stream cut off behind so many steps; None when it has none, or several, or a tier."""
    streams = [step for step in _streams(form) if step.tier is None and not step.leaves]
    if len(streams) != 1 or len(list(_streams(form))) != 1:
        return None
    return _with_stream(form, replace(streams[0], within=number))


def _streams(part: object) -> Iterator[Upstream]:
    if isinstance(part, Upstream):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _streams(one)
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            yield from _streams(getattr(part, name))


def _with_stream(part: _Part, stream: Upstream) -> _Part:
    if isinstance(part, Upstream):
        return stream  # type: ignore[return-value]
    if isinstance(part, tuple):
        return tuple(_with_stream(one, stream) for one in part)  # type: ignore[return-value]
    if isinstance(part, Struct):
        changed = {name: _with_stream(getattr(part, name), stream) for name in part.__struct_fields__}
        return replace(part, **changed)
    return part


def _only(clause: Clause, others: list[Nominal], marked: list[tuple[str, Nominal]], scope: Scope) -> Nominal:
    if len(others) != 1 or marked:
        raise MeaningError(_misused(clause, scope), 2)
    return others[0]


def _only_name(clause: Clause, others: list[Nominal], marked: list[tuple[str, Nominal]], resolver: Resolving) -> str:
    names = _names(_only(clause, others, marked, resolver.scope), resolver)
    if len(names) != 1:
        raise MeaningError(_misused(clause, resolver.scope), 2)
    return names[0]


def _names(nominal: Nominal, resolver: Resolving) -> tuple[str, ...]:
    noun = noun_of(nominal, _flowing(resolver.scope), resolver)
    if not noun.names or noun.where is not None:
        raise MeaningError(diagnostic("M002", nominal.span, text="", usage=_stream_usage(resolver.scope)), 2)
    return noun.names


def _flowing(scope: Scope) -> tuple[str, ...]:
    """Return the classes of what a flow goes along: who stands at its ends, and what every statement of it names."""
    found: dict[str, None] = {}
    for frame in scope.pack.frames.values():
        if frame.flow is not None:
            for role in frame.roles:
                found |= dict.fromkeys(role.ranges if role.required or role.id in frame.flow else ())
    return tuple(found)


def _misused(clause: Clause, scope: Scope) -> Diagnostic:
    assert clause.verb
    return diagnostic("M002", clause.span, text=clause.verb.text, usage=_USAGE[scope.lang])


def _stream_usage(scope: Scope) -> str:
    return "companies upstream of CoWoS" if scope.lang == "en" else "CoWoS上游的公司"
