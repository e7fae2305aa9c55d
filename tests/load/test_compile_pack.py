from __future__ import annotations

import pytest

from kg.base.errors import PackError
from tests.load.kitchen import Kitchen


def test_a_compiled_pack_has_the_things_of_its_csv_and_rdf_files(kitchen: Kitchen) -> None:
    things = kitchen.compile().pack.things
    assert {"stone-mill", "upper-town", "wind-mill"} < set(things)
    assert list(things) == sorted(things)


def test_a_compiled_pack_has_its_sources(kitchen: Kitchen) -> None:
    sources = kitchen.compile().pack.sources
    assert list(sources) == ["gazette", "gossip", "ledger", "notice"]
    assert sources["ledger"].publisher == "Corner Bakery"


def test_the_same_facts_compile_to_the_same_bytes(kitchen: Kitchen) -> None:
    assert kitchen.compile() == kitchen.compile()


def test_every_file_is_counted(kitchen: Kitchen) -> None:
    assert kitchen.compile().counts == {
        "facts/towns.csv": 1,
        "facts/things.csv": 9,
        "facts/sources.csv": 3,
        "facts/market.ttl": 22,
        "facts/deliveries.csv": 5,
        "facts/recipes.csv": 2,
    }


def test_a_pack_with_mistakes_is_not_compiled_and_all_of_them_are_told(kitchen: Kitchen) -> None:
    kitchen.append("facts/recipes.csv", "contains,honey-cake,cinnamon,fact,,ledger")
    kitchen.append("facts/recipes.csv", "contains,,flour,fact,,ledger")
    with pytest.raises(PackError, match=r"facts/recipes.csv:4: 'cinnamon' is the id of no thing") as error:
        kitchen.compile()
    assert [found.code for found in error.value.diagnostics] == ["P010", "P012"]
