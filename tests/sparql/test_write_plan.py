from kg.plan.lower import lower
from kg.query.query import And, Context, Describe, Exists, Form, Not, Paths, Query, Select
from kg.sparql.write_plan import write_plan
from tests.run.story import PACK, company, period, store, supplies


def steps(form: Form, context: Context = Context()) -> list[str]:
    return [name for name, _ in write_plan(lower(Query(form, context), PACK))]


def test_steps_come_in_the_order_in_which_they_run() -> None:
    both = And((supplies(("customer", "nova")), supplies(("customer", "atlas"), chain=True)))
    names = steps(Select(company(both)))
    chain = [name for place in range(4) for name in (f"links {place}", f"ends {place}")]
    assert names == [*chain, "main", "evidence 2", "derived", "asked", "documented"]


def test_what_is_left_out_and_what_is_contrary_are_steps() -> None:
    denied = Exists(company(Not(supplies())))
    assert steps(denied, Context(as_of=period("2024"))) == [
        "main",
        "derived, left out 1",
        "stated, in place of 1",
        "contrary, opposite",
        "contrary, lapsed",
        "asked",
        "documented",
    ]


def test_a_description_has_literals_and_the_statements_of_each_frame() -> None:
    assert steps(Describe(("nova",)))[:3] == ["literals", "statements 1", "statements 2"]


def test_the_analysis_has_no_sparql() -> None:
    assert steps(Paths("a", "b")) == []


def test_each_text_is_a_query_that_both_engines_take() -> None:
    for _, text in write_plan(lower(Query(Select(company(Not(supplies(("item", "module")))))), PACK)):
        assert set(store("pyoxigraph").select(text).rows) == set(store("rdflib").select(text).rows)
