"""Accounts -> pairs of numbers that cannot both be right, each with all the accounts that give it.

Two accounts dispute one another when they tell of the same, their ranges in the base unit have nothing in common, and no
source stands behind both: a source that gives two numbers knows that they are of different things. They must be of
the same period, unless the measure lasts. Where their scopes differ in words, only lasting measures are compared, and
only when no source uses both words; that the scopes differ is then told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from kg.analysis.account import Account
from kg.analysis.interval import Interval


class Dispute(Struct, frozen=True):
    """Two numbers, each with the accounts that give it; ``same_scope``: some two of them are of one scope."""

    one: tuple[Account, ...]
    other: tuple[Account, ...]
    same_scope: bool


def disputes(accounts: Iterable[Account]) -> Iterator[Dispute]:
    """Yield the disputes in the order in which the accounts come; the account that comes first is the one."""
    groups: dict[tuple[str, ...], list[Account]] = {}
    for account in accounts:
        groups.setdefault(account.told, []).append(account)
    for group in groups.values():
        yield from _of_group(group)


def _of_group(group: list[Account]) -> Iterator[Dispute]:
    found: dict[tuple[Interval, Interval], list[tuple[Account, Account]]] = {}
    words = _words(group)
    for one, other in combinations(group, 2):
        if _are_apart(one, other, words):
            turned = (other.number, one.number) in found
            first, second = (other, one) if turned else (one, other)
            found.setdefault((first.number, second.number), []).append((first, second))
    for pairs in found.values():
        same = any(one.scope == other.scope for one, other in pairs)
        kept = [(one, other) for one, other in pairs if not same or one.scope == other.scope]
        yield Dispute(_each(one for one, _ in kept), _each(other for _, other in kept), same)


def _words(group: list[Account]) -> set[frozenset[tuple[str, ...]]]:
    """Return the pairs of scopes that one source uses both of: it knows them to differ."""
    used: dict[str, set[tuple[str, ...]]] = {}
    for account in group:
        for source in account.sources:
            used.setdefault(source, set()).add(account.scope)
    return {frozenset(pair) for scopes in used.values() for pair in combinations(sorted(scopes), 2)}


def _are_apart(one: Account, other: Account, words: set[frozenset[tuple[str, ...]]]) -> bool:
    if not (one.number.high < other.number.low * _SLIGHTLY or other.number.high < one.number.low * _SLIGHTLY):
        return False
    if one.sources & other.sources:
        return False
    lasting = one.lasting and other.lasting
    if not lasting and one.period != other.period:
        return False
    return one.scope == other.scope or (lasting and frozenset((one.scope, other.scope)) not in words)


#: Numbers that differ by less are the same number, converted.
_SLIGHTLY = 1 - 1e-9


def _each(accounts: Iterable[Account]) -> tuple[Account, ...]:
    return tuple({account.statement.id: account for account in accounts}.values())
