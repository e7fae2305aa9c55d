"""From query to plan: pure, and with the shapes that engines are fast at."""

import pytest

from kg.plan.lower import lower
from kg.plan.plan import AnalysisPlan, DescribePlan, Plan, SearchPlan
from kg.query.query import (
    And,
    Compare,
    Context,
    Count,
    Describe,
    Every,
    Exists,
    Facts,
    Fill,
    Form,
    Group,
    Need,
    Not,
    Noun,
    Number,
    Only,
    Paths,
    Query,
    Rank,
    Select,
    Sources,
    Total,
)
from kg.sparql.write_plan import write_plan
from tests.run.story import PACK, company, holds, period, supplies, thing

NOVA = supplies(("customer", "nova"))
FORMS: tuple[Form, ...] = (
    Select(company(And((NOVA, Not(supplies(("item", "laser"))))))),
    Select(company(supplies(("customer", "atlas"), chain=True))),
    Select(company(supplies(("customer", company(None, "cloud"), Every()), ("item", Noun(), Number(">", 1))))),
    Count(company(supplies(("customer", "nova", Only())))),
    Exists(company(NOVA)),
    Describe(("nova",)),
    Facts(thing("tower"), holds("Measure", "subject"), ("value",)),
    Total(company(), NOVA, "quantity"),
    Group(company(), holds("Supply", "customer"), Fill("supplier", Noun())),
    Rank(thing(), holds("Measure", "subject"), "value", 2),
    Sources(company(), NOVA),
)


def plan(form: Form, context: Context = Context()) -> Plan:
    return lower(Query(form, context), PACK)


def main(form: Form, context: Context = Context()) -> str:
    return dict(write_plan(plan(form, context)))["main"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: type(form).__name__)
def test_the_same_query_gives_the_same_bytes(form: Form) -> None:
    context = Context(as_of=period("2025"), statuses=("fact", "claim"), min_sources=2)
    assert plan(form, context) == plan(form, context)
    assert write_plan(plan(form, context)) == write_plan(plan(form, context))


@pytest.mark.parametrize("form", [Paths("a", "b"), Need("a", "b"), Compare(("a", "b"))])
def test_what_sparql_cannot_do_is_left_to_the_analysis(form: Form) -> None:
    found = plan(form)
    assert isinstance(found, AnalysisPlan)
    assert (found.query, found.subject, found.preparations) == (Query(form), None, ())


def test_a_description_has_a_plan_of_its_own() -> None:
    assert isinstance(plan(Describe(("nova",))), DescribePlan)


def test_a_name_with_nothing_below_it_stands_in_the_pattern_itself() -> None:
    text = main(Select(company(supplies(("item", "laser")))))
    assert "story:Supply-item story:laser" in text
    assert "ofKind" not in text


def test_a_name_with_kinds_below_it_is_reached_through_of_kind() -> None:
    assert "?item_1 kg:ofKind story:module ." in main(Select(company(supplies(("item", "module")))))


def test_a_class_that_the_role_implies_is_not_asked_for() -> None:
    assert "story:Company" not in main(Select(company(NOVA)))


def test_a_class_that_nothing_implies_is_asked_for() -> None:
    assert "?thing a story:Company ." in main(Select(company(Not(NOVA))))


def test_several_names_are_values_and_no_filter() -> None:
    text = main(Select(company(supplies(("customer", thing("orion", "vega"))))))
    assert "VALUES ?customer_1 { story:orion story:vega }" in text
    assert "FILTER" not in text


def test_counting_is_grouped() -> None:
    text = main(Select(company(supplies(("customer", Noun(), Number(">=", 2))))))
    assert "GROUP BY ?thing HAVING (COUNT(DISTINCT ?customer_1) >= 2)" in text


def test_only_has_no_negated_inequality_inside_of_exists() -> None:
    assert "EXISTS" not in main(Select(company(supplies(("customer", "nova", Only())))))


def test_no_query_has_an_optional_part() -> None:
    assert not any("OPTIONAL" in text for form in FORMS for _, text in write_plan(plan(form)))


def test_the_thing_asked_about_is_repeated_inside_of_inner_selects() -> None:
    text = main(Select(company(supplies(("customer", Noun(), Number(">=", 2))), "vega")))
    assert text.count("VALUES ?thing { story:vega }") == 2


def test_conditions_with_statements_of_their_own_are_matched_one_by_one() -> None:
    found = plan(Select(company(And((NOVA, supplies(("customer", "atlas")))))))
    assert isinstance(found, SearchPlan)
    assert len(found.matches) == 2
    assert "FILTER EXISTS" in dict(write_plan(found))["main"]


def test_a_pack_without_rules_looks_for_no_derived_statements() -> None:
    from msgspec.structs import replace

    found = lower(Query(Select(company(NOVA))), replace(PACK, rules={}))
    assert isinstance(found, SearchPlan)
    assert found.derived is None


def test_a_role_that_the_frame_lacks_is_an_error() -> None:
    with pytest.raises(KeyError, match="no role"):
        plan(Select(thing(where=holds("Supply", "buyer"))))
