"""What a context lets in, asked of the story on both engines."""

from datetime import date

from kg.query.query import And, Context, Not, Select
from tests.run.story import SAID, Said, ask, company, derived, evidence, holds, period, stated, supplies, thing

SUPPLIERS = Select(company(supplies(("customer", "nova"))))
ATLAS = Select(company(supplies(("customer", "atlas"))))
TARGETS = Select(thing(where=holds("Invests", "target")))
TOWER = Select(company(supplies(("item", "module"), ("system", "tower"))))


def test_as_of_counts_undated_statements_in(engine: str) -> None:
    assert stated(ask(SUPPLIERS, engine, context=Context(as_of=period("2021")))) == ["vega"]


def test_as_of_leaves_out_what_begins_later_and_what_ended_before(engine: str) -> None:
    assert stated(ask(ATLAS, engine, context=Context(as_of=period("2021")))) == []
    assert stated(ask(ATLAS, engine, context=Context(as_of=period("2023-12")))) == ["vega"]
    assert stated(ask(ATLAS, engine, context=Context(as_of=period("2024")))) == []


def test_during_leaves_out_what_has_no_beginning(engine: str) -> None:
    answer = ask(SUPPLIERS, engine, context=Context(during=period("2025")))
    assert stated(answer) == ["orion", "vega"]
    assert evidence(answer, 1) == {"s2"}


def test_an_event_is_during_the_period_of_its_beginning_alone(engine: str) -> None:
    assert stated(ask(TARGETS, engine, context=Context(during=period("2025")))) == ["orion"]
    assert stated(ask(TARGETS, engine, context=Context(as_of=period("2025")))) == ["lumen", "orion"]


def test_since_and_before_part_what_has_a_beginning(engine: str) -> None:
    assert stated(ask(SUPPLIERS, engine, context=Context(since=period("2025")))) == ["vega"]
    assert stated(ask(SUPPLIERS, engine, context=Context(before=period("2025")))) == ["orion"]


def test_a_status_is_of_a_claim(engine: str) -> None:
    assert stated(ask(SUPPLIERS, engine, context=Context(statuses=("rumour",)))) == ["orion"]
    assert stated(ask(SUPPLIERS, engine, context=Context(statuses=("fact",)))) == ["orion", "vega"]


def test_status_source_and_day_are_of_one_and_the_same_claim(engine: str) -> None:
    assert stated(ask(SUPPLIERS, engine, context=Context(statuses=("fact",), sources=("blog",)))) == []
    assert stated(ask(SUPPLIERS, engine, context=Context(statuses=("claim",), sources=("blog",)))) == ["vega"]


def test_known_on_counts_partial_dates_from_their_first_day(engine: str) -> None:
    assert stated(ask(SUPPLIERS, engine, context=Context(known_on=date(2024, 2, 28)))) == ["vega"]
    assert stated(ask(SUPPLIERS, engine, context=Context(known_on=date(2024, 3, 1)))) == ["orion", "vega"]


def test_a_source_without_a_date_is_not_known_to_have_been_there(engine: str) -> None:
    lasers = Select(company(supplies(("customer", "orion"))))
    assert stated(ask(lasers, engine, context=Context(known_on=date(2030, 1, 1)))) == []


def test_several_sources_stand_behind_the_same_roles(engine: str) -> None:
    assert stated(ask(SUPPLIERS, engine, context=Context(min_sources=2))) == ["orion"]
    twice = Said("s8", "Supply", {"supplier": "vega", "item": "module", "customer": "nova"}, begin="2024")
    assert stated(ask(SUPPLIERS, engine, context=Context(min_sources=2), said=(*SAID, twice))) == ["orion", "vega"]


def test_a_statement_with_one_more_role_is_no_second_source(engine: str) -> None:
    answer = ask(Select(company(supplies(("system", "tower")))), engine, context=Context(min_sources=2))
    assert stated(answer) == []


def test_sources_of_a_symmetric_statement_count_in_both_directions(engine: str) -> None:
    back = Said("r2", "Rival", {"one": "orion", "other": "vega"}, claims=(("blog", "claim", "low"),))
    rivals = Select(thing(where=holds("Rival", "one", ("other", "vega"))))
    assert stated(ask(rivals, engine, context=Context(min_sources=2))) == []
    assert stated(ask(rivals, engine, context=Context(min_sources=2), said=(*SAID, back))) == ["orion"]


def test_the_context_holds_inside_of_not(engine: str) -> None:
    noun = company(And((supplies(), Not(supplies(("customer", "nova"))))))
    assert stated(ask(Select(noun), engine)) == ["lumen"]
    assert stated(ask(Select(noun), engine, context=Context(statuses=("rumour",)))) == ["lumen"]
    assert stated(ask(Select(noun), engine, context=Context(before=period("2024")))) == ["lumen", "vega"]


def test_the_context_holds_for_each_link_of_a_chain(engine: str) -> None:
    chain = Select(company(supplies(("customer", "atlas"), chain=True)))
    assert stated(ask(chain, engine, context=Context(statuses=("fact",)))) == ["vega"]


def test_plain_triples_are_always_admitted(engine: str) -> None:
    noun = company(holds("InLand", "resident", ("land", "china")))
    assert stated(ask(Select(noun), engine, context=Context(statuses=("rumour",)))) == ["lumen", "orion"]


def test_a_derived_statement_needs_all_of_its_premises(engine: str) -> None:
    assert derived(ask(TOWER, engine, context=Context(known_on=date(2024, 2, 1)))) == []
    assert derived(ask(TOWER, engine, context=Context(statuses=("fact",)))) == ["orion", "vega"]
    assert derived(ask(TOWER, engine, context=Context(since=period("2024")))) == []


def test_directly_leaves_derived_statements_out(engine: str) -> None:
    assert derived(ask(TOWER, engine, context=Context(directly=True))) == []


def test_only_claims_that_are_let_in_are_shown(engine: str) -> None:
    answer = ask(SUPPLIERS, engine, context=Context(statuses=("fact",)))
    assert [claim.status for claim in answer.statements["s1"].claims] == ["fact"]
