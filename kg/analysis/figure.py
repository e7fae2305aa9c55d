"""A statement -> what it measures, and its number."""

from __future__ import annotations

from msgspec import Struct

from kg.analysis.headings import Label, label_of
from kg.answer.answer import Statement, ValueCell
from kg.pack.pack import Choice, Frame, Qualifier


class Measured(Struct, frozen=True):
    """The choice of a statement that says what it measures; ``rank`` is its place among the choices."""

    qualifier: Qualifier
    choice: Choice
    rank: int

    @property
    def name(self) -> Label:
        """The words for what is measured."""
        return label_of(self.choice.names, self.choice.id)


def measured_by(statement: Statement, frame: Frame) -> Measured | None:
    """Return what a statement measures: the choice of its qualifier that has units of its own."""
    for qualifier in frame.qualifiers:
        for rank, choice in enumerate(qualifier.choices):
            if choice.units and statement.qualifiers.get(qualifier.id) == choice.id:
                return Measured(qualifier, choice, rank)
    return None


def number_of(statement: Statement, frame: Frame) -> ValueCell | None:
    """Return the first number of a statement, with its unit and its upper end."""
    uppers = {one.upper for one in frame.qualifiers}
    for one in frame.qualifiers:
        value = statement.qualifiers.get(one.id)
        if one.type == "number" and one.id not in uppers and isinstance(value, int | float):
            unit = statement.qualifiers.get(one.unit) if one.unit else None
            upper = statement.qualifiers.get(one.upper) if one.upper else None
            return ValueCell(
                value,
                unit if isinstance(unit, str) else None,
                upper if isinstance(upper, int | float) else None,
            )
    return None
