"""A group -> the same group in the order that engines evaluate best, and that MINUS needs.

Values first, for they are few; then triples together, so that they form one basic graph pattern;
inner SELECTs and unions; then what takes away. MINUS takes away from what stands before it, so it
comes after everything that binds; FILTER applies to the whole group wherever it stands.

>>> from kg.base.terms import Iri
>>> from kg.plan.pattern import Compare
>>> x, p = Variable("x"), Iri("http://e/p")
>>> [type(e).__name__ for e in order((Filter(Compare(x, "=", 1)), Triple(x, p, 1), Values(x, (p,))))]
['Values', 'Triple', 'Filter']
"""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from kg.base.iris import OF_KIND, TYPE
from kg.plan.pattern import (
    Element,
    Exists,
    Filter,
    Group,
    InGraph,
    Minus,
    Reaches,
    Select,
    Subselect,
    Triple,
    Union,
    Values,
    Variable,
    Yields,
)


def order(group: Group) -> Group:
    """Return the group in order, stable within a kind, and every group inside of it likewise."""
    return tuple(sorted((_inside(element) for element in group), key=_rank))


def order_select(select: Select) -> Select:
    """Return the SELECT with its group in order."""
    return replace(select, where=order(select.where))


def _rank(element: Element) -> int:
    match element:
        case Values() | Reaches() | Yields():
            return 0
        case Triple(_, predicate, object):
            # "a Company" holds of many: it must not come before the rarer end of a pattern.
            return 2 if isinstance(object, Variable) or predicate in (TYPE, OF_KIND) else 1
        case InGraph():
            return 3
        case Subselect():
            return 4
        case Union():
            return 5
        case Minus():
            return 6
        case Filter():
            return 7
        case Exists():
            return 8
        case _:
            assert_never(element)


def _inside(element: Element) -> Element:
    match element:
        case InGraph(graph, group):
            return InGraph(graph, order(group))
        case Union(groups):
            return Union(tuple(order(group) for group in groups))
        case Exists(group, absent):
            return Exists(order(group), absent)
        case Subselect(select):
            return Subselect(order_select(select))
        case Minus(select):
            return Minus(order_select(select))
        case _:
            return element
