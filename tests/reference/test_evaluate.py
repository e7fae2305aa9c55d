"""Every form of question over small worlds, answers worked out by hand."""

from datetime import date

import pytest

from kg.base.dates import read_period
from kg.query.query import (
    Compare,
    Context,
    Count,
    Describe,
    Exists,
    Facts,
    Fill,
    Form,
    Group,
    Holds,
    Not,
    Noun,
    Query,
    Rank,
    Select,
    Sources,
    Total,
)
from tests.reference.evaluate import Expected, evaluate
from tests.reference.story import say, tell
from tests.reference.world import Statement

THINGS = "acme:Firm beta:Firm gamma:Firm delta:Firm lens:Component laser:Component"
FIRMS = Noun("Firm")
SUPPLIER = Holds("Supply", "supplier")


def ask(form: Form, *statements: Statement, context: Context | None = None) -> Expected:
    world = tell(THINGS, *statements, sources="paper blog")
    return evaluate(Query(form, context or Context()), world, date(2026, 1, 1))


def supplies(name: str, **more: object) -> Noun:
    return Noun("Firm", where=Holds("Supply", "supplier", (Fill("customer", Noun(names=(name,))),)), **more)  # type: ignore[arg-type]


def test_select_tells_stated_from_derived() -> None:
    answer = ask(
        Select(supplies("gamma")),
        say("Supply", "acme lens gamma", id="s"),
        say("Supply", "acme laser gamma", premises="s"),
        say("Supply", "beta lens gamma", premises="s"),
    )
    assert (answer.stated, answer.derived) == ({("acme",)}, {("beta",)})


def test_select_is_not_restricted_to_today() -> None:
    assert ask(Select(supplies("gamma")), say("Supply", "acme lens gamma", valid_to="2020")).stated == {("acme",)}


def test_select_as_of_a_day() -> None:
    context = Context(as_of=read_period("2021"))
    statement = say("Supply", "acme lens gamma", valid_to="2020")
    assert ask(Select(supplies("gamma")), statement, context=context).rows == ()


def test_a_row_that_needs_a_derived_condition_inside_is_derived() -> None:
    nested = Noun("Firm", where=Holds("Supply", "customer", (Fill("supplier", supplies("gamma")),)))
    answer = ask(
        Select(nested),
        say("Supply", "acme lens beta", id="s"),
        say("Supply", "acme lens gamma", premises="s"),
    )
    assert (answer.stated, answer.derived) == (set(), {("beta",), ("gamma",)})


def test_count_is_of_what_is_stated() -> None:
    stated = say("Supply", "acme lens gamma", id="s")
    assert ask(Count(supplies("gamma")), stated, say("Supply", "beta lens gamma", premises="s")).number == 1.0


def test_count_of_nothing_is_no_data() -> None:
    assert ask(Count(supplies("gamma"))).number is None


def test_exists_is_true_or_not_documented() -> None:
    stated = say("Supply", "acme lens gamma", id="s")
    assert ask(Exists(supplies("gamma")), stated).boolean is True
    assert ask(Exists(supplies("beta")), stated).boolean is None


def test_exists_rests_on_what_is_stated() -> None:
    stated = say("Supply", "acme lens gamma", id="s")
    derived = say("Supply", "acme lens beta", premises="s")
    assert ask(Exists(supplies("beta")), stated, derived).boolean is None


def test_describe_has_the_named_things_first() -> None:
    assert ask(Describe(("acme", "lens"))).stated == {("acme",), ("lens",)}


def test_facts_have_a_row_for_each_statement() -> None:
    answer = ask(
        Facts(FIRMS, SUPPLIER, ("supplier", "amount", "customer")),
        say("Supply", "acme lens gamma", id="s", amount=2.0, unit="dozen"),
        say("Supply", "acme laser gamma", amount=2.0, unit="dozen"),
        say("Supply", "beta laser -"),
        say("Supply", "delta laser -", premises="s"),
    )
    assert [(row.cells, row.derived) for row in answer.rows] == [
        (("acme", 2.0, "gamma"), False),
        (("acme", 2.0, "gamma"), False),
        (("beta", None, None), False),
        (("delta", None, None), True),
    ]


def test_facts_with_a_source_have_a_row_for_each_claim_that_counts() -> None:
    statement = say("Supply", "acme lens gamma", claims="paper=fact blog=rumour blog=fact")
    form = Facts(FIRMS, SUPPLIER, ("supplier", "source", "status"))
    assert len(ask(form, statement).rows) == 3
    assert ask(form, statement, context=Context(statuses=("fact",))).stated == {
        ("acme", "paper", "fact"),
        ("acme", "blog", "fact"),
    }


def test_a_symmetric_fact_is_one_row_read_from_the_subject() -> None:
    form = Facts(Noun(names=("beta",)), Holds("Alliance", "one"), ("one", "other"))
    assert ask(form, say("Alliance", "acme beta")).rows[0].cells == ("beta", "acme")
    assert len(ask(Facts(FIRMS, Holds("Alliance", "one"), ("one", "other")), say("Alliance", "acme beta")).rows) == 1


@pytest.mark.parametrize(("how", "number"), [("sum", 6.0), ("average", 3.0), ("minimum", 2.0), ("maximum", 4.0)])
def test_totals_are_over_the_statements_that_know(how: str, number: float) -> None:
    answer = ask(
        Total(FIRMS, SUPPLIER, "amount", how),  # type: ignore[arg-type]
        say("Supply", "acme lens gamma", amount=2.0, unit="dozen"),
        say("Supply", "beta lens gamma", amount=4.0, unit="dozen"),
        say("Supply", "delta lens gamma"),
    )
    assert (answer.number, answer.unit) == (number, "dozen")


def test_a_total_of_nothing_is_no_data() -> None:
    assert ask(Total(FIRMS, SUPPLIER, "amount"), say("Supply", "delta lens")) == Expected()


def test_a_total_of_mixed_units_is_refused() -> None:
    answer = ask(
        Total(FIRMS, SUPPLIER, "amount"),
        say("Supply", "acme lens", amount=2.0, unit="dozen"),
        say("Supply", "beta lens", amount=2.0, unit="usd"),
    )
    assert answer.refused


def test_a_symmetric_statement_is_counted_once_in_a_total() -> None:
    form = Sources(FIRMS, Holds("Alliance", "one"))
    assert ask(form, say("Alliance", "acme beta")).stated == {("paper",)}


def group(top: int | None) -> Group:
    return Group(FIRMS, Holds("Supply", "customer"), Fill("supplier", FIRMS), top)


SALES = (
    say("Supply", "acme lens delta", id="s"),
    say("Supply", "acme laser delta"),
    say("Supply", "beta lens delta"),
    say("Supply", "beta lens gamma"),
    say("Supply", "acme lens beta"),
    say("Supply", "gamma lens acme", premises="s"),
)


def test_group_counts_distinct_fillers_and_leaves_out_what_has_none() -> None:
    assert [row.cells for row in ask(group(None), *SALES).rows] == [("beta", 1.0), ("delta", 2.0), ("gamma", 1.0)]


def test_the_top_of_a_group_keeps_ties_with_the_last() -> None:
    assert [row.cells for row in ask(group(1), *SALES).rows] == [("delta", 2.0)]
    assert [row.cells for row in ask(group(2), *SALES).rows] == [("delta", 2.0), ("beta", 1.0), ("gamma", 1.0)]


AMOUNTS = (
    say("Supply", "acme lens", amount=30.0, unit="pieces"),
    say("Supply", "acme laser", amount=1.0, unit="dozen"),
    say("Supply", "beta lens", amount=2.0, unit="dozen"),
    say("Supply", "gamma lens", amount=24.0, unit="pieces"),
    say("Supply", "delta lens"),
)


def test_rank_takes_the_largest_of_each_in_the_base_unit_and_keeps_ties() -> None:
    rows = ask(Rank(FIRMS, SUPPLIER, "amount", 2), *AMOUNTS).rows
    assert [row.cells for row in rows] == [("acme", 30.0), ("beta", 24.0), ("gamma", 24.0)]


def test_rank_takes_the_smallest_of_each() -> None:
    assert [row.cells for row in ask(Rank(FIRMS, SUPPLIER, "amount", 1, smallest=True), *AMOUNTS).rows] == [
        ("acme", 12.0)
    ]


def test_rank_over_two_dimensions_is_refused() -> None:
    assert ask(Rank(FIRMS, SUPPLIER, "amount", 1), *AMOUNTS, say("Supply", "beta lens", amount=1.0, unit="usd")).refused


def test_sources_are_those_of_the_claims_that_count() -> None:
    statements = (say("Supply", "acme lens gamma", claims="paper=rumour blog=fact"), say("Supply", "beta lens"))
    form = Sources(Noun(names=("acme",)), SUPPLIER)
    assert ask(form, *statements).stated == {("paper",), ("blog",)}
    assert ask(form, *statements, context=Context(statuses=("fact",))).stated == {("blog",)}


def test_who_does_not_supply() -> None:
    noun = Noun("Firm", where=Not(SUPPLIER))
    assert ask(Select(noun), say("Supply", "acme lens")).stated == {("beta",), ("gamma",), ("delta",)}


def test_a_form_that_is_not_judged_says_so() -> None:
    with pytest.raises(AssertionError, match="does not judge"):
        ask(Compare(("acme", "beta")))
