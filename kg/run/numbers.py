"""Total, Rank, Group: the numbers of statements, or the number of their fillers -> one number, or rows in order."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from kg.answer.answer import Answer, Column, Statement, ValueCell
from kg.query.query import Group, Rank, Total
from kg.run.entities import by_label, labels, plain_number
from kg.run.notes import Note, accounts_differ, mixed_units, nothing_known, ranges, unknown_values
from kg.run.scene import Scene, by_thing, keys_of, thing_column
from kg.run.values import Value, values


def total(scene: Scene, form: Total, answer: Answer) -> Answer:
    """Answer with one number over all statements, each counted once, and with their values as rows.

    Values of different units are not put together; where nothing is known there is no number.
    """
    found, unknown, name = _known(scene, form)
    each = list({value.key: value for value in found}.values())
    ordered = sorted(each, key=lambda value: (by_label(scene.cell(value.thing)), value.statement.id))
    rows = [scene.row((scene.cell(value.thing), value.cell), (value.key,)) for value in ordered]
    units = sorted({value.cell.unit or "" for value in each})
    notes = list(answer.notes)
    number: float | None = None
    if not each:
        notes.append(nothing_known(name))
    elif len(units) > 1:
        notes.append(mixed_units(tuple(unit or "–" for unit in units)))
    else:
        number = _together([value.number for value in each], form.how)
        notes += _remarks(each, unknown, name)
    unit = units[0] or None if number is not None else None
    answer = replace(answer, kind="number", number=number, unit=unit, notes=tuple(notes))
    answer = replace(
        answer, columns=(thing_column(form.subject, scene.pack, form.holds), _column(form.qualifier, name))
    )
    return scene.kept(rows, (value.key for value in each), answer)


def rank(scene: Scene, form: Rank, answer: Answer) -> Answer:
    """Answer with the things of the largest (smallest) values, in order; what ties with the last is kept.

    A range counts with its lower end. Values compare in the base unit; those of different
    dimensions do not compare at all, and there are no rows then.
    """
    found, unknown, name = _known(scene, form)
    columns = (thing_column(form.noun, scene.pack, form.holds), _column(form.qualifier, name))
    answer = replace(answer, columns=columns)
    dimensions = sorted({value.dimension or "–" for value in found})
    if len(dimensions) > 1:
        return replace(answer, notes=(*answer.notes, mixed_units(tuple(dimensions))))
    pick = min if form.smallest else max
    things = dict.fromkeys(value.thing for value in found)
    best = {thing: pick(value.base for value in found if value.thing == thing) for thing in things}
    sign = 1 if form.smallest else -1
    ordered = sorted(best, key=lambda thing: (sign * best[thing], by_label(scene.cell(thing))))
    top = _with_ties([best[thing] for thing in ordered], form.top)
    rows, keys = [], []
    for thing in ordered[:top]:
        shown = [value for value in found if value.thing == thing and value.base == best[thing]]
        first = min(shown, key=lambda value: value.statement.id)
        rows.append(scene.row((scene.cell(thing), first.cell), [value.key for value in shown]))
        keys += [value.key for value in shown]
    notes = _remarks([value for value in found if value.key in keys], unknown, name, sums=False)
    return scene.kept(rows, keys, replace(answer, notes=(*answer.notes, *notes)))


def group(scene: Scene, form: Group, answer: Answer) -> Answer:
    """Answer with the number of distinct fillers for each thing; things without any are left out."""
    with scene.engine.clock.stage("main"):
        hits = by_thing(scene.engine.hits(scene.plan.matches[0]))
    counts = {thing: len({hit.counted for hit in found} - {None}) for thing, found in hits.items()}
    labelled = {thing: by_label(scene.cell(thing)) for thing in counts}
    ordered = sorted(counts, key=lambda thing: (-counts[thing] if form.top is not None else 0, labelled[thing]))
    if form.top is not None:
        ordered = ordered[: _with_ties([counts[thing] for thing in ordered], form.top)]
    keys = keys_of(hit for thing in ordered for hit in hits[thing])
    scene.gather(keys)
    rows = [scene.row((scene.cell(thing), ValueCell(counts[thing])), keys_of(hits[thing])) for thing in ordered]
    counted = scene.frame_of(form.holds).role(form.counted.role)
    column = Column(_number_of(labels(counted.names, counted.id)), "count")
    answer = replace(answer, columns=(thing_column(form.noun, scene.pack, form.holds), column))
    return scene.kept(rows, keys, answer)


def _known(scene: Scene, form: Total | Rank) -> tuple[list[Value], int, Mapping[str, str]]:
    """Run the match and return the known values, the number of unknown ones, and the name of the qualifier."""
    with scene.engine.clock.stage("main"):
        hits = scene.engine.hits(scene.plan.matches[0])
    scene.gather(keys_of(hits))
    frame = scene.frame_of(form.holds)
    qualifier = frame.qualifier(form.qualifier)
    found, unknown = values(scene, hits, frame, form.qualifier)
    return found, unknown, labels(qualifier.names, qualifier.id)


def _together(numbers: Sequence[float], how: str) -> float:
    match how:
        case "sum":
            return plain_number(math.fsum(numbers))
        case "average":
            return plain_number(math.fsum(numbers) / len(numbers))
        case "minimum":
            return plain_number(min(numbers))
        case _:
            return plain_number(max(numbers))


def _with_ties(ordered: Sequence[float], top: int) -> int:
    """Return how many to keep of values in order: the first ``top`` and all that equal the last of them."""
    if not 0 < top < len(ordered):
        return max(0, min(top, len(ordered)))
    return top + sum(1 for value in ordered[top:] if value == ordered[top - 1])


def _remarks(found: Sequence[Value], unknown: int, name: Mapping[str, str], sums: bool = True) -> list[Note]:
    """Return what a reader must know of the values that took part."""
    notes = []
    if unknown:
        notes.append(unknown_values(unknown, unknown + len(found), name))
    if of_ranges := sum(1 for value in found if value.cell.upper is not None):
        notes.append(ranges(of_ranges))
    if sums and (differing := _differing(found)):
        notes.append(accounts_differ(differing))
    return notes


def _differing(found: Sequence[Value]) -> int:
    """Count the values that stand beside another one for the same roles and dates."""
    accounts: dict[tuple[object, ...], set[float]] = {}
    for value in found:
        accounts.setdefault(_said_of(value.statement), set()).add(value.number)
    return sum(len(numbers) for numbers in accounts.values() if len(numbers) > 1)


def _said_of(statement: Statement) -> tuple[object, ...]:
    roles = tuple(sorted((role, cell.id) for role, cell in statement.roles.items()))
    return (roles, statement.valid_from, statement.valid_to)


def _number_of(name: Mapping[str, str]) -> Mapping[str, str]:
    return {"en": f"number: {name['en']}", "zh": f"{name['zh']}数"}


def _column(qualifier: str, name: Mapping[str, str]) -> Column:
    return Column(name, qualifier)
