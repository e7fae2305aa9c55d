"""Nominals in, names of things out: the questions that are about things by name alone."""

from __future__ import annotations

from dataclasses import replace

from kg.base.diagnostics import Diagnostic, diagnostic
from kg.base.spans import NOWHERE
from kg.language.syntax import Nominal, Phrase, Together
from kg.query.meaning import MeaningError
from kg.query.nominal import noun_of
from kg.query.query import Describe, Form, Paths
from kg.query.resolve import Resolver


def unusable(nominal: Nominal | None, usage: str) -> Diagnostic:
    """Return the diagnostic for a nominal that the question cannot use, with a way to ask."""
    return diagnostic("M002", nominal.span if nominal else NOWHERE, text="", usage=usage)


def unasked(nominal: Nominal) -> Nominal:
    """Return a nominal without its question word and quantifier: the set that is asked about."""
    if isinstance(nominal, Together):
        return replace(nominal, members=tuple(unasked(member) for member in nominal.members))
    return replace(nominal, wh=nominal.wh if not nominal.nouns else "", quantity="", amount=None, counted=False)


def names_of(nominal: Nominal | None, resolver: Resolver) -> tuple[str, ...]:
    """Return the ids of the things that a nominal names. MeaningError when it does more than name."""
    if isinstance(nominal, Together):
        return tuple(name for member in nominal.members for name in names_of(member, resolver))
    assert nominal is not None
    if nominal.of and not nominal.nouns:
        return tuple(name for owner in nominal.of for name in names_of(owner, resolver))
    noun = noun_of(nominal, (), resolver)
    if not noun.names or noun.where is not None:
        raise MeaningError(unusable(nominal, "describe A"))
    return noun.names


def describe_form(nominal: Nominal | None, resolver: Resolver) -> Form:
    """Return the form that describes the things named."""
    return Describe(names_of(nominal, resolver))


def paths_of(phrase: Phrase, resolver: Resolver, *, ask: bool = False) -> Paths | None:
    """Read "supply chain from X to Y": the chains between two things."""
    if not phrase.nouns or phrase.nouns[-1].special != "path":
        return None
    ends: dict[str, str] = {}
    for marker, nominal in phrase.marked:
        names = names_of(nominal, resolver)
        ends[{"从": "from", "到": "to", "between": "from"}.get(marker, marker)] = names[0]
        if len(names) == 2:
            ends["to"] = names[1]
    if {"from", "to"} <= set(ends):
        return Paths(ends["from"], ends["to"], "supply", ask=ask)
    raise MeaningError(unusable(phrase, "is there a supply chain from A to B"))
