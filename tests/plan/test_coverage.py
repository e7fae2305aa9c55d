"""How many things are asked about, and of how many anything is documented."""

from kg.answer.answer import Coverage
from kg.query.query import And, Count, Exists, Facts, Not, Noun, Number, Only, Select
from tests.run.story import ask, company, holds, supplies, thing


def test_a_negative_answer_counts_the_noun_without_the_condition(engine: str) -> None:
    answer = ask(Select(company(Not(supplies(("customer", "nova"))), "cloud")), engine)
    assert answer.coverage == Coverage(2, 0, "Supply")


def test_other_conditions_stay(engine: str) -> None:
    chinese = holds("InLand", "resident", ("land", "china"))
    answer = ask(Select(company(And((chinese, Not(supplies(("customer", "nova"))))))), engine)
    assert answer.coverage == Coverage(2, 2, "Supply")


def test_only_and_counting_carry_coverage(engine: str) -> None:
    assert ask(Select(company(supplies(("customer", "nova", Only())))), engine).coverage == Coverage(6, 3, "Supply")
    exactly = ask(Count(company(supplies(("customer", Noun(), Number("=", 1))))), engine)
    assert exactly.coverage == Coverage(6, 3, "Supply")


def test_an_empty_answer_carries_coverage(engine: str) -> None:
    assert ask(Select(company(supplies(("customer", "silent")))), engine).coverage == Coverage(6, 3, "Supply")


def test_who_means_what_may_fill_the_role(engine: str) -> None:
    answer = ask(Select(Noun(where=supplies(("customer", "silent")))), engine)
    assert answer.coverage == Coverage(6, 3, "Supply")


def test_not_documented_says_of_whom_anything_is(engine: str) -> None:
    answer = ask(Exists(thing("lumen", where=supplies(("customer", "atlas")))), engine)
    assert answer.coverage == Coverage(1, 1, "Supply")


def test_a_negation_inside_of_a_noun_is_the_one_that_counts(engine: str) -> None:
    buyers = thing("cloud", where=Not(holds("InLand", "resident")))
    answer = ask(Select(company(supplies(("customer", buyers)))), engine)
    assert answer.coverage is not None
    assert (answer.coverage.frame, answer.coverage.documented) == ("InLand", 1)


def test_an_answer_that_rests_on_statements_alone_carries_none(engine: str) -> None:
    assert ask(Select(company(supplies(("customer", "nova")))), engine).coverage is None


def test_no_facts_carry_coverage(engine: str) -> None:
    answer = ask(Facts(thing("silent"), holds("Measure", "subject"), ("value",)), engine)
    assert answer.coverage == Coverage(1, 0, "Measure")


def test_a_symmetric_frame_documents_either_end(engine: str) -> None:
    answer = ask(Select(company(Not(holds("Rival", "one", ("other", "nova"))))), engine)
    assert answer.coverage == Coverage(6, 2, "Rival")
