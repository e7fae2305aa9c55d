"""The plan of a query: which SELECTs to run, what their columns mean, and what comes after them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kg.plan.pattern import Select, Slot, Variable
from kg.query.query import Query, Step

# ---------------------------------------------------------------- traces: from columns to statements


class NodeTrace(Struct, frozen=True):
    """The column ``statement`` holds the IRI of a statement; ``derived``: one that a rule derived."""

    frame: str
    statement: Variable
    derived: bool = False


class TripleTrace(Struct, frozen=True):
    """The statement is a plain triple between these two."""

    frame: str
    subject: Slot
    object: Slot


class ChainTrace(Struct, frozen=True):
    """The statements are those of a shortest chain from ``left`` to ``right`` in a closure."""

    preparation: int
    left: Variable
    right: Variable


class StepTrace(Struct, frozen=True):
    """The statements are those by which a step of analysis yields the thing."""

    preparation: int
    thing: Variable


Trace = NodeTrace | TripleTrace | ChainTrace | StepTrace

# ---------------------------------------------------------------- parts of a plan


class Match(Struct, frozen=True):
    """A SELECT of things with the statements behind them.

    The first ``told`` traces are of the statements that the form speaks of (``Facts.holds``).
    """

    select: Select
    traces: tuple[Trace, ...] = ()
    told: int = 0


class Closure(Struct, frozen=True):
    """One step from ``left`` to ``right``, to be repeated; ``ends`` are the ends that count, None for any."""

    edges: Select
    left: Variable
    right: Variable
    trace: Trace
    ends: Select | None = None


class Stride(Struct, frozen=True):
    """A step of analysis to be carried out; ``lost`` finds the things that it does without."""

    step: Step
    lost: Select | None = None


#: What must be computed before a SELECT that speaks of it is run.
Preparation = Closure | Stride


class CoveragePlan(Struct, frozen=True):
    """How many things are asked about, and how many of them have any statement of the frame.

    ``always``: the answer is negative, only, every or counting; else it is told when nothing is found.
    """

    frame: str
    asked: Select
    documented: Select
    always: bool


class Omitted(Struct, frozen=True):
    """Derived statements that the answer leaves out, and the stated ones that would do in their place.

    ``denied``: they would meet what the question denies, so only those of the answer's things matter.
    """

    derived: Match
    stated: Match
    denied: bool = False


class Contrary(Struct, frozen=True):
    """Statements that speak against a yes: ``opposite`` ones, or such that held once and ended (``lapsed``), or those
    of another thing, where it is asked of one alone (``rival``)."""

    kind: Literal["opposite", "lapsed", "rival"]
    match: Match


class SearchPlan(Struct, frozen=True):
    """Things and the statements behind them.

    ``thing``     the column of the things in every match.
    ``matches``   the first one decides the rows; the others add evidence to its things.
    ``derived``   the same with at least one derived statement: further rows, marked.
    ``omitted``   derived statements that the answer leaves out, to be counted in a note.
    ``contrary``  for Exists.
    ``counted``   for Group: the column of the fillers to count.
    ``preparations``  to be computed first, in this order.
    """

    query: Query
    thing: Variable
    matches: tuple[Match, ...]
    derived: Match | None = None
    omitted: tuple[Omitted, ...] = ()
    contrary: tuple[Contrary, ...] = ()
    coverage: CoveragePlan | None = None
    counted: Variable | None = None
    preparations: tuple[Preparation, ...] = ()
    prefixes: tuple[tuple[str, str], ...] = ()


class DescribePlan(Struct, frozen=True):
    """All about named things: the statements of each frame, and the literals (thing, predicate, value)."""

    query: Query
    thing: Variable
    matches: tuple[Match, ...]
    literals: Select
    prefixes: tuple[tuple[str, str], ...] = ()


class TablePlan(Struct, frozen=True):
    """Things that hang together: ``columns`` of the match are those of the answer, in order.

    Behind them stand the units of some: ``units`` has the places of those columns.
    """

    query: Query
    columns: tuple[Variable, ...]
    units: tuple[int, ...]
    match: Match
    preparations: tuple[Preparation, ...] = ()
    prefixes: tuple[tuple[str, str], ...] = ()


class AnalysisPlan(Struct, frozen=True):
    """What SPARQL cannot do; ``kg.analysis`` answers it, and the session Askable.

    ``subject`` finds the things of the noun that the form speaks of, None when it has none; ``told`` the
    statements of its condition that these things take part in.
    """

    query: Query
    subject: Select | None = None
    told: Match | None = None
    preparations: tuple[Preparation, ...] = ()
    prefixes: tuple[tuple[str, str], ...] = ()


Plan = SearchPlan | DescribePlan | TablePlan | AnalysisPlan
