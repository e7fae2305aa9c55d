"""Superlatives in, ranks out: "top 5 components by number of suppliers", 需求最大的三家."""

from __future__ import annotations

from dataclasses import replace

from kg.base.diagnostics import Diagnostic, diagnostic
from kg.language.syntax import Clause, Nominal, Phrase, Together
from kg.lexicon.lexicon import Meaning
from kg.pack.pack import Frame
from kg.query.meaning import MeaningError
from kg.query.measures import items_of, measure_of, number_of
from kg.query.naming import unasked
from kg.query.nominal import noun_classes, noun_of, place_complements
from kg.query.query import Fill, Form, Group, Holds, Noun, Rank, Test
from kg.query.resolve import Resolver


def ranked(phrase: Phrase, resolver: Resolver) -> Form:
    """Read "top 5 components by number of suppliers", 需求最大的三家: by a count or by a measure."""
    scope = resolver.scope
    top = phrase.top or 1
    by = phrase.by
    if not phrase.nouns and isinstance(by, Phrase) and phrase.of:
        head, *rest = phrase.of
        assert isinstance(head, Phrase)
        by, phrase = replace(by, of=(*by.of, *rest)), replace(head, wh="", top=phrase.top, least=phrase.least)
    if isinstance(by, Phrase) and measure_of(by, scope) is not None:
        by, phrase = replace(by, of=(*by.of, *phrase.of)), replace(phrase, of=())
    noun = noun_of(unasked(replace(phrase, top=None, by=None)), (), resolver)
    if isinstance(by, Phrase) and by.nouns:
        by = _of_class(by, noun_classes(noun, scope), resolver)
        found = measure_of(by, scope)
        if found is not None:
            frame, slot, choice = found
            return Rank(
                noun, _measured(by, frame, Test(slot, "=", choice.id), resolver), number_of(frame), top, phrase.least
            )
        for meaning in by.nouns[-1].meanings:
            if meaning.kind != "role" or phrase.least:
                continue
            pattern = scope.noun(meaning)
            placed = place_complements(by, pattern, scope)
            taken = {pattern.asks, *(role for role, _ in placed or ())}
            classes = noun_classes(noun, scope)
            role = next(
                (
                    r.id
                    for r in scope.pack.frames[pattern.frame].roles
                    if r.id not in taken and scope.agree(classes, r.ranges)
                ),
                None,
            )
            if placed is not None and role is not None:
                condition = resolver.holds(pattern.frame, role, placed, pattern.fixes)
                if isinstance(condition, Holds):
                    return Group(noun, condition, Fill(pattern.asks, Noun()), top)
    usage = "top 5 components by number of suppliers" if scope.lang == "en" else "供应商最多的五种部件"
    raise MeaningError(
        diagnostic("M005", phrase.span, form=phrase.nouns[-1].text if phrase.nouns else "", usage=usage), 3
    )


def ranked_by_verb(clause: Clause, resolver: Resolver) -> Form | None:
    """Read "which state borders the most states": the things with the most fillers of one role."""
    if len(clause.before) != 1 or len(clause.after) != 1 or clause.marked or clause.negated or clause.only:
        return None
    asked, most = clause.before[0], clause.after[0]
    if not (isinstance(asked, Phrase) and asked.wh and isinstance(most, Phrase) and most.top and not most.least):
        return None
    if most.by is not None or most.amount is not None or asked.top is not None:
        return None
    plain = replace(most, top=None)
    condition = resolver.verb_condition(replace(clause, after=(plain,)), None, asked)
    if not isinstance(condition, Holds) or len(condition.fills) != 1:
        return None
    noun = noun_of(unasked(asked), resolver.scope.ranges(condition.frame, condition.role), resolver)
    return Group(noun, replace(condition, fills=()), condition.fills[0], most.top)


def _of_class(by: Phrase, classes: tuple[str, ...], resolver: Resolver) -> Phrase:
    """Return what is compared as it is said of such things: the biggest state by area, the biggest city by people."""
    scope = resolver.scope
    word = by.nouns[-1]

    def fits(meaning: Meaning) -> bool:
        ranges = scope.pack.frames[meaning.frame].roles[0].ranges if meaning.kind == "choice" else ()
        return bool(ranges and classes) and scope.agree(classes, ranges)

    fitting = tuple(meaning for meaning in word.meanings if fits(meaning))
    return replace(by, nouns=(*by.nouns[:-1], replace(word, meanings=fitting))) if fitting else by


def _measured(by: Phrase, frame: Frame, test: Test, resolver: Resolver) -> Holds:
    """Return the statements of a measure, narrowed to the items that stand before its word."""
    return Holds(frame.id, frame.roles[0].id, items_of(by, frame, resolver), (test,))


def has_top(nominal: Nominal) -> bool:
    """Tell whether a nominal has a superlative in it."""
    if isinstance(nominal, Together):
        return any(has_top(member) for member in nominal.members)
    return nominal.top is not None or any(has_top(owner) for owner in nominal.of)


def no_top(phrase: Phrase, resolver: Resolver) -> Diagnostic:
    """Return the diagnostic for a superlative that has no measure."""
    usage = "top 5 components by number of suppliers" if resolver.scope.lang == "en" else "供应商最多的五种部件"
    return diagnostic("M005", phrase.span, form=phrase.nouns[-1].text if phrase.nouns else "", usage=usage)
