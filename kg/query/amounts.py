"""Amounts of parts in wholes: "how many B200 GPUs has a rack" is a sum over a bill of materials, not a count."""

from __future__ import annotations

from dataclasses import replace

from kg.language.syntax import Nominal, Phrase
from kg.query.arguments import fits
from kg.query.naming import names_of, unasked
from kg.query.query import Form, Need
from kg.query.resolve import Resolver


def held_amount(asked: Phrase, owner: Nominal, resolver: Resolver) -> Form | None:
    """Read "how many GPUs has a rack": an amount of a named part, not a number of kinds."""
    scope = resolver.scope
    if not asked.nouns or any(m.kind in ("role", "class") for m in asked.nouns[-1].meanings):
        return None
    for frame in scope.pack.frames.values():
        if not quantity_of(frame.id, resolver) or len(frame.roles) != 2 or frame.form != "node":
            continue
        whole, part = frame.roles[0].id, frame.roles[1].id
        if fits(owner, whole, frame.id, scope) and fits(asked, part, frame.id, scope):
            return _need(owner, asked, resolver)
    return None


def held_in(asked: Phrase, resolver: Resolver) -> Form | None:
    """Read "how many B200 GPUs in a rack": the whole stands in a prepositional phrase."""
    wholes = [nominal for marker, nominal in asked.marked if marker in ("in", "per")]
    if len(wholes) != 1 or len(asked.marked) != 1 or asked.of:
        return None
    return held_amount(replace(asked, marked=()), wholes[0], resolver)


def _need(whole: Nominal, part: Nominal, resolver: Resolver) -> Need:
    count = whole.amount.number if isinstance(whole, Phrase) and whole.amount else 1.0
    wholes = names_of(unasked(whole), resolver)
    parts = names_of(unasked(part), resolver)
    return Need(wholes[0], parts[0], count)


def quantity_of(frame: str, resolver: Resolver) -> str | None:
    """Return the qualifier that counts things in a statement ("quantity"), or None."""
    for qualifier in resolver.scope.pack.frames[frame].qualifiers:
        if qualifier.type == "number" and qualifier.id == "quantity":
            return qualifier.id
    return None


def belonging_to(phrase: Phrase, owner: Nominal) -> Phrase:
    """Return the phrase as belonging to an owner."""
    return replace(phrase, of=(*phrase.of, owner))
