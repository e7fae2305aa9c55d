"""Select, Count and Exists on the story, on both engines."""

from kg.answer.answer import EntityCell
from kg.query.query import And, Context, Count, Exists, Not, Noun, Number, Only, Select
from tests.run.story import SAID, Said, ask, company, derived, evidence, holds, period, stated, supplies, thing

TO_NOVA = company(supplies(("customer", "nova")))


def test_rows_are_in_the_order_of_their_labels(engine: str) -> None:
    assert stated(ask(Select(company(supplies())), engine)) == ["lumen", "orion", "vega"]


def test_stated_rows_come_before_derived_ones(engine: str) -> None:
    answer = ask(Select(company(supplies(("system", "tower")))), engine)
    assert [row.derived for row in answer.rows] == [None, "through-maker", "through-maker"]


def test_the_column_is_named_after_the_role(engine: str) -> None:
    (column,) = ask(Select(TO_NOVA), engine).columns
    assert (column.role, column.cls, column.name["en"]) == ("supplier", "Company", "supplier")


def test_a_cell_holds_label_and_class(engine: str) -> None:
    cell = ask(Select(TO_NOVA), engine).rows[0].cells[0]
    assert cell == EntityCell("orion", "https://example.org/story/orion", "Company", {"en": "Orion", "zh": "Orion公司"})


def test_a_row_has_its_statements_the_strongest_first(engine: str) -> None:
    assert ask(Select(TO_NOVA), engine).rows[1].statements == ("s3", "s2")


def test_the_limit_keeps_the_first_rows_and_says_so(engine: str) -> None:
    answer = ask(Select(company(supplies())), engine, limit=2)
    assert stated(answer) == ["lumen", "orion"]
    assert answer.truncated == "limit: the first 2 of 3 rows"
    assert set(answer.statements) == {"s1", "s5", "s6", "s7"}


def test_a_limit_that_cuts_nothing_says_nothing(engine: str) -> None:
    assert ask(Select(TO_NOVA), engine, limit=2).truncated is None


def test_a_number_counts_things_and_shows_them(engine: str) -> None:
    answer = ask(Count(TO_NOVA), engine)
    assert (answer.kind, answer.number) == ("number", 2)
    assert stated(answer) == ["orion", "vega"]


def test_a_number_rests_on_stated_rows_and_says_what_rules_would_add(engine: str) -> None:
    answer = ask(Count(company(supplies(("system", "tower")))), engine)
    assert answer.number == 1
    assert [note["en"] for note in answer.notes] == [
        "Only what sources state is counted here; rules derive 1 more thing that would fit."
    ]


def test_nothing_documented_is_no_number(engine: str) -> None:
    answer = ask(Count(company(supplies(("customer", "silent")))), engine)
    assert answer.number is None
    assert "does not mean that there is none" in answer.notes[0]["en"]


def test_yes_is_shown_by_its_statements(engine: str) -> None:
    answer = ask(Exists(thing("orion", where=supplies(("customer", "nova")))), engine)
    assert (answer.kind, answer.boolean, evidence(answer)) == ("boolean", True, {"s1"})


def test_silence_is_neither_yes_nor_no(engine: str) -> None:
    assert ask(Exists(thing("orion", where=supplies(("customer", "atlas")))), engine).boolean is None


def test_yes_or_no_says_what_rules_would_add(engine: str) -> None:
    answer = ask(Exists(thing("orion", where=supplies(("system", "tower")))), engine)
    assert answer.boolean is None
    assert "rules derive 1 more thing" in answer.notes[0]["en"]


def test_what_ended_by_its_stage_is_a_no(engine: str) -> None:
    answer = ask(Exists(thing("vega", where=supplies(("customer", "atlas")))), engine)
    assert (answer.boolean, evidence(answer)) == (False, {"s4"})


def test_what_ended_held_on_a_day_before(engine: str) -> None:
    question = Exists(thing("vega", where=supplies(("customer", "atlas"))))
    assert ask(question, engine, context=Context(as_of=period("2023"))).boolean is True
    assert ask(question, engine, context=Context(as_of=period("2024-06"))).boolean is False
    assert ask(question, engine, context=Context(as_of=period("2021"))).boolean is None


def test_what_has_an_end_and_no_such_stage_stays_a_yes(engine: str) -> None:
    once = Said("s9", "Supply", {"supplier": "orion", "item": "laser", "customer": "atlas"}, begin="2020", end="2021")
    question = Exists(thing("orion", where=supplies(("customer", "atlas"))))
    assert ask(question, engine, said=(*SAID, once)).boolean is True
    assert ask(question, engine, said=(*SAID, once), context=Context(during=period("2024"))).boolean is False


def test_a_statement_says_no_to_a_denial(engine: str) -> None:
    answer = ask(Exists(thing("orion", where=Not(supplies(("customer", "nova"))))), engine)
    assert (answer.boolean, evidence(answer)) == (False, {"s1"})


def test_another_filler_says_no_to_only(engine: str) -> None:
    answer = ask(Exists(thing("vega", where=supplies(("customer", "nova", Only())))), engine)
    assert (answer.boolean, evidence(answer)) == (False, {"s4"})


def test_too_many_say_no_to_exactly_and_too_few_say_nothing(engine: str) -> None:
    def exactly(count: int) -> Exists:
        return Exists(thing("vega", where=supplies(("customer", Noun(), Number("=", count)))))

    assert ask(exactly(1), engine).boolean is False
    assert ask(exactly(2), engine).boolean is True
    assert ask(exactly(3), engine).boolean is None


def test_either_part_of_and_can_be_contradicted(engine: str) -> None:
    both = And((supplies(("customer", "nova")), Not(supplies(("item", "module")))))
    assert ask(Exists(thing("vega", where=both)), engine).boolean is False


def test_negation_says_what_rules_would_change(engine: str) -> None:
    noun = company(And((supplies(), Not(supplies(("system", "tower"))))))
    answer = ask(Select(noun), engine)
    assert stated(answer) == ["lumen", "orion"]
    assert "rules derive 1 more statement " in answer.notes[0]["en"]


def test_a_thing_may_be_stated_and_derived(engine: str) -> None:
    answer = ask(Select(company(supplies(("system", "tower")))), engine)
    assert (stated(answer), derived(answer)) == (["vega"], ["orion", "vega"])
    assert answer.entities == ("vega", "orion")


def test_plain_triples_are_evidence(engine: str) -> None:
    answer = ask(Select(company(holds("InLand", "resident", ("land", "usa")))), engine)
    (statement,) = (answer.statements[id] for id in answer.rows[0].statements)
    assert {role: cell.id for role, cell in statement.roles.items()} == {"resident": "nova", "land": "usa"}
