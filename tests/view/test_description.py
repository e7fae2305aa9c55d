from kg.view.description import other_names, portraits, unsaid
from tests.view.story import PACK, cell, description


def portrait(lang="en"):
    return next(portraits(description(lang), PACK, lang))


def test_a_portrait_has_the_label_in_the_other_language_too():
    assert (portrait().title, portrait().other) == ("Old Mill", "老磨坊")


def test_a_portrait_names_the_class():
    assert portrait("zh").cls == "商号"


def test_a_portrait_has_other_names_and_tickers():
    assert portrait().facts[0] == ("Also", ("the mill", "MLL"))


def test_a_portrait_has_the_kinds_by_their_labels():
    assert portrait("zh").facts[1] == ("种类", ("磨坊类",))


def test_a_portrait_has_what_no_statement_says():
    assert portrait().facts[2] == ("note", ("older than the village",))


def test_statements_are_grouped_in_the_order_of_the_frames():
    assert portrait().statements == (("delivery", ("d1", "d2")), ("share", ("h1",)), ("rivalry", ("r1",)))


def test_only_the_first_column_is_described():
    assert [one.thing.id for one in portraits(description(), PACK, "en")] == ["mill"]


def test_a_row_that_rests_on_a_statement_is_not_said_twice():
    assert unsaid(cell("mill"), description(), PACK, "en") == (("note", "older than the village"),)


def test_a_thing_that_the_pack_does_not_know_has_no_other_names():
    from msgspec.structs import replace

    assert other_names(replace(cell("mill"), id="unknown"), PACK) == ()
