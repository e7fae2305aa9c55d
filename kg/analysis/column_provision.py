"""Columns, a mask and a pack -> what is made of what and who provides it, as links between numbers of things.

The same as ``kg.analysis.read_provision`` reads, without a statement in hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from msgspec import Struct

from kg.analysis.read_provision import ENDED, ending_qualifiers, providing_frames, uses
from kg.base.terms import Iri
from kg.columns.closure import Course, Step
from kg.columns.columns import Columns
from kg.columns.links import Mask
from kg.columns.read_details import holding
from kg.pack.pack import Pack
from kg.store.embedded import EmbeddedStore

_Pairs = Mapping[str, tuple[str, str]]


class ColumnProvision(Struct, frozen=True, eq=False):
    """The steps of ``Provision``, in the same directions; ``words`` by number."""

    columns: Columns
    mask: Mask | None
    parts: Step
    offers: tuple[Step, ...]
    kinds: Step
    flow: Step
    received: Step
    inputs: Step
    words: tuple[int, ...]

    def course(self, direction: str) -> Course:
        """Return the steps upstream or downstream (``kg.analysis.reach`` tells which are which)."""
        none, one = (self.parts, self.inputs, self.kinds), (self.flow, *self.offers)
        if direction == "up":
            return Course(none, one, last=(self.received,))
        stay = tuple(map(_turned, (*none, *self.offers)))
        return Course(stay, (_turned(self.flow),), first=(_turned(self.received),))

    def below(self, thing: Iri) -> list[int]:
        """Return the thing and all that is of its kind; nothing when no statement names it."""
        number = self.columns.things.find(thing)
        found = [] if number is None else [number]
        for here in found:
            below = np.unique(self.kinds.onward(np.array([here], dtype=np.int32), self.mask))
            found += [one for one in below.tolist() if one not in found]
        return found


def column_provision(
    store: EmbeddedStore, columns: Columns, mask: Mask | None, pack: Pack, seconds: float
) -> ColumnProvision:
    """Return the provision; raise BudgetError when what has ended is not read in time."""
    frames = providing_frames(pack)
    offering = [frame for frame in frames if frame.offers]
    kinds = pack.kind_frame
    made = {f.id: f.composes for f in frames if f.composes}
    flow = {f.id: (f.flow[1], f.flow[0]) for f in frames if f.flow}
    offers = [{f.id: (f.offers[1], f.offers[0])} for f in offering if f.offers]
    received = {f.id: (f.flow[1], f.offers[1]) for f in frames if f.flow and f.offers}
    inputs = [{f.id: (role, f.offers[1])} for f in offering if f.flow and f.offers for role in uses(f)]
    return ColumnProvision(
        columns,
        _lasting(store, columns, mask, pack, seconds),
        parts=_step(columns, (made,)),
        offers=tuple(_step(columns, (pairs,)) for pairs in offers),
        kinds=_step(columns, ({kinds.id: (kinds.roles[1].id, kinds.roles[0].id)} if kinds else {},)),
        flow=_step(columns, (flow,)),
        received=_step(columns, (received,)),
        inputs=_step(columns, inputs or ({},)),
        words=columns.once("words", lambda: _words(columns, pack)),
    )


def _step(columns: Columns, groups: Iterable[_Pairs]) -> Step:
    groups = tuple(groups)
    back = [{id: (end, start) for id, (start, end) in pairs.items()} for pairs in groups]
    return Step(tuple(map(columns.leading, groups)), tuple(map(columns.leading, back)))


def _words(columns: Columns, pack: Pack) -> tuple[int, ...]:
    words = (thing.iri for thing in pack.things.values() if pack.classes[thing.cls].kinds_of is not None)
    return tuple(number for iri in words if (number := columns.things.find(iri)) is not None)


def _turned(step: Step) -> Step:
    return Step(step.back, step.there)


def _lasting(store: EmbeddedStore, columns: Columns, mask: Mask | None, pack: Pack, seconds: float) -> Mask | None:
    """Return the mask without what is said to have ended."""
    ending = [each.iri for frame in providing_frames(pack) for each in ending_qualifiers(frame)]
    ended = [holding(store, columns, iri, ENDED, seconds) for iri in ending]
    if not any(map(len, ended)):
        return mask
    lasting: Mask = np.ones(len(columns.fillers), dtype=np.bool_) if mask is None else mask.copy()
    lasting[np.concatenate(ended)] = False
    return lasting
