"""A whole and a part of it in, the statements of that share out: "NVIDIA's purchases of modules", "Innolight".

A share is never without its base. What the whole names decides it: a word for the base ("revenue"), else the roles
that its things fill ("NVIDIA's HBM" is what a customer buys of an item).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kg.base.diagnostics import diagnostic
from kg.language.syntax import Nominal, Phrase, Question, Word
from kg.pack.pack import Choice, Frame
from kg.query.arguments import fits
from kg.query.figures import shown
from kg.query.meaning import MeaningError, Scope
from kg.query.naming import unasked, unusable
from kg.query.nominal import noun_of
from kg.query.query import Facts, Holds, Noun, Test
from kg.query.resolve import Resolver
from kg.query.unsaid import refuse_unsaid

_USAGE = {"en": "what is the share of Innolight in NVIDIA's purchases", "zh": "中际旭创在英伟达的采购量中的份额是多少"}


class Base(Struct, frozen=True):
    """One base of shares: the frame, the qualifier that tells the base, and its choice."""

    frame: Frame
    qualifier: str
    choice: Choice


class _Whole(Struct, frozen=True):
    """What a phrase says of a whole: the words for its base, and the things that it is of."""

    words: tuple[Word, ...]
    things: tuple[Nominal, ...]


def share_form(question: Question, resolver: Resolver) -> Facts:
    """Return the statements that a question about a share asks for.

    Raise MeaningError when no base fits, or several do and none is named.
    """
    assert question.phrase is not None
    scope = resolver.scope
    whole = _whole(question.phrase, resolver)
    named = {(m.frame, m.slot, m.id) for word in whole.words for m in word.meanings if m.kind == "choice"}
    ways: list[tuple[Base, dict[str, Nominal]]] = []
    for base in bases(scope):
        if named and (base.frame.id, base.qualifier, base.choice.id) not in named:
            continue
        placed = _placed(base, whole, question.party, scope, named=bool(named))
        if placed is not None:
            ways.append((base, placed))
    if not ways:
        raise MeaningError(unusable(question.phrase, _USAGE[scope.lang]), 2)
    if len(ways) > 1:
        choices = "; ".join(scope.name_of(base.choice.names) for base, _ in ways)
        raise MeaningError(diagnostic("M003", question.phrase.span, text=_text(question.phrase), choices=choices), 3)
    return _facts(*ways[0], resolver)


def bases(scope: Scope) -> Iterator[Base]:
    """Yield the bases of shares that the pack knows."""
    for frame in scope.pack.frames.values():
        for qualifier in frame.qualifiers:
            for choice in qualifier.choices:
                if choice.whole:
                    yield Base(frame, qualifier.id, choice)


def _text(nominal: Nominal) -> str:
    return nominal.nouns[-1].text if isinstance(nominal, Phrase) and nominal.nouns else ""


def _whole(nominal: Nominal, resolver: Resolver) -> _Whole:
    if not isinstance(nominal, Phrase):
        raise MeaningError(unusable(nominal, _USAGE[resolver.scope.lang]), 2)
    refuse_unsaid(nominal, resolver.scope.lang)
    if nominal.adjectives or not nominal.nouns:
        raise MeaningError(unusable(nominal, _USAGE[resolver.scope.lang]), 2)
    kinds = {m.kind for m in nominal.nouns[-1].meanings}
    own = nominal.of or nominal.nouns[1:] or nominal.marked
    if (nominal.relatives and kinds & {"class", "role"}) or (own and "role" in kinds and "choice" not in kinds):
        return _Whole((), (nominal,))  # "the revenue of companies that supply AMD": what is told is told of them
    words = tuple(word for word in nominal.nouns if any(m.kind == "choice" for m in word.meanings))
    things: list[Nominal] = [Phrase(nouns=(word,), span=word.span) for word in nominal.nouns if word not in words]
    for owner in (*nominal.of, *(other for _, other in nominal.marked), *_in_clauses(nominal, resolver)):
        inner = _whole(owner, resolver)
        words, things = (*words, *inner.words), [*things, *inner.things]
    return _Whole(words, tuple(things))


def _in_clauses(phrase: Phrase, resolver: Resolver) -> Iterator[Nominal]:
    """Yield who buys in 英伟达采购的光模块."""
    for clauses in phrase.relatives:
        for clause in clauses.clauses:
            if clause.negated or clause.kind != "verb":
                raise MeaningError(unusable(phrase, _USAGE[resolver.scope.lang]), 2)
            yield from (*clause.before, *clause.after, *(nominal for _, nominal in clause.marked))


def _placed(
    base: Base, whole: _Whole, party: Nominal | None, scope: Scope, *, named: bool
) -> dict[str, Nominal] | None:
    """Give the things of the whole and the part their roles under a base; None when one has none."""
    frame = base.frame
    placed: dict[str, Nominal] = {}
    rest: list[Nominal] = []
    for thing in whole.things:
        role = next((r for r in base.choice.whole if r not in placed and fits(thing, r, frame.id, scope)), None)
        if role is None:
            rest.append(thing)
        else:
            placed[role] = thing
    if not named and (rest or set(placed) != set(base.choice.whole)):
        return None
    for thing in (*([party] if party is not None else []), *rest):
        role = next((r.id for r in frame.roles if r.id not in placed and fits(thing, r.id, frame.id, scope)), None)
        if role is None:
            return None
        placed[role] = thing
    return placed


def _facts(base: Base, placed: dict[str, Nominal], resolver: Resolver) -> Facts:
    frame, scope = base.frame, resolver.scope
    subject = frame.roles[0].id
    about = placed.pop(subject, None)
    noun = noun_of(unasked(about), scope.ranges(frame.id, subject), resolver) if about is not None else Noun()
    fills = tuple(resolver.fill(frame.id, role, replace_wh(nominal)) for role, nominal in placed.items())
    show = shown(frame)
    tests = (Test(base.qualifier, "=", base.choice.id),)
    return Facts(noun, Holds(frame.id, subject, fills, tests), show if about is not None else (subject, *show))


def replace_wh(nominal: Nominal) -> Nominal:
    """Return a nominal without its question word."""
    return replace(nominal, wh="") if isinstance(nominal, Phrase) and nominal.nouns else nominal
