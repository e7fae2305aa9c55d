"""A provision, things to start from and a direction -> what stands upstream or downstream, tier by tier.

A step upstream leads from a company to its suppliers; from a thing to its parts, to what is supplied for it, to
what is of its kind, and to who provides it. What a company receives stands upstream of it as well, but leads no
further: that others make it too does not put them upstream of that company. Downstream is the same the other way
round, so that one thing stands upstream of another just when that one stands downstream of it.

A tier is a company: what is reached through fewest companies comes first, then what takes fewest steps, then the
first by IRI: the way to each thing is the same however it is searched (``kg.columns.closure`` does so in a large graph).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from heapq import heappop, heappush
from typing import Literal

from msgspec import Struct

from kg.analysis.provision import Links, Provision, Sayings
from kg.base.terms import Iri

Direction = Literal["up", "down"]


class Reached(Struct, frozen=True):
    """How a thing is reached: ``tier`` companies away, from the thing ``via``, by these statements."""

    tier: int
    via: Iri
    sayings: Sayings


class _Ways(Struct, frozen=True):
    """Steps by how many companies they pass: ``none`` stays in the tier, ``one`` leads to the next one.

    ``last`` steps (upstream) lead no further, ``first`` steps (downstream) only lead from a start.
    """

    none: tuple[Links, ...]
    one: tuple[Links, ...]
    last: Links
    first: Links

    def onward(self, thing: Iri, first: bool) -> Iterator[tuple[Iri, int, Sayings]]:
        for links in self.none:
            yield from ((other, 0, sayings) for other, sayings in links.get(thing, {}).items())
        for links in (*self.one, *((self.first,) if first else ())):
            yield from ((other, 1, sayings) for other, sayings in links.get(thing, {}).items())


class Reach(Struct, frozen=True):
    """What is reached. ``steps`` lead on, ``received`` things are ends."""

    steps: Mapping[Iri, Reached]
    received: Mapping[Iri, Reached]

    def things(self) -> dict[Iri, Reached]:
        """Return everything that is reached, the shortest way to each, by tier and then by IRI."""
        nearest = dict(self.steps)
        for thing, reached in self.received.items():
            if thing not in nearest or nearest[thing].tier > reached.tier:
                nearest[thing] = reached
        return dict(sorted(nearest.items(), key=lambda item: (item[1].tier, item[0])))

    def way(self, reached: Reached) -> Sayings:
        """Return the statements that lead from a start to what is reached so, in this order."""
        said = [reached.sayings]
        here = reached.via
        while here in self.steps:
            said.append(self.steps[here].sayings)
            here = self.steps[here].via
        return tuple(saying for sayings in reversed(said) for saying in sayings)


def reach(provision: Provision, starts: Iterable[Iri], direction: Direction) -> Reach:
    """Return what is reached from the starts, which are left out themselves."""
    ways = _ways(provision, direction)
    began = frozenset(starts)
    found: dict[Iri, Reached] = {}
    nearest: dict[Iri, tuple[int, int]] = {}
    waiting = [(0, 0, start) for start in sorted(began)]
    settled: dict[Iri, None] = {}
    while waiting:
        tier, steps, here = heappop(waiting)
        if here in settled:
            continue
        settled[here] = None
        for other, more, sayings in ways.onward(here, first=here in began):
            if other in provision.words or other in began:
                continue
            if other not in nearest or (tier + more, steps + 1) < nearest[other]:
                nearest[other] = tier + more, steps + 1
                found[other] = Reached(tier + more, here, sayings)
                heappush(waiting, (tier + more, steps + 1, other))
    return Reach(
        {thing: found[thing] for thing in settled if thing in found}, _received(ways.last, found, settled, began)
    )


def _received(
    last: Links, found: Mapping[Iri, Reached], settled: Iterable[Iri], began: frozenset[Iri]
) -> dict[Iri, Reached]:
    received: dict[Iri, Reached] = {}
    for here in settled:
        tier = found[here].tier if here in found else 0
        for other, sayings in last.get(here, {}).items():
            if other not in began and (other not in received or received[other].tier > tier + 1):
                received[other] = Reached(tier + 1, here, sayings)
    return received


def leaves(provision: Provision, things: Iterable[Iri], direction: Direction) -> set[Iri]:
    """Return the things from which nothing leads on, apart from who provides them."""
    ways = _ways(provision, direction)
    further = (*ways.none, provision.flow) if direction == "up" else (*ways.none, *ways.one)
    return {thing for thing in things if not any(links.get(thing) for links in further)}


def _ways(provision: Provision, direction: Direction) -> _Ways:
    none = (provision.parts, provision.inputs, provision.kinds)
    one = (provision.flow, *provision.offers)
    if direction == "up":
        return _Ways(none, one, provision.received, {})
    # A company further down reaches what it makes: that stays in its tier.
    return _Ways(
        tuple(map(_turned, (*none, *provision.offers))), (_turned(provision.flow),), {}, _turned(provision.received)
    )


def _turned(links: Links) -> Links:
    found: dict[Iri, dict[Iri, Sayings]] = {}
    for one, targets in links.items():
        for other, sayings in targets.items():
            found.setdefault(other, {})[one] = sayings
    return {one: dict(sorted(targets.items())) for one, targets in sorted(found.items())}
