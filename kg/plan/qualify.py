"""A test of a qualifier -> the patterns that a statement must meet.

A statement without the qualifier fails. Everything from the value to its upper end must pass;
a statement without an upper end has a single value. A quantity with a unit compares in the base
unit, and only with values of its own dimension; a bare number compares with the number as
written. A partial date is the range of its days: "=" lies within the period, "<" ends before it,
"<=" does not end after it, and so on; "!=" has no day in common with it.
"""

from __future__ import annotations

from kg.base.dates import Period
from kg.base.terms import Iri
from kg.pack.pack import Frame, Qualifier
from kg.plan.pattern import AnyOf, Compare, Element, Exists, Filter, Group, Triple, Values, Variable
from kg.plan.scope import Scope
from kg.query.query import Comparison, Quantity, Test


def qualify(statement: Variable, frame: Frame, test: Test, scope: Scope) -> Group:
    """Return the patterns of one test on a statement of a node frame."""
    qualifier = frame.qualifier(test.qualifier)
    match test.value:
        case Quantity() as quantity:
            return _quantity(statement, frame, qualifier, test.op, quantity, scope)
        case Period() as period:
            return _period(statement, qualifier, test.op, period, scope)
        case str() as text:
            if test.op == "=":
                return (Triple(statement, qualifier.iri, text),)
            value = scope.variable(qualifier.id)
            return (Triple(statement, qualifier.iri, value), Filter(Compare(value, test.op, text)))


def _quantity(
    statement: Variable, frame: Frame, qualifier: Qualifier, op: Comparison, quantity: Quantity, scope: Scope
) -> Group:
    upper = frame.qualifier(qualifier.upper) if qualifier.upper else None
    if quantity.unit is None:
        return _range(statement, qualifier.iri, upper.iri if upper else None, op, quantity.value, scope)
    units = scope.pack.units
    wanted = units[quantity.unit]
    alike = tuple(unit.id for unit in units.values() if unit.dimension == wanted.dimension)
    unit = scope.variable("unit")
    # A number that has no unit has no dimension either: it never compares with one that has.
    unit_iri = frame.qualifier(qualifier.unit).iri if qualifier.unit else Iri(qualifier.iri + "-unit")
    high = Iri(upper.iri + "-base") if upper else None
    values = _range(statement, Iri(qualifier.iri + "-base"), high, op, quantity.value * wanted.factor, scope)
    return (Values(unit, alike), Triple(statement, unit_iri, unit), *values)


def _range(statement: Variable, low: Iri, high: Iri | None, op: Comparison, wanted: float, scope: Scope) -> Group:
    """Compare a number, and its upper end where it has one, so that all between them passes."""
    value = scope.variable("value")
    group: list[Element] = [Triple(statement, low, value)]
    if op == "!=" and high is not None:
        end = scope.variable("upper")
        holds_it = (
            Triple(statement, high, end),
            Filter(Compare(end, ">=", wanted)),
            Filter(Compare(value, "<=", wanted)),
        )
        return (*group, Filter(Compare(value, "!=", wanted)), Exists(holds_it, absent=True))
    group.append(Filter(Compare(value, op, wanted)))
    if high is not None and op in ("=", "<", "<="):
        end = scope.variable("upper")
        beyond: Comparison = {"=": "!=", "<": ">=", "<=": ">"}[op]  # type: ignore[assignment]
        group.append(Exists((Triple(statement, high, end), Filter(Compare(end, beyond, wanted))), absent=True))
    return tuple(group)


def _period(statement: Variable, qualifier: Qualifier, op: Comparison, period: Period, scope: Scope) -> Group:
    first, last = scope.variable("first"), scope.variable("last")
    begins = Triple(statement, Iri(qualifier.iri + "-first"), first)
    ends = Triple(statement, Iri(qualifier.iri + "-last"), last)

    match op:
        case "=":
            inside = (Filter(Compare(first, ">=", period.first)), Filter(Compare(last, "<=", period.last)))
            return (begins, ends, *inside)
        case "!=":
            outside = AnyOf((Compare(last, "<", period.first), Compare(first, ">", period.last)))
            return (begins, ends, Filter(outside))
        case "<":
            return (ends, Filter(Compare(last, "<", period.first)))
        case "<=":
            return (ends, Filter(Compare(last, "<=", period.last)))
        case ">":
            return (begins, Filter(Compare(first, ">", period.last)))
        case ">=":
            return (begins, Filter(Compare(first, ">=", period.first)))
