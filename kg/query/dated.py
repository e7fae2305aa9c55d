"""A form and its context in; "in 2026" told of figures that carry their own period, not of valid time.

A measure or a share has no time of validity: its date is a qualifier (as_of, period). "demand in 2026"
asks for figures of that period, so ``during`` becomes a test of the qualifier.
"""

from __future__ import annotations

from msgspec.structs import replace

from kg.pack.pack import Pack
from kg.query.query import Context, Facts, Form, Holds, Noun, Rank, Select, Test, Total


def dated(form: Form, context: Context, pack: Pack) -> tuple[Form, Context]:
    """Return the form with the period as a test, and the context without it, where that is meant."""
    period = context.during
    if period is None:
        return form, context
    match form:
        case Facts(_, holds, _) | Total(_, holds, _, _) | Rank(_, holds, _, _, _):
            qualifier = period_of(holds, pack)
            if qualifier is None:
                return form, context
            return replace(form, holds=_tested(holds, qualifier, context)), replace(context, during=None)
        case Select(Noun(where=Holds() as holds)):
            qualifier = period_of(holds, pack)
            if qualifier is None:
                return form, context
            noun = replace(form.noun, where=_tested(holds, qualifier, context))
            return Select(noun), replace(context, during=None)
        case _:
            return form, context


def period_of(holds: Holds, pack: Pack) -> str | None:
    """Return the qualifier that dates the statements of a frame, or None."""
    return next((q.id for q in pack.frames[holds.frame].qualifiers if q.type == "period"), None)


def _tested(holds: Holds, qualifier: str, context: Context) -> Holds:
    assert context.during is not None
    return replace(holds, tests=(*holds.tests, Test(qualifier, "=", context.during)))
