"""What a statement tells of one of its things, and under which aspect."""

from __future__ import annotations

from msgspec.structs import replace

from kg.analysis.aspect import Aspect, aspects_of
from kg.answer.answer import EntityCell, Statement, ValueCell
from kg.pack.pack import Choice, Frame, Qualifier, Role
from tests.reference.layout import iri, names, pack_of
from tests.reference.story import tell

SIZE = Choice("size", names("size"), ("m",))
MEASURE = Frame(
    "Measure",
    iri("Measure"),
    names("measure"),
    "node",
    (Role("subject", iri("Measure-subject"), names("subject")), Role("item", iri("Measure-item"), names("item"))),
    (
        Qualifier("measure", iri("Measure-measure"), names("measure"), "choice", (SIZE,)),
        Qualifier("value", iri("Measure-value"), names("value"), "number", unit="unit", upper="value_max"),
        Qualifier("value_max", iri("Measure-value_max"), names("upper end"), "number", unit="unit"),
        Qualifier("unit", iri("Measure-unit"), names("unit"), "unit"),
        Qualifier("scope", iri("Measure-scope"), names("scope"), "text"),
    ),
)
BASE = pack_of(tell("acme:Firm"))
PACK = replace(BASE, frames={**BASE.frames, "Measure": MEASURE})


def cell(id: str) -> EntityCell:
    return EntityCell(id, str(iri(id)), "", {"en": id, "zh": id})


def told(frame: str, qualifiers: dict[str, str | float] | None = None, **roles: str) -> list[tuple[Aspect, object]]:
    filled = {role: cell(name) for role, name in roles.items()}
    return list(aspects_of(Statement("s", "http://e/s", frame, filled, qualifiers or {}), str(iri("acme")), PACK))


def sized(value: float, scope: str = "", **roles: str) -> list[tuple[Aspect, object]]:
    scoped = {"scope": scope} if scope else {}
    return told("Measure", {"measure": "size", "value": value, "unit": "m"} | scoped, subject="acme", **roles)


def test_every_other_role_is_an_aspect() -> None:
    found = told("Supply", supplier="acme", item="lens", customer="beta")
    assert [aspect.cell.id for aspect, _ in found] == ["Supply.supplier.item", "Supply.supplier.customer"]


def test_with_more_than_two_roles_the_aspect_names_that_of_the_thing() -> None:
    found = told("Supply", supplier="acme", item="lens")
    assert found[0][0].cell.label["en"] == "Supply (as supplier) · item"


def test_a_measure_is_told_as_its_number_with_its_unit() -> None:
    assert [(aspect.cell.id, value) for aspect, value in sized(2.0)] == [("Measure.size", ValueCell(2.0, "m"))]


def test_numbers_of_another_scope_are_another_aspect() -> None:
    assert sized(2.0, "indoors")[0][0] != sized(2.0, "outdoors")[0][0]


def test_numbers_of_one_scope_are_one_aspect() -> None:
    assert sized(2.0, "indoors")[0][0] == sized(3.0, "indoors")[0][0]


def test_what_is_measured_is_named() -> None:
    assert sized(2.0, "indoors", item="lens")[0][0].cell.label["en"] == "size · lens · indoors"


def test_a_number_among_several_things_is_not_told_of_one() -> None:
    found = told("Supply", {"amount": 12.0}, supplier="acme", item="lens")
    assert [getattr(value, "id", None) for _, value in found] == ["lens"]
