"""How long inference may take and how many triples it may hold; over that, a BudgetError that says so."""

from __future__ import annotations

import time

from msgspec import Struct

from kg.base.errors import BudgetError


class Budget(Struct, frozen=True):
    """Seconds on the clock, and triples in all (stated and inferred): a triple takes about 30 bytes."""

    seconds: float = 60
    triples: int = 20_000_000


USUAL = Budget()


class Meter:
    """Watches one run of inference."""

    __slots__ = ("_ends", "budget")

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._ends = time.monotonic() + budget.seconds

    def rows(self, wanted: int) -> None:
        """Raise when one step would make more rows than there may be triples, or when the time is out."""
        if wanted > self.budget.triples:
            raise BudgetError(f"inference would make {wanted:,} combinations in one step; {self._allowed()}")
        if time.monotonic() > self._ends:
            raise BudgetError(f"inference took longer than {self.budget.seconds:g} seconds")

    def triples(self, held: int) -> None:
        """Raise when there are more triples than allowed."""
        if held > self.budget.triples:
            raise BudgetError(f"inference made more triples than allowed; {self._allowed()}")

    def _allowed(self) -> str:
        return f"allowed are {self.budget.triples:,}"
