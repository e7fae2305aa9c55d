"""Worlds: kinds, classes and derived kind statements."""

from tests.reference.story import say, tell


def test_a_thing_is_of_its_own_kind_and_of_all_kinds_above() -> None:
    world = tell("optic:Component lens:Component:optic zoom:Component:lens")
    assert world.kinds_of("zoom") == {"zoom", "lens", "optic"}


def test_a_thing_is_of_all_classes_above_its_own() -> None:
    assert tell("lens:Component").classes_of("lens") == {"Component", "Product"}


def test_every_direct_kind_is_a_statement() -> None:
    world = tell("optic:Component lens:Component:optic zoom:Component:lens")
    assert [statement.roles for statement in world.statements] == [
        (("narrower", "lens"), ("kind", "optic")),
        (("narrower", "zoom"), ("kind", "lens")),
    ]


def test_statements_are_found_by_their_id() -> None:
    world = tell("acme:Firm lens:Component", say("Supply", "acme lens", id="first"))
    assert world.statement("first").filler("item") == "lens"
