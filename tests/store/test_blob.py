import pytest

from kg.base.errors import StoreError
from kg.base.terms import Iri
from kg.pack.pack import Pack
from kg.store.blob import from_bytes, to_bytes
from tests.run.story import PACK


def test_a_pack_is_read_back_as_it_was() -> None:
    assert from_bytes(to_bytes(PACK), Pack) == PACK


def test_equal_values_give_equal_bytes() -> None:
    assert to_bytes(from_bytes(to_bytes(PACK), Pack)) == to_bytes(PACK)


def test_an_iri_stays_an_iri() -> None:
    assert isinstance(from_bytes(to_bytes(PACK), Pack).things["nova"].iri, Iri)


@pytest.mark.parametrize("data", [b"", b"\x00", b"nonsense", to_bytes(PACK)[:-5], to_bytes({"id": 1})])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        from_bytes(data, Pack)


def test_what_has_no_form_in_bytes_is_refused() -> None:
    with pytest.raises(NotImplementedError):
        to_bytes(object())
