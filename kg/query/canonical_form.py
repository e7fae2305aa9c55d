"""A form in, the canonical form out: equal meanings are equal values."""

from __future__ import annotations

from msgspec.structs import replace

from kg.base.diagnostics import diagnostic
from kg.query.conditions import canonical, canonical_noun
from kg.query.meaning import MeaningError
from kg.query.query import (
    Askable,
    Changes,
    Concentration,
    Conflicts,
    Count,
    Exists,
    Facts,
    Fill,
    Form,
    Group,
    Holds,
    Noun,
    Rank,
    Select,
    Sources,
    Statements,
    Total,
)
from kg.query.resolve import Resolver


def canonical_form(form: Form, resolver: Resolver) -> Form:
    """Return the form with canonical nouns and conditions, so that equal meanings are equal values."""
    pack = resolver.scope.pack
    match form:
        case Select(noun) | Count(noun) | Exists(noun) if noun == Noun():
            raise MeaningError(
                diagnostic("M006", usage="suppliers of HBM" if resolver.scope.lang == "en" else "HBM的供应商"), 0
            )
        case Select(noun):
            return Select(canonical_noun(noun, pack))
        case Count(noun):
            return Count(canonical_noun(noun, pack))
        case Exists(noun):
            return replace(form, noun=canonical_noun(noun, pack))
        case Askable(subject):
            return Askable(canonical_noun(subject, pack))
        case Facts(subject, holds) | Total(subject, holds) | Sources(subject, holds):
            done = canonical(holds, pack)
            assert isinstance(done, Holds)
            ranges = pack.frames[holds.frame].role(holds.role).ranges
            return replace(form, subject=canonical_noun(subject, pack, ranges), holds=done)
        case Rank(noun, holds):
            done = canonical(holds, pack)
            assert isinstance(done, Holds)
            ranges = pack.frames[holds.frame].role(holds.role).ranges
            return replace(form, noun=canonical_noun(noun, pack, ranges), holds=done)
        case Group(noun, holds, counted):
            done = canonical(holds, pack)
            assert isinstance(done, Holds)
            frame = pack.frames[holds.frame]
            return replace(
                form,
                noun=canonical_noun(noun, pack, frame.role(holds.role).ranges),
                holds=done,
                counted=Fill(counted.role, canonical_noun(counted.noun, pack, frame.role(counted.role).ranges)),
            )
        case Concentration(subject, holds):
            ranges = pack.frames[holds.frame].role(holds.role).ranges
            return replace(form, subject=canonical_noun(subject, pack, ranges))
        case Changes(subject, _, _, told):
            told = canonical(told, pack) if told is not None else None  # type: ignore[assignment]
            return replace(form, subject=canonical_noun(subject, pack), holds=told)
        case Conflicts(subject) | Statements(subject) if subject is not None:
            return replace(form, subject=canonical_noun(subject, pack))
        case _:
            return form
