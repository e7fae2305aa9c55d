"""The clauses of a loss, a whole and candidates -> the smallest sets of candidates without which the whole is lost.

A set stops the whole just when it hits every way to keep it going, so that smallest cuts are smallest hitting sets.
There are too many ways to list; they are found one by one, whenever the smallest set that hits those found so far
does not stop the whole yet (implicit hitting sets, as in Reiter's diagnosis, 1987). The sets come from PySAT.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from kg.analysis.lose import Losing
from kg.base.terms import Iri


class Cuts(Struct, frozen=True):
    """The cuts, all of one size, in order; ``cut`` says why some may be missing."""

    sets: tuple[tuple[Iri, ...], ...]
    cut: str | None = None


def smallest_cuts(
    made: Losing,
    whole: Iri,
    candidates: Iterable[Iri],
    *,
    most: int = 200,
    out_of_time: Callable[[], bool] = lambda: False,
) -> Cuts:
    """Return all smallest cuts; none when not even all candidates together stop the whole."""
    from pysat.examples.hitman import Hitman

    companies = sorted(candidates)
    if not made.stops(companies, whole):
        return Cuts(())
    found: list[tuple[Iri, ...]] = []
    with Hitman(htype="sorted") as hitman:
        while (chosen := hitman.get()) is not None:
            if found and len(chosen) > len(found[0]):
                break
            if out_of_time():
                return Cuts(tuple(sorted(found)), f"time: stopped after {len(found)} sets")
            if not made.stops(chosen, whole):
                hitman.hit(_way_to_go_on(made, whole, chosen, companies))
                continue
            if len(found) == most:
                return Cuts(tuple(sorted(found)), f"sets: the first {most} are shown, there are more")
            found.append(tuple(sorted(chosen)))
            hitman.block(chosen)
    return Cuts(tuple(sorted(found)))


def _way_to_go_on(made: Losing, whole: Iri, chosen: Iterable[Iri], companies: Iterable[Iri]) -> list[Iri]:
    """Return fewest companies, none of the chosen ones, that together keep the whole going."""
    gone = list(chosen)
    kept: list[Iri] = []
    for company in companies:
        if company in gone:
            continue
        if made.stops([*gone, company], whole):
            kept.append(company)
        else:
            gone.append(company)
    return kept
