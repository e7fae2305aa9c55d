"""Measures and shares in phrases: "more than 1 trillion parameters", "over 20% of revenue" -> tests."""

from __future__ import annotations

from msgspec.structs import replace

from kg.base.diagnostics import Diagnostic, diagnostic
from kg.base.spans import Span
from kg.language.syntax import Amount, Nominal, Phrase, Word
from kg.pack.pack import Choice, Frame, Unit
from kg.query.arguments import fits
from kg.query.meaning import MeaningError, Scope
from kg.query.query import Condition, Fill, Holds, Not, Quantity, Test
from kg.query.resolving import Resolving


def measure_of(phrase: Phrase, scope: Scope) -> tuple[Frame, str, Choice] | None:
    """Return the frame, qualifier and choice of a phrase headed by a measure ("power"), or None."""
    found = measures_of(phrase, scope)
    owners = [*phrase.of, *(Phrase(nouns=(word,)) for word in phrase.nouns[:-1])]
    if len(found) > 1 and owners:  # one word for two measures: that of what it is asked of
        ways = (way for way in found if all(any(fits(o, r.id, way[0].id, scope) for r in way[0].roles) for o in owners))
        return next(ways, found[0])
    return next(iter(found), None)


def measures_of(phrase: Phrase, scope: Scope) -> tuple[tuple[Frame, str, Choice], ...]:
    """Return each measure that the head of a phrase may be, the first found first."""
    found: list[tuple[Frame, str, Choice]] = []
    for meaning in phrase.nouns[-1].meanings if phrase.nouns else ():
        if meaning.kind == "choice":
            frame = scope.pack.frames[meaning.frame]
            choice = next(c for c in frame.qualifier(meaning.slot).choices if c.id == meaning.id)
            if choice.units:
                found.append((frame, meaning.slot, choice))
    return tuple(found)


def of_subject(phrase: Phrase, classes: tuple[str, ...], scope: Scope) -> Phrase:
    """Return a phrase whose head means the measure that things of some classes have, where one word says several."""
    found = measures_of(phrase, scope)
    if len(found) < 2 or not classes:
        return phrase
    fitting = {(frame.id, choice.id) for frame, _, choice in found if scope.agree(classes, frame.roles[0].ranges)}
    head = phrase.nouns[-1]
    kept = tuple(m for m in head.meanings if m.kind != "choice" or (m.frame, m.id) in fitting)
    return replace(phrase, nouns=(*phrase.nouns[:-1], replace(head, meanings=kept))) if fitting else phrase


def number_of(frame: Frame) -> str:
    """Return the first numeric qualifier of a frame: the one that a bare amount speaks of."""
    return next(qualifier.id for qualifier in frame.qualifiers if qualifier.type == "number")


def measured(nominal: Nominal, resolver: Resolving) -> Holds | None:
    """Return the statement of a measure with an amount ("more than 100 kW power"), or None.

    What stands with the measure must fill one of its other roles (800G光模块需求超过…); MeaningError
    when something is left over.
    """
    if not isinstance(nominal, Phrase):
        return None
    found = measure_of(nominal, resolver.scope)
    amount = nominal.amount or nominal.value
    if amount is None:
        return None
    if nominal.amount is not None and nominal.value is not None:
        usage = "models with more than 1 trillion parameters"
        raise MeaningError(diagnostic("M005", nominal.value.span, form="", usage=usage), 3)
    complemented = bool(nominal.of or nominal.relatives or len(nominal.nouns) > 1)
    share = _part_of_base(nominal, amount, resolver) if found is None or complemented else None
    if share is not None or found is None:
        return share
    frame, slot, choice = found
    tests = (Test(slot, "=", choice.id), amount_test(frame, choice, amount, resolver.scope))
    return Holds(frame.id, frame.roles[0].id, items_of(nominal, frame, resolver), tests)


def having(phrase: Phrase, classes: tuple[str, ...], resolver: Resolving, *, denied: bool = False) -> Condition | None:
    """Return that things of some classes have a measure at all, or have none: "ships without a length".

    ``denied`` when what is returned will be negated: then things may be meant that never have it.
    """
    found = measures_of(phrase, resolver.scope)
    asks = phrase.amount or phrase.value or phrase.wh or phrase.top is not None or phrase.of or len(phrase.nouns) > 1
    if not found or asks or any(meaning.kind != "choice" for meaning in phrase.nouns[-1].meanings):
        return None
    fitting = [way for way in found if resolver.scope.agree(classes, way[0].roles[0].ranges)]
    if not fitting and phrase.quantity != "no" and not denied:
        return None
    frame, slot, choice = (fitting or list(found))[0]  # what none of them has, these have not
    held = Holds(frame.id, frame.roles[0].id, (), (Test(slot, "=", choice.id),))
    return Not(held) if phrase.quantity == "no" else held


def _part_of_base(phrase: Phrase, amount: Amount, resolver: Resolving) -> Holds | None:
    """Return the statement of a part of a whole: 来自英伟达的收入占比超过20%, the base being its noun."""
    scope = resolver.scope
    if not amount.part or not phrase.nouns:
        return None
    for meaning in phrase.nouns[-1].meanings:
        if meaning.kind != "choice":
            continue
        frame = scope.pack.frames[meaning.frame]
        inside = [
            n
            for found in phrase.relatives
            for c in found.clauses
            for n in (*c.before, *c.after, *(m for _, m in c.marked))
        ]
        plain = replace(phrase, of=(*phrase.of, *inside), relatives=())
        tests = (
            Test(meaning.slot, "=", meaning.id),
            Test(number_of(frame), amount.op, Quantity(round(amount.number * 100, 9), "percent")),
        )
        return Holds(frame.id, frame.roles[0].id, items_of(plain, frame, resolver), tests)
    return None


def items_of(phrase: Phrase, frame: Frame, resolver: Resolving) -> tuple[Fill, ...]:
    """Return the other roles that the complements of a measure fill; MeaningError for one that fits none."""
    fills: dict[str, Fill] = {}
    owners = [*phrase.of, *(Phrase(nouns=(word,), span=word.span) for word in phrase.nouns[:-1])]
    owners += [owner for _, owner in phrase.marked]
    for owner in owners:
        free = [role.id for role in frame.roles[1:] if role.id not in fills]
        role = next((r for r in free if fits(owner, r, frame.id, resolver.scope)), None)
        if role is None:
            raise MeaningError(diagnostic("M002", owner.span, text=phrase.nouns[-1].text, usage="power over 100 kW"), 2)
        fills[role] = resolver.fill(frame.id, role, owner)
    if phrase.relatives or phrase.adjectives:
        raise MeaningError(diagnostic("M002", phrase.span, text=phrase.nouns[-1].text, usage="power over 100 kW"), 2)
    return tuple(fills.values())


def amount_test(frame: Frame, choice: Choice, amount: Amount, scope: Scope) -> Test:
    """Return the test of a measure's value; MeaningError M004 when the unit does not fit the measure."""
    return Test(number_of(frame), amount.op, _quantity(choice, amount, scope))


def _quantity(choice: Choice, amount: Amount, scope: Scope) -> Quantity:
    units = scope.pack.units
    if amount.part:
        if "percent" not in choice.units:
            raise MeaningError(_wrong_unit(choice, amount.span, "%", scope), 2)
        return Quantity(round(amount.number * 100, 9), "percent")
    if amount.unit is None:
        return Quantity(amount.number, choice.units[0])
    wanted = {units[unit].dimension for unit in choice.units if unit in units}
    fitting = [m.id for m in amount.unit.meanings if m.kind == "unit" and units[m.id].dimension in wanted]
    written = [unit for unit in fitting if amount.unit.text in _spellings(units[unit])] or fitting
    if len({units[unit].factor for unit in written}) > 1:  # "mw" is neither mW nor MW
        choices = "; ".join(_spellings(units[unit])[0] for unit in written)
        raise MeaningError(diagnostic("M003", amount.unit.span, text=amount.unit.text, choices=choices), 3)
    if written:
        return Quantity(amount.number, written[0])
    raise MeaningError(_wrong_unit(choice, amount.unit.span, amount.unit.text, scope), 2)


def _spellings(unit: Unit) -> tuple[str, ...]:
    """Return how a unit is written: capitals tell a megawatt from a milliwatt, a byte from a bit."""
    return tuple(dict.fromkeys((*(text for words in unit.names.values() for text in words.all), unit.id)))


def _wrong_unit(choice: Choice, span: Span, text: str, scope: Scope) -> Diagnostic:
    names = choice.names.get(scope.lang) or next(iter(choice.names.values()))
    return diagnostic("M004", span, text=text, wanted=names.label, expected=", ".join(choice.units))


def share_tests(nominal: Nominal, frame: str, qualifier: str, tests: list[Test], resolver: Resolving) -> list[Test]:
    """Return the tests of an amount in a qualifier's slot: "more than a quarter of its revenue", "more than 100 kW".

    The noun behind the amount names a choice of the same frame (the basis); it must agree with what
    the verb fixes.
    """
    scope = resolver.scope
    assert isinstance(nominal, Phrase) and nominal.amount
    the_frame = scope.pack.frames[frame]
    measure = _measure_fixed(the_frame, tests)
    if measure is not None:
        return [Test(qualifier, nominal.amount.op, _quantity(measure, nominal.amount, scope))]
    if not nominal.amount.part:
        raise MeaningError(
            diagnostic("M002", nominal.span, text=nominal.amount.unit.text if nominal.amount.unit else "", usage="20%"),
            1,
        )
    result = [Test(qualifier, nominal.amount.op, Quantity(round(nominal.amount.number * 100, 9), "percent"))]
    for word in _basis_words(nominal):
        fixed = _choice(word, the_frame)
        if fixed is None:
            raise MeaningError(diagnostic("M002", word.span, text=word.text, usage="20% of revenue from NVIDIA"), 1)
        if fixed not in tests:
            result.append(fixed)
    return result


def _measure_fixed(frame: Frame, tests: list[Test]) -> Choice | None:
    """Return the measure that a verb fixes ("draws": power), None when it fixes none that has units."""
    fixed = {test.qualifier: test.value for test in tests if test.op == "="}
    choices = (c for q in frame.qualifiers for c in q.choices if fixed.get(q.id) == c.id)
    return next((choice for choice in choices if choice.units and not choice.whole), None)


def _basis_words(phrase: Phrase) -> tuple[Word, ...]:
    if phrase.nouns:
        return (phrase.nouns[-1],)
    return tuple(word for owner in phrase.of if isinstance(owner, Phrase) for word in owner.nouns[-1:])


def _choice(word: Word, frame: Frame) -> Test | None:
    for meaning in word.meanings:
        if meaning.kind == "choice" and meaning.frame == frame.id:
            return Test(meaning.slot, "=", meaning.id)
    return None
