"""A small world as plain data; out come the triples and the typed pack that describe the same world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kg.pack.pack import Class, Frame, Unit


@dataclass(frozen=True, slots=True)
class Thing:
    """A named thing: its class and the things that are its direct kinds."""

    id: str
    cls: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document and its partial date, empty when it bears none."""

    id: str
    published: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A source says it, with this status."""

    source: str
    status: str = "fact"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. ``premises`` are the ids of the statements that it was derived from: a
    statement with premises is derived, all others are stated."""

    id: str
    frame: str
    roles: tuple[tuple[str, str], ...]
    qualifiers: tuple[tuple[str, str | float], ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    claims: tuple[Claim, ...] = ()
    premises: tuple[str, ...] = ()

    def filler(self, role: str) -> str | None:
        """Return what fills a role, None when nothing does."""
        return dict(self.roles).get(role)

    def qualifier(self, id: str) -> str | float | None:
        """Return the value of a qualifier, None when the statement has none."""
        return dict(self.qualifiers).get(id)


@dataclass(frozen=True)
class World:
    """Everything that is known. Of a frame ``KindOf``, if declared, the statements are the kinds of
    the things: they are not listed again in ``given``."""

    classes: Mapping[str, Class] = field(repr=False)
    frames: Mapping[str, Frame] = field(repr=False)
    units: Mapping[str, Unit] = field(repr=False)
    things: Mapping[str, Thing]
    sources: Mapping[str, Source]
    given: tuple[Statement, ...]

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement: the given ones, and one for each direct kind of a thing."""
        if "KindOf" not in self.frames:
            return self.given
        narrower, broader = (role.id for role in self.frames["KindOf"].roles)
        kinds = [(thing.id, kind) for thing in self.things.values() for kind in thing.kinds]
        return self.given + tuple(
            Statement(f"kindof-{below}-{above}", "KindOf", ((narrower, below), (broader, above)))
            for below, above in kinds
        )

    def statement(self, id: str) -> Statement:
        """Return the statement of that id."""
        return next(statement for statement in self.statements if statement.id == id)

    def classes_of(self, thing: str) -> set[str]:
        """Return the class of a thing and all classes above it."""
        found: set[str] = set()
        waiting = [self.things[thing].cls]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting.extend(self.classes[current].parents)
        return found

    def kinds_of(self, thing: str) -> set[str]:
        """Return the thing itself and all kinds above it."""
        found: set[str] = set()
        waiting = [thing]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting.extend(self.things[current].kinds)
        return found
