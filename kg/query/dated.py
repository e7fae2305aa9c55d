"""A form and its context in; "in 2026" told of figures that carry their own period, not of valid time; and "when".

A measure or a share has no time of validity: its date is a qualifier (as_of, period). "demand in 2026"
asks for figures of that period, so ``during`` becomes a test of the qualifier.
"""

from __future__ import annotations

from msgspec.structs import replace

from kg.base.dates import Period
from kg.base.diagnostics import diagnostic
from kg.base.spans import NOWHERE
from kg.language.syntax import Question
from kg.pack.pack import Pack
from kg.query.figures import shown
from kg.query.meaning import MeaningError, Scope
from kg.query.query import (
    Comparison,
    Concentration,
    Context,
    Exists,
    Facts,
    Form,
    Holds,
    Noun,
    Rank,
    Select,
    Test,
    Total,
)

#: What a question "when" shows of a statement.
DATES = ("valid_from", "valid_to", "status", "source")


def dated(form: Form, context: Context, pack: Pack) -> tuple[Form, Context]:
    """Return the form with the period as a test, and the context without it, where that is meant."""
    if context.during is None and context.since is None and context.before is None:
        return form, context
    match form:
        case Facts(_, holds) | Total(_, holds) | Rank(_, holds) | Concentration(_, holds):
            qualifier = period_of(holds, pack)
            if qualifier is None:
                return form, context
            told = replace(context, during=None, since=None, before=None)
            return replace(form, holds=_tested(holds, qualifier, context)), told
        case Select(Noun(where=Holds() as holds)):
            qualifier = period_of(holds, pack)
            if qualifier is None:
                return form, context
            noun = replace(form.noun, where=_tested(holds, qualifier, context))
            return Select(noun), replace(context, during=None, since=None, before=None)
        case _:
            return form, context


def dates_of(form: Form, question: Question, scope: Scope) -> Facts:
    """Return the dates of what a clause tells of: of a measure its figures, of other statements their validity."""
    match form:
        case Exists(Noun(where=Holds() as holds) as noun):
            fixed = {(test.qualifier, test.value) for test in holds.tests if test.op == "="}
            frame = scope.pack.frames[holds.frame]
            measured = any((q.id, c.id) in fixed and c.units for q in frame.qualifiers for c in q.choices)
            return Facts(replace(noun, where=None), holds, shown(frame) if measured else DATES)
        case _:
            usage = "when did NVIDIA invest in Marvell" if scope.lang == "en" else "英伟达何时投资Marvell"
            span = question.phrase.span if question.phrase is not None else NOWHERE
            raise MeaningError(diagnostic("M005", span, form="when" if scope.lang == "en" else "何时", usage=usage), 3)


def amounts_of(form: Form, question: Question, scope: Scope) -> Facts:
    """Return the amounts of what a clause tells of ("how much did X invest in Y"). MeaningError M005 where it has none."""
    match form:
        case Exists(Noun(where=Holds() as holds) as noun) if has_amount(holds, scope.pack):
            return Facts(replace(noun, where=None), holds, shown(scope.pack.frames[holds.frame]))
        case _:
            usage = "how much did NVIDIA invest in Anthropic" if scope.lang == "en" else "英伟达投资Anthropic多少"
            span = question.phrase.span if question.phrase is not None else NOWHERE
            form_said = "how much" if scope.lang == "en" else "多少"
            raise MeaningError(diagnostic("M005", span, form=form_said, usage=usage), 3)


def has_amount(holds: Holds, pack: Pack) -> bool:
    """Tell whether a statement has an amount of its own: a number with a unit, and no measure that says of what."""
    qualifiers = pack.frames[holds.frame].qualifiers
    return any(q.type == "number" and q.unit is not None for q in qualifiers[:1]) and not holds.tests


def by_period(form: Form, question: Question, scope: Scope) -> Facts:
    """Return figures in the order of their periods. MeaningError M005 for a form that has none."""
    if isinstance(form, Facts) and {period_of(form.holds, scope.pack)} & {*form.show}:
        return replace(form, series=True)
    usage = "how did the share of SK hynix in HBM change by year" if scope.lang == "en" else "SK海力士的HBM份额逐年变化"
    span = question.phrase.span if question.phrase is not None else NOWHERE
    raise MeaningError(diagnostic("M005", span, form="by year" if scope.lang == "en" else "逐年", usage=usage), 3)


def period_of(holds: Holds, pack: Pack) -> str | None:
    """Return the qualifier that dates the statements of a frame, or None."""
    return next((q.id for q in pack.frames[holds.frame].qualifiers if q.type == "period"), None)


def _tested(holds: Holds, qualifier: str, context: Context) -> Holds:
    """Return the statements whose own period lies in, or since, or before, what the question says."""
    said: tuple[tuple[Comparison, Period | None], ...] = (
        ("=", context.during),
        (">=", context.since),
        ("<", context.before),
    )
    tests = tuple(Test(qualifier, op, period) for op, period in said if period is not None)
    return replace(holds, tests=(*holds.tests, *tests))
