"""Counts of parts and who says them -> the amounts that the accounts of a whole come to.

An *account* of a whole is what one source says of it. The parts of the wanted kind that a source
names add up, for it lists them as different parts; so do the assemblies that it names and that
contain such parts. But:

- Several counts of one pair by one source are alternatives (versions, ways of counting): each makes
  an account of its own.
- A direct count and a count through assemblies are two accounts of the same parts.
- A part of the kind of another part that is named is counted with that one, and an assembly within
  another assembly that is named likewise.
- What one source says is never added to what another says: they may speak of the same parts.

Within an assembly the same holds again. An account with a count that is not known, that does not
count (GB, m) or that is in another unit comes to no amount, and contradicts none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice, product
from math import fsum

from msgspec import Struct, field

from kg.analysis.part_count import PartCount
from kg.base.terms import Iri

#: A sum of alternatives is worked out for so many combinations: beyond two there is no single number anyway.
_COMBINATIONS = 64


class Amount(Struct, frozen=True):
    """A number of parts in the base unit of a dimension; the dimension is None for bare numbers."""

    value: float
    dimension: str | None


class Accounts(Struct, frozen=True, dict=True):
    """The counts of parts without circles.

    ``wanted``       the parts that are asked for.
    ``relevant``     the wholes that contain some of them.
    ``sources``      of a count: who says it.
    ``broader``      of a thing: the things of whose kind it is, itself included.
    """

    counts: Mapping[Iri, Sequence[PartCount]]
    wanted: frozenset[Iri]
    relevant: frozenset[Iri]
    sources: Callable[[PartCount], Collection[str]]
    broader: Callable[[Iri], Collection[Iri]]
    _settled: dict[Iri, frozenset[Amount]] = field(default_factory=dict)


def settle(accounts: Accounts, whole: Iri) -> frozenset[Amount]:
    """Return the different amounts that the accounts of one whole come to; nothing when none comes to any."""
    if whole not in accounts._settled:
        named: dict[str, list[PartCount]] = {}
        for count in accounts.counts.get(whole, ()):
            if count.part in accounts.wanted or count.part in accounts.relevant:
                for source in accounts.sources(count):
                    named.setdefault(source, []).append(count)
        amounts = [amount for of_source in named.values() for amount in _account(accounts, of_source)]
        accounts._settled[whole] = frozenset(amounts)
    return accounts._settled[whole]


def _account(accounts: Accounts, named: Sequence[PartCount]) -> Iterable[Amount]:
    parts = {count.part for count in named if count.part in accounts.wanted}
    counted = {part for part in parts if not parts & {*accounts.broader(part)} - {part}}
    assemblies = {count.part for count in named} - parts
    inner = {part for part in assemblies for one in assemblies - {part} if part in _within(accounts, one)}
    yield from _sums([_direct(count for count in named if count.part == part) for part in sorted(counted)])
    yield from _sums([_through(accounts, [c for c in named if c.part == one]) for one in sorted(assemblies - inner)])


def _direct(counts: Iterable[PartCount]) -> list[Amount]:
    found = ((count.base, count.unit.dimension if count.unit else None) for count in counts)
    return [Amount(_rounded(base), dimension) for base, dimension in found if base is not None]


def _through(accounts: Accounts, counts: Sequence[PartCount]) -> list[Amount]:
    """Return the amounts through one assembly: so many of it, times what one of it contains."""
    factors = [count.base for count in counts if count.counts and count.base is not None]
    inside = settle(accounts, counts[0].part)
    return [Amount(_rounded(factor * one.value), one.dimension) for factor in factors for one in inside]


def _sums(groups: Sequence[Sequence[Amount]]) -> Iterable[Amount]:
    """Yield the sums of one amount of each group, as far as they are in one unit."""
    if not groups:
        return
    for chosen in islice(product(*(tuple(dict.fromkeys(group)) for group in groups)), _COMBINATIONS):
        if len({amount.dimension for amount in chosen}) == 1:
            yield Amount(_rounded(fsum(amount.value for amount in chosen)), chosen[0].dimension)


def _within(accounts: Accounts, whole: Iri) -> set[Iri]:
    found: set[Iri] = set()
    waiting = [whole]
    while waiting:
        for count in accounts.counts.get(waiting.pop(), ()):
            if count.part not in found:
                found.add(count.part)
                waiting.append(count.part)
    return found


def _rounded(value: float) -> float:
    """Return the value to twelve digits, so that equal amounts are equal whatever the order of the sums."""
    return float(f"{value:.12g}")
