"""Counts of parts, a whole and the parts that are wanted -> all chains of counts from the one to the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from kg.analysis.part_count import PartCount
from kg.base.terms import Iri

Counts = Mapping[Iri, Sequence[PartCount]]


class Explosion(Struct, frozen=True):
    """``chains``: counts end to end, in order. ``circles``: things that lead back to the first of them.

    ``relevant``: the wholes on the way to a wanted part. ``cut`` says why chains are missing.
    """

    chains: tuple[tuple[PartCount, ...], ...]
    circles: tuple[tuple[Iri, ...], ...]
    relevant: frozenset[Iri]
    cut: str | None = None


def explode(
    counts: Counts,
    whole: Iri,
    wanted: Collection[Iri],
    *,
    most: int = 500,
    out_of_time: Callable[[], bool] = lambda: False,
) -> Explosion:
    """Return the chains from the whole to each wanted part; a chain ends at the first wanted part that it meets.

    A count that would lead back to a whole of its chain makes a circle and no chain.
    """
    relevant = _leading_to(counts, frozenset(wanted), whole)
    walk = _Walk(counts, frozenset(wanted), relevant, {})
    chains: list[tuple[PartCount, ...]] = []
    cut: str | None = None
    for chain in walk.chains((), whole):
        if len(chains) == most or out_of_time():
            cut = f"chains: the first {most} are shown, there are more" if len(chains) == most else "time: stopped"
            break
        chains.append(chain)
    return Explosion(tuple(sorted(chains, key=_order)), tuple(walk.circles.values()), relevant, cut)


class _Walk(Struct, frozen=True):
    counts: Counts
    wanted: frozenset[Iri]
    relevant: frozenset[Iri]
    #: The things of a circle -> the circle as it was met first.
    circles: dict[frozenset[Iri], tuple[Iri, ...]]

    def chains(self, chain: tuple[PartCount, ...], whole: Iri) -> Iterator[tuple[PartCount, ...]]:
        passed = (*(count.whole for count in chain), whole)
        for count in self.counts.get(whole, ()):
            if count.part in passed:
                circle = (*passed[passed.index(count.part) :], count.part)
                self.circles.setdefault(frozenset(circle), circle)
            elif count.part in self.wanted:
                yield (*chain, count)
            elif count.part in self.relevant:
                yield from self.chains((*chain, count), count.part)


def _leading_to(counts: Counts, wanted: frozenset[Iri], start: Iri) -> frozenset[Iri]:
    """Return the wholes below ``start`` from which a wanted part can be reached."""
    inside: dict[Iri, list[Iri]] = {}
    below, waiting = {start}, [start]
    while waiting:
        whole = waiting.pop()
        for count in counts.get(whole, ()):
            inside.setdefault(count.part, []).append(whole)
            if count.part not in below and count.part not in wanted:
                below.add(count.part)
                waiting.append(count.part)
    found: set[Iri] = set()
    queue = [part for part in inside if part in wanted]
    while queue:
        for whole in inside.get(queue.pop(), ()):
            if whole not in found:
                found.add(whole)
                queue.append(whole)
    return frozenset(found)


def _order(chain: tuple[PartCount, ...]) -> tuple[object, ...]:
    return (
        len(chain),
        [(count.part, count.quantity is None, count.quantity or 0.0, count.conditions) for count in chain],
    )
