"""A store and its columns -> the times and the claims of its statements, read when a context first asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from kg.base.terms import Iri
from kg.columns.awaited import Awaited
from kg.columns.columns import Columns
from kg.columns.details import UNDATED, Claims, Times
from kg.plan.admission import CLAIM, FROM_FIRST, PUBLISHED_FIRST, SOURCE, STATUS, TO_LAST
from kg.store.embedded import EmbeddedStore


def times_of(store: EmbeddedStore, columns: Columns, seconds: float) -> Times:
    """Return when the statements hold; raise BudgetError when that is not there in time, it is the next time."""
    reading = columns.once("times", lambda: Awaited(lambda: _times(store, columns)))
    return reading.get(seconds)


def claims_of(store: EmbeddedStore, columns: Columns, seconds: float) -> Claims:
    """Return the claims of the statements; raise BudgetError when they are not there in time, they are the next time."""
    reading = columns.once("claims", lambda: Awaited(lambda: _claims(store, columns)))
    return reading.get(seconds)


def holding(store: EmbeddedStore, columns: Columns, predicate: Iri, text: str, seconds: float) -> NDArray[np.int32]:
    """Return the statements that have a text as a qualifier. Errors as for ``times_of``."""

    def read() -> NDArray[np.int32]:
        found = [columns.statement(node) for node in store.holders(predicate, text)]
        return np.array([number for number in found if number is not None], dtype=np.int32)

    reading = columns.once((predicate, text), lambda: Awaited(read))
    return reading.get(seconds)


def _times(store: EmbeddedStore, columns: Columns) -> Times:
    places = columns.places()
    begins, ends = (_days(store, predicate, len(columns.fillers), places) for predicate in (FROM_FIRST, TO_LAST))
    return Times(begins, ends)


def _claims(store: EmbeddedStore, columns: Columns) -> Claims:
    places = columns.places()
    numbers: dict[str, int] = {}
    statements: list[int] = []
    for statement, claim in store.links(CLAIM):
        if statement in places and claim not in numbers:
            numbers[claim] = len(numbers)
            statements.append(places[statement])
    statuses: dict[str, int] = {}
    status = np.full(len(numbers), -1, dtype=np.int16)
    for claim, value in store.values(STATUS):
        if claim in numbers:
            status[numbers[claim]] = statuses.setdefault(str(value), len(statuses))
    sources: dict[str, int] = {}
    source = np.full(len(numbers), -1, dtype=np.int32)
    for claim, iri in store.links(SOURCE):
        if claim in numbers:
            source[numbers[claim]] = sources.setdefault(iri, len(sources))
    published = _days(store, PUBLISHED_FIRST, len(sources), sources)
    return Claims(np.array(statements, dtype=np.int32), status, source, tuple(statuses), tuple(sources), published)


def _days(store: EmbeddedStore, predicate: Iri, count: int, places: Mapping[str, int]) -> NDArray[np.int32]:
    days = np.full(count, UNDATED, dtype=np.int32)
    for subject, value in store.values(predicate):
        if isinstance(value, date) and subject in places:
            days[places[subject]] = value.toordinal()
    return days
