"""One count of parts: a whole contains so many of a part, under a condition, with the statements that say so."""

from __future__ import annotations

from msgspec import Struct

from kg.analysis.saying import Saying
from kg.base.terms import Iri
from kg.pack.pack import Unit


class PartCount(Struct, frozen=True):
    """``quantity`` None: the whole contains the part, how many is not said. ``conditions`` tell the version."""

    whole: Iri
    part: Iri
    quantity: float | None
    unit: Unit | None
    conditions: tuple[str, ...]
    sayings: tuple[Saying, ...]

    @property
    def unit_id(self) -> str | None:
        """The id of the unit, None when the quantity is a bare number."""
        return self.unit.id if self.unit else None

    @property
    def base(self) -> float | None:
        """The quantity in the base unit of its dimension."""
        return None if self.quantity is None else self.quantity * (self.unit.factor if self.unit else 1.0)

    @property
    def counts(self) -> bool:
        """Tell whether the quantity is a number of parts and not a measure of them (GB, m)."""
        return self.unit is None or is_count(self.unit)


def is_count(unit: Unit) -> bool:
    """Tell whether a unit counts things: its dimension is "count", or named after the unit itself.

    Units of a measured dimension (data, length, power) are named otherwise.
    """
    return unit.dimension in ("count", unit.id)
