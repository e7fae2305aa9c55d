"""Superlatives in, ranks out: "top 5 components by number of suppliers", 需求最大的三家."""

from __future__ import annotations

from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic, diagnostic
from kg.language.syntax import Clause, Nominal, Phrase, Together
from kg.lexicon.lexicon import Meaning
from kg.pack.pack import Frame
from kg.query.analyses import largest_form
from kg.query.arguments import fits
from kg.query.conditions import canonical
from kg.query.dimension import DIMENSIONS, dimension
from kg.query.linked import linked
from kg.query.meaning import MeaningError, Scope
from kg.query.measures import items_of, measure_of, number_of
from kg.query.naming import unasked
from kg.query.nominal import noun_classes, noun_of, place_complements
from kg.query.query import Condition, Fill, Form, Group, Holds, Noun, Or, Rank, Test
from kg.query.resolve import Resolver


def ranked(phrase: Phrase, resolver: Resolver) -> Form:
    """Read "top 5 components by number of suppliers", 需求最大的三家: by a count or by a measure."""
    scope = resolver.scope
    top = phrase.top or 1
    phrase = _by_behind(phrase)
    by = phrase.by
    asked_classes: tuple[str, ...] = ()
    if not phrase.nouns and isinstance(by, Phrase) and phrase.of:
        head, *rest = phrase.of
        if not isinstance(head, Phrase):
            usage = "top 5 components by number of suppliers" if scope.lang == "en" else "供应商最多的五种部件"
            raise MeaningError(diagnostic("M005", head.span, form="", usage=usage), 2)
        asked_classes = scope.agents if head.wh == "who" else ()
        top = int(head.amount.number) if head.amount and head.amount.op == "=" else top
        by, phrase = replace(by, of=(*by.of, *rest)), replace(head, wh="", amount=None, top=top, least=phrase.least)
    if isinstance(by, Phrase) and measure_of(by, scope) is not None:
        by, phrase = _with_items(by, phrase, scope)
    by, phrase = _along(by, phrase, resolver)
    asked_by = by
    if isinstance(by, Phrase) and by.nouns and not by.nouns[-1].meanings:
        by = None  # "biggest", with no measure of that name in the pack
    if by is None and (sized := _by_size(phrase, top, resolver)) is not None:
        return sized
    plain = replace(phrase, top=None, by=None, amount=None, wh="", quantity="")
    if (by is None or _names(by)) and (largest := largest_form(plain, asked_by, top, resolver)) is not None:
        return largest
    _refuse_each(by, scope)
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
            classes = noun_classes(noun, scope) or asked_classes
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
        if not phrase.least and (led := _ranked_by_role(phrase, by, top, resolver)) is not None:
            return led
    usage = "top 5 components by number of suppliers" if scope.lang == "en" else "供应商最多的五种部件"
    raise MeaningError(
        diagnostic("M005", phrase.span, form=phrase.nouns[-1].text if phrase.nouns else "", usage=usage), 3
    )


def _along(by: Nominal | None, phrase: Phrase, resolver: Resolver) -> tuple[Nominal | None, Phrase]:
    """Give "longest" the measure that it goes by for such things: the length of rivers, the duration of films."""
    word = by.nouns[-1] if isinstance(by, Phrase) and by.nouns else None
    if word is None or word.special not in DIMENSIONS or not isinstance(by, Phrase):
        return by, phrase
    classes = noun_classes(noun_of(unasked(replace(phrase, top=None, by=None)), (), resolver), resolver.scope)
    found = dimension(word, classes, resolver.scope)
    if found is None:
        return by, phrase
    return replace(by, nouns=(found.word,)), replace(phrase, least=phrase.least != found.turned)


def _refuse_each(by: Nominal | None, scope: Scope) -> None:
    """Raise MeaningError M005 for what is compared of each thing by itself, where no share says so."""
    if isinstance(by, Phrase) and any(isinstance(n, Phrase) and n.quantity == "each" for n in (by, *by.of)):
        usage = "top 3 suppliers of each component by share" if scope.lang == "en" else "每种部件份额前三的供应商"
        raise MeaningError(diagnostic("M005", by.span, form="each" if scope.lang == "en" else "每", usage=usage), 3)


def _ranked_by_role(phrase: Phrase, by: Phrase, top: int, resolver: Resolver) -> Group | None:
    """Read "top 5 countries by number of suppliers of lasers": what is counted leads to the countries by their role."""
    things = noun_of(unasked(replace(by, quantity="", amount=None)), (), resolver)
    led = led_to(phrase, things, resolver)
    if led is None or phrase.of or phrase.marked or phrase.adjectives or phrase.relatives or len(phrase.nouns) > 1:
        return None
    bare, condition, fill = led
    noun = noun_of(bare, (), resolver) if bare.nouns else Noun()
    return Group(noun, condition, fill, top) if isinstance(condition, Holds) else None


def led_to(named: Phrase, counted: Noun, resolver: Resolver) -> tuple[Phrase, Condition, Fill] | None:
    """Return the statements by which things lead to what a noun names: companies to their country.

    The phrase says what else the noun says; that of a role is said by the statements.
    """
    scope = resolver.scope
    classes = noun_classes(counted, scope) if named.nouns else ()
    if not classes:
        return None
    roles = tuple(m for m in named.nouns[-1].meanings if m.kind == "role") or scope.kin(named.nouns[-1])
    for meaning in roles:
        pattern = scope.noun(meaning)
        owners = [role for marker, role in pattern.marked if marker in ("of", "的")]
        owner = next((r for r in owners if scope.agree(classes, scope.ranges(pattern.frame, r))), None)
        if owner is not None:
            bare = Phrase(adjectives=named.adjectives, relatives=named.relatives, span=named.span)
            return bare, resolver.holds(pattern.frame, pattern.asks, (), pattern.fixes), Fill(owner, counted)
    way = linked(named.nouns[-1], classes, scope) if len(named.nouns) == 1 else None
    if way is None:
        return None
    plain = replace(named, quantity="", top=None, by=None, wh="", amount=None)  # the one relation of two classes
    return plain, Holds(way.frame, way.filled), Fill(way.role, counted)


def _with_items(by: Phrase, phrase: Phrase, scope: Scope) -> tuple[Phrase, Phrase]:
    """Give a measure the items among what stands before both: what fits none of its roles is said of the things."""
    found = measure_of(by, scope)
    assert found is not None
    items = [role.id for role in found[0].roles[1:]]
    moved = tuple(owner for owner in phrase.of if any(fits(owner, role, found[0].id, scope) for role in items))
    kept = tuple(owner for owner in phrase.of if not any(owner is one for one in moved))
    return replace(by, of=(*by.of, *moved)), replace(phrase, of=kept)


def _by_size(phrase: Phrase, top: int, resolver: Resolver) -> Rank | None:
    """Read "the three biggest buyers of modules": a role noun whose reading fixes the measure that it goes by."""
    scope = resolver.scope
    for meaning in phrase.nouns[-1].meanings if phrase.nouns else ():
        if meaning.kind != "role":
            continue
        pattern = scope.noun(meaning)
        placed = place_complements(phrase, pattern, scope)
        if placed is None or not sizes(pattern.frame, pattern.fixes, scope):
            continue
        condition = resolver.holds(pattern.frame, pattern.asks, placed, pattern.fixes)
        if isinstance(condition, Holds):
            rest = Phrase(adjectives=phrase.adjectives, relatives=phrase.relatives, span=phrase.span)
            noun = noun_of(rest, scope.ranges(pattern.frame, pattern.asks), resolver)
            return Rank(noun, condition, number_of(scope.pack.frames[pattern.frame]), top, phrase.least)
    return None


def _by_behind(phrase: Phrase) -> Phrase:
    """Take "by share" from the last of what the phrase belongs to: "top 3 customers of Innolight by share".

    What stands behind the noun that counts belongs to it: "top 5 countries by number of suppliers of lasers".
    """
    if (
        isinstance(phrase.by, Phrase)
        and phrase.by.nouns
        and any(m.kind == "role" for m in phrase.by.nouns[-1].meanings)
    ):
        end = phrase.by.span.end
        of = tuple(owner for owner in phrase.of if owner.span.start >= end)
        marked = tuple(pair for pair in phrase.marked if pair[1].span.start >= end)
        by = replace(phrase.by, of=(*phrase.by.of, *of), marked=(*phrase.by.marked, *marked))
        kept = tuple(owner for owner in phrase.of if owner.span.start < end)
        return replace(phrase, by=by, of=kept, marked=tuple(p for p in phrase.marked if p[1].span.start < end))
    last = phrase.of[-1] if phrase.of else None
    if phrase.by is not None or not isinstance(last, Phrase) or last.by is None or last.top is not None:
        return phrase
    return replace(phrase, of=(*phrase.of[:-1], replace(last, by=None)), by=last.by)


def _names(by: Nominal) -> bool:
    """Whether what stands before a superlative names things: 中际旭创最大的客户."""
    return isinstance(by, Phrase) and bool(by.nouns) and all(m.kind == "thing" for m in by.nouns[-1].meanings)


def sizes(frame: str, fixes: tuple[tuple[str, str], ...], scope: Scope) -> bool:
    """Tell whether a reading fixes a measure: what it tells of has a size to be ranked by."""
    the_frame = scope.pack.frames[frame]
    choices = {q.id: q.choices for q in the_frame.qualifiers}
    return any(c.units for slot, value in fixes for c in choices.get(slot, ()) if c.id == value)


def _fixed(holds: Holds) -> tuple[tuple[str, str], ...]:
    return tuple((test.qualifier, test.value) for test in holds.tests if isinstance(test.value, str))


def superlative(asked: Phrase, most: Phrase, condition: Condition, resolver: Resolver) -> Form | None:
    """Read "which two customers need the most modules", "which company has the highest revenue".

    ``condition`` is the statement that the clause tells of, ``most`` the phrase with the superlative in it.
    """
    scope = resolver.scope
    if isinstance(condition, Or):  # a verb of several frames: the one that has a size is ranked by it
        sized = [p for p in condition.parts if isinstance(p, Holds) and sizes(p.frame, _fixed(p), scope)]
        condition = sized[0] if len(sized) == 1 else condition
    if not isinstance(condition, Holds):
        return None
    top = int(asked.amount.number) if asked.amount and asked.amount.op == "=" else most.top or 1
    noun = noun_of(unasked(replace(asked, amount=None)), scope.ranges(condition.frame, condition.role), resolver)
    if sizes(condition.frame, _fixed(condition), scope):
        return Rank(noun, condition, number_of(scope.pack.frames[condition.frame]), top, most.least)
    return None


def ranked_by_verb(clause: Clause, resolver: Resolver) -> Form | None:
    """Read "which state borders the most states": the things with the most fillers of one role."""
    if len(clause.before) != 1 or len(clause.after) != 1 or clause.marked or clause.negated or clause.only:
        return None
    asked, most = clause.before[0], clause.after[0]
    if not (isinstance(asked, Phrase) and asked.wh and isinstance(most, Phrase) and most.top and not most.least):
        return None
    if most.by is not None or most.amount is not None or asked.top is not None or not _countable(most):
        return None
    plain = replace(most, top=None)
    condition = resolver.verb_condition(replace(clause, after=(plain,)), None, asked)
    if not isinstance(condition, Holds) or len(condition.fills) != 1:
        return None
    noun = noun_of(unasked(asked), resolver.scope.ranges(condition.frame, condition.role), resolver)
    top = int(asked.amount.number) if asked.amount and asked.amount.op == "=" else most.top
    counted = canonical(condition, resolver.scope.pack)
    if not isinstance(counted, Holds) or (counted.fills and not _whole_class(counted.fills[0].noun)):
        return None
    return Group(noun, replace(condition, fills=()), condition.fills[0], top)


def _whole_class(noun: Noun) -> bool:
    """Whether a noun covers all things of its place, or of a class: those can be counted."""
    return not noun.names and noun.where is None


def _countable(phrase: Phrase) -> bool:
    """Whether "the most …" is a number of things: of a class or a role; of a kind it may be an amount."""
    return bool(phrase.nouns) and not any(m.kind == "thing" for m in phrase.nouns[-1].meanings)


def _of_class(by: Phrase, classes: tuple[str, ...], resolver: Resolver) -> Phrase:
    """Return what is compared as it is said of such things: the biggest state by area, the biggest city by people."""
    scope = resolver.scope
    word = by.nouns[-1]

    def fits(meaning: Meaning) -> bool:
        return meaning.kind == "choice" and scope.agree(classes, scope.pack.frames[meaning.frame].roles[0].ranges)

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
