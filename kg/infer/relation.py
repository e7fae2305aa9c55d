"""The pairs of one predicate as sorted integers, with the round in which each was found."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Rounds = NDArray[np.int32]

#: A pair is one integer: the subject above, the object below these bits.
SHIFT = 31
MASK = (1 << SHIFT) - 1


class Relation:
    """Subject and object of each triple of one predicate; round 0 are stated ones. Never changed once made."""

    __slots__ = ("_swapped", "keys", "rounds")

    def __init__(self, keys: Integers, rounds: Rounds, swapped: Integers | None = None) -> None:
        self.keys = keys
        self.rounds = rounds
        self._swapped = swapped

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def swapped(self) -> Integers:
        """The same pairs with the object above, sorted; made when first wanted."""
        if self._swapped is None:
            self._swapped = np.sort(swap(self.keys))
        return self._swapped

    @property
    def subjects(self) -> Integers:
        """The subjects in the order of the pairs."""
        return self.keys >> SHIFT

    @property
    def objects(self) -> Integers:
        """The objects in the order of the pairs."""
        return self.keys & MASK

    def holds(self, keys: Integers) -> NDArray[np.bool_]:
        """Tell of each pair whether it is here."""
        return _holds(self.keys, keys)

    def rounds_of(self, keys: Integers) -> Rounds:
        """Return the rounds of pairs that are here."""
        return self.rounds[np.searchsorted(self.keys, keys)]

    def with_new(self, keys: Integers, round: int) -> Relation:
        """Return this with sorted pairs that are not here yet."""
        if not len(self):
            return Relation(keys, np.full(len(keys), round, dtype=np.int32))
        at = np.searchsorted(self.keys, keys) + np.arange(len(keys))
        old = np.ones(len(self) + len(keys), dtype=bool)
        old[at] = False
        rounds = np.full(len(old), round, dtype=np.int32)
        rounds[old] = self.rounds
        swapped = None if self._swapped is None else _merge(self._swapped, np.sort(swap(keys)))
        return Relation(_merge(self.keys, keys), rounds, swapped)

    def before(self, round: int) -> Relation:
        """Return what was known before a round."""
        old = self.rounds < round
        return Relation(self.keys[old], self.rounds[old])

    def stated(self, keys: Integers) -> Relation:
        """Return this with pairs that are here marked as stated."""
        rounds = self.rounds.copy()
        rounds[np.searchsorted(self.keys, keys)] = 0
        return Relation(self.keys, rounds, self._swapped)


EMPTY = Relation(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int32))


def fresh(keys: Integers, round: int) -> Relation:
    """Return a relation of sorted pairs that were all found in one round."""
    return EMPTY.with_new(keys, round)


def swap(keys: Integers) -> Integers:
    """Return the pairs with subject and object in each other's place."""
    return ((keys & MASK) << SHIFT) | (keys >> SHIFT)


def missing(relation: Relation, keys: Integers) -> Integers:
    """Return the sorted pairs that a relation does not have."""
    return keys[~relation.holds(keys)]


def _holds(sorted_keys: Integers, keys: Integers) -> NDArray[np.bool_]:
    if not len(sorted_keys):
        return np.zeros(len(keys), dtype=bool)
    at = np.searchsorted(sorted_keys, keys)
    at[at == len(sorted_keys)] = 0
    return cast("NDArray[np.bool_]", sorted_keys[at] == keys)


def _merge(left: Integers, right: Integers) -> Integers:
    merged = np.empty(len(left) + len(right), dtype=np.int64)
    at = np.searchsorted(left, right) + np.arange(len(right))
    old = np.ones(len(merged), dtype=bool)
    old[at] = False
    merged[at] = right
    merged[old] = left
    return merged
