"""Statements that cannot both be true."""

from __future__ import annotations

from msgspec.structs import replace

from kg.analysis.exclude import exclusions
from kg.answer.answer import Claim, EntityCell, Source, Statement
from kg.pack.pack import Choice, Frame, Pack
from tests.reference.layout import names, pack_of
from tests.reference.story import FRAMES, tell

PACK = pack_of(tell("a:Firm lens:Component"))
STAGES = replace(FRAMES["Supply"].qualifier("stage"), choices=(Choice("sole", names("sole"), alone=True),))
SUPPLY = replace(FRAMES["Supply"], qualifiers=(STAGES,))


def statement(
    id: str, frame: str, fillers: str, by: str = "", begins: str = "", ends: str = "", **more: str
) -> Statement:
    roles = zip((role.id for role in FRAMES[frame].roles), fillers.split(), strict=False)
    cells = {role: EntityCell(one, one, "", {"en": one}) for role, one in roles if one != "-"}
    claims = (Claim(id, Source(by or id, by or id, ""), "fact"),)
    return Statement(id, id, frame, cells, dict(more), begins, ends, claims)


def excluded(frame: Frame, *statements: Statement) -> set[frozenset[str]]:
    pack: Pack = replace(PACK, frames={**PACK.frames, frame.id: frame})
    return {frozenset((one.id, other.id)) for one, other in exclusions(statements, pack)}


def test_a_functional_frame_has_one_filler() -> None:
    place = replace(FRAMES["Alliance"], functional=True, symmetric=False)
    told = statement("1", "Alliance", "a b"), statement("2", "Alliance", "a c"), statement("3", "Alliance", "b c")
    assert excluded(place, *told) == {frozenset("12")}


def test_what_ended_before_the_other_began_excludes_nothing() -> None:
    place = replace(FRAMES["Alliance"], functional=True, symmetric=False)
    assert not excluded(
        place, statement("1", "Alliance", "a b", ends="2023"), statement("2", "Alliance", "a c", begins="2024")
    )
    assert excluded(
        place, statement("1", "Alliance", "a b", ends="2024"), statement("2", "Alliance", "a c", begins="2024")
    )


def test_one_source_that_says_both_sees_no_contradiction() -> None:
    assert not excluded(FRAMES["Swap"], statement("1", "Swap", "a b", "paper"), statement("2", "Swap", "b a", "paper"))


def test_neither_of_two_things_replaces_or_contains_the_other_and_is_so_itself() -> None:
    assert excluded(FRAMES["Swap"], statement("1", "Swap", "a b"), statement("2", "Swap", "b a")) == {frozenset("12")}
    assert excluded(FRAMES["Part"], statement("1", "Part", "a b"), statement("2", "Part", "b a")) == {frozenset("12")}


def test_a_sole_supplier_excludes_others_for_the_same_customer() -> None:
    sole = statement("1", "Supply", "a lens c", stage="sole")
    others = (
        statement("2", "Supply", "b lens c"),
        statement("3", "Supply", "b lens d"),
        statement("4", "Supply", "a lens c"),
    )
    assert excluded(SUPPLY, sole, *others) == {frozenset("12")}


def test_two_sole_suppliers_exclude_each_other_once() -> None:
    told = statement("1", "Supply", "a lens c", stage="sole"), statement("2", "Supply", "b lens c", stage="sole")
    assert excluded(SUPPLY, *told) == {frozenset("12")}
