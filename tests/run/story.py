"""A supply story as a pack and a store: who sells what to whom for which system, told by which report.

Orion and Vega sell modules to Nova, which makes the Tower; one report names the Tower itself, for
Vega; the rule brings in Orion. Lumen sells lasers to both. What is rumoured, over, or said by two
reports is said where it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.answer.answer import Answer, EntityCell
from kg.base.dates import Period, read_period
from kg.base.iris import DCTERMS, DERIVED_GRAPH, KG, OF_KIND, PROV, SKOS, TYPE, XSD
from kg.base.terms import Iri
from kg.pack.pack import (
    Atom,
    Choice,
    Class,
    Frame,
    Names,
    Pack,
    Qualifier,
    QualifierType,
    Role,
    Rule,
    Thing,
    Unit,
    Words,
)
from kg.plan.lower import lower
from kg.query.query import Condition, Context, Fill, Form, Holds, Noun, Quantifier, Query, Some, Test
from kg.run.run import run
from kg.store import embedded, rdflib_store
from kg.store.store import Store

NAMESPACE = "https://example.org/story/"
TODAY = date(2026, 1, 15)


def iri(id: str) -> Iri:
    return Iri(NAMESPACE + id)


def names(en: str, zh: str = "") -> Names:
    return {"en": Words(en), "zh": Words(zh or f"{en}·")}


# ---------------------------------------------------------------- vocabulary


def _roles(frame: str, **ranges: tuple[str, ...]) -> tuple[Role, ...]:
    first = next(iter(ranges))
    return tuple(Role(id, iri(f"{frame}-{id}"), names(id), cls, id in (first, "item")) for id, cls in ranges.items())


def _qualifier(
    frame: str, id: str, type: QualifierType, choices: tuple[Choice, ...] = (), unit: str = "", upper: str = ""
) -> Qualifier:
    return Qualifier(id, iri(f"{frame}-{id}"), names(id), type, choices, unit or None, upper or None)


def _choices(*ids: str, units: tuple[str, ...] = ()) -> tuple[Choice, ...]:
    return tuple(Choice(id, names(id), units) for id in ids)


CLASSES = {
    "Company": Class("Company", iri("Company"), names("company", "公司")),
    "CompanyKind": Class("CompanyKind", iri("CompanyKind"), names("kind of company"), kinds_of="Company"),
    "Product": Class("Product", iri("Product"), names("product")),
    "Part": Class("Part", iri("Part"), names("part"), ("Product",)),
    "System": Class("System", iri("System"), names("system"), ("Product",)),
    "Land": Class("Land", iri("Land"), names("land")),
}
SUPPLY = Frame(
    "Supply",
    iri("Supply"),
    names("supply", "供应"),
    "node",
    _roles("Supply", supplier=("Company",), item=("Part",), customer=("Company",), system=("System",)),
    (
        _qualifier("Supply", "stage", "choice", _choices("sampling", "volume", "ended")),
        _qualifier("Supply", "quantity", "number", unit="unit"),
        _qualifier("Supply", "unit", "unit"),
    ),
    flow=("supplier", "customer"),
)
RIVAL = Frame("Rival", iri("Rival"), names("rivalry"), "node", _roles("Rival", one=(), other=()), symmetric=True)
INVESTS = Frame(
    "Invests", iri("Invests"), names("investment"), "node", _roles("Invests", investor=(), target=()), event=True
)
MEASURE = Frame(
    "Measure",
    iri("Measure"),
    names("measure"),
    "node",
    _roles("Measure", subject=()),
    (
        _qualifier("Measure", "measure", "choice", _choices("power", units=("kW", "W")) + _choices("price")),
        _qualifier("Measure", "value", "number", unit="unit", upper="value_max"),
        _qualifier("Measure", "value_max", "number", unit="unit"),
        _qualifier("Measure", "unit", "unit"),
        _qualifier("Measure", "year", "period"),
    ),
)
REQUIRES = Frame("Requires", iri("Requires"), names("need"), "node", _roles("Requires", whole=(), part=()))
IN_LAND = Frame(
    "InLand",
    iri("InLand"),
    names("seat"),
    "triple",
    _roles("InLand", resident=("Company",), land=("Land",)),
    predicate=iri("land"),
)
MAKE = Frame(
    "Make",
    iri("Make"),
    names("making"),
    "triple",
    _roles("Make", product=("Product",), maker=("Company",)),
    predicate=iri("maker"),
)
KIND_OF = Frame(
    "KindOf",
    iri("KindOf"),
    names("kind"),
    "triple",
    _roles("KindOf", narrower=(), broader=()),
    transitive=True,
    predicate=Iri(SKOS + "broader"),
)
FRAMES = {f.id: f for f in (SUPPLY, RIVAL, INVESTS, MEASURE, REQUIRES, IN_LAND, MAKE, KIND_OF)}
UNITS = {
    "W": Unit("W", names("W"), "power", 1.0),
    "kW": Unit("kW", names("kW"), "power", 1000.0),
    "pieces": Unit("pieces", names("pieces"), "count", 1.0),
    "USD": Unit("USD", names("USD"), "money", 1.0),
}
RULE = Rule(
    "through-maker",
    iri("through-maker"),
    names("through the maker"),
    Atom("Supply", (("supplier", "?a"), ("item", "?i"), ("customer", "?m"), ("system", "?s"))),
    (
        (
            Atom("Supply", (("supplier", "?a"), ("item", "?i"), ("customer", "?m"))),
            Atom("Make", (("product", "?s"), ("maker", "?m"))),
            Atom("Requires", (("whole", "?s"), ("part", "?i"))),
        ),
    ),
)


def _thing(id: str, cls: str, label: str, *kinds: str) -> Thing:
    return Thing(id, iri(id), cls, names(label, f"{label}公司" if cls == "Company" else ""), kinds)


THINGS = {
    thing.id: thing
    for thing in (
        _thing("cloud", "CompanyKind", "cloud provider"),
        _thing("lumen", "Company", "Lumen"),
        _thing("orion", "Company", "Orion"),
        _thing("vega", "Company", "Vega"),
        _thing("nova", "Company", "Nova", "cloud"),
        _thing("atlas", "Company", "Atlas", "cloud"),
        _thing("silent", "Company", "Silent"),
        _thing("module", "Part", "module"),
        _thing("module-fast", "Part", "fast module", "module"),
        _thing("laser", "Part", "laser"),
        _thing("tower", "System", "Tower"),
        _thing("tower-max", "System", "Tower Max", "tower"),
        _thing("china", "Land", "China"),
        _thing("usa", "Land", "USA"),
    )
}
PACK = Pack("story", NAMESPACE, names("story"), CLASSES, FRAMES, UNITS, {RULE.id: RULE}, THINGS)

# ---------------------------------------------------------------- what is said


@dataclass(frozen=True)
class Said:
    """One statement; ``claims`` are (source, status, confidence)."""

    id: str
    frame: str
    roles: Mapping[str, str]
    qualifiers: Mapping[str, str | float] = field(default_factory=dict)
    begin: str = ""
    end: str = ""
    claims: tuple[tuple[str, str, str], ...] = (("report", "fact", "high"),)
    premises: tuple[str, ...] = ()
    triples: tuple[tuple[str, str, str], ...] = ()


SOURCES = {"report": "2024-03", "blog": "2025", "filing": "2023-06-30", "undated": ""}
TRIPLES = (
    ("lumen", "land", "china"),
    ("orion", "land", "china"),
    ("vega", "land", "usa"),
    ("nova", "land", "usa"),
    ("tower", "maker", "nova"),
    ("tower-max", "maker", "nova"),
)
SAID = (
    Said(
        "s1",
        "Supply",
        {"supplier": "orion", "item": "module-fast", "customer": "nova"},
        {"stage": "volume", "quantity": 200.0, "unit": "pieces"},
        "2024",
        claims=(("blog", "rumour", "low"), ("report", "fact", "high")),
    ),
    Said(
        "s2",
        "Supply",
        {"supplier": "vega", "item": "module", "customer": "nova", "system": "tower-max"},
        begin="2025-03",
        claims=(("blog", "claim", "low"),),
    ),
    Said(
        "s3", "Supply", {"supplier": "vega", "item": "module", "customer": "nova"}, claims=(("filing", "fact", "high"),)
    ),
    Said(
        "s4",
        "Supply",
        {"supplier": "vega", "item": "module", "customer": "atlas"},
        {"stage": "ended", "quantity": 50.0, "unit": "pieces"},
        "2022",
        "2023",
        claims=(("filing", "fact", "high"),),
    ),
    Said(
        "s5",
        "Supply",
        {"supplier": "lumen", "item": "laser", "customer": "orion"},
        {"quantity": 10.0, "unit": "USD"},
        "2023-06",
        claims=(("undated", "fact", "medium"),),
    ),
    Said(
        "s6", "Supply", {"supplier": "lumen", "item": "laser", "customer": "vega"}, claims=(("blog", "rumour", "low"),)
    ),
    Said("s7", "Supply", {"supplier": "lumen", "item": "module"}, claims=(("blog", "claim", "medium"),)),
    Said("r1", "Rival", {"one": "vega", "other": "orion"}),
    Said("i1", "Invests", {"investor": "nova", "target": "orion"}, begin="2025-06"),
    Said("i2", "Invests", {"investor": "nova", "target": "lumen"}, begin="2023"),
    Said("m1", "Measure", {"subject": "tower"}, {"measure": "power", "value": 120.0, "unit": "kW", "year": "2024"}),
    Said(
        "m2",
        "Measure",
        {"subject": "tower-max"},
        {"measure": "power", "value": 130.0, "value_max": 160.0, "unit": "kW", "year": "2025-06"},
        claims=(("blog", "forecast", "medium"),),
    ),
    Said("m3", "Measure", {"subject": "module"}, {"measure": "power", "value": 15.0, "unit": "W"}),
    Said("m4", "Measure", {"subject": "laser"}, {"measure": "price", "value": 9.0, "unit": "USD"}),
    Said("q1", "Requires", {"whole": "tower", "part": "module"}),
    Said(
        "d1",
        "Supply",
        {"supplier": "orion", "item": "module", "customer": "nova", "system": "tower"},
        claims=(),
        premises=("s1", "q1"),
        triples=(("tower", "maker", "nova"),),
    ),
    Said(
        "d2",
        "Supply",
        {"supplier": "vega", "item": "module", "customer": "nova", "system": "tower"},
        claims=(),
        premises=("s3", "q1"),
        triples=(("tower", "maker", "nova"),),
    ),
)

# ---------------------------------------------------------------- the graph


def nquads(said: tuple[Said, ...] = SAID) -> bytes:
    """Return the story in the layout of the store."""
    lines: list[str] = []
    for thing in THINGS.values():
        lines += _thing_lines(thing)
    for subject, predicate, object in TRIPLES:
        lines.append(_line(iri(subject), iri(predicate), f"<{iri(object)}>"))
    for id, day in SOURCES.items():
        lines.append(_line(iri(id), TYPE, f"<{KG}Source>"))
        lines.append(_line(iri(id), OF_KIND, f"<{iri(id)}>"))
        lines.append(_line(iri(id), DCTERMS + "title", f'"The {id}"'))
        if day:
            lines += [_line(iri(id), DCTERMS + "date", f'"{day}"'), *_bounds(iri(id), KG + "published", day)]
    for one in said:
        lines += _said_lines(one)
    return "".join(sorted(set(lines))).encode()


def _thing_lines(thing: Thing) -> list[str]:
    lines = [_line(thing.iri, TYPE, f"<{CLASSES[cls].iri}>") for cls in PACK.ancestors(thing.cls)]
    kinds = [thing.id, *thing.kinds]
    lines += [_line(thing.iri, OF_KIND, f"<{iri(kind)}>") for kind in kinds]
    lines += [_line(thing.iri, SKOS + "broader", f"<{iri(kind)}>") for kind in thing.kinds]
    return [*lines, _line(thing.iri, KG + "note", f'"A note on {thing.id}."@en')]


def _said_lines(said: Said) -> list[str]:
    me, graph = iri(said.id), f" <{DERIVED_GRAPH}>" if said.premises else ""
    lines = [_line(me, TYPE, f"<{iri(said.frame)}>", graph)]
    lines += [_line(me, iri(f"{said.frame}-{role}"), f"<{iri(id)}>", graph) for role, id in said.roles.items()]
    for name, value in said.qualifiers.items():
        predicate = iri(f"{said.frame}-{name}")
        if isinstance(value, float):
            factor = UNITS[str(said.qualifiers["unit"])].factor
            lines.append(_line(me, predicate, f'"{value}"^^<{XSD}double>', graph))
            lines.append(_line(me, predicate + "-base", f'"{value * factor}"^^<{XSD}double>', graph))
        else:
            lines.append(_line(me, predicate, f'"{value}"', graph))
            lines += _bounds(me, f"{predicate}-", value, "first", "last") if name == "year" else []
    for name, day in (("validFrom", said.begin), ("validTo", said.end)):
        lines += [_line(me, KG + name, f'"{day}"', graph), *_bounds(me, KG + name, day)] if day else []
    for number, (source, status, confidence) in enumerate(said.claims):
        claim = iri(f"claim-{said.id}-{number}")
        lines += [_line(me, KG + "claim", f"<{claim}>"), _line(claim, KG + "source", f"<{iri(source)}>")]
        lines += [_line(claim, KG + "status", f'"{status}"'), _line(claim, KG + "confidence", f'"{confidence}"')]
        lines += [
            _line(claim, KG + "file", '"facts.csv"'),
            _line(claim, KG + "line", f'"{number + 2}"^^<{XSD}integer>'),
        ]
    if said.premises:
        lines.append(_line(me, KG + "rule", f"<{RULE.iri}>", graph))
        lines += [_line(me, PROV + "wasDerivedFrom", f"<{iri(id)}>", graph) for id in said.premises]
    for number, (subject, predicate, object) in enumerate(said.triples):
        node = iri(f"triple-{said.id}-{number}")
        lines.append(_line(me, KG + "premiseTriple", f"<{node}>", graph))
        parts = (("subject", subject), ("predicate", predicate), ("object", object))
        lines += [_line(node, KG + part, f"<{iri(id)}>", graph) for part, id in parts]
    return lines


def _line(subject: str, predicate: str, object: str, graph: str = "") -> str:
    return f"<{subject}> <{predicate}> {object}{graph} .\n"


def _bounds(me: str, stem: str, text: str, first: str = "First", last: str = "Last") -> list[str]:
    period = read_period(text)
    days = ((first, period.first), (last, period.last))
    return [_line(me, stem + end, f'"{day}"^^<{XSD}date>') for end, day in days]


# ---------------------------------------------------------------- asking


ENGINES: dict[str, Callable[[bytes], Store]] = {
    "pyoxigraph": embedded.from_nquads,
    "rdflib": rdflib_store.from_nquads,
}
_STORES: dict[tuple[str, bytes], Store] = {}


def store(engine: str, said: tuple[Said, ...] = SAID) -> Store:
    """Return the story in an engine's store, loaded once."""
    data = nquads(said)
    return _STORES.setdefault((engine, data), ENGINES[engine](data))


def ask(
    form: Form,
    engine: str = "pyoxigraph",
    *,
    context: Context = Context(),
    limit: int | None = None,
    said: tuple[Said, ...] = SAID,
    seconds: float = 30.0,
) -> Answer:
    """Answer a query about the story."""
    query = Query(form, context, limit)
    return run(
        query,
        lower(query, PACK),
        store(engine, said),
        PACK,
        question="?",
        language="en",
        reading={"en": "?", "zh": "?"},
        today=TODAY,
        seconds=seconds,
    )


def holds(
    frame: str,
    role: str,
    *fills: tuple[str, Noun | str] | tuple[str, Noun | str, Quantifier],
    tests: tuple[Test, ...] = (),
    chain: bool = False,
) -> Holds:
    """Return a condition; a fill's noun may be a name."""
    made = []
    for fill in fills:
        noun = thing(fill[1]) if isinstance(fill[1], str) else fill[1]
        made.append(Fill(fill[0], noun, fill[2] if len(fill) == 3 else Some()))
    return Holds(frame, role, tuple(made), tests, "chain" if chain else "one")


def supplies(*fills: tuple[str, Noun | str] | tuple[str, Noun | str, Quantifier], **more: object) -> Holds:
    """Return "the thing is the supplier in a supply"."""
    return holds("Supply", "supplier", *fills, **more)  # type: ignore[arg-type]


def thing(*ids: str, where: Condition | None = None, exact: bool = False) -> Noun:
    return Noun(None, ids, where, exact)


def company(where: Condition | None = None, *ids: str) -> Noun:
    return Noun("Company", ids, where)


def period(text: str) -> Period:
    return read_period(text)


def stated(answer: Answer) -> list[str]:
    """Return the ids of the first column of the stated rows."""
    return [row.cells[0].id for row in answer.rows if row.derived is None and isinstance(row.cells[0], EntityCell)]


def derived(answer: Answer) -> list[str]:
    """Return the ids of the first column of the derived rows."""
    return [row.cells[0].id for row in answer.rows if row.derived is not None and isinstance(row.cells[0], EntityCell)]


def evidence(answer: Answer, index: int = 0) -> set[str]:
    """Return the ids of the statements of a row."""
    return set(answer.rows[index].statements)
