from kg.plan.kinds import Kinds
from tests.run.story import PACK

KINDS = Kinds(PACK)


def test_a_thing_with_nothing_below_it_is_a_leaf() -> None:
    assert KINDS.is_leaf("laser")
    assert not KINDS.is_leaf("module")


def test_a_name_that_the_pack_does_not_know_is_no_leaf() -> None:
    assert not KINDS.is_leaf("unheard-of")


def test_below_begins_with_the_name_itself() -> None:
    assert KINDS.below("module") == ("module", "module-fast")


def test_all_that_a_name_covers_decides_on_its_class() -> None:
    assert KINDS.all_are(("module",), False, "Product")
    assert not KINDS.all_are(("cloud",), False, "Company")
