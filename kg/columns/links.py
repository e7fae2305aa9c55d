"""Statements and the things in them -> from each thing the statements that lead on, and where they lead."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Mask = NDArray[np.bool_]


class Links(Struct, frozen=True):
    """What leads from things to things, by numbers (compressed rows).

    ``offsets``     thing -> where its statements begin in ``statements``; one more for the end.
    ``statements``  those of a thing in order.
    ``targets``     statement -> the things it leads to, -1 where there is none. It may lead back to where it came from.
    """

    offsets: NDArray[np.int64]
    statements: Numbers
    targets: NDArray[np.int32]

    def degree(self, things: Numbers) -> int:
        """Return how many statements lead on from the things."""
        return int((self.offsets[things + 1] - self.offsets[things]).sum())

    def told(self, things: Numbers, mask: Mask | None) -> Numbers:
        """Return the statements that lead on from the things, as far as the mask admits them."""
        if len(things) == 1:
            here = int(things[0])
            found = self.statements[self.offsets[here] : self.offsets[here + 1]]
        else:
            begins = self.offsets[things]
            counts = self.offsets[things + 1] - begins
            ends = counts.cumsum()
            total = int(ends[-1]) if len(ends) else 0
            found = self.statements[np.repeat(begins - ends + counts, counts) + np.arange(total)]
        return found if mask is None else found[mask[found]]

    def onward(self, things: Numbers, mask: Mask | None) -> Numbers:
        """Return the things one step on, with repeats and in no order."""
        found = self.targets[self.told(things, mask)].ravel()
        return found[found >= 0]


def links(source: Numbers, target: Numbers, things: int) -> Links:
    """Return the links from one filler of each statement to another; -1 where a statement has none."""
    leading = numbers_of((source >= 0) & (target >= 0) & (source != target))
    return Links(*_rows(source[leading], leading, things), target)


def incidence(fillers: NDArray[np.int32], things: int) -> Links:
    """Return the links from each thing of a statement to all things of it; a row of ``fillers`` is a statement."""
    width = fillers.shape[1]
    once = fillers.ravel().copy()
    for later in range(1, width):
        for earlier in range(later):
            once[later::width][fillers[:, later] == fillers[:, earlier]] = -1
    places = np.flatnonzero(once >= 0)
    return Links(*_rows(once[places], (places // max(width, 1)).astype(np.int32), things), fillers)


def numbers_of(mask: Mask) -> Numbers:
    """Return the numbers at which a mask holds."""
    return np.flatnonzero(mask).astype(np.int32)


def _rows(source: Numbers, statements: Numbers, things: int) -> tuple[NDArray[np.int64], Numbers]:
    offsets = np.zeros(things + 1, dtype=np.int64)
    np.cumsum(np.bincount(source, minlength=things), out=offsets[1:])
    return offsets, statements[np.argsort(source, kind="stable")]
