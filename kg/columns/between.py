"""A web of steps and two ends -> the steps that lie on walks from the one to the other."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from kg.columns.links import Links, Mask, Numbers, numbers_of
from kg.columns.search import Web


def between(web: Web, start: int, end: int, blocked: Collection[int], most: int) -> NDArray[np.int64] | None:
    """Return a row of two things for each step, none when no walk leads there; None when there are more than ``most``.

    ``blocked`` things make no step, the start excepted.
    """
    nothing = np.empty((0, 2), dtype=np.int64)
    search = web.search(start, end, (), blocked)
    if end in blocked or search.least is None:
        return nothing
    both_ways = web.forward is web.backward  # all that is met is stepped to, and then from as well
    if both_ways and 2 * (search.met - 1) > most:
        return None
    closed = np.zeros(len(web.forward.offsets) - 1, dtype=np.bool_)
    closed[[thing for thing in blocked if thing != start]] = True
    if both_ways:
        kept = _reached(web.forward, web, start, closed, most // 2 + 1)
    else:
        kept = _reached(web.forward, web, start, closed) & _reached(web.backward, web, end, closed)
    things = numbers_of(kept)
    return None if (len(things) - 1) * (1 + both_ways) > most else _steps(web, things, kept, most)


def _reached(links: Links, web: Web, centre: int, closed: Mask, enough: int | None = None) -> Mask:
    """Return what is reached; all of it, or more than enough."""
    found: Mask = np.zeros(len(closed), dtype=np.bool_)
    found[centre] = True
    rim: Numbers = np.array([centre], dtype=np.int32)
    while len(rim) and (enough is None or int(found.sum()) <= enough):
        fresh = np.zeros(len(closed), dtype=np.bool_)
        fresh[links.onward(rim, web.mask)] = True
        fresh &= ~found & ~closed
        found |= fresh
        rim = numbers_of(fresh)
    return found


def _steps(web: Web, things: Numbers, kept: Mask, most: int) -> NDArray[np.int64] | None:
    """Return the steps among the things, each once, in order."""
    links, count = web.forward, len(kept)
    told = links.told(things, None)
    source = np.repeat(things, links.offsets[things + 1] - links.offsets[things])
    if web.mask is not None:
        source, told = source[web.mask[told]], told[web.mask[told]]
    target = links.targets[told]
    source = np.repeat(source, target.size // max(len(source), 1))
    target = target.ravel()
    among = (target >= 0) & (target != source) & kept[target]
    steps = np.unique(source[among].astype(np.int64) * count + target[among])
    return None if len(steps) > most else np.column_stack((steps // count, steps % count))
