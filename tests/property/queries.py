"""Random queries that are well-typed for a world: every role, qualifier, unit and name exists and fits."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from kg.base.dates import read_period
from kg.pack.pack import Frame, Qualifier
from kg.query.query import (
    Among,
    And,
    Comparison,
    Condition,
    Context,
    Count,
    Describe,
    Every,
    Exists,
    Facts,
    Fill,
    Form,
    Group,
    Holds,
    Lost,
    Not,
    Noun,
    Number,
    Only,
    Or,
    OtherThan,
    Parts,
    Quantifier,
    Quantity,
    Query,
    Rank,
    Select,
    Some,
    Sources,
    Step,
    Test,
    Total,
    Upstream,
    Vital,
)
from tests.property.worlds import AMOUNTS, DATES, SOURCES, fillers
from tests.reference.story import CLASSES, STAGES, STATUSES, UNITS
from tests.reference.world import World

COMPARISONS: tuple[Comparison, ...] = ("=", "!=", "<", "<=", ">", ">=")
#: Frames and the roles between which a chain of their statements leads.
CHAINS = (("Supply", "supplier", "customer"), ("Part", "whole", "part"), ("KindOf", "narrower", "kind"))
#: Which words of the classes may be asked for, with the classes that things of them may have.
SUBJECTS = ("Firm", "Product", "Component", "Machine", "Land")


@st.composite
def queries(draw: st.DrawFn, world: World) -> Query:
    """Draw a query for a world."""
    limit = draw(st.none() | st.none() | st.integers(1, 3))
    return Query(draw(_forms(world)), draw(_contexts()), limit)


@st.composite
def _forms(draw: st.DrawFn, world: World) -> Form:
    kind = draw(st.sampled_from((Select, Select, Select, Count, Exists, Describe, Facts, Total, Group, Rank, Sources)))
    if kind in (Select, Count, Exists):
        noun = draw(_nouns(world, draw(st.sampled_from(SUBJECTS)), depth=2))
        alone = (
            kind is Exists and bool(noun.names) and noun.where is not None and not noun.exact and draw(st.booleans())
        )
        return Exists(noun, alone=True) if alone else kind(noun)
    if kind is Describe:
        return Describe(
            tuple(draw(st.lists(st.sampled_from(sorted(world.things)), min_size=1, max_size=2, unique=True)))
        )
    frame = world.frames[draw(st.sampled_from(("Supply", "Supply", "Part")))]
    if kind in (Facts, Sources, Group):
        frame = world.frames[draw(st.sampled_from(("Supply", "Supply", "Part", "Alliance", "In", "Rival")))]
    role = draw(st.sampled_from([role.id for role in frame.roles]))
    noun = draw(_nouns(world, frame.role(role).ranges[0], depth=1))
    if kind is Group:
        return draw(_groups(world, frame, role, noun))
    holds = draw(_plain(world, frame, role))
    number = draw(st.sampled_from([q.id for q in frame.qualifiers if q.type == "number"] or [""]))
    if kind in (Total, Rank) and frame.id == "Supply" and draw(st.booleans()):
        # Numbers of one unit, else most are refused.
        holds = replace(holds, tests=(Test("unit", "=", draw(st.sampled_from(sorted(UNITS)))),))
    if kind is Total:
        return Total(noun, holds, number, draw(st.sampled_from(("sum", "average", "minimum", "maximum"))))
    if kind is Rank:
        return Rank(noun, holds, number, draw(st.integers(1, 3)), draw(st.booleans()))
    if kind is Sources:
        return Sources(noun, holds)
    columns = [role.id for role in frame.roles] + [qualifier.id for qualifier in frame.qualifiers]
    columns += ["status", "source"] if frame.form == "node" else []
    return Facts(noun, holds, tuple(draw(st.lists(st.sampled_from(columns), min_size=1, max_size=4, unique=True))))


@st.composite
def _groups(draw: st.DrawFn, world: World, frame: Frame, role: str, noun: Noun) -> Group:
    counted = draw(st.sampled_from([other.id for other in frame.roles if other.id != role]))
    fill = Fill(counted, draw(_fillings(world, frame, counted, 1)))
    holds = draw(_plain(world, frame, role, without=counted))
    return Group(noun, holds, fill, draw(st.none() | st.integers(1, 3)))


@st.composite
def _plain(draw: st.DrawFn, world: World, frame: Frame, role: str, without: str = "") -> Holds:
    """Draw what one statement must be like: no quantifiers, no chains."""
    fills = [
        Fill(other.id, draw(_fillings(world, frame, other.id, 1)))
        for other in frame.roles
        if other.id not in (role, without) and draw(st.integers(0, 2)) == 0
    ]
    return Holds(frame.id, role, tuple(fills), draw(_tests(frame)))


@st.composite
def _nouns(draw: st.DrawFn, world: World, cls: str, depth: int) -> Noun:
    """Draw a noun of a class: bare, named or with a condition."""
    names: list[str] = []
    if draw(st.integers(0, 3)) == 0:
        names = (
            draw(st.lists(st.sampled_from(_names(world, cls)), max_size=2, unique=True)) if _names(world, cls) else []
        )
    asks = depth > 1 or (depth > 0 and draw(st.integers(0, 2)) == 0)
    where = draw(_conditions(world, cls, depth)) if asks else None
    return Noun(cls, tuple(names), where, exact=bool(names) and draw(st.integers(0, 3)) == 0)


def _names(world: World, cls: str) -> list[str]:
    """Return what may be named for a class: its things, and the words for kinds of them."""
    kinds = [kind.id for kind in CLASSES.values() if kind.kinds_of == cls]
    return sorted(thing.id for thing in world.things.values() if {cls, *kinds} & world.classes_of(thing.id))


@st.composite
def _fillings(draw: st.DrawFn, world: World, frame: Frame, role: str, depth: int) -> Noun:
    """Draw a noun for a role: anything, named things, or things of the class that fits there."""
    choices = fillers(tuple(world.things.values()), frame, role)
    way = draw(st.integers(0, 4))
    if way < 2:
        return Noun()
    ranges = frame.role(role).ranges or (draw(st.sampled_from(SUBJECTS)),)
    if way == 2 and choices:
        names = draw(st.lists(st.sampled_from(choices), min_size=1, max_size=2, unique=True))
        return Noun(None, tuple(names), exact=draw(st.integers(0, 3)) == 0)
    return draw(_nouns(world, ranges[0], depth - 1))


@st.composite
def _conditions(draw: st.DrawFn, world: World, cls: str, depth: int) -> Condition:
    way = draw(st.integers(0, 9))
    if way == 9:
        names = draw(st.lists(st.sampled_from(sorted(world.things)), min_size=1, max_size=2, unique=True))
        return OtherThan(tuple(names))
    if way == 8:
        return Among(draw(_steps(world)))
    if way == 0:
        return Not(draw(_conditions(world, cls, depth)))
    if way in (1, 2):
        parts = (draw(_conditions(world, cls, depth)), draw(_conditions(world, cls, depth)))
        return And(parts) if way == 1 else Or(parts)
    return draw(_holds(world, cls, depth))


@st.composite
def _steps(draw: st.DrawFn, world: World) -> Step:
    thing = draw(st.sampled_from(sorted(world.things)))
    match draw(st.integers(0, 3)):
        case 0:
            direction = draw(st.sampled_from(("up", "down")))
            return Upstream((thing,), direction, draw(st.none() | st.integers(0, 2)), draw(st.booleans()))
        case 1:
            return Parts(thing, draw(st.booleans()))
        case 2:
            return Lost(draw(_nouns(world, draw(st.sampled_from(SUBJECTS)), depth=1)), draw(st.booleans()))
        case _:
            return Vital(thing, draw(st.booleans()))


@st.composite
def _holds(draw: st.DrawFn, world: World, cls: str, depth: int) -> Holds:
    places = [
        (frame, role.id)
        for frame in world.frames.values()
        for role in frame.roles
        if not role.ranges or _meet(cls, role.ranges[0])
    ]
    frame, role = draw(st.sampled_from(places + 2 * [place for place in places if place[0].id == "Supply"]))
    chains = [(one, other) for name, *roles in CHAINS for one, other in (roles, roles[::-1]) if name == frame.id]
    onward = dict(chains).get(role)
    if onward and draw(st.integers(0, 3)) == 0:
        return Holds(frame.id, role, (draw(_fills(world, frame, onward, depth)),), draw(_tests(frame)), "chain")
    others = [other.id for other in frame.roles if other.id != role and draw(st.booleans())]
    return Holds(
        frame.id, role, tuple(draw(_fills(world, frame, other, depth)) for other in others), draw(_tests(frame))
    )


def _meet(cls: str, other: str) -> bool:
    return cls == other or other in CLASSES[cls].parents or cls in CLASSES[other].parents


@st.composite
def _fills(draw: st.DrawFn, world: World, frame: Frame, role: str, depth: int) -> Fill:
    quantifier = draw(_quantifiers())
    noun = draw(_fillings(world, frame, role, depth))
    if isinstance(quantifier, Every | Only) and noun == Noun():
        noun = Noun(draw(st.sampled_from(frame.role(role).ranges or SUBJECTS)))
    return Fill(role, noun, quantifier)


@st.composite
def _quantifiers(draw: st.DrawFn) -> Quantifier:
    choices: tuple[Quantifier, ...] = (Some(), Some(), Some(), Some(), Every(), Only(), Number("=", 0))
    choice = draw(st.sampled_from(choices))
    if isinstance(choice, Number):
        return Number(draw(st.sampled_from(("=", "<", "<=", ">", ">="))), draw(st.integers(0, 3)))
    return choice


@st.composite
def _tests(draw: st.DrawFn, frame: Frame) -> tuple[Test, ...]:
    if not frame.qualifiers or draw(st.integers(0, 3)):
        return ()
    qualifier = draw(st.sampled_from(frame.qualifiers))
    return (draw(_test(qualifier)),)


@st.composite
def _test(draw: st.DrawFn, qualifier: Qualifier) -> Test:
    op = draw(st.sampled_from(COMPARISONS))
    match qualifier.type:
        case "number":
            unit = draw(st.none() | st.sampled_from(sorted(UNITS))) if qualifier.unit else None
            return Test(qualifier.id, op, Quantity(draw(st.sampled_from(AMOUNTS)), unit))
        case "period":
            return Test(qualifier.id, op, read_period(draw(st.sampled_from(DATES))))
        case _:
            words = STAGES if qualifier.type == "choice" else tuple(sorted(UNITS))
            return Test(qualifier.id, draw(st.sampled_from(COMPARISONS[:2])), draw(st.sampled_from(words)))


@st.composite
def _contexts(draw: st.DrawFn) -> Context:
    """Draw a context: mostly one restriction or none, sometimes several."""
    parts = draw(st.sampled_from((0, 0, 1, 1, 2)))
    chosen = draw(st.lists(st.sampled_from(sorted(_PARTS)), min_size=parts, max_size=parts, unique=True))
    context = Context(**{part: draw(_PARTS[part]) for part in chosen})
    return replace(context, unanimous=len(context.statuses) == 1 and draw(st.booleans()))


_PERIODS = st.sampled_from(DATES).map(read_period)
_PARTS: dict[str, st.SearchStrategy[Any]] = {
    "as_of": _PERIODS,
    "during": _PERIODS,
    "since": _PERIODS,
    "before": _PERIODS,
    "known_on": st.sampled_from((date(2023, 12, 31), date(2024, 3, 15), date(2025, 1, 1))),
    "statuses": st.lists(st.sampled_from(STATUSES), min_size=1, max_size=2, unique=True).map(tuple),
    "sources": st.lists(st.sampled_from(SOURCES), min_size=1, max_size=2, unique=True).map(tuple),
    "min_sources": st.integers(2, 3),
    "max_sources": st.integers(1, 2),
    "unconfirmed_since": _PERIODS,
    "directly": st.just(True),
}
