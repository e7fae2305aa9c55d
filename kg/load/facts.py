"""Facts of a pack as plain data: things, sources, statements and claims, each with its place in a file."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from kg.base.dates import Period
from kg.load.mapping import Link
from kg.pack import pack
from kg.pack.problems import Place


class ThingFact(Struct, frozen=True):
    """A thing with all that its row says. ``properties`` are by IRI; ``notes`` by language."""

    thing: pack.Thing
    place: Place
    tickers: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    properties: tuple[tuple[str, str], ...] = ()


class SourceFact(Struct, frozen=True):
    """A source with all that its row says; ``published`` is None when no date is given."""

    source: pack.Source
    place: Place
    date: str = ""
    published: Period | None = None
    url: str = ""
    reliability: str = ""
    lang: str = ""


class ClaimFact(Struct, frozen=True):
    """That a source says a statement: by which row, how surely, and in which words where they are kept."""

    source: str
    status: str
    confidence: str
    place: Place
    quote: str = ""


class StatementFact(Struct, frozen=True):
    """What a row states, without who says so. Equal facts are one statement.

    ``roles`` and ``qualifiers`` are in the order of the frame; a number is a float. Dates are as
    written. A statement of a triple frame has its two roles and nothing else.
    """

    frame: str
    roles: tuple[tuple[str, str], ...]
    qualifiers: tuple[tuple[str, str | float], ...] = ()
    valid_from: str = ""
    valid_to: str = ""

    def filler(self, role: str) -> str:
        """Return the id that fills the role, empty when it is open."""
        return next((filler for at, filler in self.roles if at == role), "")

    def qualifier(self, qualifier: str) -> str | float | None:
        """Return the value of a qualifier, None when it has none."""
        return next((value for at, value in self.qualifiers if at == qualifier), None)


def triple(frame: pack.Frame, subject: str, object: str) -> StatementFact:
    """Return the statement of a triple frame: its first role filled by ``subject``, its second by ``object``."""
    first, second = frame.roles
    return StatementFact(frame.id, ((first.id, subject), (second.id, object)))


class DerivedFact(Struct, frozen=True):
    """A statement that a rule derives, with the statements that it stands on, in the order of the body."""

    statement: StatementFact
    rule: str
    premises: tuple[StatementFact, ...]


class NamedLink(Struct, frozen=True):
    """A thing and the name of another, in a link or (None) as its kind; settled when all names are known."""

    thing: str
    link: Link | None
    name: str
    place: Place


class Facts(Struct):
    """All facts of a pack, gathered file by file. Statements keep the order of their first claim."""

    things: dict[str, ThingFact] = field(default_factory=dict)
    sources: dict[str, SourceFact] = field(default_factory=dict)
    #: Statement -> its claims; triples have none.
    statements: dict[StatementFact, list[ClaimFact]] = field(default_factory=dict)
    places: dict[StatementFact, Place] = field(default_factory=dict)
    derived: tuple[DerivedFact, ...] = ()
    #: Ids that statements of RDF files already have.
    named: dict[StatementFact, str] = field(default_factory=dict)
    #: What rows of things say of others by name.
    by_name: list[NamedLink] = field(default_factory=list)
    #: N-Quads lines of RDF files that are no facts of the pack.
    others: list[str] = field(default_factory=list)
    #: File -> rows (or statements, of an RDF file) read from it.
    counts: dict[str, int] = field(default_factory=dict)

    def direct_kinds(self) -> dict[str, tuple[str, ...]]:
        """Return each thing's direct kinds, by id."""
        return {key: fact.thing.kinds for key, fact in self.things.items()}

    def state(self, statement: StatementFact, place: Place, claim: ClaimFact | None = None) -> None:
        """Add a statement, or to a statement that is there another claim."""
        claims = self.statements.setdefault(statement, [])
        self.places.setdefault(statement, place)
        if claim is not None:
            claims.append(claim)
