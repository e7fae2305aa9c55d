"""A store inside of this process and the frames of a pack -> the columns of what is stated in its default graph."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from kg.base.iris import TYPE
from kg.columns.columns import Columns, FrameColumns
from kg.columns.texts import Texts, texts
from kg.pack.pack import Frame
from kg.store.embedded import EmbeddedStore


class _Part(Struct, frozen=True):
    """The statements of a frame as they are read; ``further``: what fills a role beside another, by place and role."""

    frame: Frame
    names: Texts | None
    fillers: NDArray[np.int32]
    further: tuple[tuple[int, int, int], ...] = ()


def read_columns(store: EmbeddedStore, frames: Iterable[Frame]) -> Columns:
    """Return the columns.

    What rules derive is in a graph of its own and is not read. Of several fillers of one role the first by IRI counts.
    """
    numbers: dict[str, int] = {}
    parts = [(_nodes if frame.form == "node" else _triples)(store, frame, numbers) for frame in frames]
    ordered = sorted(numbers)
    place = np.zeros(len(ordered) + 1, dtype=np.int32)
    place[-1] = -1  # of no filler, whose number is -1
    for new, text in enumerate(ordered):
        place[numbers[text]] = new
    return _columns(texts(ordered), [_renumbered(part, place) for part in parts])


def _renumbered(part: _Part, place: NDArray[np.int32]) -> _Part:
    """Return a part with the final numbers of things, which are in the order of their IRIs."""
    fillers = place[part.fillers]
    for statement, role, filler in part.further:
        fillers[statement, role] = min(fillers[statement, role], place[filler])
    return replace(part, fillers=fillers if part.names is not None else fillers[np.lexsort(fillers.T[::-1])])


def _columns(things: Texts, parts: Sequence[_Part]) -> Columns:
    width = max((len(part.frame.roles) for part in parts), default=1)
    fillers = np.full((sum(len(part.fillers) for part in parts), width), -1, dtype=np.int32)
    frames: list[FrameColumns] = []
    first = 0
    for part in parts:
        count, roles = part.fillers.shape
        fillers[first : first + count, :roles] = part.fillers
        ids = tuple(role.id for role in part.frame.roles[:roles])
        frames.append(FrameColumns(part.frame.id, ids, first, count, part.names))
        first += count
    return Columns(things, tuple(frames), fillers)


def _nodes(store: EmbeddedStore, frame: Frame, numbers: dict[str, int]) -> _Part:
    nodes = sorted({node for node, _ in store.links(TYPE, frame.iri)})
    places = {node: place for place, node in enumerate(nodes)}
    fillers = np.full((len(nodes), len(frame.roles)), -1, dtype=np.int32)
    further: list[tuple[int, int, int]] = []
    for index, role in enumerate(frame.roles):
        column = array("i", [-1]) * len(nodes)
        for node, thing in store.links(role.iri):
            place = places.get(node)
            if place is None:
                continue
            number = numbers.setdefault(thing, len(numbers))
            if column[place] < 0:
                column[place] = number
            else:
                further.append((place, index, number))
        fillers[:, index] = column
    return _Part(frame, texts(nodes), fillers, tuple(further))


def _triples(store: EmbeddedStore, frame: Frame, numbers: dict[str, int]) -> _Part:
    assert frame.predicate is not None
    flat = array("i")
    for subject, object in store.links(frame.predicate):
        flat.append(numbers.setdefault(subject, len(numbers)))
        flat.append(numbers.setdefault(object, len(numbers)))
    return _Part(frame, None, np.array(flat, dtype=np.int32).reshape(-1, 2))
