from __future__ import annotations

from tests.load.kitchen import Kitchen, at


def test_a_value_that_misses_its_shape_is_named_by_its_row(kitchen: Kitchen) -> None:
    line = kitchen.append("facts/deliveries.csv", "stone-mill,flour,,,-1,,,sacks,,,,,fact,,ledger")
    assert at(kitchen.only()) == ("P025", "facts/deliveries.csv", line)


def test_the_message_of_the_shape_is_told_in_the_language_asked_for(kitchen: Kitchen) -> None:
    kitchen.append("facts/deliveries.csv", "stone-mill,flour,,,-1,,,sacks,,,,,fact,,ledger")
    assert "Something is delivered." in kitchen.only().message("en")
    assert "须有所供。" in kitchen.only().message("zh")


def test_the_shapes_of_the_core_hold_in_every_pack(kitchen: Kitchen) -> None:
    kitchen.spoil("facts/market.ttl", 'dcterms:date "2025-01" .', 'dcterms:date "2025-01" ; kg:reliability "E" .')
    assert kitchen.only().code == "P025"


def test_a_pack_needs_no_shapes_of_its_own(kitchen: Kitchen) -> None:
    kitchen.spoil("pack.toml", 'shapes = ["shapes.ttl"]', "")
    kitchen.append("facts/deliveries.csv", "stone-mill,flour,,,-1,,,sacks,,,,,fact,,ledger")
    assert kitchen.check() == ()
