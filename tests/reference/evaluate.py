"""A typed query and a world in; the answer that the words of the query call for out, naively.

The sentences quoted are those of ``kg.query.query`` unless another file is named. What they leave
open is settled in README.md beside this file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.query.query import (
    Count,
    Describe,
    Exists,
    Facts,
    Form,
    Group,
    Holds,
    Need,
    Noun,
    Overlap,
    Passed,
    Paths,
    Query,
    Rank,
    Select,
    Sources,
    Statements,
    Total,
)
from tests.reference.admission import accepted
from tests.reference.chains import needs, passed, paths
from tests.reference.conditions import Scene, Seen, covered, covers, fits, scene
from tests.reference.world import Claim, World

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ids of things, texts or numbers; ``derived`` when it rests on a derived statement.

    ``optional`` rows may be left out: a rule that restates what the answer says anyway adds nothing.
    """

    cells: tuple[Cell, ...]
    derived: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What an answer must hold. ``rows`` are all rows, whatever the query's limit; ``refused`` when
    no right number exists."""

    rows: tuple[Row, ...] = ()
    number: float | None = None
    unit: str | None = None
    boolean: bool | None = None
    refused: bool = False

    @property
    def stated(self) -> set[tuple[Cell, ...]]:
        """The cells of the rows that rest on stated statements alone."""
        return {row.cells for row in self.rows if not row.derived}

    @property
    def derived(self) -> set[tuple[Cell, ...]]:
        """The cells of the rows that need a derived statement."""
        return {row.cells for row in self.rows if row.derived and not row.optional}


def evaluate(query: Query, world: World, today: date) -> Expected:
    """Answer a query. A query that speaks of no time is not restricted to ``today``: what is to be
    as of today says so in its context."""
    listed = scene(world, query.context)
    match query.form:
        case Select() as form:
            return _select(form, listed)
        case Facts() as form:
            return _facts(form, listed)
        case Describe(names):
            return Expected(tuple(Row((name,)) for name in names))
        case form:
            return _on_what_is_stated(form, listed.stated)


def _on_what_is_stated(form: Form, stated: Scene) -> Expected:
    match form:
        case Count(noun):
            # model.md: "an aggregate over nothing is 'no data', never 0"
            return Expected(number=float(len(covered(noun, stated))) or None)
        case Exists(noun, alone=True):
            return _alone(noun, stated)
        case Exists(noun):
            return Expected(boolean=True if covered(noun, stated) else None)
        case Total():
            return _total(form, stated)
        case Group():
            return _group(form, stated)
        case Rank():
            return _rank(form, stated)
        case Sources():
            return _sources(form, stated)
        case Paths(ask=True):
            return Expected(boolean=True if paths(form, stated) else None)
        case Paths():
            return Expected(tuple(Row(path) for path in paths(form, stated)))
        case Passed():
            return Expected(tuple(Row((thing,)) for thing in passed(form, stated)))
        case Overlap():
            return _overlap(form, stated)
        case Statements():
            return Expected(tuple(Row((key,)) for key in _statements(form, stated)))
        case Need():
            rows, number = needs(form, stated)
            return Expected(tuple(Row(row) for row in rows), number=number)
        case _:
            raise AssertionError(f"the reference does not judge {form}")


def _select(form: Select, listed: Scene) -> Expected:
    # model.md: "Derived is marked."; what stated statements alone bring in has a stated row, and may have
    # a derived one beside it.
    stated = covered(form.noun, listed.stated)
    rows = [Row((thing,)) for thing in stated]
    if listed.seen != listed.stated.seen:
        rows += [Row((thing,), derived=True, optional=thing in stated) for thing in covered(form.noun, listed)]
    return Expected(tuple(rows))


def _statements(form: Statements, stated: Scene) -> list[str]:
    """Return "the statements in which a noun takes part in any role", each once."""
    told = {seen.statement.id: seen.statement for seen in stated.seen}
    return [
        key
        for key, one in told.items()
        if form.frame in (None, one.frame)
        and (form.subject is None or any(covers(form.subject, thing, stated) for _, thing in one.roles))
    ]


def _overlap(form: Overlap, stated: Scene) -> Expected:
    """How many "any two of the things have in common"; nothing is known where one has none."""
    counted: dict[str, set[str]] = {}
    for name in dict.fromkeys(form.names):
        noun = Noun(names=(name,))
        counted[name] = {
            seen.roles[form.counted]
            for seen in stated.seen
            if {form.holds.role, form.counted} <= seen.roles.keys()
            if covers(noun, seen.roles[form.holds.role], stated)
            if fits(seen, seen.roles[form.holds.role], form.holds, stated)
        }
    return Expected(
        tuple(
            Row((name, *(float(len(own & other)) if own and other else None for other in counted.values())))
            for name, own in counted.items()
        )
    )


def _taken(subject: Noun, holds: Holds, scene: Scene) -> dict[str, Seen]:
    """Return the statements in which something that the noun covers fills the role, by id, each once,
    with its roles read so that it does; when a symmetric one does both ways, from the first by label."""
    found: dict[str, Seen] = {}
    for seen in sorted(scene.seen, key=lambda seen: seen.roles.get(holds.role, "")):
        thing = seen.roles.get(holds.role)
        if thing is None or seen.statement.id in found:
            continue
        if covers(subject, thing, scene) and fits(seen, thing, holds, scene):
            found[seen.statement.id] = seen
    return found


def _facts(form: Facts, listed: Scene) -> Expected:
    stated = _taken(form.subject, form.holds, listed.stated)
    rows: list[Row] = []
    for key, seen in {**_taken(form.subject, form.holds, listed), **stated}.items():
        # "one row a claim when either is shown"; a statement without claims keeps its one row.
        claims: tuple[Claim | None, ...] = (None,)
        if {"status", "source"} & set(form.show) and seen.statement.claims:
            claims = tuple(claim for claim in seen.statement.claims if accepted(claim, listed.context, listed.world))
        for claim in claims:
            cells = tuple(_shown(column, seen, claim) for column in form.show)
            rows.append(Row(cells, derived=key not in stated))
    return Expected(tuple(rows))


def _shown(column: str, seen: Seen, claim: Claim | None) -> Cell:
    if column == "status":
        return claim.status if claim else None
    if column == "source":
        return claim.source if claim else None
    return seen.roles[column] if column in seen.roles else seen.statement.qualifier(column)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A number as it is written, its unit, and what it is in the base unit."""

    number: float
    unit: str | None
    base: float


def _known(taken: dict[str, Seen], qualifier: str, world: World) -> list[_Measured]:
    """Return the numbers that the statements give; a statement without one gives none (unknown is not 0)."""
    found: list[_Measured] = []
    for statement in (seen.statement for seen in taken.values()):
        declared = world.frames[statement.frame].qualifier(qualifier)
        number = statement.qualifier(qualifier)
        unit = statement.qualifier(declared.unit) if declared.unit else None
        if isinstance(number, float):
            factor = world.units[str(unit)].factor if unit is not None else 1.0
            found.append(_Measured(number, None if unit is None else str(unit), number * factor))
    return found


def _total(form: Total, stated: Scene) -> Expected:
    known = _known(_taken(form.subject, form.holds, stated), form.qualifier, stated.world)
    if not known:
        return Expected()  # "null with a note when nothing is known"
    units = {measured.unit for measured in known}
    if len(units) > 1:
        return Expected(refused=True)  # "mixed units are refused"
    numbers = [measured.number for measured in known]
    number = {
        "sum": sum(numbers),
        "average": sum(numbers) / len(numbers),
        "minimum": min(numbers),
        "maximum": max(numbers),
    }[form.how]
    return Expected(number=number, unit=units.pop())


def _group(form: Group, stated: Scene) -> Expected:
    rows: list[Row] = []
    role, noun = form.counted.role, form.counted.noun
    for thing in covered(form.noun, stated):
        taken = [seen.roles for seen in stated.seen if fits(seen, thing, form.holds, stated)]
        fillers = {roles[role] for roles in taken if role in roles and covers(noun, roles[role], stated)}
        if fillers:  # "things without any left out"
            rows.append(Row((thing, float(len(fillers)))))
    if form.top is None:
        return Expected(tuple(sorted(rows, key=_label)))  # "else by label"
    # "ordered by count descending then label when top is set"
    return Expected(_first(sorted(sorted(rows, key=_label), key=_last, reverse=True), form.top))


def _rank(form: Rank, stated: Scene) -> Expected:
    dimensions: set[str | None] = set()
    rows: list[Row] = []
    for thing in covered(form.noun, stated):
        known = _known(_taken(Noun(names=(thing,), exact=True), form.holds, stated), form.qualifier, stated.world)
        dimensions |= {stated.world.units[one.unit].dimension if one.unit else None for one in known}
        if known:
            # The rows hold the numbers in the base unit: only those can be put in order.
            rows.append(Row((thing, (min if form.smallest else max)(one.base for one in known))))
    if len(dimensions) > 1:
        return Expected(refused=True)
    return Expected(_first(sorted(sorted(rows, key=_label), key=_last, reverse=not form.smallest), form.top))


def _first(rows: list[Row], top: int) -> tuple[Row, ...]:
    """Keep "the first n, and all that tie with the last"."""
    kept = rows[:top]
    return (*kept, *(row for row in rows[top:] if kept and _last(row) == _last(kept[-1])))


def _label(row: Row) -> str:
    return str(row.cells[0])


def _last(row: Row) -> float:
    return float(row.cells[-1] or 0.0)


def _sources(form: Sources, stated: Scene) -> Expected:
    taken = _taken(form.subject, form.holds, stated).values()
    claims = [claim for seen in taken for claim in seen.statement.claims]
    behind = {claim.source for claim in claims if accepted(claim, stated.context, stated.world)}
    return Expected(tuple(Row((source,)) for source in sorted(behind)))


def _alone(noun: Noun, stated: Scene) -> Expected:
    """ "false where it is documented of another": of a thing that the noun's names do not cover."""
    anything = covered(Noun(noun.cls, where=noun.where), stated)
    meant = covered(noun, stated)
    others = [thing for thing in anything if not stated.world.kinds_of(thing) & set(noun.names)]
    return Expected(boolean=False if others else True if meant else None)
