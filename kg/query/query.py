"""The typed query: what a question means, the same from both languages. Immutable, hashable data.

A query is built of **nouns** (sets of things) and **conditions** on them. The only primitive
condition is taking part in a statement: ``Holds(frame, role, fills, tests)`` is true of a thing
that fills ``role`` in some statement of ``frame`` whose other roles are filled as ``fills`` say
and whose qualifiers pass ``tests``. Country, kind, maker and membership are frames like any other.

Names are short ids of the pack ("innolight", "Supply", "supplier"); the store's IRIs come later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kg.base.dates import Period

# ---------------------------------------------------------------- values


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit id of the pack; ``unit`` None when it is a bare number."""

    value: float
    unit: str | None = None


Comparison = Literal["=", "!=", "<", "<=", ">", ">="]
Value = Quantity | Period | str


@dataclass(frozen=True, slots=True)
class Test:
    """A qualifier of the statement compares so with a value.

    A statement without the qualifier fails the test: unknown is neither 0 nor false. A range
    (value and value_max) passes when all of it does. Quantities compare after conversion to the
    unit's base; different dimensions never pass (the resolver refuses them before).
    """

    qualifier: str
    op: Comparison
    value: Value


# ---------------------------------------------------------------- quantifiers


@dataclass(frozen=True, slots=True)
class Some:
    """At least one: the default."""


@dataclass(frozen=True, slots=True)
class Every:
    """For each thing that the noun covers there is such a statement ("supplies all hyperscalers")."""


@dataclass(frozen=True, slots=True)
class Only:
    """There is such a statement, and every statement's filler is covered by the noun."""


@dataclass(frozen=True, slots=True)
class Number:
    """The count of distinct fillers compares so with ``count`` ("exactly one supplier")."""

    op: Literal["=", "<", "<=", ">", ">="]
    count: int


Quantifier = Some | Every | Only | Number

# ---------------------------------------------------------------- nouns and conditions


@dataclass(frozen=True, slots=True)
class Noun:
    """A set of things: those of a class, or named, that meet a condition.

    ``cls``    class id, None for anything.
    ``names``  entity ids, any of them; a name covers all that is of its kind ("optical module"
               covers "800G module") unless ``exact``. Empty: no restriction.
    """

    cls: str | None = None
    names: tuple[str, ...] = ()
    where: Condition | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """One role of a statement, filled by something the noun covers."""

    role: str
    noun: Noun
    quantifier: Quantifier = field(default_factory=Some)


@dataclass(frozen=True, slots=True)
class Holds:
    """The thing fills ``role`` in a statement of ``frame``.

    ``fills`` are in the order of the frame's roles; quantified fills take scope left to right.
    ``reach``  "one" a single statement; "chain" one or more steps from statement to statement
               (directly or indirectly; only for frames whose two roles can be chained).
    """

    frame: str
    role: str
    fills: tuple[Fill, ...] = ()
    tests: tuple[Test, ...] = ()
    reach: Literal["one", "chain"] = "one"


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """No such statement is documented."""

    part: Condition


Condition = Holds | And | Or | Not

# ---------------------------------------------------------------- context: time, status, sources


@dataclass(frozen=True, slots=True)
class Context:
    """What all statements of the query must satisfy, beside their patterns.

    ``as_of``     valid on a day of that period: begins no later than its last day, and does not
                  end before its first day. No date of beginning or end: counts as open.
    ``during``    as ``as_of`` for frames that are states; for events (frame.event) the beginning
                  lies within the period; a statement without a beginning is left out.
    ``since``     begins (first day of valid_from) on or after the period's first day.
    ``before``    begins before the period's first day.
    ``known_on``  some claim's source was published on or before that day.
    ``statuses``  some claim has one of these ("fact", "claim", "forecast", "rumour"); empty: any.
    ``sources``   some claim is from a source that matches: source ids; empty: any.
    ``min_sources`` claims of at least so many distinct sources stand behind the same roles.
    ``directly``  leave out what rules derive.
    A claim must meet known_on, statuses and sources together.
    """

    as_of: Period | None = None
    during: Period | None = None
    since: Period | None = None
    before: Period | None = None
    known_on: date | None = None
    statuses: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    min_sources: int = 1
    directly: bool = False


# ---------------------------------------------------------------- forms of question


@dataclass(frozen=True, slots=True)
class Select:
    """The things that the noun covers. Answer: rows, one column (``role`` names it)."""

    noun: Noun


@dataclass(frozen=True, slots=True)
class Count:
    """How many things the noun covers. Answer: number, from stated rows alone."""

    noun: Noun


@dataclass(frozen=True, slots=True)
class Exists:
    """Whether the noun covers anything. Answer: true, or null (not documented), or false
    when a statement says the contrary."""

    noun: Noun


@dataclass(frozen=True, slots=True)
class Describe:
    """All about the named things. Answer: description; first column the things."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """The statements of a frame that a noun takes part in, one row each.

    Answer: rows; columns ``show`` in order: roles, qualifiers ("value", "unit", "basis", "period",
    "scope", "as_of" ...), or "status" and "source" (one row a claim when either is shown).
    "what is the power of GB200 NVL72": Facts(Holds("Measure", "subject", tests=(measure = power)),
    Noun(names=("gb200-nvl72",)), ("value", "value_max", "unit", "scope", "as_of")).
    """

    subject: Noun
    holds: Holds
    show: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """Sum, average, minimum or maximum of a numeric qualifier over the statements.

    Answer: number with unit; null with a note when nothing is known; mixed units are refused.
    """

    subject: Noun
    holds: Holds
    qualifier: str
    how: Literal["sum", "average", "minimum", "maximum"] = "sum"


@dataclass(frozen=True, slots=True)
class Group:
    """For each thing of ``noun`` the number of distinct fillers of ``counted`` in ``holds``.

    Answer: rows of two columns (thing, count), things without any left out; ordered by count
    descending then label when ``top`` is set, else by label. ``top`` keeps the first n, and all
    that tie with the last.
    """

    noun: Noun
    holds: Holds
    counted: Fill
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """The ``top`` things of a noun by the largest (or smallest) value of a numeric qualifier.

    Answer: rows (thing, value) in order, ties with the last kept.
    """

    noun: Noun
    holds: Holds
    qualifier: str
    top: int
    smallest: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources whose claims stand behind the statements. Answer: rows, one column of sources."""

    subject: Noun
    holds: Holds


@dataclass(frozen=True, slots=True)
class Paths:
    """Chains of statements from one thing to another. Answer: paths; boolean when ``ask``.

    ``along``  "supply": from supplier to customer only; "any": every frame, either direction.
    ``within`` at most so many steps; None: the shortest, all ties.
    """

    start: str
    end: str
    along: Literal["supply", "any"] = "any"
    within: int | None = None
    through: tuple[str, ...] = ()
    avoiding: tuple[str, ...] = ()
    ask: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """How many of a part so many of a whole hold, multiplied along the bill of materials.

    Answer: number with unit; one row for each chain of parts with its factors.
    """

    whole: str
    part: str
    count: float = 1.0
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Compare:
    """Two or more things side by side. Answer: rows (aspect, value of each)."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two things of a table take part in one statement: ``left`` as ``holds.role``, ``right`` in its first fill."""

    left: int
    holds: Holds
    right: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A column of values: what else stands in the statements of a thing, a role or a qualifier."""

    owner: int
    holds: Holds
    show: str


@dataclass(frozen=True, slots=True)
class Table:
    """Things that hang together, a row for each way in which they do. Answer: rows, a column a thing and a value."""

    nouns: tuple[Noun, ...]
    links: tuple[Link, ...] = ()
    values: tuple[Shown, ...] = ()


Form = Table | Select | Count | Exists | Describe | Facts | Total | Group | Rank | Sources | Paths | Need | Compare


@dataclass(frozen=True, slots=True)
class Query:
    """A form in its context; ``limit`` keeps the first rows (said in ``truncated``)."""

    form: Form
    context: Context = field(default_factory=Context)
    limit: int | None = None
