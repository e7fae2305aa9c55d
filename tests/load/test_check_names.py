from __future__ import annotations

from tests.load.kitchen import Kitchen, at


def test_a_shared_name_may_be_listed(kitchen: Kitchen) -> None:
    kitchen.append("facts/things.csv", "oat-cake,Cake,Rye,燕麦蛋糕,,,corner-bakery,,,,,")
    kitchen.append("facts/ambiguous.csv", "rye,rye-flour|oat-cake,the flour and the cake of it")
    assert kitchen.check() == ()


def test_letter_case_and_width_make_no_other_name(kitchen: Kitchen) -> None:
    line = kitchen.append("facts/things.csv", "oat-cake,Cake,ＲＹＥ,燕麦蛋糕,,,corner-bakery,,,,,")
    assert at(kitchen.only()) == ("P020", "facts/things.csv", line)
    assert "rye-flour, oat-cake" in kitchen.only().message()


def test_without_a_list_every_shared_name_is_a_mistake(kitchen: Kitchen) -> None:
    kitchen.spoil("pack.toml", 'ambiguous = "facts/ambiguous.csv"', "")
    assert kitchen.only().code == "P020"


def test_one_thing_may_have_one_name_twice(kitchen: Kitchen) -> None:
    kitchen.append("facts/things.csv", "oat-cake,Cake,oat cake,oat cake,OAT CAKE,,corner-bakery,,,,,")
    assert kitchen.check() == ()
