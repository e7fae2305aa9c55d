"""A store and its columns -> the times and the claims of its statements, read when a context first asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kg.base.terms import Iri
from kg.columns.columns import Columns
from kg.columns.details import UNDATED, Claims, Times
from kg.plan.admission import CLAIM, FROM_FIRST, PUBLISHED_FIRST, SOURCE, STATUS, TO_LAST
from kg.store.embedded import EmbeddedStore

Check = Callable[[], None]
_Pair = TypeVar("_Pair")


def times_of(store: EmbeddedStore, columns: Columns, check: Check) -> Times:
    """Return when the statements hold."""
    if columns.times is None:
        places = columns.places()
        found = [_days(store, predicate, places, check) for predicate in (FROM_FIRST, TO_LAST)]
        columns.times = Times(*found)
    return columns.times


def claims_of(store: EmbeddedStore, columns: Columns, check: Check) -> Claims:
    """Return the claims of the statements."""
    if columns.claims is None:
        columns.claims = _read_claims(store, columns.places(), check)
    return columns.claims


def _read_claims(store: EmbeddedStore, places: Mapping[str, int], check: Check) -> Claims:
    numbers: dict[str, int] = {}
    statements: list[int] = []
    for statement, claim in checked(store.links(CLAIM), check):
        if statement in places and claim not in numbers:
            numbers[claim] = len(numbers)
            statements.append(places[statement])
    statuses: dict[str, int] = {}
    status = np.full(len(numbers), -1, dtype=np.int16)
    for claim, value in checked(store.values(STATUS), check):
        if claim in numbers:
            status[numbers[claim]] = statuses.setdefault(str(value), len(statuses))
    sources: dict[str, int] = {}
    source = np.full(len(numbers), -1, dtype=np.int32)
    for claim, iri in checked(store.links(SOURCE), check):
        if claim in numbers:
            source[numbers[claim]] = sources.setdefault(iri, len(sources))
    published = _days(store, PUBLISHED_FIRST, sources, check)
    return Claims(np.array(statements, dtype=np.int32), status, source, tuple(statuses), tuple(sources), published)


def _days(store: EmbeddedStore, predicate: Iri, places: Mapping[str, int], check: Check) -> NDArray[np.int32]:
    days = np.full(len(places), UNDATED, dtype=np.int32)
    for subject, value in checked(store.values(predicate), check):
        if isinstance(value, date) and subject in places:
            days[places[subject]] = value.toordinal()
    return days


def checked(found: Iterable[_Pair], check: Check) -> Iterator[_Pair]:
    """Yield what is found, and call ``check`` now and then, which ends the reading by raising."""
    for number, pair in enumerate(found):
        if number % 8192 == 0:
            check()
        yield pair
