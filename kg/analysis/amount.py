"""What parts come to: a number in a unit, of one chain of counts."""

from __future__ import annotations

from collections.abc import Sequence

from kg.analysis.part_count import PartCount


def amount_of(chain: Sequence[PartCount]) -> float | None:
    """Return what a chain comes to for one whole, in the unit of its last count; None when that is not known.

    Every count but the last must count parts: 192 GB of memory are no number of memory stacks.
    """
    amount = 1.0
    for count in chain[:-1]:
        if count.base is None or not count.counts:
            return None
        amount *= count.base
    last = chain[-1].quantity
    return None if last is None else amount * last


def plain(value: float) -> float | int:
    """Return a number to twelve digits, without a fraction as an int."""
    rounded = float(f"{value:.12g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < 1e15 else rounded
