"""Phrases headed by a measure in, the statements of that measure out: "power of GB200 NVL72"."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from kg.language.syntax import Clause, Nominal, Phrase
from kg.pack.pack import Frame
from kg.query.arguments import fits
from kg.query.meaning import MeaningError, Scope
from kg.query.measures import measure_of, measures_of, number_of
from kg.query.naming import unasked, unusable
from kg.query.nominal import named_so, noun_of, several
from kg.query.query import Facts, Holds, Test, Total
from kg.query.resolve import Resolver

#: What a question about a measure shows beside the value, where the frame has it.
_SHOWN = ("scope", "as_of", "period", "basis", "condition")


def facts_of(phrase: Phrase, resolver: Resolver) -> Facts | Total | None:
    """Read "power of GB200 NVL72", GPT-5的参数; "total revenue of X" puts the values together."""
    facts = _facts(phrase, resolver)
    if facts is None or not phrase.aggregate:
        return facts
    how: Literal["sum", "average"] = "average" if phrase.aggregate == "average" else "sum"
    return Total(facts.subject, facts.holds, facts.show[0], how)


def _facts(phrase: Phrase, resolver: Resolver) -> Facts | None:
    """Read "power of GB200 NVL72", GPT-5的参数: the statements of a measure about a thing."""
    scope = resolver.scope
    found = measure_of(phrase, scope)
    if found is None or phrase.amount is not None or phrase.value is not None:
        return None
    frame, slot, choice = found
    owners = [*phrase.of, *(Phrase(nouns=(word,), span=word.span) for word in phrase.nouns[:-1])]
    owners += [nominal for _, nominal in phrase.marked]
    others = {id(nominal) for marker, nominal in phrase.marked if marker in _NOT_WHOSE}
    _refuse_homonyms(phrase, owners, scope)
    if phrase.of and isinstance(phrase.of[-1], Phrase):
        owners = _with_rest(owners, phrase, frame, scope)
    placed: dict[str, Nominal] = {}
    for owner in owners:
        spare = frame.roles[1:] if id(owner) in others else frame.roles
        free = [role.id for role in spare if role.id not in placed]
        role = next((role for role in free if fits(owner, role, frame.id, scope)), None)
        if role is None:
            raise MeaningError(unusable(owner, "power of GB200 NVL72"), 1)
        placed[role] = owner
    subject = frame.roles[0].id
    if subject not in placed:
        raise MeaningError(unusable(phrase, "power of GB200 NVL72" if scope.lang == "en" else "GB200 NVL72的功耗"), 1)
    noun = noun_of(unasked(placed.pop(subject)), scope.ranges(frame.id, subject), resolver)
    fills = tuple(resolver.fill(frame.id, role, nominal) for role, nominal in placed.items())
    several = (subject,) if noun.cls and not noun.names else ()
    return Facts(noun, Holds(frame.id, subject, fills, (Test(slot, "=", choice.id),)), shown(frame, several))


#: Behind these stands never whose figure it is: "revenue from hyperscalers" is others' revenue.
_NOT_WHOSE = ("from", "with", "to", "by")


def _refuse_homonyms(phrase: Phrase, owners: list[Nominal], scope: Scope) -> None:
    """Raise MeaningError N002 where "length of Elbe" is that of a ship by one measure, that of a river by another."""
    ranges = [scope.ranges(frame.id, frame.roles[0].id) for frame, _, _ in measures_of(phrase, scope)]
    for owner in owners if len(ranges) > 1 else ():
        word = owner.nouns[-1] if isinstance(owner, Phrase) and owner.nouns else None
        if word is None:
            continue
        named = [m for m in word.meanings if m.kind == "thing"]
        held = [m.id for m in named if any(scope.agree(scope.classes_of(m), range_) for range_ in ranges)]
        things = named_so(word, list(dict.fromkeys(held)), scope)
        if len(things) > 1:
            raise MeaningError(several(word, things, scope), 3)


def _with_rest(owners: list[Nominal], phrase: Phrase, frame: Frame, scope: Scope) -> list[Nominal]:
    """Give the last owner what is said of it: in "revenue of companies with two fabs" the companies have the fabs."""
    ids = [role.id for role in frame.roles]
    rest = [pair for pair in phrase.marked if not any(fits(pair[1], id, frame.id, scope) for id in ids)]
    last = phrase.of[-1]
    assert isinstance(last, Phrase)
    told = replace(last, marked=(*last.marked, *rest))
    said = [nominal for _, nominal in rest]
    return [told if owner is last else owner for owner in owners if not any(owner is one for one in said)]


def figure_asked(clause: Clause, asked: Phrase, resolver: Resolver) -> Facts | None:
    """Read "how much power does X draw", "what does X cost": a verb that fixes the measure which it tells of."""
    scope = resolver.scope
    subjects = [n for n in (*clause.before, *clause.after) if n is not asked]
    if clause.kind != "verb" or clause.verb is None or len(subjects) != 1 or clause.marked or clause.negated:
        return None
    found = measure_of(asked, scope)
    for meaning in clause.verb.meanings:
        if meaning.kind != "verb":
            continue
        pattern = scope.verb(meaning)
        frame = scope.pack.frames[pattern.frame]
        for slot, value in pattern.fixes:
            if found is None and not _always_measures(clause, scope):
                continue
            choices = next((q.choices for q in frame.qualifiers if q.id == slot), ())
            choice = next((c for c in choices if c.id == value and c.units), None)
            if choice is None or (found is not None and found[2].id != value) or (found is None and asked.nouns):
                continue
            role = frame.roles[0].id
            if pattern.object == number_of(frame) and fits(subjects[0], role, frame.id, scope):
                noun = noun_of(unasked(subjects[0]), scope.ranges(frame.id, role), resolver)
                return Facts(noun, Holds(frame.id, role, (), (Test(slot, "=", value),)), shown(frame))
    return None


def _always_measures(clause: Clause, scope: Scope) -> bool:
    """Whether a verb tells of a measure whatever stands around it: "cost", not "use"."""
    assert clause.verb is not None
    return all(scope.verb(m).fixes for m in clause.verb.meanings if m.kind == "verb")


def shown(frame: Frame, roles: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the qualifiers that a question about a figure shows; and whose it is, where it is asked of several."""
    numbers = [q.id for q in frame.qualifiers if q.type == "number"][:1]
    return (*numbers, *(q.id for q in frame.qualifiers if q.id in _SHOWN), *roles, "status", "source")
