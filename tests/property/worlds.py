"""Random small worlds: three to twelve things of a few classes, with kinds, and statements among them."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

from hypothesis import strategies as st
from msgspec.structs import replace

from kg.base.dates import read_period
from kg.pack.pack import Frame
from tests.reference.story import CLASSES, FRAMES, STAGES, STATUSES, UNITS
from tests.reference.world import Claim, Source, Statement, Thing, World

DATES = ("2023", "2023-11", "2024", "2024-Q1", "2024-03", "2024-03-15", "2025", "2025-Q2")
AMOUNTS = (0.5, 1.0, 2.0, 12.0, 24.0, 1000.0, 2000.0)
SOURCES = ("s0", "s1", "s2")

#: Which classes a random world has things of, in which order they are named, and how many at most.
POPULATION = (("FirmKind", 1), ("Firm", 4), ("Component", 3), ("Machine", 2), ("Land", 2))
FEWEST, MOST = 3, 12


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw a world."""
    things = draw(_things())
    frames = {**FRAMES, "Supply": replace(FRAMES["Supply"], event=draw(st.booleans()))}
    stated = draw(_statements(things, frames))
    derived = draw(_derived(things, frames, stated))
    sources = {source: Source(source, draw(st.sampled_from(("", *DATES)))) for source in SOURCES}
    return World(CLASSES, frames, UNITS, {thing.id: thing for thing in things}, sources, (*stated, *derived))


def fillers(things: tuple[Thing, ...], frame: Frame, role: str) -> list[str]:
    """Return what may fill a role: things of the classes of its range and of those below."""
    ranges = frame.role(role).ranges
    return [
        thing.id for thing in things if not ranges or thing.cls in ranges or set(CLASSES[thing.cls].parents) & {*ranges}
    ]


@st.composite
def _things(draw: st.DrawFn) -> tuple[Thing, ...]:
    things: list[Thing] = []
    for cls, most in POPULATION:
        for number in range(draw(st.integers(2 if cls == "Firm" else 1 if cls == "Component" else 0, most))):
            # A kind stands before what is of it, so that no kind is of its own kind by a circle.
            above = [one.id for one in things if cls in (one.cls, CLASSES[one.cls].kinds_of) and cls != "Land"]
            kinds = draw(st.lists(st.sampled_from(above), max_size=2, unique=True)) if above else []
            things.append(Thing(f"{cls.lower()}{number}", cls, tuple(kinds)))
    assert FEWEST <= len(things) <= MOST
    return tuple(things)


@st.composite
def _statements(draw: st.DrawFn, things: tuple[Thing, ...], frames: dict[str, Frame]) -> tuple[Statement, ...]:
    found: dict[object, Statement] = {}
    counts = {"Supply": (2, 7), "Alliance": (0, 2), "Part": (0, 4), "Swap": (0, 2), "In": (0, 3), "Rival": (0, 2)}
    for name, bounds in counts.items():
        for _ in range(draw(st.integers(*bounds))):
            roles = draw(_roles(things, frames[name]))
            if roles is None:
                continue
            statement = Statement(f"{name.lower()}-{len(found)}", name, roles)
            if frames[name].form == "node":
                statement = draw(_details(statement, frames[name]))
            # "rows with the same key are one statement with several claims"
            found.setdefault(_key(statement, frames[name]), statement)
    return tuple(found.values())


def _key(statement: Statement, frame: Frame) -> object:
    if frame.form == "triple" and frame.symmetric:  # said the other way round it is the same triple
        return (statement.frame, frozenset(filler for _, filler in statement.roles))
    return (statement.frame, statement.roles, statement.qualifiers, statement.valid_from, statement.valid_to)


@st.composite
def _roles(draw: st.DrawFn, things: tuple[Thing, ...], frame: Frame) -> tuple[tuple[str, str], ...] | None:
    """Draw fillers, none twice; every role but the first may stay empty when there are more than two."""
    roles: list[tuple[str, str]] = []
    for role in frame.roles:
        choices = [thing for thing in fillers(things, frame, role.id) if thing not in dict(roles).values()]
        optional = len(frame.roles) > 2 and role != frame.roles[0]
        if optional and draw(st.integers(0, 3)) == 0:
            continue
        if not choices:
            return None
        roles.append((role.id, draw(st.sampled_from(choices))))
    return tuple(roles) if len(roles) > 1 else None


@st.composite
def _details(draw: st.DrawFn, statement: Statement, frame: Frame) -> Statement:
    begins, ends = draw(_span())
    claims = draw(
        st.lists(st.builds(Claim, st.sampled_from(SOURCES), st.sampled_from(STATUSES)), min_size=1, max_size=3)
    )
    return dataclasses.replace(
        statement,
        qualifiers=tuple((draw(_qualifiers(frame))).items()),
        valid_from=begins,
        valid_to=ends,
        claims=tuple(dict.fromkeys(claims)),
    )


@st.composite
def _span(draw: st.DrawFn) -> tuple[str, str]:
    begins, ends = (draw(st.sampled_from(("", "", *DATES))) for _ in range(2))
    if begins and ends and read_period(begins).first > read_period(ends).last:
        return ends, begins
    return begins, ends


@st.composite
def _qualifiers(draw: st.DrawFn, frame: Frame) -> dict[str, str | float]:
    found: dict[str, str | float] = {}
    for qualifier in frame.qualifiers:
        if draw(st.booleans()):
            continue
        match qualifier.type:
            case "number":
                found[qualifier.id] = draw(st.sampled_from(AMOUNTS))
            case "unit":
                found[qualifier.id] = draw(st.sampled_from(("pieces", "pieces", "dozen", "usd", "kusd")))
            case "choice":
                found[qualifier.id] = draw(st.sampled_from(STAGES))
            case "period":
                found[qualifier.id] = draw(st.sampled_from(DATES))
            case "text":
                found[qualifier.id] = "words"
    for low, high in pairwise(("amount", "amount_max")):
        if low in found and high in found:
            found[low], found[high] = sorted((float(found[low]), float(found[high])))
    return found


@st.composite
def _derived(
    draw: st.DrawFn, things: tuple[Thing, ...], frames: dict[str, Frame], stated: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """Draw derived supplies, each standing on one or two stated statements."""
    found: dict[object, Statement] = {}
    premises = [statement.id for statement in stated]
    for number in range(draw(st.sampled_from((0, 1, 2, 3))) if premises else 0):
        roles = draw(_roles(things, frames["Supply"]))
        stands_on = draw(st.lists(st.sampled_from(premises), min_size=1, max_size=2, unique=True))
        if roles is not None:
            statement = Statement(f"derived-{number}", "Supply", roles, premises=tuple(stands_on))
            found.setdefault(roles, statement)
    return tuple(found.values())
