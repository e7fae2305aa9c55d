"""A statement or a claim in; what is wrong with it, noted with the place of each mistake, out."""

from __future__ import annotations

import math
from functools import partial
from typing import Literal, Protocol

from msgspec import Struct, field

from kg.load.facts import ClaimFact, Facts, StatementFact
from kg.load.read_sources import period
from kg.pack.pack import Choice, Frame, Pack, Qualifier, Role
from kg.pack.problems import Place, Problems, listed

STATUSES = ("fact", "claim", "forecast", "rumour")
CONFIDENCES = ("high", "medium", "low")

#: What a statement says beside its roles and qualifiers.
Detail = Literal["valid_from", "valid_to", "source", "status", "confidence"]


class At(Protocol):
    """Where the parts of a statement stand in their file."""

    def role(self, role: str) -> Place:
        """Return where a role is filled, or should be."""
        ...

    def qualifier(self, qualifier: str) -> Place:
        """Return where a qualifier stands, or should."""
        ...

    def detail(self, detail: Detail) -> Place:
        """Return where a date or a part of the claim stands, or should."""
        ...


class Everywhere(Struct, frozen=True):
    """All parts at one place: a file that tells no better."""

    place: Place

    def role(self, role: str) -> Place:  # noqa: ARG002
        """Return the one place."""
        return self.place

    def qualifier(self, qualifier: str) -> Place:  # noqa: ARG002
        """Return the one place."""
        return self.place

    def detail(self, detail: Detail) -> Place:  # noqa: ARG002
        """Return the one place."""
        return self.place


class Judge(Struct, frozen=True):
    """Judges statements and claims against the ontology and the facts read so far."""

    pack: Pack
    facts: Facts
    problems: Problems
    #: Frame, role and filler that were found to fit: a file names the same things again and again.
    fitting: set[tuple[str, str, str]] = field(default_factory=set)

    def statement(self, statement: StatementFact, at: At) -> bool:
        """Note open or wrongly filled roles, bad qualifiers and dates; tell whether there was none."""
        before = len(self.problems.found)
        frame = self.pack.frames[statement.frame]
        for role in frame.roles:
            self._role(statement, role, at)
        qualifiers = _Qualifiers(statement, frame, self.pack, self.problems, at)
        for qualifier in frame.qualifiers:
            qualifiers.judge(qualifier)
        self._dates(statement, at)
        return len(self.problems.found) == before

    def claim(self, claim: ClaimFact, at: At) -> bool:
        """Note a source, status or confidence that does not exist; tell whether there was none."""
        before = len(self.problems.found)
        if claim.source not in self.facts.sources:
            near = self.problems.near(claim.source, self.facts.sources)
            self.problems.add("P024", at.detail("source"), near=near, text=claim.source, guess=listed(near))
        self._one_of(claim.status, STATUSES, "status", at)
        if claim.confidence:
            self._one_of(claim.confidence, CONFIDENCES, "confidence", at)
        return len(self.problems.found) == before

    def _one_of(self, value: str, known: tuple[str, ...], detail: Detail, at: At) -> None:
        if value not in known:
            self.problems.add("P016", at.detail(detail), text=value, wanted=detail, expected=listed(known))

    def _role(self, statement: StatementFact, role: Role, at: At) -> None:
        filler = statement.filler(role.id)
        if (statement.frame, role.id, filler) in self.fitting:
            return
        if not filler:
            if role.required:
                self.problems.add("P012", at.role(role.id), role=role.id)
        elif filler not in self.facts.things:
            near = self.problems.near(filler, self.facts.things)
            self.problems.add("P010", at.role(role.id), near=near, text=filler, guess=listed(near))
        else:
            self._class(statement.frame, role, filler, at)

    def _class(self, frame: str, role: Role, filler: str, at: At) -> None:
        cls = self.facts.things[filler].thing.cls
        if not role.ranges or any(self.pack.is_a(cls, wanted) for wanted in role.ranges):
            self.fitting.add((frame, role.id, filler))
            return
        wanted = " / ".join(role.ranges)
        self.problems.add("P011", at.role(role.id), text=filler, found=cls, role=role.id, wanted=wanted)

    def _dates(self, statement: StatementFact, at: At) -> None:
        if not statement.valid_from and not statement.valid_to:
            return
        first = period(statement.valid_from, partial(at.detail, "valid_from"), self.problems)
        last = period(statement.valid_to, partial(at.detail, "valid_to"), self.problems)
        if first and last and last.last < first.first:
            self.problems.add("P023", at.detail("valid_to"), first=str(first), last=str(last))


class _Qualifiers(Struct, frozen=True):
    """The qualifiers of one statement, judged each by its type."""

    statement: StatementFact
    frame: Frame
    pack: Pack
    problems: Problems
    at: At

    def judge(self, qualifier: Qualifier) -> None:
        value = self.statement.qualifier(qualifier.id)
        if value is None:
            return
        match qualifier.type, value:
            case "number", float(number):
                self.number(qualifier, number)
            case "unit", str(unit):
                self.unit(qualifier, unit)
            case "choice", str(choice):
                self.choice(qualifier, choice)
            case "period", str(text):
                period(text, partial(self.at.qualifier, qualifier.id), self.problems)

    def number(self, qualifier: Qualifier, value: float) -> None:
        if not math.isfinite(value):
            self.problems.add("P017", self.at.qualifier(qualifier.id), text=str(value))
        if qualifier.unit and self.statement.qualifier(qualifier.unit) is None:
            self.problems.add("P027", self.at.qualifier(qualifier.unit), role=qualifier.unit)
        upper = self.statement.qualifier(qualifier.upper) if qualifier.upper else None
        if isinstance(upper, float) and upper < value:
            place = self.at.qualifier(qualifier.upper or "")
            self.problems.add("P028", place, first=f"{value:g}", last=f"{upper:g}")

    def unit(self, qualifier: Qualifier, unit: str) -> None:
        if unit not in self.pack.units:
            near = self.problems.near(unit, self.pack.units)
            place = self.at.qualifier(qualifier.id)
            self.problems.add("P014", place, near=near, text=unit, expected=listed(near or self.pack.units))
        numbers = [number.id for number in self.frame.qualifiers if number.unit == qualifier.id]
        if numbers and all(self.statement.qualifier(number) is None for number in numbers):
            self.problems.add("P027", self.at.qualifier(numbers[0]), role=numbers[0])

    def choice(self, qualifier: Qualifier, value: str) -> None:
        known = {choice.id: choice for choice in qualifier.choices}
        if value in known:
            self.fits(known[value])
            return
        near = self.problems.near(value, known)
        expected = listed(near or known)
        place = self.at.qualifier(qualifier.id)
        self.problems.add("P016", place, near=near, text=value, wanted=qualifier.id, expected=expected)

    def fits(self, choice: Choice) -> None:
        """Note a unit that is not among those of the choice: a reach in watts."""
        for qualifier in self.frame.qualifiers if choice.units else ():
            unit = self.statement.qualifier(qualifier.id) if qualifier.type == "unit" else None
            if unit in self.pack.units and unit not in choice.units:
                place = self.at.qualifier(qualifier.id)
                self.problems.add("P015", place, text=str(unit), wanted=choice.id, expected=listed(choice.units))
