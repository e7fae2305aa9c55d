"""The SPARQL algebra that a plan is made of, as data: slots, paths, elements of a group, SELECT.

A ``Group`` is a conjunction in textual order. Nothing here knows of packs or of SPARQL's spelling.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from kg.base.terms import Iri, Text


class Variable(Struct, frozen=True, order=True):
    """A variable; ``name`` is of ASCII letters, digits and ``_``."""

    name: str


#: A term that can be written as a constant. Plain ``str`` is an ``xsd:string``.
Constant = Iri | Text | str | bool | int | float | date
Slot = Variable | Constant

# ---------------------------------------------------------------- expressions


class Compare(Struct, frozen=True):
    """``left op right``."""

    left: Slot
    op: Literal["=", "!=", "<", "<=", ">", ">="]
    right: Slot


class IsBound(Struct, frozen=True):
    """The variable has a value."""

    variable: Variable


class AnyOf(Struct, frozen=True):
    """At least one of the expressions is true."""

    parts: tuple[Expression, ...]


Expression = Compare | IsBound | AnyOf

# ---------------------------------------------------------------- elements of a group


class Triple(Struct, frozen=True):
    """One triple pattern; the predicate is a constant, or a variable in evidence queries."""

    subject: Slot
    predicate: Iri | Variable
    object: Slot


class Values(Struct, frozen=True):
    """The variable is one of the terms."""

    variable: Variable
    terms: tuple[Constant, ...]


class Reaches(Struct, frozen=True):
    """``left`` reaches ``right`` in the closure that is the preparation of that number.

    SPARQL's paths cannot ask anything of the nodes they pass, so the pairs are computed between
    two queries and stand here as ``pairs``; None until then.
    """

    left: Variable
    right: Variable
    preparation: int
    pairs: tuple[tuple[Iri, Iri], ...] | None = None


class Yields(Struct, frozen=True):
    """The thing is among what the preparation of that number yields, a step of analysis.

    ``things`` are put in when the step has been carried out; None until then.
    """

    thing: Variable
    preparation: int
    things: tuple[Iri, ...] | None = None


class Filter(Struct, frozen=True):
    """Keep the solutions for which the expression is true."""

    test: Expression


class Exists(Struct, frozen=True):
    """Keep the solutions for which the group has (``absent``: has not) a match."""

    group: Group
    absent: bool = False


class Union(Struct, frozen=True):
    """The solutions of each of the groups."""

    groups: tuple[Group, ...]


class InGraph(Struct, frozen=True):
    """The group is matched in a named graph; with a variable in each of them."""

    graph: Iri | Variable
    group: Group


class Subselect(Struct, frozen=True):
    """The solutions of an inner SELECT, joined on its columns."""

    select: Select


class Minus(Struct, frozen=True):
    """Leave out the solutions that agree with one of the inner SELECT."""

    select: Select


Element = Triple | Values | Reaches | Yields | Filter | Exists | Union | InGraph | Subselect | Minus
Group = tuple[Element, ...]

# ---------------------------------------------------------------- select


class Tally(Struct, frozen=True):
    """A column ``(COUNT(DISTINCT ?of) AS ?name)``."""

    of: Variable
    name: Variable


class Having(Struct, frozen=True):
    """Keep the groups whose number of distinct ``of`` compares so with ``count``."""

    of: Variable
    op: Literal["=", "<", "<=", ">", ">="]
    count: int


class Select(Struct, frozen=True):
    """A SELECT. ``grouped`` are the GROUP BY variables when there is a tally or ``having``."""

    columns: tuple[Variable | Tally, ...]
    where: Group
    distinct: bool = True
    grouped: tuple[Variable, ...] = ()
    having: tuple[Having, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(c.name.name if isinstance(c, Tally) else c.name for c in self.columns)
