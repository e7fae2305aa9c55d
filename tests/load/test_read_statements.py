from __future__ import annotations

from tests.load.kitchen import Kitchen

RYE = "?s :Delivers-goods :rye-flour"


def test_two_sources_that_say_the_same_make_one_statement_with_two_claims(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        f"SELECT ?s ?source ?status {{ {RYE} ; kg:claim ?c . ?c kg:source ?source ; kg:status ?status }}"
    )
    assert len({statement for statement, _, _ in rows}) == 1
    assert [row[1:] for row in rows] == [("gazette", "claim"), ("ledger", "fact")]


def test_a_claim_names_the_file_and_the_line_that_hold_it(kitchen: Kitchen) -> None:
    rows = kitchen.ask(f"SELECT ?file ?line {{ {RYE} ; kg:claim [ kg:file ?file ; kg:line ?line ] }}")
    assert rows == [("facts/deliveries.csv", "2"), ("facts/deliveries.csv", "3")]


def test_a_claim_carries_the_days_on_which_its_source_may_have_appeared(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        f"SELECT ?first ?last {{ {RYE} ; kg:claim [ kg:source :gazette ; kg:publishedFirst ?first ; kg:publishedLast ?last ] }}"
    )
    assert rows == [("2024-04-01", "2024-06-30")]


def test_a_partial_date_is_kept_as_written_and_as_first_and_last_day(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        """SELECT ?from ?first ?last ?to ?end {
             ?s :Delivers-cake :honey-cake ; kg:claim ?c ;
                kg:validFrom ?from ; kg:validFromFirst ?first ; kg:validFromLast ?last ; kg:validTo ?to ; kg:validToLast ?end }"""
    )
    assert rows == [("2023", "2023-01-01", "2023-12-31", "2024-Q2", "2024-06-30")]


def test_a_period_is_kept_as_written_and_as_first_and_last_day(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        f"SELECT ?season ?first ?last {{ {RYE} ; :Delivers-season ?season ; :Delivers-season-first ?first ; :Delivers-season-last ?last }}"
    )
    assert rows == [("2024-Q1", "2024-01-01", "2024-03-31")]


def test_a_day_is_its_own_first_and_last_day(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        "SELECT ?first ?last { ?s :Delivers-goods :sugar ; kg:validFromFirst ?first ; kg:validFromLast ?last }"
    )
    assert rows == [("2024-03-30", "2024-03-30")]


def test_a_range_stands_in_the_base_unit_at_both_ends(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        """SELECT ?low ?high ?unit { ?s :Delivers-cake :honey-cake ; :Delivers-amount-base ?low ;
             :Delivers-amount_max-base ?high ; :Delivers-unit ?unit }"""
    )
    assert rows == [("24", "48", "dozen_sacks")]


def test_a_value_is_taken_from_the_first_column_that_is_filled(kitchen: Kitchen) -> None:
    rows = kitchen.ask("SELECT ?amount { ?s :Delivers-mill :water-mill ; :Delivers-amount ?amount }")
    assert rows == [("2",), ("5",)]


def test_a_fixed_value_is_taken_only_where_its_columns_allow(kitchen: Kitchen) -> None:
    rows = kitchen.ask("SELECT ?amount ?remark { ?s :Delivers-amount ?amount ; :Delivers-remark ?remark }")
    assert rows == [("5", "a lower bound")]


def test_a_column_may_choose_the_frame(kitchen: Kitchen) -> None:
    rows = kitchen.ask("SELECT ?cake ?part { ?s a :Contains ; :Contains-cake ?cake ; :Contains-ingredient ?part }")
    assert rows == [("honey-cake", "flour"), ("plain-cake", "flour")]


def test_an_open_role_has_no_triple(kitchen: Kitchen) -> None:
    assert kitchen.ask("SELECT ?s { ?s :Delivers-goods :sugar ; :Delivers-cake ?cake }") == []


def test_a_confidence_may_be_left_out(kitchen: Kitchen) -> None:
    rows = kitchen.ask(
        "SELECT ?status ?confidence { ?s :Delivers-bakery :hill-bakery ; kg:claim ?c . ?c kg:source :gazette ; "
        "kg:status ?status OPTIONAL { ?c kg:confidence ?confidence } }"
    )
    assert rows == [("fact", "")]
