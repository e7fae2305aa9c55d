"""Facts and Sources on the story, on both engines."""

import pytest

from kg.answer.answer import Answer, EntityCell, ValueCell
from kg.query.query import Context, Facts, Noun, Sources
from kg.query.query import Test as QualifierTest
from tests.run.story import ask, company, evidence, holds, stated, supplies, thing

POWER = holds("Measure", "subject", tests=(QualifierTest("measure", "=", "power"),))


def table(answer: Answer) -> list[list[object]]:
    return [
        [cell.id if isinstance(cell, EntityCell) else cell.value if cell else None for cell in row.cells]
        for row in answer.rows
    ]


def test_one_row_a_statement(engine: str) -> None:
    answer = ask(Facts(thing("tower"), POWER, ("subject", "value", "value_max", "unit", "year")), engine)
    assert table(answer) == [["tower", 120, None, "kW", "2024"], ["tower-max", 130, 160, "kW", "2025-06"]]


def test_a_number_carries_its_unit_and_its_upper_end(engine: str) -> None:
    answer = ask(Facts(thing("tower-max", exact=True), POWER, ("value",)), engine)
    assert answer.rows[0].cells == (ValueCell(130, "kW", 160),)


def test_one_row_a_claim_where_sources_are_shown_the_surer_first(engine: str) -> None:
    answer = ask(
        Facts(
            thing("orion"), supplies(("item", "module-fast")), ("customer", "status", "source", "confidence", "date")
        ),
        engine,
    )
    assert table(answer) == [
        ["nova", "fact", "report", "high", "2024-03"],
        ["nova", "rumour", "blog", "low", "2025"],
    ]


def test_claims_that_are_not_let_in_are_left_out(engine: str) -> None:
    answer = ask(
        Facts(thing("orion"), supplies(("item", "module-fast")), ("status",)),
        engine,
        context=Context(statuses=("fact",)),
    )
    assert table(answer) == [["fact"]]


def test_dates_can_be_shown(engine: str) -> None:
    answer = ask(Facts(thing("vega"), supplies(("customer", "atlas")), ("valid_from", "valid_to")), engine)
    assert table(answer) == [["2022", "2023"]]


def test_columns_are_named_in_both_languages(engine: str) -> None:
    columns = ask(Facts(thing("orion"), supplies(), ("customer", "stage", "source")), engine).columns
    assert [column.name["zh"] for column in columns] == ["customer·", "stage·", "来源"]


def test_a_symmetric_statement_is_turned_so_that_the_thing_fills_its_role(engine: str) -> None:
    rivals = holds("Rival", "one")
    assert table(ask(Facts(thing("orion"), rivals, ("one", "other")), engine)) == [["orion", "vega"]]
    assert table(ask(Facts(thing("vega"), rivals, ("one", "other")), engine)) == [["vega", "orion"]]


def test_a_statement_that_two_things_take_part_in_has_one_row(engine: str) -> None:
    assert len(ask(Facts(company(), holds("Rival", "one"), ("one",)), engine).rows) == 1


def test_a_statement_of_a_thing_that_a_rule_brings_in_is_marked(engine: str) -> None:
    subject = company(supplies(("system", "tower")))
    answer = ask(Facts(subject, holds("Rival", "one"), ("one",)), engine)
    assert {row.derived for row in answer.rows} <= {None, "through-maker"}
    assert len(answer.rows) == 1


def test_derived_statements_have_rows_after_the_stated_ones(engine: str) -> None:
    answer = ask(Facts(company(), supplies(("system", "tower")), ("supplier",)), engine)
    assert [row.derived for row in answer.rows] == [None, "through-maker", "through-maker"]


def test_plain_triples_have_rows(engine: str) -> None:
    answer = ask(Facts(company(), holds("InLand", "resident", ("land", "usa")), ("resident", "land")), engine)
    assert table(answer) == [["nova", "usa"], ["vega", "usa"]]


def test_a_column_that_the_frame_lacks_is_an_error(engine: str) -> None:
    with pytest.raises(KeyError, match="nothing called"):
        ask(Facts(thing("orion"), supplies(), ("colour",)), engine)


def test_sources_are_those_of_the_claims(engine: str) -> None:
    answer = ask(Sources(company(), supplies(("customer", "nova"))), engine)
    assert stated(answer) == ["blog", "filing", "report"]
    assert evidence(answer, 0) == {"s1", "s2"}


def test_sources_that_are_not_let_in_are_left_out(engine: str) -> None:
    answer = ask(Sources(company(), supplies(("customer", "nova"))), engine, context=Context(statuses=("fact",)))
    assert stated(answer) == ["filing", "report"]


def test_a_source_is_called_by_its_title(engine: str) -> None:
    cell = ask(Sources(Noun(), supplies(("customer", "atlas"))), engine).rows[0].cells[0]
    assert cell == EntityCell(
        "filing", "https://example.org/story/filing", "Source", dict.fromkeys(("en", "zh"), "The filing")
    )
