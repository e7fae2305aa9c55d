"""The typed query: what a question means, the same from both languages. Immutable, hashable data.

A query is built of **nouns** (sets of things) and **conditions** on them. The only primitive
condition is taking part in a statement: ``Holds(frame, role, fills, tests)`` is true of a thing
that fills ``role`` in some statement of ``frame`` whose other roles are filled as ``fills`` say
and whose qualifiers pass ``tests``. Country, kind, maker and membership are frames like any other.

Names are short ids of the pack ("innolight", "Supply", "supplier"); the store's IRIs come later.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct, field

from kg.base.dates import Period

# ---------------------------------------------------------------- values


class Quantity(Struct, frozen=True):
    """A number with a unit id of the pack; ``unit`` None when it is a bare number."""

    value: float
    unit: str | None = None


Comparison = Literal["=", "!=", "<", "<=", ">", ">="]
Value = Quantity | Period | str


class Test(Struct, frozen=True):
    """A qualifier of the statement compares so with a value.

    A statement without the qualifier fails the test: unknown is neither 0 nor false. A range
    (value and value_max) passes when all of it does. Quantities compare after conversion to the
    unit's base; different dimensions never pass (the resolver refuses them before).
    """

    qualifier: str
    op: Comparison
    value: Value


# ---------------------------------------------------------------- quantifiers


class Some(Struct, frozen=True):
    """At least one: the default."""


class Every(Struct, frozen=True):
    """For each thing that the noun covers there is such a statement ("supplies all hyperscalers")."""


class Only(Struct, frozen=True):
    """There is such a statement, and every statement's filler is covered by the noun."""


class Number(Struct, frozen=True):
    """The count of distinct fillers compares so with ``count`` ("exactly one supplier")."""

    op: Literal["=", "<", "<=", ">", ">="]
    count: int


Quantifier = Some | Every | Only | Number

# ---------------------------------------------------------------- nouns and conditions


class Noun(Struct, frozen=True):
    """A set of things: those of a class, or named, that meet a condition.

    ``cls``    class id, None for anything.
    ``names``  entity ids, any of them; a name covers all that is of its kind ("optical module"
               covers "800G module") unless ``exact``. Empty: no restriction.
    """

    cls: str | None = None
    names: tuple[str, ...] = ()
    where: Condition | None = None
    exact: bool = False


class Fill(Struct, frozen=True):
    """One role of a statement, filled by something the noun covers."""

    role: str
    noun: Noun
    quantifier: Quantifier = field(default_factory=Some)


class Holds(Struct, frozen=True):
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


class And(Struct, frozen=True):
    """All parts hold."""

    parts: tuple[Condition, ...]


class Or(Struct, frozen=True):
    """At least one part holds."""

    parts: tuple[Condition, ...]


class Not(Struct, frozen=True):
    """No such statement is documented."""

    part: Condition


class Among(Struct, frozen=True):
    """The thing is among those that a step of analysis yields.

    So a step stands wherever a condition stands: in the fill of another one, under Not, beside others.
    "the suppliers of the components without which GB300 NVL72 cannot be built": Holds("Supply", "supplier",
    (Fill("item", Noun("Component", where=Among(Vital("gb300-nvl72")))),)).
    """

    step: Step


class OtherThan(Struct, frozen=True):
    """The thing is none of the named, nor of their kind ("other than", 以外)."""

    names: tuple[str, ...]


Condition = Holds | And | Or | Not | Among | OtherThan

# ---------------------------------------------------------------- steps of analysis: what yields things


class Upstream(Struct, frozen=True):
    """Everything that stands upstream of the things, or downstream, through supplies, parts and kinds.

    ``tier``    only what is that many steps from supplier to customer away, by the shortest way.
    ``leaves``  only what has nothing further in that direction.
    ``within``  only what is at most that many steps away.
    The things themselves are left out.
    """

    names: tuple[str, ...]
    direction: Literal["up", "down"] = "up"
    tier: int | None = None
    leaves: bool = False
    within: int | None = None

    def reaches(self, tier: int) -> bool:
        """Tell whether what is so many steps away is meant."""
        return self.tier in (None, tier) and (self.within is None or tier <= self.within)


class Parts(Struct, frozen=True):
    """What a whole is made of: one level, or with ``full`` the parts of parts down to the last ones."""

    whole: str
    full: bool = True


class Lost(Struct, frozen=True):
    """What can no longer be had or built without the things that the noun covers.

    "without TSMC, which systems cannot be built": Select(Noun("System", where=Among(Lost(Noun(names=("tsmc",)))))).
    What has no documented supplier is unknown and not lost. With ``substitutes`` a thing can be had when
    something that it may be substituted with can.
    """

    lost: Noun
    substitutes: bool = False


class Vital(Struct, frozen=True):
    """What a whole cannot be built without: each thing whose loss, alone, stops it."""

    whole: str
    substitutes: bool = False


Step = Upstream | Parts | Lost | Vital

# ---------------------------------------------------------------- context: time, status, sources


class Context(Struct, frozen=True):
    """What all statements of the query must satisfy, beside their patterns.

    ``as_of``     valid on a day of that period: begins no later than its last day, and does not
                  end before its first day. No date of beginning or end: counts as open.
    ``during``    as ``as_of`` for frames that are states; for events (frame.event) the beginning
                  lies within the period; a statement without a beginning is left out.
    ``since``     begins (first day of valid_from) on or after the period's first day.
    ``before``    begins before the period's first day.
    ``known_on``  some claim's source was published on or before that day.
    ``statuses``  some claim has one of these ("fact", "claim", "forecast", "rumour"); empty: any.
    ``unanimous`` no claim of what says the same has another status than these ("based only on rumours").
    ``sources``   some claim is from a source that matches: source ids; empty: any.
    ``min_sources`` claims of at least so many distinct sources stand behind the same roles, and behind the same number
                  where the statement measures.
    ``max_sources`` claims of at most so many distinct sources do ("with only one source").
    ``unconfirmed_since``  has claims, none of all these from a source published on or after the period's first day.
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
    max_sources: int | None = None
    unconfirmed_since: Period | None = None
    directly: bool = False
    unanimous: bool = False


# ---------------------------------------------------------------- forms of question


class Select(Struct, frozen=True):
    """The things that the noun covers. Answer: rows, one column (``role`` names it)."""

    noun: Noun


class Count(Struct, frozen=True):
    """How many things the noun covers. Answer: number, from stated rows alone."""

    noun: Noun


class Exists(Struct, frozen=True):
    """Whether the noun covers anything. Answer: true, or null (not documented), or false
    when a statement says the contrary.

    ``alone``  the noun names things, and what it says of them is asked to hold of nothing else
               ("is SK hynix the only supplier"): false where it is documented of another.
    """

    noun: Noun
    alone: bool = False


Aspect = Literal["", "ticker", "definition", "note"]


class Describe(Struct, frozen=True):
    """All about the named things, or what one plain property says of each.

    Answer: description; first column the things. With ``aspect``: rows (thing, value).
    """

    names: tuple[str, ...]
    aspect: Aspect = ""


class Facts(Struct, frozen=True):
    """The statements of a frame that a noun takes part in, one row each.

    Answer: rows; columns ``show`` in order: roles, qualifiers ("value", "unit", "basis", "period",
    "scope", "as_of" ...), or "status" and "source" (one row a claim when either is shown).
    "what is the power of GB200 NVL72": Facts(Holds("Measure", "subject", tests=(measure = power)),
    Noun(names=("gb200-nvl72",)), ("value", "value_max", "unit", "scope", "as_of")).
    ``series``  in the order of the periods that they are told of. ``optional``  also a row for each thing of which
    nothing is told: "NVIDIA's suppliers and, if known, their share".
    """

    subject: Noun
    holds: Holds
    show: tuple[str, ...]
    series: bool = False
    optional: bool = False


class Total(Struct, frozen=True):
    """Sum, average, minimum or maximum of a numeric qualifier over the statements.

    Answer: number with unit; null with a note when nothing is known; mixed units are refused.
    """

    subject: Noun
    holds: Holds
    qualifier: str
    how: Literal["sum", "average", "minimum", "maximum"] = "sum"


class Group(Struct, frozen=True):
    """For each thing of ``noun`` the number of distinct fillers of ``counted`` in ``holds``.

    Answer: rows of two columns (thing, count), things without any left out; ordered by count
    descending then label when ``top`` is set, else by label. ``top`` keeps the first n, and all
    that tie with the last.
    """

    noun: Noun
    holds: Holds
    counted: Fill
    top: int | None = None


class Rank(Struct, frozen=True):
    """The ``top`` things of a noun by the largest (or smallest) value of a numeric qualifier.

    Answer: rows (thing, value) in order, ties with the last kept.
    """

    noun: Noun
    holds: Holds
    qualifier: str
    top: int
    smallest: bool = False


class Sources(Struct, frozen=True):
    """The sources whose claims stand behind the statements. Answer: rows, one column of sources."""

    subject: Noun
    holds: Holds


class Paths(Struct, frozen=True):
    """Chains of statements from one thing to another. Answer: paths; boolean when ``ask``.

    ``along``    "supply": from supplier to customer only; "any": every frame, either direction.
    ``within``   at most so many steps, all of them; None: the shortest, all ties.
    ``shortest`` the k shortest, whatever their lengths.
    ``disjoint`` the largest set of paths that share nothing in between, the shortest first.
    """

    start: str
    end: str
    along: Literal["supply", "any"] = "any"
    within: int | None = None
    through: tuple[str, ...] = ()
    avoiding: tuple[str, ...] = ()
    ask: bool = False
    shortest: int | None = None
    disjoint: bool = False


class Passed(Struct, frozen=True):
    """What every path from one thing to another goes through. Answer: rows, in the order of the paths."""

    start: str
    end: str
    along: Literal["supply", "any"] = "supply"


class Need(Struct, frozen=True):
    """How many of a part so many of a whole hold: along the bill of materials, and by documented ratios.

    ``per``    the count is of that part of the whole and not of wholes ("an NVL cluster with 576 GPUs").
    Answer: number with unit where all accounts agree; one row for each chain of parts with its factors,
    and one for each ratio, each on the word of its own sources.
    """

    whole: str
    part: str
    count: float = 1.0
    per: str | None = None


class Compare(Struct, frozen=True):
    """Two or more things side by side. Answer: rows (aspect, value of each)."""

    names: tuple[str, ...]


class Askable(Struct, frozen=True):
    """What can be asked about the things of a noun. Answer: rows (question that has answers, how many it finds)."""

    subject: Noun


class Breakdown(Struct, frozen=True):
    """What a step yields in full, with what it tells of each thing. Answer: rows; columns by the step.

    Upstream: tier, thing, what it leads to. Parts: whole, quantity and part down each chain.
    Lost: thing, what it is lost by. Vital: thing.
    """

    step: Step


class Cut(Struct, frozen=True):
    """The smallest sets of suppliers whose loss stops a whole. Answer: rows, one a set."""

    whole: str
    substitutes: bool = False


class Concentration(Struct, frozen=True):
    """How concentrated the shares are that the ``counted`` ones have of what the statements tell of.

    "how concentrated is the supply of HBM": Concentration(Noun(names=("hbm",)), Holds("Share", "item"),
    "supplier"); of its customers: Concentration(Noun(names=("innolight",)), Holds("Share", "supplier"), "customer").
    Tests of ``holds`` choose basis and period; what is of different basis or period is never added.
    ``top`` keeps the n largest shares of each. Answer: rows (basis, period, thing, share), the
    Herfindahl index of each basis and period between its bounds.
    """

    subject: Noun
    holds: Holds
    counted: str
    top: int | None = None


class Exposure(Struct, frozen=True):
    """What part of one thing's business hangs on another, looked through chains of shares.

    ``start`` is the one exposed. Answer: rows, one a chain, each with a product of shares: an estimate,
    between its bounds.
    """

    start: str
    end: str
    within: int = 3


class Changes(Struct, frozen=True):
    """What is different between two periods in the statements of ``holds`` that the subject takes part in.

    ``kind``  "added": valid in the later one only; "ended": in the earlier one only; "moved": a number that
              another one replaces. ``holds`` None: every frame. Answer: rows (change, statement's things, values).
    """

    subject: Noun
    earlier: Period
    later: Period
    holds: Holds | None = None
    kind: Literal["any", "added", "ended", "moved"] = "any"


class Conflicts(Struct, frozen=True):
    """Where sources contradict one another: different numbers for one thing, statements that exclude each other.

    ``subject`` None: about anything. ``measure``  only this measure. ``frame``  only numbers of this frame. ``sources``  only where one of these
    sources is disputed by others. Answer: rows of pairs (thing, what is told, the one, the other).
    """

    subject: Noun | None = None
    measure: str | None = None
    sources: tuple[str, ...] = ()
    frame: str | None = None


class Statements(Struct, frozen=True):
    """The statements in which a noun takes part in any role. Answer: rows, one a statement.

    ``subject`` None: all. ``frame`` None: every frame. ``tests`` of its choices: "announced but not in volume". The
    context says which ones: "claims with only one source", "relations not confirmed since 2025".
    """

    subject: Noun | None = None
    frame: str | None = None
    tests: tuple[Test, ...] = ()


class Overlap(Struct, frozen=True):
    """How many of the ``counted`` ones any two of the things have in common. Answer: rows, a matrix.

    "overlap of the suppliers of NVIDIA, AMD and Google":
    Overlap(("nvidia", "amd", "google"), Holds("Supply", "customer"), "supplier").
    """

    names: tuple[str, ...]
    holds: Holds
    counted: str


class Link(Struct, frozen=True):
    """Two things of a table take part in one statement: ``left`` as ``holds.role``, ``right`` in its first fill."""

    left: int
    holds: Holds
    right: int


class Shown(Struct, frozen=True):
    """A column of values: what else stands in the statements of a thing, a role or a qualifier.

    ``open`` when a thing without such a value has its row all the same, with nothing in the column.
    """

    owner: int
    holds: Holds
    show: str
    open: bool = False


class Table(Struct, frozen=True):
    """Things that hang together, a row for each way in which they do. Answer: rows, a column a thing and a value."""

    nouns: tuple[Noun, ...]
    links: tuple[Link, ...] = ()
    values: tuple[Shown, ...] = ()


Analysis = (
    Paths
    | Passed
    | Need
    | Compare
    | Breakdown
    | Cut
    | Concentration
    | Exposure
    | Changes
    | Conflicts
    | Statements
    | Overlap
)
Form = Askable | Table | Select | Count | Exists | Describe | Facts | Total | Group | Rank | Sources | Analysis


class Query(Struct, frozen=True):
    """A form in its context; ``limit`` keeps the first rows (said in ``truncated``)."""

    form: Form
    context: Context = field(default_factory=Context)
    limit: int | None = None
