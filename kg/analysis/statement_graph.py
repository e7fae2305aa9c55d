"""Sayings -> the steps that lead from thing to thing, each with the statements that say so.

Two graphs are made. The *flow graph* has a step from who fills the first role of a frame's ``flow``
to who fills the second: from supplier to customer. The *relation graph* has a step between any two
things that take part in one statement, in both directions.

Some statements tell of what sort a thing is and not what it has to do with others: any two companies
of one country would be two steps apart. Those make no steps of the relation graph: triple frames that
the pack's adjectives go by (``Pack.adjective_uses``: country, market), and kinds that are words for
kinds (``Class.kinds_of``: "optical module maker"). They do when the country, market or kind is itself
asked about, or both things that are asked about stand in the statement. What is left out is thus
declared by the pack; no thing is left out for being well connected.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, permutations

from msgspec import Struct

from kg.analysis.find_chains import Ways
from kg.analysis.saying import Saying
from kg.base.terms import Iri
from kg.pack.pack import Pack

Step = tuple[Iri, Iri]
#: From a thing to those one step on: a mapping, or columns that are searched.
Onward = Mapping[Iri, Sequence[Iri]] | Ways[Iri]


class StatementGraph(Struct, frozen=True):
    """``onward``: from a thing to the things one step on, by IRI. ``between``: the statements of each step."""

    onward: Onward
    between: Mapping[Step, tuple[Saying, ...]]

    def sayings(self, path: tuple[Iri, ...]) -> Iterator[tuple[Saying, ...]]:
        """Yield the statements of each step of a path."""
        for step in pairwise(path):
            yield self.between[step]


def flow_graph(sayings: Iterable[Saying], pack: Pack) -> StatementGraph:
    """Return the steps along the flow of the frames; statements with an open end make none."""
    links = ((_flow(saying, pack), saying) for saying in sayings)
    return _graph((step, saying) for step, saying in links if step is not None)


def relation_graph(sayings: Iterable[Saying], pack: Pack, ends: Collection[Iri]) -> StatementGraph:
    """Return the steps between things of one statement; ``ends`` are the things that are asked about."""
    sorting = Sorting(pack)
    kept = (one for one in sayings if (sort := sorting.sort(one)) is None or sort in ends or {*ends} <= {*one.things})
    return _graph((step, saying) for saying in kept for step in permutations(saying.things, 2))


def _flow(saying: Saying, pack: Pack) -> Step | None:
    flow = pack.frames[saying.frame].flow
    if flow is None:
        return None
    source, target = saying.filler(flow[0]), saying.filler(flow[1])
    return None if source is None or target is None or source == target else (source, target)


def _graph(links: Iterable[tuple[Step, Saying]]) -> StatementGraph:
    between: dict[Step, list[Saying]] = {}
    onward: dict[Iri, list[Iri]] = {}
    for step, saying in links:
        if step not in between:
            onward.setdefault(step[0], []).append(step[1])
        between.setdefault(step, []).append(saying)
    return StatementGraph(
        {thing: tuple(sorted(targets)) for thing, targets in onward.items()},
        {step: tuple(of_step) for step, of_step in between.items()},
    )


class Sorting:
    """Tells statements that say of what sort a thing is, by what the pack declares."""

    def __init__(self, pack: Pack) -> None:
        #: Frame -> the role of the sort.
        self.roles = {use.frame: use.object for use in pack.adjective_uses if pack.frames[use.frame].form == "triple"}
        self.kind_frame = pack.kind_frame
        words = {cls.id for cls in pack.classes.values() if cls.kinds_of is not None}
        #: Words for kinds of companies: of these the kind frame tells a sort.
        self.kinds = {thing.iri for thing in pack.things.values() if thing.cls in words}

    def sort(self, saying: Saying) -> Iri | None:
        """Return the country, market or kind that a statement puts a thing under; None for other statements."""
        if saying.frame in self.roles:
            return saying.filler(self.roles[saying.frame])
        frame = self.kind_frame
        kind = saying.filler(frame.roles[1].id) if frame is not None and saying.frame == frame.id else None
        return kind if kind in self.kinds else None
