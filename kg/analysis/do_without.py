"""Things that are gone and a witness -> everything that can no longer be had (``kg.analysis.lose``).

Over columns the clauses are made as they are met: what a loss does not touch is never looked at. They are met in the
order in which ``losing`` makes them, so that the losses, their order and their causes are the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

import numpy as np
from msgspec import Struct, field

from kg.analysis.column_graph import saying
from kg.analysis.column_provision import ColumnProvision, column_provision
from kg.analysis.lose import Loss, lose, losing
from kg.analysis.open_graph import admitted_columns
from kg.analysis.provision import Sayings
from kg.analysis.read_provision import read_provision
from kg.analysis.witness import Witness
from kg.base.terms import Iri
from kg.columns.closure import Step
from kg.query.query import Context
from kg.store.embedded import EmbeddedStore

#: A thing, or having it from its own providers.
_Head = tuple[int, bool]


def do_without(gone: Collection[Iri], context: Context, witness: Witness, *, substitutes: bool = False) -> Loss:
    """Return what is lost; raise BudgetError when not even the statements could be read."""
    store = witness.store
    found = None if substitutes else admitted_columns(witness, context)
    if found is None or not isinstance(store, EmbeddedStore):
        return lose(losing(read_provision(witness, context), substitutes=substitutes), gone)
    return lose_in_columns(column_provision(store, *found, witness.pack, witness.left), gone)


def lose_in_columns(provision: ColumnProvision, gone: Iterable[Iri]) -> Loss:
    """Return what is lost without the things that are gone; nothing may be substituted."""
    find = provision.columns.things.find
    return _Losing(provision).loss(sorted({number for thing in gone if (number := find(thing)) is not None}))


class _Clause(Struct, frozen=True):
    """``head`` is lost when all of the ``body`` is; ``steps`` have the statements: kind of step, from, to."""

    head: _Head
    body: tuple[_Head, ...]
    steps: tuple[tuple[Step, int, int], ...] = ()


class _Losing(Struct, dict=True):
    """The clauses that a loss has met, by head and place among those of the head; how much of each body is left."""

    provision: ColumnProvision
    clauses: dict[tuple[int, int], _Clause] = field(default_factory=dict)
    left: dict[tuple[int, int], int] = field(default_factory=dict)

    def loss(self, gone: Iterable[int]) -> Loss:
        fired: dict[_Head, _Clause | None] = {(thing, False): None for thing in gone}
        waiting = list(fired)
        for here in waiting:
            for key in self._watching(here):
                clause = self._clause(*key)
                self.left[key] -= 1
                if not self.left[key] and clause.head not in fired:
                    fired[clause.head] = clause
                    waiting.append(clause.head)
        name = self.provision.columns.thing
        return Loss({name(thing): self._cause(fired, clause) for (thing, own), clause in fired.items() if not own})

    def _watching(self, head: _Head) -> Iterator[tuple[int, int]]:
        """Yield the clauses in whose body this stands, in the order of their heads."""
        thing, own = head
        if own:
            yield thing, self._kind_place
            return
        keys = [(whole, self._part_place(whole, thing)) for whole in self._back(self.provision.parts, thing)]
        for place, step in enumerate(self.provision.offers):
            keys += [(offered, place) for offered in self._back(step, thing)]
        if self._is_known(thing):
            keys += [(kind, self._kind_place) for kind in self._back(self.provision.kinds, thing)]
        yield from sorted(keys)

    @cached_property
    def _kind_place(self) -> int:
        return len(self.provision.offers)

    def _part_place(self, whole: int, part: int) -> int:
        """Return a place before all others: a clause for each part, with just that part in its body."""
        key = whole, part - len(self.provision.columns.things)
        self.clauses.setdefault(key, _Clause((whole, False), ((part, False),), ((self.provision.parts, whole, part),)))
        self.left.setdefault(key, 1)
        return key[1]

    def _clause(self, thing: int, place: int) -> _Clause:
        key = thing, place
        if key not in self.clauses:
            made = self._of_kind(thing) if place == self._kind_place else self._of_providers(thing, place)
            self.clauses[key], self.left[key] = made, len(made.body)
        return self.clauses[key]

    def _of_providers(self, thing: int, place: int) -> _Clause:
        step = self.provision.offers[place]
        providers = self._onward(step, thing)
        body = tuple((one, False) for one in providers)
        return _Clause((thing, True), body, tuple((step, thing, one) for one in providers))

    def _of_kind(self, thing: int) -> _Clause:
        step = self.provision.kinds
        kinds = [one for one in self._onward(step, thing) if self._is_known(one)]
        own = any(self._onward(offer, thing) for offer in self.provision.offers)
        body = (*(((thing, True),) if own else ()), *((one, False) for one in kinds))
        return _Clause((thing, False), body, tuple((step, thing, one) for one in kinds))

    def _is_known(self, thing: int) -> bool:
        """Tell whether anything documents from whom a thing can be had, or what it is made of."""
        if self._onward(self.provision.parts, thing):
            return True
        name = self.provision.columns.thing(thing)
        return any(self._onward(step, one) for one in self.provision.below(name) for step in self.provision.offers)

    def _cause(self, fired: Mapping[_Head, _Clause | None], clause: _Clause | None) -> tuple[tuple[Iri, ...], Sayings]:
        """Return the things by which a clause was fired, looking through what is no thing, with its statements."""
        if clause is None:
            return (), ()
        things: dict[Iri, None] = {}
        said = list(self._said(clause))
        waiting = list(clause.body)
        for head in waiting:
            inner = fired[head]
            if not head[1]:
                things[self.provision.columns.thing(head[0])] = None
            elif inner is not None:
                said += self._said(inner)
                waiting += inner.body
        return tuple(things), tuple(said)

    def _said(self, clause: _Clause) -> Sayings:
        columns, mask = self.provision.columns, self.provision.mask
        told = (statement for step, one, other in clause.steps for statement in step.told(one, other, mask))
        return tuple(saying(columns, statement) for statement in told)

    def _onward(self, step: Step, thing: int) -> list[int]:
        """Return the things one step on, each once, in order."""
        return _once(step.onward(np.array([thing], dtype=np.int32), self.provision.mask))

    def _back(self, step: Step, thing: int) -> list[int]:
        return _once(step.before(thing, self.provision.mask))


def _once(things: np.ndarray[tuple[int, ...], np.dtype[np.int32]]) -> list[int]:
    found: list[int] = np.unique(things).tolist()
    return found
