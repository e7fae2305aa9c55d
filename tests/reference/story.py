"""The vocabulary of the small worlds, and short ways to tell one: firms, products, lands, and who supplies whom."""

from __future__ import annotations

from kg.base.iris import SKOS
from kg.base.terms import Iri
from kg.pack.pack import Choice, Class, Frame, Qualifier, QualifierType, Role, Unit
from tests.reference.layout import iri, names
from tests.reference.world import Claim, Source, Statement, Thing, World

STAGES = ("sampling", "volume")
STATUSES = ("fact", "claim", "forecast", "rumour")


def _class(name: str, *parents: str, kinds_of: str | None = None, agent: bool = False) -> Class:
    return Class(name, iri(name), names(name), parents, kinds_of, agent=agent)


def _roles(frame: str, **ranges: str) -> tuple[Role, ...]:
    """Make roles; the first is always filled, and so is the second where there are but two."""
    always = list(ranges)[: 1 if len(ranges) > 2 else 2]
    return tuple(
        Role(role, iri(f"{frame}-{role}"), names(role), (cls,), required=role in always) for role, cls in ranges.items()
    )


def _qualifier(frame: str, name: str, kind: QualifierType, **more: object) -> Qualifier:
    return Qualifier(name, iri(f"{frame}-{name}"), names(name), kind, **more)  # type: ignore[arg-type]


def _frame(name: str, *qualifiers: Qualifier, form: str = "node", **more: object) -> Frame:
    return Frame(name, iri(name), names(name), form, qualifiers=qualifiers, **more)  # type: ignore[arg-type]


CLASSES = {
    cls.id: cls
    for cls in (
        _class("Firm", agent=True),
        _class("FirmKind", kinds_of="Firm"),
        _class("Product"),
        _class("Component", "Product"),
        _class("Machine", "Product"),
        _class("Land"),
    )
}

UNITS = {
    unit.id: unit
    for unit in (
        Unit("pieces", names("pieces"), "count", 1.0),
        Unit("dozen", names("dozen"), "count", 12.0),
        Unit("usd", names("usd"), "money", 1.0),
        Unit("kusd", names("kusd"), "money", 1000.0),
        Unit("percent", names("percent"), "fraction", 1.0),
    )
}

SUPPLY = _frame(
    "Supply",
    _qualifier("Supply", "amount", "number", unit="unit", upper="amount_max"),
    _qualifier("Supply", "amount_max", "number", unit="unit"),
    _qualifier("Supply", "unit", "unit"),
    _qualifier("Supply", "stage", "choice", choices=tuple(Choice(stage, names(stage)) for stage in STAGES)),
    _qualifier("Supply", "period", "period"),
    roles=_roles("Supply", supplier="Firm", item="Product", customer="Firm"),
    flow=("supplier", "customer"),
    offers=("supplier", "item"),
)
ALLIANCE = _frame("Alliance", roles=_roles("Alliance", one="Firm", other="Firm"), symmetric=True, event=True)
PART = _frame(
    "Part",
    _qualifier("Part", "quantity", "number"),
    roles=_roles("Part", whole="Product", part="Product"),
    transitive=True,
    composes=("whole", "part"),
)
SWAP = _frame("Swap", roles=_roles("Swap", new="Product", old="Product"), replaces=("new", "old"))
#: What each basis is a share of: the revenue of a supplier, the market of an item, or who knows what.
BASES = {"revenue": ("supplier",), "market": ("item",), "other": ()}
SHARE = _frame(
    "Share",
    _qualifier(
        "Share",
        "basis",
        "choice",
        choices=tuple(Choice(basis, names(basis), whole=whole) for basis, whole in BASES.items()),
    ),
    _qualifier("Share", "share", "number", unit="unit", upper="share_max"),
    _qualifier("Share", "share_max", "number", unit="unit"),
    _qualifier("Share", "unit", "unit"),
    _qualifier("Share", "bound", "choice", choices=(Choice("at_least", names("at_least")),)),
    _qualifier("Share", "period", "period"),
    roles=_roles("Share", supplier="Firm", item="Product", customer="Firm"),
)
LOCATED = _frame("In", form="triple", roles=_roles("In", thing="Firm", land="Land"), predicate=iri("land"))
RIVAL = _frame(
    "Rival", form="triple", roles=_roles("Rival", one="Firm", other="Firm"), predicate=iri("rival"), symmetric=True
)
KIND_OF = _frame(
    "KindOf",
    form="triple",
    roles=(
        Role("narrower", iri("KindOf-narrower"), names("narrower")),
        Role("kind", iri("KindOf-kind"), names("kind")),
    ),
    predicate=Iri(SKOS + "broader"),
    transitive=True,
)
FRAMES = {frame.id: frame for frame in (SUPPLY, ALLIANCE, PART, SWAP, SHARE, LOCATED, RIVAL, KIND_OF)}


def tell(things: str, *statements: Statement, sources: str = "paper") -> World:
    """Make a world of "id:Class" or "id:Class:kind" words, statements, and "id" or "id=date" sources."""
    split = [word.split(":") for word in things.split()]
    return World(
        CLASSES,
        FRAMES,
        UNITS,
        {name: Thing(name, cls, tuple(kinds)) for name, cls, *kinds in split},
        {name: Source(name, date) for name, _, date in (word.partition("=") for word in sources.split())},
        tuple(_numbered(statement, number) for number, statement in enumerate(statements)),
    )


def _numbered(statement: Statement, number: int) -> Statement:
    name = statement.id or f"{statement.frame.lower()}-{number}"
    return Statement(name, *(getattr(statement, field) for field in Statement.__slots__[1:]))


def say(frame: str, fillers: str, **more: object) -> Statement:
    """Make a statement from its fillers in the order of the frame's roles, "-" for none.

    ``more`` are ``id``, ``valid_from``, ``valid_to``, ``claims`` and ``premises``, anything else is
    a qualifier. Claims are words "source" or "source=status"; unless said otherwise the paper's fact.
    """
    pairs = zip((role.id for role in FRAMES[frame].roles), fillers.split(), strict=False)
    qualifiers = tuple((name, value) for name, value in more.items() if name not in Statement.__slots__)
    claims = str(more.get("claims", "" if "premises" in more or FRAMES[frame].form == "triple" else "paper"))
    return Statement(
        str(more.get("id", "")),
        frame,
        tuple((role, filler) for role, filler in pairs if filler != "-"),
        qualifiers,  # type: ignore[arg-type]
        str(more.get("valid_from", "")),
        str(more.get("valid_to", "")),
        tuple(Claim(*word.split("=")) for word in claims.split()),
        tuple(str(more.get("premises", "")).split()),
    )
