"""Columns and a mask -> the statement graphs over them: what is asked of a step is looked up when it is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from kg.analysis.find_chains import Search
from kg.analysis.saying import Saying
from kg.analysis.statement_graph import Sorting, StatementGraph, Step
from kg.base.terms import Iri
from kg.columns.between import between
from kg.columns.columns import Columns
from kg.columns.links import Mask, Numbers
from kg.columns.search import Search as NumberSearch
from kg.columns.search import Web
from kg.pack.pack import Pack


def column_flows(columns: Columns, mask: Mask | None, pack: Pack) -> StatementGraph:
    """Return the steps along the flow of the frames, as ``flow_graph`` does."""
    flows = {frame.id: frame.flow for frame in pack.frames.values() if frame.flow is not None}
    back = {id: (end, start) for id, (start, end) in flows.items()}
    return _graph(columns, Web(columns.leading(flows), columns.leading(back), mask))


def column_relations(columns: Columns, mask: Mask | None, pack: Pack, ends: tuple[Iri, Iri]) -> StatementGraph:
    """Return the steps between things of one statement, as ``relation_graph`` does."""
    sorts = columns.once("sorts", lambda: _sorts(columns, pack))
    related: Mask = columns.once("related", lambda: sorts < 0)
    numbers = [number for thing in ends if (number := columns.things.find(thing)) is not None]
    around = [told[sorts[told] >= 0] for told in (columns.together.told(_only(one), None) for one in numbers)]
    if any(len(told) for told in around):
        related = related.copy()
        for number, told in zip(numbers, around, strict=True):
            related[told[sorts[told] == number]] = True
        if len(numbers) == len(ends):
            related[np.intersect1d(around[0], around[-1])] = True
    return _graph(columns, Web(columns.together, columns.together, related if mask is None else related & mask))


def saying(columns: Columns, statement: int) -> Saying:
    """Return a statement of the columns."""
    return Saying(columns.frame_of(statement).id, columns.name(statement), columns.roles(statement))


def _sorts(columns: Columns, pack: Pack) -> Numbers:
    """Return for each statement the country, market or kind that it puts a thing under; -1 for other statements."""
    sorting = Sorting(pack)
    found: Numbers = np.full(len(columns.fillers), -1, dtype=np.int32)
    roles = dict(sorting.roles)
    if sorting.kind_frame is not None and sorting.kind_frame.id not in roles:
        roles[sorting.kind_frame.id] = sorting.kind_frame.roles[1].id
    kinds = [number for kind in sorting.kinds if (number := columns.things.find(kind)) is not None]
    for frame in columns.frames:
        if frame.id in roles:
            sorts = columns.column(frame, roles[frame.id])
            told = np.ones(len(sorts), dtype=np.bool_) if frame.id in sorting.roles else np.isin(sorts, kinds)
            found[frame.first : frame.first + frame.count] = np.where(told, sorts, -1)
    return found


def _graph(columns: Columns, web: Web) -> StatementGraph:
    return StatementGraph(_Onward(columns, web), _Between(columns, web))


def _only(thing: int) -> Numbers:
    return np.array([thing], dtype=np.int32)


class _Between(Mapping[Step, tuple[Saying, ...]]):
    """The statements of each step."""

    def __init__(self, columns: Columns, web: Web) -> None:
        self._columns = columns
        self._web = web
        self._known: dict[Step, tuple[Saying, ...]] = {}

    def __getitem__(self, step: Step) -> tuple[Saying, ...]:
        if step not in self._known:
            one, other = map(self._columns.things.find, step)
            self._known[step] = () if one is None or other is None or one == other else self._told(one, other)
        if not self._known[step]:
            raise KeyError(step)
        return self._known[step]

    def __iter__(self) -> Iterator[Step]:
        for one in range(len(self._columns.things)):
            onward = np.unique(self._web.forward.onward(_only(one), self._web.mask))
            for other in onward[onward != one].tolist():
                yield self._columns.thing(one), self._columns.thing(other)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _told(self, one: int, other: int) -> tuple[Saying, ...]:
        """Return the statements in order, looked for at the end that takes part in fewer of them."""
        ahead, back = (self._web.forward, one, other), (self._web.backward, other, one)
        links, here, there = min(ahead, back, key=lambda way: way[0].degree(_only(way[1])))
        told = links.told(_only(here), self._web.mask)
        leading = links.targets[told] == there
        chosen = told[leading.any(axis=1) if leading.ndim > 1 else leading]
        return tuple(saying(self._columns, statement) for statement in chosen.tolist())


class _Onward:
    """The steps of a web by IRI, to be searched."""

    def __init__(self, columns: Columns, web: Web) -> None:
        self._columns = columns
        self._web = web

    def search(self, start: Iri, end: Iri, through: frozenset[Iri], blocked: frozenset[Iri]) -> Search[Iri]:
        """Return a search that passes nothing blocked, except the start itself."""
        find = self._columns.things.find
        ends, passed = (find(start), find(end)), [find(thing) for thing in through]
        closed = [number for thing in blocked if (number := find(thing)) is not None]
        numbers = [number for number in (*ends, *passed) if number is not None]
        if len(numbers) < len(ends) + len(passed):
            return _Named(self._columns, None)
        return _Named(self._columns, self._web.search(numbers[0], numbers[1], numbers[2:], closed))

    def between(self, start: Iri, end: Iri, blocked: Collection[Iri], most: int) -> Sequence[Step] | None:
        """Return the steps on walks from one thing to another; None when there are more than ``most``."""
        one, other = self._columns.things.find(start), self._columns.things.find(end)
        if one is None or other is None or one == other:
            return ()
        closed = [number for thing in blocked if (number := self._columns.things.find(thing)) is not None]
        steps = between(self._web, one, other, closed, most)
        if steps is None:
            return None
        names = {number: self._columns.thing(number) for number in np.unique(steps).tolist()}
        return [(names[one], names[other]) for one, other in steps.tolist()]


class _Named:
    """A search by IRI; None for what no statement names."""

    def __init__(self, columns: Columns, search: NumberSearch | None) -> None:
        self._columns = columns
        self._search = search
        self._numbers: dict[Iri, int] = {}
        self._known: dict[tuple[Iri, frozenset[Iri], int], list[Iri]] = {}

    @property
    def least(self) -> int | None:
        return self._search.least if self._search else None

    @property
    def reaching(self) -> int:
        return self._search.reaching if self._search else 0

    def onward(self, here: Iri, rest: frozenset[Iri], length: int) -> Sequence[Iri]:
        if self._search is None:
            return ()
        key = here, rest, length
        if key not in self._known:
            found = self._search.onward(self._number(here), frozenset(map(self._number, rest)), length)
            self._known[key] = [self._columns.thing(number) for number in found]
        return self._known[key]

    def _number(self, thing: Iri) -> int:
        if thing not in self._numbers:
            number = self._columns.things.find(thing)
            assert number is not None  # the search met it
            self._numbers[thing] = number
        return self._numbers[thing]
