"""Files as analysts have them: other encodings, marks, dates, numbers, names instead of ids."""

from __future__ import annotations

import pytest

from tests.load.kitchen import Kitchen, at

MORE = """
[[statements]]
file = "facts/more.csv"
frame = "Delivers"
roles = { mill = "mill", goods = "goods", bakery = "bakery" }
qualifiers = { amount = "amount", unit = "unit" }
valid = { from = "from" }
claim = { source = "source", status = "status" }
"""
HEADER = "mill,goods,bakery,amount,unit,from,source,status\n"


def more(kitchen: Kitchen, settings: str, rows: str, encoding: str = "utf-8") -> None:
    """Give the pack another file of deliveries, with settings of its own."""
    kitchen.append("facts.toml", MORE + settings)
    (kitchen.folder / "facts/more.csv").write_bytes(rows.encode(encoding))


def delivered(kitchen: Kitchen) -> list[tuple[str, ...]]:
    """What the other file states: mill, goods, amount, beginning."""
    return kitchen.ask(
        """SELECT ?mill ?goods ?amount ?from { ?s a :Delivers ; :Delivers-mill ?mill ; :Delivers-goods ?goods ;
           kg:claim [ kg:file "facts/more.csv" ] . OPTIONAL { ?s :Delivers-amount ?amount }
           OPTIONAL { ?s kg:validFrom ?from } }"""
    )


def test_a_file_may_have_its_own_encoding_and_delimiter(kitchen: Kitchen) -> None:
    header = HEADER.replace(",", ";")
    more(kitchen, 'encoding = "gb18030"\ndelimiter = ";"', f"{header}stone-mill;flour;;;;;ledger;fact\n", "gb18030")
    assert delivered(kitchen) == [("stone-mill", "flour", "", "")]


def test_bytes_of_another_encoding_are_noted_at_their_line(kitchen: Kitchen) -> None:
    more(kitchen, "", HEADER + "stone-mill,flour,面包,,,,ledger,fact\n", "gb18030")
    assert at(kitchen.only()) == ("P002", "facts/more.csv", 2)


def test_dates_are_read_in_the_forms_of_the_file(kitchen: Kitchen) -> None:
    rows = "stone-mill,flour,,,,03/2024,ledger,fact\nstone-mill,sugar,,,,30.3.2024,ledger,fact\n"
    more(kitchen, 'dates = ["MM/YYYY", "D.M.YYYY"]', HEADER + rows)
    assert [row[3] for row in delivered(kitchen)] == ["2024-03", "2024-03-30"]


def test_a_date_of_no_form_is_noted_with_its_column(kitchen: Kitchen) -> None:
    more(kitchen, 'dates = ["MM/YYYY"]', HEADER + "stone-mill,flour,,,,3-2024,ledger,fact\n")
    found = kitchen.only()
    assert (at(found), found.column) == (("P013", "facts/more.csv", 2), 21)


def test_numbers_are_read_with_the_marks_of_the_file(kitchen: Kitchen) -> None:
    settings = 'numbers = { decimal = ",", thousands = "." }'
    more(kitchen, settings, HEADER + 'stone-mill,flour,,"1.234,5",sacks,,ledger,fact\n')
    assert delivered(kitchen)[0][2] == "1234.5"


def test_a_cell_is_translated_into_what_the_pack_calls_it(kitchen: Kitchen) -> None:
    more(kitchen, 'values = { unit = { "dz." = "dozen_sacks" } }', HEADER + "stone-mill,flour,,2,dz.,,ledger,fact\n")
    assert kitchen.ask('SELECT ?n { ?s kg:claim [ kg:file "facts/more.csv" ] ; :Delivers-amount-base ?n }') == [("24",)]


def test_an_empty_cell_and_a_missing_column_have_their_defaults(kitchen: Kitchen) -> None:
    header = HEADER.replace(",status", "")
    more(kitchen, 'defaults = { status = "rumour", source = "ledger" }', header + "stone-mill,flour,,,,,\n")
    found = kitchen.ask(
        'SELECT ?source ?status { ?c kg:file "facts/more.csv" ; kg:source ?source ; kg:status ?status }'
    )
    assert found == [("ledger", "rumour")]


def test_a_cell_that_lists_things_states_each(kitchen: Kitchen) -> None:
    more(kitchen, 'lists = ["goods"]\nseparator = "/"', HEADER + "stone-mill,flour / sugar,,,,,ledger,fact\n")
    assert [row[1] for row in delivered(kitchen)] == ["flour", "sugar"]


def test_things_may_be_named_by_their_names(kitchen: Kitchen) -> None:
    more(kitchen, "by_name = true", HEADER + "stone mill,FLOUR,,,,,ledger,fact\n")
    assert [row[:2] for row in delivered(kitchen)] == [("stone-mill", "flour")]


def test_a_name_of_no_thing_is_noted_with_the_nearest(kitchen: Kitchen) -> None:
    more(kitchen, "by_name = true", HEADER + "stone mil,flour,,,,,ledger,fact\n")
    found = kitchen.only()
    assert (at(found), found.suggestions[0].text) == (("P041", "facts/more.csv", 2), "stone mill")


def test_a_name_of_several_things_is_noted_with_their_ids(kitchen: Kitchen) -> None:
    kitchen.append("facts.toml", '\n[[aliases]]\nfile = "facts/aliases.csv"\nthing = "thing"\nname = "name"\n')
    (kitchen.folder / "facts/aliases.csv").write_text("thing,name\nflour,meal\nsugar,meal\n", encoding="utf-8")
    more(kitchen, "by_name = true", HEADER + "stone-mill,meal,,,,,ledger,fact\n")
    assert "P042" in [found.code for found in kitchen.check()]


def test_aliases_may_stand_in_several_rows(kitchen: Kitchen) -> None:
    kitchen.append(
        "facts.toml",
        '\n[[aliases]]\nfile = "facts/aliases.csv"\nthing = "thing"\nname = "name"\nlang = { column = "lang" }\n',
    )
    rows = "thing,name,lang\nflour,meal,en\nflour,grist,en\nflour,粉,zh\n"
    (kitchen.folder / "facts/aliases.csv").write_text(rows, encoding="utf-8")
    words = kitchen.compile().pack.things["flour"].names
    assert (words["en"].others[-2:], "粉" in words["zh"].all) == (("meal", "grist"), True)


def test_an_id_may_be_made_of_columns(kitchen: Kitchen) -> None:
    kitchen.append(
        "facts.toml",
        '\n[[things]]\nfile = "facts/mills.csv"\nid = { columns = ["name", "town"], prefix = "m-" }\nclass = "Mill"\n'
        'labels = { en = "name" }\nunused = ["*"]\n',
    )
    (kitchen.folder / "facts/mills.csv").write_text("name,town,age\nOld Mill,Bad Aibling,300\n", encoding="utf-8")
    assert "m-old-mill-bad-aibling" in kitchen.compile().pack.things


@pytest.mark.parametrize(
    "setting",
    [
        'encoding = "utf-9"',
        'encoding = "hex"',
        'delimiter = ";;"',
        'separator = ""',
        "defaults = { status = 1 }",
        'values = { unit = "t" }',
        'dates = ["MM/DD"]',
        'numbers = { comma = "," }',
        'by_name = "yes"',
    ],
)
def test_a_setting_of_wrong_form_is_noted_at_its_line(kitchen: Kitchen, setting: str) -> None:
    more(kitchen, setting, HEADER)
    found = kitchen.only()
    key = setting.split(" ", maxsplit=1)[0]
    line = next(n for n, text in enumerate(kitchen.lines("facts.toml"), 1) if text.startswith(key))
    assert at(found) == ("P003", "facts.toml", line)
