"""A step upstream or downstream and a witness -> the things that it reaches, by tier, and how each is reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kg.analysis.column_graph import saying
from kg.analysis.column_provision import ColumnProvision, column_provision
from kg.analysis.open_graph import admitted_columns
from kg.analysis.provision import Provision
from kg.analysis.reach import Reach, Reached, leaves, reach
from kg.analysis.read_provision import read_provision
from kg.analysis.saying import Saying
from kg.analysis.witness import Witness
from kg.base.terms import Iri
from kg.columns.closure import Closure, close
from kg.columns.links import Mask
from kg.query.query import Context, Upstream
from kg.store.embedded import EmbeddedStore


class Followed(Struct, frozen=True):
    """How a thing is reached: ``tier`` companies away, from the thing ``via``; ``sayings`` lead from a start to it."""

    tier: int
    via: Iri
    sayings: tuple[Saying, ...]


def follow(step: Upstream, context: Context, witness: Witness) -> Mapping[Iri, Followed]:
    """Return what is reached, in order; the way to a thing may be looked up only when it is asked for.

    Raise BudgetError when not even the statements could be read.
    """
    found = admitted_columns(witness, context)
    if found is None:
        return _by_statements(step, read_provision(witness, context), witness)
    store = witness.store
    assert isinstance(store, EmbeddedStore)  # others have no columns
    return _by_columns(step, column_provision(store, *found, witness.pack, witness.left), witness)


def _by_statements(step: Upstream, provision: Provision, witness: Witness) -> Mapping[Iri, Followed]:
    starts = (one for name in step.names for one in provision.below(witness.pack.iri(name)))
    found: Reach = reach(provision, dict.fromkeys(starts), step.direction)
    things = found.things()
    kept = leaves(provision, things, step.direction) if step.leaves else things
    return {
        thing: _followed(found, reached)
        for thing, reached in things.items()
        if thing in kept and step.reaches(reached.tier)
    }


def _followed(found: Reach, reached: Reached) -> Followed:
    return Followed(reached.tier, reached.via, found.way(reached))


def _by_columns(step: Upstream, provision: ColumnProvision, witness: Witness) -> Mapping[Iri, Followed]:
    starts = {one for name in step.names for one in provision.below(witness.pack.iri(name))}
    course, count = provision.course(step.direction), len(provision.columns.things)
    closure = close(course, provision.mask, sorted(starts), provision.words, count)
    tier = closure.nearest()
    kept: Mask = np.isin(tier, [one for one in range(int(tier.max(initial=0)) + 1) if step.reaches(one)])
    if step.leaves:
        kept = kept & ~_going_on(provision, step.direction)
    things = np.flatnonzero(kept)
    return _Followed(provision, closure, kept, things[np.lexsort((things, tier[things]))])


def _going_on(provision: ColumnProvision, direction: str) -> Mask:
    """Return the things from which something leads on, apart from who provides them."""
    course = provision.course(direction)
    further = (*course.none, provision.flow) if direction == "up" else (*course.none, *course.one)
    going: Mask = np.logical_or.reduce([step.leading(provision.mask) for step in further])
    return going


class _Followed(Mapping[Iri, Followed]):
    """The things that a closure reaches and that are kept, in order; named and looked at when they are asked for."""

    def __init__(self, provision: ColumnProvision, closure: Closure, kept: Mask, things: NDArray[np.int64]) -> None:
        self._columns = provision.columns
        self._closure = closure
        self._kept = kept
        self._things = things

    def __getitem__(self, thing: Iri) -> Followed:
        number = self._columns.things.find(thing)
        if number is None or not self._kept[number]:
            raise KeyError(thing)
        before, steps = self._closure.way(number)
        said = tuple(saying(self._columns, statement) for told in steps for statement in told)
        return Followed(self._closure.nearest_of(number), self._columns.thing(before), said)

    def __contains__(self, thing: object) -> bool:
        number = self._columns.things.find(thing) if isinstance(thing, str) else None
        return number is not None and bool(self._kept[number])

    def __iter__(self) -> Iterator[Iri]:
        return map(self._columns.thing, self._things.tolist())

    def __len__(self) -> int:
        return len(self._things)
