"""A provision and a whole -> each thing whose loss, alone, stops the whole."""

from __future__ import annotations

from collections.abc import Callable

from kg.analysis.lose import Losing, Loss, lose, losing
from kg.analysis.provision import Provision
from kg.base.terms import Iri


def find_vital(
    provision: Provision, whole: Iri, *, substitutes: bool = False, out_of_time: Callable[[], bool] = lambda: False
) -> tuple[dict[Iri, Loss], str | None]:
    """Return the vital things by IRI, each with what is lost without it, and why some may be missing.

    Tried are all things that the whole hangs on: its parts down to the last, and who provides them.
    """
    made = losing(provision, substitutes=substitutes)
    found: dict[Iri, Loss] = {}
    for thing in sorted(depends_on(made, whole)):
        if out_of_time():
            return found, f"time: stopped after {len(found)} things"
        gone = frozenset(provision.below(thing))
        if whole not in gone and made.stops(gone, whole):
            found[thing] = lose(made, gone)
    return found, None


def depends_on(made: Losing, whole: Iri) -> set[Iri]:
    """Return the things that stand behind the whole in any clause."""
    if whole not in made.numbers:
        return set()
    bodies: dict[int, list[int]] = {}
    for clause in made.clauses:
        bodies.setdefault(clause.head, []).extend(clause.body)
    start = made.numbers[whole]
    found, waiting = {start}, [start]
    for here in waiting:
        for number in bodies.get(here, ()):
            if number not in found:
                found.add(number)
                waiting.append(number)
    return {thing for thing, number in made.numbers.items() if number in found and thing != whole}
