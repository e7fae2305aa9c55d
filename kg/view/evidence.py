"""An answer and one of its rows in; what stands behind the row, strongest first, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from kg.answer.answer import Answer, Claim, EntityCell, Row, Source, Statement

#: Strongest first; anything else comes after them.
STATUSES = ("fact", "claim", "forecast", "rumour")
_CONFIDENCES = ("high", "medium", "low")
_RELIABILITIES = ("A", "B", "C", "D")


class RowEvidence(Struct, frozen=True):
    """What stands behind a row.

    ``statements``  those of the row, in its order.
    ``grounds``     the stated ones: of a derived statement, those that it was derived from, one of each frame first.
    ``claims``      of the grounds, strongest first; of a row that names a source, that source's alone.
    ``best``        what the row is as strong as: the strongest claim; of a derived statement, of a path and of a
                    chain of loss the weakest of those that it needs. None when plain data without claims stands behind the row.
    """

    statements: tuple[Statement, ...]
    grounds: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    best: Claim | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, without repeats, that of the best claim first."""
        claims = self.claims if self.best is None else (self.best, *self.claims)
        return tuple({claim.source.id: claim.source for claim in claims}.values())


def row_evidence(answer: Answer, row: Row) -> RowEvidence:
    """Gather what stands behind a row; statements that the answer does not hold are left out."""
    statements = tuple(answer.statements[key] for key in row.statements if key in answer.statements)
    frames = {one.frame for one in statements if one.rule} or {one.frame for one in statements}
    grounds = _in_turn(sorted(grounds_of(answer, statements), key=lambda one: one.frame not in frames))
    claims = strongest_first(claim for one in grounds for claim in one.claims)
    named = {cell.id for cell in row.cells if isinstance(cell, EntityCell)}
    own = tuple(claim for claim in claims if claim.source.id in named)
    if own:
        return RowEvidence(statements, grounds, own, own[0])
    return RowEvidence(statements, grounds, claims, _best(answer, row, statements))


#: Columns of rows that need all of their statements: what is lost or vital, and whose loss stops a whole.
_NEED_ALL = ("lost", "vital", "provider")


def _best(answer: Answer, row: Row, statements: Sequence[Statement]) -> Claim | None:
    """Return what a row is as strong as: of a chain the weakest link, of a step of it the strongest statement."""
    links = {one.id: link for one in statements if (link := _link(answer, one)) is not None}
    roles = [column.role.split("-")[0] for column in answer.columns]
    if any(role in _NEED_ALL for role in roles):
        return _weakest_tie(statements, links)
    things = [
        cell for cell, role in zip(row.cells, roles, strict=False) if role == "step" and isinstance(cell, EntityCell)
    ]
    steps = [
        [links[one.id] for one in statements if one.id in links and {here.id, there.id} <= _things(one)]
        for here, there in pairwise(things)
    ]
    strongest = [min(step, key=_weakness) for step in steps if step]
    if strongest:
        return max(strongest, key=_weakness)
    return min(links.values(), key=_weakness, default=None)


def _weakest_tie(statements: Sequence[Statement], links: Mapping[str, Claim]) -> Claim | None:
    """Return the weakest of what ties two things; a tie that several statements tell is as strong as the strongest."""
    ties: dict[tuple[str, ...], list[Claim]] = {}
    for one in statements:
        if one.id in links:
            ends = [cell.id for cell in one.roles.values()][:2]
            ties.setdefault((one.frame, *ends), []).append(links[one.id])
    return max((min(tie, key=_weakness) for tie in ties.values()), key=_weakness, default=None)


def _things(statement: Statement) -> set[str]:
    return {cell.id for cell in statement.roles.values()}


def _in_turn(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Put the first statement of every frame before the second of any."""
    turns: dict[str, int] = {}
    ordered: list[tuple[int, Statement]] = []
    for one in statements:
        turns[one.frame] = turns.get(one.frame, 0) + 1
        ordered.append((turns[one.frame], one))
    return tuple(one for _, one in sorted(ordered, key=lambda pair: pair[0]))


def _link(answer: Answer, statement: Statement) -> Claim | None:
    """Return what a statement is as strong as; a derived one needs one of its grounds of every frame."""
    by_frame: dict[str, list[Claim]] = {}
    for one in grounds_of(answer, [statement]):
        by_frame.setdefault(one.frame, []).extend(one.claims)
    strongest = [strongest_first(claims)[0] for claims in by_frame.values() if claims]
    return max(strongest, key=_weakness, default=None)


def grounds_of(answer: Answer, statements: Iterable[Statement]) -> list[Statement]:
    """Return the stated statements behind these, each once: derived ones give way to their premises."""
    found: dict[str, Statement] = {}
    seen: set[str] = set()
    queue = list(statements)
    while queue:
        one = queue.pop(0)
        if one.id in seen:
            continue
        seen.add(one.id)
        if one.rule is None:
            found[one.id] = one
        else:
            queue[:0] = [answer.statements[key] for key in one.premises if key in answer.statements]
    return list(found.values())


def strongest_first(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Order claims by status, confidence and reliability of the source, the latest first among equals."""
    found = tuple(claims)
    if len(found) < 2:
        return found
    latest_first = sorted(found, key=lambda claim: claim.source.date, reverse=True)
    return tuple(sorted(latest_first, key=_weakness))


def _weakness(claim: Claim) -> tuple[int, int, int]:
    return (
        _place(claim.status, STATUSES),
        _place(claim.confidence, _CONFIDENCES),
        _place(claim.source.reliability, _RELIABILITIES),
    )


def _place(value: str, order: tuple[str, ...]) -> int:
    return order.index(value) if value in order else len(order)


def strongest_standing(statements: Iterable[Statement]) -> str:
    """Return what the strongest of several statements stands as; ``reference`` when there is none."""
    order = (*STATUSES, "reference")
    found = sorted((standing(one) for one in statements), key=lambda one: _place(one, order))
    return found[0] if found else "reference"


def standing(statement: Statement) -> str:
    """Return the status that a statement is drawn and listed with: its strongest claim's, or ``derived``.

    A statement without claims is ``reference``: plain data of the pack.
    """
    if statement.rule is not None:
        return "derived"
    claims = strongest_first(statement.claims)
    return claims[0].status if claims else "reference"
