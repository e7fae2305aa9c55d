"""What the builders of a bare pack share: the graph, its vocabulary, and which classes its things are of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.base.terms import Iri
from kg.load.bare.graph import Graph
from kg.load.bare.read_names import read_names
from kg.load.bare.read_vocabulary import THING, Vocabulary
from kg.pack.pack import Names, Words

#: More classes than this say nothing: the place takes anything.
_RANGES = 12


@dataclass(slots=True)
class Builder:
    """A graph on its way to a pack."""

    graph: Graph
    vocabulary: Vocabulary
    namespace: str
    above: Mapping[Iri, frozenset[Iri]]
    #: The most special classes of each thing.
    leaves: dict[Iri, tuple[Iri, ...]] = field(default_factory=dict)

    def short(self, iri: str) -> str:
        """Return the id of a term."""
        return iri[len(self.namespace) :] if iri.startswith(self.namespace) else iri

    def ranges(self, declared: tuple[Iri, ...], seen: Iterable[Iri]) -> tuple[str, ...]:
        """Return the classes of a place: those declared, and those seen there that the declared ones do not cover."""
        found = {cls for iri in set(seen) for cls in self.leaves.get(iri, ()) or (THING,)}
        wanted = {cls for cls in declared if cls in self.vocabulary.parents}
        wanted |= {cls for cls in found if not any(cls in self.above and d in self.above[cls] for d in wanted)}
        if not wanted or THING in wanted | set(declared) or len(wanted) > _RANGES:
            return ()
        tops = [cls for cls in sorted(wanted) if not any(o != cls and o in self.above[cls] for o in wanted)]
        return tuple(self.short(cls) for cls in tops)

    def role_names(self, ranges: tuple[str, ...]) -> Names:
        """Return what a role is called by the one class that fills it."""
        if len(ranges) != 1:
            return {"en": Words("thing"), "zh": Words("事物")}
        iri = ranges[0] if ":" in ranges[0] else self.namespace + ranges[0]
        return read_names(self.graph, iri)


def all_above(parents: Mapping[Iri, tuple[Iri, ...]]) -> dict[Iri, frozenset[Iri]]:
    """Return each class with all that it is below, itself among them."""
    found: dict[Iri, frozenset[Iri]] = {}
    for cls in parents:
        reached = {cls}
        queue = [cls]
        for current in queue:
            fresh = [parent for parent in parents.get(current, ()) if parent not in reached]
            reached.update(fresh)
            queue.extend(fresh)
        found[cls] = frozenset(reached)
    return found
