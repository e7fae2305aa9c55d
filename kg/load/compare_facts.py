"""The facts of a pack before and after an addition in; what was added, ended, and contradicts what was there, out."""

from __future__ import annotations

from kg.load.addition import Difference, Told
from kg.load.facts import Facts, StatementFact
from kg.pack.pack import Pack


def compare_facts(pack: Pack, before: Facts, after: Facts) -> Difference:
    """Tell the difference.

    A statement *ends* one that says the same and was open. It *conflicts* with one that differs in a number, or in
    its end, alone: both stand, as their sources say them.
    """
    new = [statement for statement in after.statements if statement not in before.statements]
    open_ones = {_open(statement): statement for statement in before.statements if not statement.valid_to}
    others: dict[tuple[object, ...], list[StatementFact]] = {}
    for statement in before.statements:
        others.setdefault(_subject(pack, statement), []).append(statement)
    ended = [
        Told(statement, open_ones[_open(statement)], open_ones[_open(statement)] in after.statements)
        for statement in new
        if statement.valid_to and _open(statement) in open_ones
    ]
    conflicts = [
        Told(statement, other)
        for statement in new
        for other in others.get(_subject(pack, statement), ())
        if _contradict(statement, other)
    ]
    kept = (statement for statement in after.statements if statement in before.statements)
    return Difference(
        things=tuple(key for key in after.things if key not in before.things),
        sources=tuple(key for key in after.sources if key not in before.sources),
        statements=tuple(new),
        claims=sum(len(after.statements[one]) - len(before.statements[one]) for one in kept),
        ended=tuple(ended),
        conflicts=tuple(conflicts),
    )


def _open(statement: StatementFact) -> tuple[object, ...]:
    """Return all that a statement says but its end."""
    return statement.frame, statement.roles, statement.qualifiers, statement.valid_from


def _subject(pack: Pack, statement: StatementFact) -> tuple[object, ...]:
    """Return what a statement gives a number of: all but its numbers and its end."""
    numbers = {qualifier.id for qualifier in pack.frames[statement.frame].qualifiers if qualifier.type == "number"}
    kept = tuple(pair for pair in statement.qualifiers if pair[0] not in numbers)
    return statement.frame, statement.roles, kept, statement.valid_from


def _contradict(one: StatementFact, other: StatementFact) -> bool:
    """Tell whether two statements of one subject give different numbers for one time, or different ends."""
    if one.qualifiers == other.qualifiers:
        return bool(one.valid_to and other.valid_to and one.valid_to != other.valid_to)
    shared = {name for name, _ in one.qualifiers} & {name for name, _ in other.qualifiers}
    differs = any(one.qualifier(name) != other.qualifier(name) for name in shared)
    return differs and one.valid_to == other.valid_to
