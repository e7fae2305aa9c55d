"""What is made of what, who provides it, what may stand in for it: the statements of a graph by what they link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from kg.analysis.saying import Saying
from kg.base.terms import Iri

Sayings = tuple[Saying, ...]
#: From a thing to others, with the statements that say so; both by IRI.
Links = Mapping[Iri, Mapping[Iri, Sayings]]


class Provision(Struct, frozen=True):
    """The links of the frames that a pack declares for it.

    ``parts``       whole -> part.
    ``offers``      frame by frame: thing -> who provides it. What is said to have ended is no offer.
    ``kinds``       thing -> the things that are of its kind, one step down.
    ``substitutes`` thing -> what can take its place.
    ``flow``        customer -> supplier.
    ``received``    customer -> item.
    ``inputs``      what an item goes into -> the item.
    ``words``       things that are words for kinds of others ("foundry"): nothing is made of them or had from them.
    """

    parts: Links
    offers: tuple[Links, ...]
    kinds: Links
    substitutes: Links
    flow: Links
    received: Links
    inputs: Links
    words: frozenset[Iri] = frozenset()

    def below(self, thing: Iri) -> dict[Iri, Sayings]:
        """Return the thing and all that is of its kind, each with the statements that say so."""
        found: dict[Iri, Sayings] = {thing: ()}
        waiting = [thing]
        while waiting:
            kind = waiting.pop(0)
            for one, sayings in self.kinds.get(kind, {}).items():
                if one not in found:
                    found[one] = (*found[kind], *sayings)
                    waiting.append(one)
        return found

    def providers(self, thing: Iri) -> Iterator[tuple[Iri, Sayings]]:
        """Yield who provides exactly this thing, by any frame."""
        for links in self.offers:
            yield from links.get(thing, {}).items()
