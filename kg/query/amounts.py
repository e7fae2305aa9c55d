"""Amounts of parts in wholes: "how many B200 GPUs has a rack" is a sum over a bill of materials, not a count."""

from __future__ import annotations

from msgspec.structs import replace

from kg.language.syntax import Clause, Nominal, Phrase
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
    ratio = ratio_of(whole)
    if ratio is not None:
        whole, count, per = ratio
        return Need(
            names_of(unasked(whole), resolver)[0],
            names_of(unasked(part), resolver)[0],
            count,
            per=names_of(unasked(per), resolver)[0],
        )
    count = whole.amount.number if isinstance(whole, Phrase) and whole.amount else 1.0
    wholes = names_of(unasked(whole), resolver)
    parts = names_of(unasked(part), resolver)
    return Need(wholes[0], parts[0], count)


def ratio_of(whole: Nominal) -> tuple[Phrase, float, Phrase] | None:
    """Split "an NVL cluster with 576 GPUs", 576个GPU的NVL集群: the whole, and how many of what it has."""
    if not isinstance(whole, Phrase):
        return None
    counted = [n for marker, n in whole.marked if marker == "with"] + list(whole.of)
    if len(counted) != 1 or len(whole.marked) + len(whole.of) != 1 or not isinstance(counted[0], Phrase):
        return None
    amount = counted[0].amount
    if amount is None or amount.op != "=" or amount.part:
        return None
    return replace(whole, marked=(), of=()), amount.number, replace(counted[0], amount=None)


def needed_by_ratio(clause: Clause, asked: Phrase, resolver: Resolver) -> Need | None:
    """Read "how many modules does a cluster with 576 GPUs need", whatever the verb."""
    others = [n for n in (*clause.before, *clause.after, *(n for _, n in clause.marked)) if n is not asked]
    if len(others) != 1 or clause.negated or ratio_of(others[0]) is None:
        return None
    form = held_amount(asked, others[0], resolver)
    return form if isinstance(form, Need) else None


def needed_amount(clause: Clause, asked: Phrase, resolver: Resolver) -> Form | None:
    """Read "how many modules does a rack need": what a whole requires is counted like what it contains, not as kinds."""
    others = [n for n in (*clause.before, *clause.after) if n is not asked]
    composing = clause.verb is not None and any(
        m.kind == "verb" and resolver.scope.pack.frames[resolver.scope.verb(m).frame].composes
        for m in clause.verb.meanings
    )
    if (
        len(others) != 1
        or clause.marked
        or clause.negated
        or not composing
        or not any(n is asked for n in clause.after)
    ):
        return None
    return held_amount(asked, others[0], resolver)


def quantity_of(frame: str, resolver: Resolver) -> str | None:
    """Return the qualifier that counts things in a statement ("quantity"), or None."""
    for qualifier in resolver.scope.pack.frames[frame].qualifiers:
        if qualifier.type == "number" and qualifier.id == "quantity":
            return qualifier.id
    return None


def belonging_to(phrase: Phrase, owner: Nominal) -> Phrase:
    """Return the phrase as belonging to an owner."""
    return replace(phrase, of=(*phrase.of, owner))
