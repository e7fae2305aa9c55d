"""The syntax tree: what stands where in a question, before anything is known of frames and classes.

Both grammars build these; the resolver reads them. Spans take no part in equality.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kg.base.dates import Period
from kg.base.spans import NOWHERE, Span
from kg.lexicon.lexicon import Meaning

Op = Literal["=", "<", "<=", ">", ">="]
Wh = Literal["", "who", "what", "which", "how many"]
Quantity = Literal["", "every", "each", "only", "no", "any", "single", "same", "both"]


class Node(Struct, frozen=True, eq=False):
    """A part of the tree that stands at a place in the text; where it stands takes no part in equality."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and other._said() == self._said()

    def __ne__(self, other: object) -> bool:
        return not self == other  # the struct's own would ask whether the two are one object

    def __hash__(self) -> int:
        return hash(self._said())

    def _said(self) -> tuple[object, ...]:
        return (type(self), *(getattr(self, name) for name in self.__struct_fields__ if name != "span"))


class Word(Node, frozen=True):
    """A lexicon word with all that it may mean; ``special`` marks words of the language itself
    that stand like nouns: "path" (chain of supply), "share", "parameter" ($customer)."""

    text: str
    meanings: tuple[Meaning, ...]
    special: str = ""
    span: Span = NOWHERE


class Amount(Node, frozen=True):
    """ "more than 20%", "at least four", "1.8 trillion". ``part``: written as a share of a whole."""

    op: Op
    number: float
    unit: Word | None = None
    part: bool = False
    span: Span = NOWHERE


class Phrase(Node, frozen=True):
    """A noun phrase.

    ``nouns``     the nouns side by side, the last one the head; empty for who, what and headless relatives.
    ``adjectives`` each entry one adjective, or several of which one must hold ("Chinese or Taiwanese").
    ``of``        what it belongs to: "of X", "X's", X的.
    ``marked``    prepositional phrases: (marker, nominal).
    ``relatives`` relative clauses of which the phrase fills the gap.
    ``apart``     those that are not meant: "other than TSMC".
    ``amount``    "at least four", "more than 20%" before it; ``value`` a comparison behind it ("over 50 kW").
    ``tier``      "tier 2 suppliers": how many steps away.
    ``top``       "top 5", "the three biggest": how many; ``by`` what is counted or compared.
    """

    wh: Wh = ""
    nouns: tuple[Word, ...] = ()
    adjectives: tuple[tuple[Word, ...], ...] = ()
    quantity: Quantity = ""
    amount: Amount | None = None
    value: Amount | None = None
    of: tuple[Nominal, ...] = ()
    marked: tuple[tuple[str, Nominal], ...] = ()
    relatives: tuple[Clauses, ...] = ()
    tier: int | None = None
    top: int | None = None
    least: bool = False
    by: Nominal | None = None
    counted: bool = False
    #: "total", "average": the values of the measure are put together.
    aggregate: str = ""
    apart: tuple[Nominal, ...] = ()
    span: Span = NOWHERE


class Together(Node, frozen=True):
    """Nominals joined by and, or."""

    op: Literal["and", "or"]
    members: tuple[Nominal, ...]
    span: Span = NOWHERE


Nominal = Phrase | Together


class Clause(Node, frozen=True):
    """A verb with what stands around it.

    ``kind``      "verb" a verb of the pack; "have", "be" those; "amount" a comparison ("不少于四家").
    ``before``    bare nominals before the verb (English: the subject); ``after`` bare ones behind it.
    ``stranded``  prepositions left without a noun ("what is it made of").
    """

    kind: Literal["verb", "have", "be", "amount", "progressive"]
    verb: Word | None = None
    before: tuple[Nominal, ...] = ()
    after: tuple[Nominal, ...] = ()
    marked: tuple[tuple[str, Nominal], ...] = ()
    stranded: tuple[str, ...] = ()
    negated: bool = False
    passive: bool = False
    only: bool = False
    amount: Amount | None = None
    span: Span = NOWHERE


class Clauses(Struct, frozen=True):
    """Clauses that share a subject, joined by and, or; a single clause is the usual case."""

    op: Literal["and", "or"]
    clauses: tuple[Clause, ...]


class Circumstances(Struct, frozen=True):
    """Time, status and source of the whole question, wherever they stood in it."""

    as_of: Period | None = None
    during: Period | None = None
    since: Period | None = None
    before: Period | None = None
    known_on: Period | None = None
    statuses: tuple[str, ...] = ()
    sources: tuple[Word, ...] = ()
    min_sources: int = 1
    max_sources: int | None = None
    unconfirmed_since: Period | None = None
    directly: bool = False
    #: "between 2023 and 2025": both ends, where they are compared.
    between: tuple[Period, Period] | None = None
    change: Literal["", "added", "ended"] = ""
    within: int | None = None
    substitutes: bool = False
    #: "based only on rumours": no other status stands behind it.
    unanimous: bool = False
    #: "announced but not in volume": choices that statements have, and that they have not (true).
    choices: tuple[tuple[Word, bool], ...] = ()
    #: "by year": figures in the order of their periods.
    yearly: bool = False
    #: "how much did X invest in Y": the amounts of what the rest tells of are asked for.
    how_much: bool = False
    #: "when did …": the dates of what the rest tells of are asked for.
    when: bool = False

    #: "directly or indirectly": relations that can be chained are followed step by step.
    indirectly: bool = False


class Table(Struct, frozen=True):
    """A list with several columns: things, values of them (the place of the thing, the word), and what holds.

    ``open`` when a thing without a value is listed too: "ships with their captain".
    """

    things: tuple[Nominal, ...]
    values: tuple[tuple[int, Word], ...] = ()
    clauses: tuple[Clauses, ...] = ()
    open: bool = False


Mode = Literal[
    "table", "clause", "yes-no", "phrase", "describe", "compare", "askable", "status", "sources", "relation", "paths", "share", "cut", "exposure", "changes", "conflicts", "disputed", "statements", "valued",
]  # fmt: skip


class Question(Struct, frozen=True):
    """A whole question: its mode, its clause or phrase, its circumstances.

    ``party``  of a question about a share: whose share of the ``phrase`` it is.
    ``relation``  of a question about statements: the word for those of one sort ("supply relations").
    """

    mode: Mode
    clauses: Clauses | None = None
    phrase: Nominal | None = None
    party: Nominal | None = None
    circumstances: Circumstances = Circumstances()
    status: str = ""
    table: Table | None = None
    relation: Word | None = None
