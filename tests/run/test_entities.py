from msgspec.structs import replace

from kg.answer.answer import EntityCell, Source
from kg.base.terms import Iri
from kg.run.entities import Entities, by_label, heading, labels, plain_number, source_cell
from tests.run.story import NAMESPACE, PACK, names


def test_a_thing_of_another_namespace_is_found_by_its_iri() -> None:
    thing = replace(PACK.things["nova"], id="foreign", iri=Iri("http://other/x"))
    pack = replace(PACK, things={**PACK.things, "foreign": thing})
    assert Entities(pack).cell("http://other/x").id == "foreign"


def test_a_thing_that_the_pack_does_not_know_is_called_by_its_id() -> None:
    cell = Entities(PACK).cell(NAMESPACE + "new")
    assert cell == EntityCell("new", NAMESPACE + "new", "", {"en": "new", "zh": "new"})


def test_a_label_that_a_language_lacks_is_lent_by_the_other() -> None:
    assert labels({"zh": names("x")["en"]}, "id") == {"en": "x", "zh": "x"}
    assert labels({}, "id") == {"en": "id", "zh": "id"}


def test_a_source_without_a_title_is_called_by_its_id() -> None:
    assert source_cell(Source("s", "http://e/s", "")).label["en"] == "s"


def test_a_number_without_a_fraction_is_whole() -> None:
    assert repr(plain_number(20000.0)) == "20000"
    assert plain_number(0.5) == 0.5
    assert isinstance(plain_number(1e300), float)


def test_order_is_by_label_in_any_case_then_by_id() -> None:
    cells = [EntityCell(id, "", "", {"en": label}) for id, label in (("2", "b"), ("3", "A"), ("1", "B"))]
    assert [cell.id for cell in sorted(cells, key=by_label)] == ["3", "1", "2"]


def test_headings_are_in_both_languages() -> None:
    assert heading("source", "Source").name == {"en": "source", "zh": "来源"}
