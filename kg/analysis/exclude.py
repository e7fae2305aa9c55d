"""Statements -> pairs that cannot both be true: of frames that allow one filler only, of one way only, of one alone.

- A frame that is functional: two different fillers of the second role for one of the first.
- A frame that says what replaces what, or of what something consists: the same two things the other way round.
- A choice that says that no one else offers the same ("sole"): another one who does, for the same in all other roles.

Statements exclude each other only while both may hold: where one had ended before the other began they do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from kg.answer.answer import Statement
from kg.base.dates import read_period
from kg.pack.pack import Frame, Pack

Pair = tuple[Statement, Statement]
Differ = Callable[[Statement, Statement], bool]


def excluding_frames(pack: Pack) -> tuple[Frame, ...]:
    """Return the frames whose statements may exclude each other."""
    return tuple(one for one in pack.frames.values() if one.functional or _one_way(one) or _lone(one))


def exclusions(statements: Iterable[Statement], pack: Pack) -> Iterator[Pair]:
    """Yield the pairs, frame by frame, each once."""
    of_frame: dict[str, list[Statement]] = {}
    for statement in statements:
        of_frame.setdefault(statement.frame, []).append(statement)
    for id, told in of_frame.items():
        frame = pack.frames[id]
        for one, other in _candidates(told, frame):
            if _hold_together(one, other) and not _said_by_one(one, other):
                yield one, other


def _candidates(told: Sequence[Statement], frame: Frame) -> Iterator[Pair]:
    first, second = frame.roles[0].id, frame.roles[1].id
    if frame.functional:
        yield from _pairs(told, first, lambda one, other: _filler(one, second) != _filler(other, second))
    if _one_way(frame):
        by_ends = {(_filler(one, first), _filler(one, second)): one for one in reversed(told)}
        for (start, end), one in by_ends.items():
            if start < end and (end, start) in by_ends:
                yield one, by_ends[end, start]
    if frame.offers and _lone(frame):
        yield from _rivals(told, frame, frame.offers)


def _rivals(told: Sequence[Statement], frame: Frame, offers: tuple[str, str]) -> Iterator[Pair]:
    who, what = offers
    for one in told:
        if not _is_alone(one, frame):
            continue
        rest = {role: cell.id for role, cell in one.roles.items() if role != who}
        for other in told:
            same = all(_filler(other, role) == thing for role, thing in rest.items())
            mirrored = _is_alone(other, frame) and other.roles.keys() == one.roles.keys() and other.id < one.id
            if what in rest and same and _filler(other, who) != _filler(one, who) and not mirrored:
                yield one, other


def _pairs(told: Sequence[Statement], role: str, differ: Differ) -> Iterator[Pair]:
    groups: dict[str, list[Statement]] = {}
    for statement in told:
        groups.setdefault(_filler(statement, role), []).append(statement)
    for group in groups.values():
        yield from ((one, other) for one, other in combinations(group, 2) if differ(one, other))


def _one_way(frame: Frame) -> bool:
    return bool(frame.replaces or frame.composes) and not frame.symmetric


def _lone(frame: Frame) -> bool:
    return bool(frame.offers) and any(choice.alone for each in frame.qualifiers for choice in each.choices)


def _is_alone(statement: Statement, frame: Frame) -> bool:
    return any(
        choice.alone and statement.qualifiers.get(each.id) == choice.id
        for each in frame.qualifiers
        for choice in each.choices
    )


def _filler(statement: Statement, role: str) -> str:
    cell = statement.roles.get(role)
    return cell.id if cell else ""


def _hold_together(one: Statement, other: Statement) -> bool:
    """Tell whether there may be a day on which both hold; what has no date is open."""
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: Statement, other: Statement) -> bool:
    if not one.valid_to or not other.valid_from:
        return False
    return read_period(one.valid_to).last < read_period(other.valid_from).first


def _said_by_one(one: Statement, other: Statement) -> bool:
    """Tell whether one source says both, so that it sees no contradiction; plain data has no sources."""
    sources = [{claim.source.id for claim in statement.claims} for statement in (one, other)]
    return bool(sources[0] & sources[1])
