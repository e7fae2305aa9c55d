"""A noun phrase as a whole question in, its form out: lists, descriptions, counts, groups, ranks."""

from __future__ import annotations

from msgspec.structs import replace

from kg.language.syntax import Nominal, Phrase
from kg.lexicon.lexicon import NounPattern
from kg.query.amounts import held_in
from kg.query.analyses import noun_analysis
from kg.query.arguments import filler_classes
from kg.query.figures import facts_of
from kg.query.meaning import MeaningError, Scope
from kg.query.naming import paths_of, unasked, unusable
from kg.query.nominal import noun_of, place_complements
from kg.query.query import Condition, Count, Describe, Fill, Form, Group, Holds, Noun, Select
from kg.query.ranking import led_to, ranked
from kg.query.resolve import Resolver
from kg.query.unsaid import refuse_unsaid


def noun_question(nominal: Nominal, resolver: Resolver) -> Form:
    """Return the form of a question that is a noun phrase."""
    if isinstance(nominal, Phrase):
        facts = facts_of(nominal, resolver)
        if facts is not None:
            return facts
        analysis = noun_analysis(nominal, resolver)
        if analysis is not None:
            return analysis
        paths = paths_of(nominal, resolver)
        if paths is not None:
            return paths
        if nominal.wh == "how many" and (amount := held_in(nominal, resolver)) is not None:
            return amount
        if nominal.counted or nominal.wh == "how many":
            return counted_form(replace(nominal, counted=False, wh=""), resolver)
        group = grouped(nominal, resolver) if nominal.top is None and nominal.by is None else None
        if group is not None:
            return group
        if nominal.top is not None or nominal.by is not None:
            return ranked(nominal, resolver)
        most = next((n for marker, n in nominal.marked if marker == "with" and isinstance(n, Phrase) and n.top), None)
        if most is not None and len(nominal.marked) == 1 and not most.amount:
            top = int(nominal.amount.number) if nominal.amount and nominal.amount.op == "=" else 1
            by = replace(most, top=None, least=False)
            return ranked(replace(nominal, marked=(), amount=None, top=top, least=most.least, by=by), resolver)
    refuse_unsaid(nominal, resolver.scope.lang, allowed=("any", "same", "every", "both", "amount"))
    noun = noun_of(unasked(nominal), (), resolver)
    asked = isinstance(nominal, Phrase) and (nominal.wh or nominal.quantity or nominal.of or nominal.adjectives)
    if noun.names and noun.where is None and not asked:
        return Describe(noun.names)
    return Select(noun)


def counted_form(phrase: Phrase, resolver: Resolver) -> Form:
    """Return how many things a phrase covers, for each thing where it says so."""
    return grouped(phrase, resolver) or Count(noun_of(unasked(phrase), (), resolver))


def grouped(phrase: Phrase, resolver: Resolver) -> Group | None:
    """Read "suppliers of each component": for each component the number of suppliers. None when it says no "each"."""
    if not phrase.nouns:
        return None
    scope = resolver.scope
    for meaning in phrase.nouns[-1].meanings:
        if meaning.kind != "role":
            continue
        pattern = scope.noun(meaning)
        placed = place_complements(_each_owned(phrase, pattern, scope), pattern, scope)
        each = next((pair for pair in placed or () if is_each(pair[1])), None)
        if placed is not None and each is not None:
            others = tuple(pair for pair in placed if pair is not each)
            counted = Fill(pattern.asks, noun_of(_extra(phrase), scope.ranges(pattern.frame, pattern.asks), resolver))
            condition = resolver.holds(pattern.frame, each[0], others, pattern.fixes)
            return group_of(each[1], condition, counted, resolver)
    return _of_each_role(phrase, resolver)


def _of_each_role(phrase: Phrase, resolver: Resolver) -> Group | None:
    """Read "organizations of each country", "in each country": the country is a role that the organizations lead to."""
    owners = [*phrase.of, *(nominal for marker, nominal in phrase.marked if marker in _PLACES)]
    each = next((owner for owner in owners if isinstance(owner, Phrase) and is_each(owner) and owner.nouns), None)
    if each is None or len(phrase.of) + len(phrase.marked) > 1:
        return None
    counted = noun_of(unasked(replace(phrase, of=(), marked=())), (), resolver)
    led = led_to(each, counted, resolver)
    if led is None:
        return None
    return group_of(*led, resolver)


#: Prepositions behind which "each" may stand where "of each" may.
_PLACES = ("in", "for", "on", "at", "from")


def _each_owned(phrase: Phrase, pattern: NounPattern, scope: Scope) -> Phrase:
    """Read "suppliers for each component" like "of each component": components are first of all supplied."""
    each = next((pair for pair in phrase.marked if pair[0] == "for" and is_each(pair[1])), None)
    if each is None or phrase.of:
        return phrase
    belonging = [role for marker, role in pattern.marked if marker == "of"]
    classes = filler_classes(each[1], scope)
    if any(scope.agree(found, scope.ranges(pattern.frame, role)[:1]) for found in classes for role in belonging[:1]):
        return replace(phrase, of=(each[1],), marked=tuple(pair for pair in phrase.marked if pair is not each))
    return phrase


def _extra(phrase: Phrase) -> Phrase:
    """Return what a role noun says beside its role: adjectives and relative clauses."""
    return Phrase(adjectives=phrase.adjectives, relatives=phrase.relatives, span=phrase.span)


def is_each(nominal: Nominal) -> bool:
    """Tell whether a nominal says "each"."""
    return isinstance(nominal, Phrase) and nominal.quantity == "each"


def group_of(each: Nominal, condition: Condition, counted: Fill, resolver: Resolver) -> Group:
    """Return for each thing of a nominal the number of fillers of a role."""
    if not isinstance(condition, Holds):
        raise MeaningError(unusable(each, "number of suppliers of each component"))
    ranges = resolver.scope.ranges(condition.frame, condition.role)
    noun = noun_of(unasked(each), ranges, resolver)
    if noun.names and noun.where is None and not any(name in resolver.scope.kinds for name in noun.names):
        members = resolver.collection([("of", unasked(each))], resolver.scope.agents)  # each of a group: of its members
        if members is None:
            raise MeaningError(unusable(each, "number of suppliers of each component"), 2)
        noun = Noun(where=members)
    return Group(noun, condition, counted)
