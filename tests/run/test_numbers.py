"""Total, Rank and Group on the story, on both engines."""

from kg.answer.answer import Answer, EntityCell, ValueCell
from kg.query.query import Context, Fill, Group, Noun, Rank, Total
from kg.query.query import Test as QualifierTest
from tests.run.story import SAID, Said, ask, company, holds, stated, supplies, thing

POWER = holds("Measure", "subject", tests=(QualifierTest("measure", "=", "power"),))


def pairs(answer: Answer) -> list[tuple[str, object]]:
    found = []
    for row in answer.rows:
        thing_cell, value = row.cells
        assert isinstance(thing_cell, EntityCell)
        assert isinstance(value, ValueCell)
        found.append((thing_cell.id, value.value))
    return found


def notes(answer: Answer) -> str:
    return " ".join(note["en"] for note in answer.notes)


def test_a_sum_counts_each_statement_once(engine: str) -> None:
    answer = ask(Total(company(), supplies(("item", "module")), "quantity"), engine)
    assert (answer.number, answer.unit) == (250, "pieces")
    assert pairs(answer) == [("orion", 200), ("vega", 50)]


def test_a_sum_says_of_how_many_nothing_is_known(engine: str) -> None:
    answer = ask(Total(company(), supplies(("item", "module")), "quantity"), engine)
    assert "3 of 5 statements give no quantity" in notes(answer)


def test_other_ways_to_put_numbers_together(engine: str) -> None:
    modules = supplies(("item", "module"))
    assert ask(Total(company(), modules, "quantity", "average"), engine).number == 125
    assert ask(Total(company(), modules, "quantity", "minimum"), engine).number == 50
    assert ask(Total(company(), modules, "quantity", "maximum"), engine).number == 200


def test_mixed_units_are_refused(engine: str) -> None:
    answer = ask(Total(company(), supplies(), "quantity"), engine)
    assert (answer.number, answer.unit) == (None, None)
    assert "USD, pieces" in notes(answer)


def test_nothing_known_is_no_number(engine: str) -> None:
    answer = ask(Total(company(), supplies(("system", "tower")), "quantity"), engine)
    assert answer.number is None
    assert "No quantity is documented." in notes(answer)


def test_different_accounts_of_one_thing_are_pointed_out(engine: str) -> None:
    other = Said(
        "s8",
        "Supply",
        {"supplier": "orion", "item": "module-fast", "customer": "nova"},
        {"quantity": 300.0, "unit": "pieces"},
        "2024",
    )
    answer = ask(Total(thing("orion"), supplies(), "quantity"), engine, said=(*SAID, other))
    assert answer.number == 500
    assert "2 of the statements give different values" in notes(answer)


def test_a_rank_puts_values_of_one_dimension_in_order(engine: str) -> None:
    assert pairs(ask(Rank(Noun(), POWER, "value", 2), engine)) == [("tower-max", 130), ("tower", 120)]
    assert pairs(ask(Rank(Noun(), POWER, "value", 1, smallest=True), engine)) == [("module", 15)]


def test_a_rank_keeps_what_ties_with_the_last(engine: str) -> None:
    tie = Said("m5", "Measure", {"subject": "laser"}, {"measure": "power", "value": 120000.0, "unit": "W"})
    answer = ask(Rank(Noun(), POWER, "value", 2), engine, said=(*SAID, tie))
    assert [id for id, _ in pairs(answer)] == ["tower-max", "laser", "tower"]


def test_a_range_ranks_by_its_lower_end_and_is_shown_whole(engine: str) -> None:
    answer = ask(Rank(Noun(), POWER, "value", 1), engine)
    assert answer.rows[0].cells[1] == ValueCell(130, "kW", 160)
    assert "ranges" in notes(answer)


def test_different_dimensions_do_not_rank(engine: str) -> None:
    answer = ask(Rank(Noun(), holds("Measure", "subject"), "value", 3), engine)
    assert answer.rows == ()
    assert "money, power" in notes(answer)


def test_a_group_counts_distinct_fillers_and_leaves_out_things_without_any(engine: str) -> None:
    answer = ask(Group(company(), holds("Supply", "customer"), Fill("supplier", Noun())), engine)
    assert pairs(answer) == [("atlas", 1), ("nova", 2), ("orion", 1), ("vega", 1)]


def test_the_top_of_a_group_keeps_ties(engine: str) -> None:
    form = Group(company(), holds("Supply", "customer"), Fill("supplier", Noun()), top=2)
    assert pairs(ask(form, engine)) == [("nova", 2), ("atlas", 1), ("orion", 1), ("vega", 1)]


def test_a_group_counts_only_what_is_of_the_noun(engine: str) -> None:
    chinese = company(holds("InLand", "resident", ("land", "china")))
    answer = ask(Group(company(), holds("Supply", "customer"), Fill("supplier", chinese)), engine)
    assert pairs(answer) == [("nova", 1), ("orion", 1), ("vega", 1)]


def test_the_rows_of_a_group_show_what_was_counted(engine: str) -> None:
    answer = ask(Group(company(None, "cloud"), holds("Supply", "customer"), Fill("supplier", Noun())), engine)
    assert set(answer.rows[1].statements) == {"s1", "s2", "s3"}


def test_numbers_rest_on_what_is_stated_and_say_what_rules_would_add(engine: str) -> None:
    answer = ask(Group(Noun(), holds("Supply", "system"), Fill("supplier", Noun())), engine)
    assert pairs(answer) == [("tower-max", 1)]
    assert "rules derive 2 more statements" in notes(answer)


def test_directly_says_nothing_of_rules(engine: str) -> None:
    form = Group(Noun(), holds("Supply", "system"), Fill("supplier", Noun()))
    assert notes(ask(form, engine, context=Context(directly=True))) == ""


def test_the_limit_cuts_rows_and_not_the_number(engine: str) -> None:
    answer = ask(Total(company(), supplies(("item", "module")), "quantity"), engine, limit=1)
    assert (answer.number, len(answer.rows)) == (250, 1)
    assert stated(answer) == ["orion"]
