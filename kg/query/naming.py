"""Nominals in, names of things out: the questions that are about things by name alone."""

from __future__ import annotations

from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic, diagnostic
from kg.base.spans import NOWHERE
from kg.language.syntax import Nominal, Phrase, Together
from kg.lexicon.lexicon import Meaning
from kg.query.meaning import MeaningError
from kg.query.nominal import noun_of
from kg.query.query import Describe, Form, Passed, Paths
from kg.query.resolve import Resolver


def unusable(nominal: Nominal | None, usage: str) -> Diagnostic:
    """Return the diagnostic for a nominal that the question cannot use, with a way to ask."""
    text = nominal.nouns[-1].text if isinstance(nominal, Phrase) and nominal.nouns else ""
    return diagnostic("M002", nominal.span if nominal else NOWHERE, text=text, usage=usage)


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


_PATHS = ("path", "path any", "path shortest", "path disjoint", "chokepoint")
_ENDS = {"从": "from", "到": "to", "between": "from", "通过": "through", "不经过": "avoiding"}


def paths_of(phrase: Phrase, resolver: Resolver, *, ask: bool = False) -> Paths | Passed | None:
    """Read "supply chain from X to Y", "3 shortest paths from X to Y avoiding Z": the chains between two things."""
    special = phrase.nouns[-1].special if phrase.nouns and not phrase.nouns[-1].meanings else ""
    if special not in _PATHS:
        return None
    ends: dict[str, tuple[str, ...]] = {}
    for marker, nominal in phrase.marked:
        place = _ENDS.get(marker, marker)
        if place == "through" and special == "chokepoint" and _names_agents(nominal, resolver):
            continue  # all that lies on a chain of supply is of that class
        names = names_of(nominal, resolver)
        if place == "from" and len(names) == 2:
            ends["to"], names = names[1:], names[:1]
        if place not in ("from", "to", "through", "avoiding") or place in ends:
            raise MeaningError(unusable(phrase, "paths from A to B avoiding C"), 2)
        ends[place] = names
    if not {"from", "to"} <= set(ends) or len(ends["from"]) != 1 or len(ends["to"]) != 1 or phrase.of:
        raise MeaningError(unusable(phrase, "is there a supply chain from A to B"))
    start, end = ends["from"][0], ends["to"][0]
    if special in ("path", "chokepoint"):
        _refuse_standstill(phrase, (start, end), resolver)
    number = int(phrase.amount.number) if phrase.amount and phrase.amount.op == "=" else None
    if special == "chokepoint":
        if len(ends) > 2 or number is not None:
            raise MeaningError(unusable(phrase, "chokepoints from A to B"), 2)
        return Passed(start, end)
    if number is not None and special != "path shortest":
        raise MeaningError(unusable(phrase, "3 shortest paths from A to B"), 2)
    return Paths(
        start,
        end,
        "supply" if special == "path" else "any",
        through=ends.get("through", ()),
        avoiding=ends.get("avoiding", ()),
        ask=ask,
        shortest=number,
        disjoint=special == "path disjoint",
    )


def _names_agents(nominal: Nominal, resolver: Resolver) -> bool:
    """Whether a nominal is the bare class of those who stand on chains of supply: "a single company"."""
    if (
        not isinstance(nominal, Phrase)
        or len(nominal.nouns) != 1
        or nominal.of
        or nominal.relatives
        or nominal.adjectives
    ):
        return False
    classes = {meaning.id for meaning in nominal.nouns[0].meanings if meaning.kind == "class"}
    ends = {
        cls
        for frame in resolver.scope.pack.frames.values()
        for end in frame.flow or ()
        for cls in frame.role(end).ranges
    }
    return bool(classes & ends)


def _refuse_standstill(phrase: Phrase, names: tuple[str, ...], resolver: Resolver) -> None:
    """Raise MeaningError M001 for an end of a chain of supply that nothing can be supplied to or from: a country."""
    scope = resolver.scope
    flows = [frame for frame in scope.pack.frames.values() if frame.flow]
    wanted = tuple(dict.fromkeys(cls for frame in flows for role in frame.roles for cls in role.ranges))
    for name in names:
        cls = scope.class_of(Meaning("thing", name))
        if cls is not None and flows and not scope.agree((cls,), wanted):
            found, wants = scope.label(cls), " / ".join(map(scope.label, wanted))
            text = scope.label(name)
            raise MeaningError(diagnostic("M001", phrase.span, text=text, found=found, wanted=wants), 3)
