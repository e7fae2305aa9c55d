from __future__ import annotations

import pytest

from kg.load.check import check
from kg.pack.resources import default_pack_folder
from tests.load.kitchen import Kitchen, at


def test_the_bakery_pack_is_sound(kitchen: Kitchen) -> None:
    assert kitchen.check() == ()


def test_the_shipped_pack_is_sound() -> None:
    assert check(default_pack_folder()) == ()


DELIVERIES = "facts/deliveries.csv"
THINGS = "facts/things.csv"


@pytest.mark.parametrize(
    ("code", "file", "row"),
    [
        ("P007", DELIVERIES, "stone-mill,flour"),
        ("P010", DELIVERIES, "stone-mil,flour,corner-bakery,,,,,,,,,,fact,,ledger"),
        ("P011", DELIVERIES, "corner-bakery,flour,,,,,,,,,,,fact,,ledger"),
        ("P012", DELIVERIES, "stone-mill,,corner-bakery,,,,,,,,,,fact,,ledger"),
        ("P013", DELIVERIES, "stone-mill,flour,,,,,,,,2024-13,,,fact,,ledger"),
        ("P013", DELIVERIES, "stone-mill,flour,,,,,,,,,2024-02-30,,fact,,ledger"),
        ("P013", DELIVERIES, "stone-mill,flour,,,,,,,,,,24,fact,,ledger"),
        ("P014", DELIVERIES, "stone-mill,flour,,,3,,,sack,,,,,fact,,ledger"),
        ("P015", DELIVERIES, "stone-mill,flour,,,3,,,dozen_sacks,fine,,,,fact,,ledger"),
        ("P016", DELIVERIES, "stone-mill,flour,,,,,,,finest,,,,fact,,ledger"),
        ("P016", DELIVERIES, "stone-mill,flour,,,,,,,,,,,truth,,ledger"),
        ("P016", DELIVERIES, "stone-mill,flour,,,,,,,,,,,fact,sure,ledger"),
        ("P017", DELIVERIES, "stone-mill,flour,,,three,,,sacks,,,,,fact,,ledger"),
        ("P023", DELIVERIES, "stone-mill,flour,,,,,,,,,2024,2023,fact,,ledger"),
        ("P024", DELIVERIES, "stone-mill,flour,,,,,,,,,,,fact,,legder"),
        ("P025", DELIVERIES, "stone-mill,flour,,,0,,,sacks,,,,,fact,,ledger"),
        ("P026", DELIVERIES, "water-mill,sugar,hill-bakery,,,,,,,,,,fact,high,gazette"),
        ("P027", DELIVERIES, "stone-mill,flour,,,3,,,,,,,,fact,,ledger"),
        ("P027", DELIVERIES, "stone-mill,flour,,,,,,sacks,,,,,fact,,ledger"),
        ("P028", DELIVERIES, "stone-mill,flour,,,,4,2,sacks,,,,,fact,,ledger"),
        ("P004", "facts/recipes.csv", "holds,honey-cake,sugar,fact,,ledger"),
        ("P004", THINGS, "ash-mill,Mil,Ash Mill,灰磨坊,,,,,,,,"),
        ("P008", THINGS, "ash mill,Mill,Ash Mill,灰磨坊,,,,,,,,"),
        ("P009", THINGS, "flour,Ingredient,white flour,白面粉,,,,,,,,"),
        ("P010", THINGS, "ash-mill,Mill,Ash Mill,灰磨坊,,,,lower-town,,,,"),
        ("P010", THINGS, "oat-flour,Ingredient,oat flour,燕麦面粉,,flower,,,,,,"),
        ("P011", THINGS, "oat-cake,Cake,oat cake,燕麦蛋糕,,,stone-mill,,,,,"),
        ("P019", THINGS, "ash-mill,Mill,,,,,,,,,,"),
        ("P020", THINGS, "ash-mill,Mill,HONEY cake,灰磨坊,,,,,,,,"),
        ("P009", "facts/sources.csv", "ledger,Another ledger,,,A"),
        ("P013", "facts/sources.csv", "letter,A letter,,yesterday,A"),
        ("P016", "facts/sources.csv", "letter,A letter,,,E"),
        ("P019", "facts/sources.csv", "letter,,,,A"),
        ("P021", "facts/ambiguous.csv", "Old Stone,stone-mill|water-mill,not so"),
    ],
)
def test_a_bad_row_is_named_by_its_file_and_line(kitchen: Kitchen, code: str, file: str, row: str) -> None:
    line = kitchen.append(file, row)
    assert at(kitchen.only()) == (code, file, line)


ONTOLOGY = "ontology.ttl"
MARKET = "facts/market.ttl"
MAPPING = "facts.toml"


@pytest.mark.parametrize(
    ("code", "file", "old", "new"),
    [
        ("P002", "pack.toml", 'id = "bakery"', "id = bakery"),
        ("P002", ONTOLOGY, ":Mill a owl:Class ;", ":Mill a owl:Class"),
        ("P002", MARKET, "[ kg:source :notice ;", "[ kg:source :notice"),
        ("P002", MAPPING, 'kinds = "kind"', "kinds ="),
        ("P004", MAPPING, 'role = "cake"', 'role = "cook"'),
        ("P004", MAPPING, 'frame = "Delivers"', 'frame = "Delivery"'),
        ("P004", MAPPING, 'notes = { en = "note" }', 'remarks = { en = "note" }'),
        ("P004", MAPPING, 'grade = "grade"', 'colour = "grade"'),
        ("P004", MAPPING, 'class = "Town"', 'class = "City"'),
        ("P004", ONTOLOGY, "kg:range :Mill", "kg:range :Windmill"),
        ("P004", ONTOLOGY, 'kg:asks "mill" ;', 'kg:asks "miller" ;'),
        ("P004", ONTOLOGY, 'kg:type "period"', 'kg:type "time"'),
        ("P004", ONTOLOGY, "kg:without :Delivers-cake", "kg:without :Delivers-pie"),
        ("P004", ONTOLOGY, "[ a :Bakes ;", "[ a :Baking ;"),
        ("P014", ONTOLOGY, 'kg:units ( "sacks" )', 'kg:units ( "bags" )'),
        ("P018", THINGS, "flour,Ingredient,flour,面粉,,,", "flour,Ingredient,flour,面粉,,rye-flour,"),
        ("P029", ONTOLOGY, '"?inside" ; :Delivers-bakery "?baker" ; :Delivers-cake', '"?in" ; :Delivers-cake'),
        ("P030", ONTOLOGY, "{mill} brings {goods}", "{mill} brings {flour}"),
        ("P010", MARKET, ":Delivers-mill :wind-mill", ":Delivers-mill :ghost-mill"),
        ("P013", MARKET, 'kg:validFrom "2025-01"', 'kg:validFrom "January"'),
        ("P024", MARKET, "kg:source :notice", "kg:source :rumour"),
    ],
)
def test_a_planted_fault_is_named_by_its_file_and_line(
    kitchen: Kitchen, code: str, file: str, old: str, new: str
) -> None:
    kitchen.spoil(file, old, new)
    lines = [number for number, line in enumerate(kitchen.lines(file), 1) if new in line]
    found = kitchen.only()
    assert (found.code, found.file) == (code, file)
    assert found.line in lines


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('facts = "facts.toml"', 'facts = "fact.toml"', "fact.toml"),
        ("facts/market.ttl", "facts/markt.ttl", "facts/markt.ttl"),
        ("shapes.ttl", "shape.ttl", "shape.ttl"),
        ("ambiguous.csv", "doubtful.csv", "facts/doubtful.csv"),
    ],
)
def test_a_file_that_is_not_there_is_named(kitchen: Kitchen, old: str, new: str, named: str) -> None:
    kitchen.spoil("pack.toml", old, new)
    assert (kitchen.only().code, dict(kitchen.only().values)["path"]) == ("P001", named)


def test_a_missing_table_of_things_hides_what_would_follow_from_it(kitchen: Kitchen) -> None:
    (kitchen.folder / "facts/towns.csv").unlink()
    assert at(kitchen.only()) == ("P001", "facts/towns.csv", 0)


def test_a_column_that_nothing_reads_is_named(kitchen: Kitchen) -> None:
    kitchen.spoil(MAPPING, 'unused = ["checked"]', "")
    assert (*at(kitchen.only()), kitchen.only().column) == ("P005", THINGS, 1, 65)


def test_a_column_that_the_mapping_wants_and_the_file_lacks_is_named(kitchen: Kitchen) -> None:
    kitchen.spoil(MAPPING, 'season = "season"', 'season = "time_of_year"')
    assert [at(found) for found in kitchen.check()] == [("P006", DELIVERIES, 1), ("P005", DELIVERIES, 1)]


def test_a_name_that_is_no_longer_shared_makes_the_list_stale(kitchen: Kitchen) -> None:
    kitchen.spoil(THINGS, "Old Stone|Stone", "Old Stone")
    assert at(kitchen.only()) == ("P021", "facts/ambiguous.csv", 2)


def test_all_mistakes_come_at_once_in_the_order_of_file_and_line(kitchen: Kitchen) -> None:
    last = kitchen.append(DELIVERIES, "stone-mil,flower,,,three,,,sacks,,,,,truth,,legder")
    first = kitchen.append("facts/ambiguous.csv", "Nobody,stone-mill,no name of it")
    assert [at(found) for found in kitchen.check()] == [
        ("P021", "facts/ambiguous.csv", first),
        *[(code, DELIVERIES, last) for code in ("P010", "P010", "P017", "P016", "P024")],
    ]


def test_a_mistake_names_the_column_in_which_it_stands(kitchen: Kitchen) -> None:
    kitchen.append(DELIVERIES, 'stone-mill,"flour",corner-baker,,,,,,,,,,fact,,ledger')
    assert kitchen.only().column == len('stone-mill,"flour",') + 1


def test_a_mistake_offers_what_may_have_been_meant(kitchen: Kitchen) -> None:
    kitchen.append(DELIVERIES, "stone-mil,flour,,,,,,,,,,,fact,,ledger")
    assert kitchen.only().suggestions[0].text == "stone-mill"


def test_a_mistake_is_told_with_its_remedy_in_both_languages(kitchen: Kitchen) -> None:
    kitchen.append(DELIVERIES, "stone-mill,flour,,,,,,,,2024-13,,,fact,,ledger")
    found = kitchen.only()
    assert (found.message("en"), found.message("zh")) == ("'2024-13' is not a date.", "“2024-13”不是日期。")
    assert "2024-Q1" in found.remedy("en")
    assert "2024-Q1" in found.remedy("zh")
