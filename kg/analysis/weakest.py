"""The statements of each step of a path -> the standing of its weakest step."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from kg.answer.answer import Claim, Statement

_STATUSES = ("fact", "claim", "forecast", "rumour")
_CONFIDENCES = ("high", "medium", "low")


class Standing(Struct, frozen=True):
    """How sure a step is: the status and confidence of the strongest claim for it."""

    status: str
    confidence: str

    @property
    def weakness(self) -> tuple[int, int]:
        """The key that puts standings in order, the surest first; what is unknown comes last."""
        return (_place(self.status, _STATUSES), _place(self.confidence, _CONFIDENCES))


def weakest(steps: Iterable[Iterable[Statement]]) -> Standing | None:
    """Return the standing of the weakest step.

    A step is as sure as its strongest claim. Plain data of the pack has no claims and weakens no
    path: None when there is nothing else.
    """
    found = [standing for statements in steps if (standing := _standing(statements)) is not None]
    return max(found, key=lambda standing: standing.weakness, default=None)


def _standing(statements: Iterable[Statement]) -> Standing | None:
    told = list(statements)
    if any(not statement.iri for statement in told):
        return None
    claims: list[Claim] = [claim for statement in told for claim in statement.claims]
    standings = [Standing(claim.status, claim.confidence) for claim in claims]
    return min(standings, key=lambda standing: standing.weakness, default=None)


def _place(value: str, order: tuple[str, ...]) -> int:
    return order.index(value) if value in order else len(order)
