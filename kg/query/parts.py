"""A typed query in; each of its conditions as a query of its own, out.

Run apart, they tell how far each of them gets alone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from kg.query.query import (
    And,
    Condition,
    Count,
    Exists,
    Facts,
    Group,
    Holds,
    Noun,
    Query,
    Rank,
    Select,
    Sources,
    Test,
    Total,
)


def parts(query: Query) -> tuple[Query, ...]:
    """Return a list for each condition of what is asked for, without time, status and source; none for a single one."""
    match query.form:
        case Select(noun) | Count(noun) | Exists(noun):
            found = list(_single(noun.where)) if noun.where is not None else []
        case Facts(subject, holds) | Total(subject, holds) | Sources(subject, holds):
            found = [*_single(holds), *(_single(subject.where) if subject.where is not None else ())]
        case Group(noun, holds) | Rank(noun, holds):
            found = [*_single(holds), *(_single(noun.where) if noun.where is not None else ())]
        case _:
            found = []
    alone = tuple(dict.fromkeys(Query(Select(Noun(where=condition))) for condition in found))
    return alone if len(alone) > 1 else ()


def _single(condition: Condition) -> Iterator[Condition]:
    match condition:
        case And(conditions):
            for one in conditions:
                yield from _single(one)
        case Holds(fills=fills, tests=tests):
            fixed = tuple(test for test in tests if isinstance(test.value, str))
            yield from (replace(condition, fills=(fill,), tests=fixed) for fill in fills)
            yield from (replace(condition, fills=(), tests=_with(fixed, test)) for test in tests if test not in fixed)
            if not fills and fixed == tests:
                yield condition
        case _:  # "not …" alone, or either of two, is no part that could fail by itself
            return


def _with(fixed: tuple[Test, ...], test: Test) -> tuple[Test, ...]:
    return (*fixed, test)
