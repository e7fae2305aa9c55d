"""What the conditions of a query mean, asked of the story on both engines."""

from kg.query.query import And, Every, Holds, Not, Noun, Number, Only, Or, Select
from tests.run.story import ask, company, derived, evidence, holds, stated, supplies, thing


def test_a_name_covers_what_is_of_its_kind(engine: str) -> None:
    assert stated(ask(Select(company(supplies(("item", "module"), ("customer", "nova")))), engine)) == ["orion", "vega"]


def test_an_exact_name_covers_itself_alone(engine: str) -> None:
    noun = thing("module", exact=True)
    assert stated(ask(Select(company(supplies(("item", noun), ("customer", "nova")))), engine)) == ["vega"]


def test_several_names_cover_any_of_them(engine: str) -> None:
    assert stated(ask(Select(company(supplies(("item", thing("laser", "module-fast"))))), engine)) == ["lumen", "orion"]


def test_a_word_for_a_kind_of_company_covers_companies_and_not_the_kind(engine: str) -> None:
    assert stated(ask(Select(company(None, "cloud")), engine)) == ["atlas", "nova"]


def test_a_noun_without_condition_covers_its_class(engine: str) -> None:
    assert stated(ask(Select(Noun("Land")), engine)) == ["china", "usa"]


def test_a_bare_noun_covers_every_thing_and_no_source(engine: str) -> None:
    found = stated(ask(Select(Noun()), engine))
    assert len(found) == 14
    assert "report" not in found


def test_all_parts_of_and_hold_each_in_a_statement_of_its_own(engine: str) -> None:
    both = And((supplies(("customer", "nova")), supplies(("customer", "atlas"))))
    answer = ask(Select(company(both)), engine)
    assert stated(answer) == ["vega"]
    assert evidence(answer) == {"s2", "s3", "s4"}


def test_or_takes_one_part_and_shows_only_what_holds(engine: str) -> None:
    either = Or((supplies(("item", "laser")), holds("InLand", "resident", ("land", "usa"))))
    answer = ask(Select(company(either)), engine)
    assert stated(answer) == ["lumen", "nova", "vega"]
    assert evidence(answer) == {"s5", "s6"}


def test_not_takes_away_and_shows_no_statement(engine: str) -> None:
    answer = ask(Select(company(Not(supplies(("customer", "nova"))))), engine)
    assert stated(answer) == ["atlas", "lumen", "nova", "silent"]
    assert answer.statements == {}


def test_not_beside_a_condition(engine: str) -> None:
    noun = company(And((Not(supplies(("item", "laser"))), supplies())))
    assert stated(ask(Select(noun), engine)) == ["orion", "vega"]


def test_not_of_or_denies_both(engine: str) -> None:
    neither = Not(Or((supplies(("item", "laser")), supplies(("item", "module")))))
    assert stated(ask(Select(company(neither)), engine)) == ["atlas", "nova", "silent"]


def test_double_negation_is_affirmation(engine: str) -> None:
    assert stated(ask(Select(company(Not(Not(supplies(("item", "laser")))))), engine)) == ["lumen"]


def test_not_of_a_quantified_condition(engine: str) -> None:
    several = Not(supplies(("customer", Noun(), Number(">=", 2))))
    assert stated(ask(Select(company(And((several, supplies())))), engine)) == ["orion"]


def test_not_in_an_arm_of_or_takes_away_from_that_arm_alone(engine: str) -> None:
    noun = company(Or((supplies(("item", "laser")), Not(supplies()))))
    assert stated(ask(Select(noun), engine)) == ["atlas", "lumen", "nova", "silent"]


def test_a_noun_inside_a_fill_has_its_own_condition_and_its_own_evidence(engine: str) -> None:
    answer = ask(Select(company(supplies(("customer", thing(where=supplies(("customer", "nova"))))))), engine)
    assert stated(answer) == ["lumen"]
    assert evidence(answer) == {"s5", "s6", "s1", "s2", "s3"}


def test_at_least_counts_distinct_fillers(engine: str) -> None:
    at_least_two = supplies(("customer", Noun(), Number(">=", 2)))
    answer = ask(Select(company(at_least_two)), engine)
    assert stated(answer) == ["lumen", "vega"]
    assert evidence(answer) == {"s5", "s6"}


def test_exactly_counts_under_the_other_fills(engine: str) -> None:
    exactly_one = supplies(("item", "module"), ("customer", Noun(), Number("=", 1)))
    assert stated(ask(Select(company(exactly_one)), engine)) == ["orion"]


def test_at_most_leaves_out_what_has_no_such_statement(engine: str) -> None:
    at_most_one = supplies(("customer", thing("cloud"), Number("<=", 1)))
    answer = ask(Select(company(at_most_one)), engine)
    assert stated(answer) == ["lumen", "orion"]  # silent supplies nothing; lumen no cloud provider, but others
    assert evidence(answer, 1) == {"s1"}


def test_fewer_than_is_one_less_than_at_most(engine: str) -> None:
    fewer_than_two = supplies(("customer", Noun(), Number("<", 2)))
    assert stated(ask(Select(company(fewer_than_two)), engine)) == ["orion"]


def test_nought_is_meant_when_it_is_said(engine: str) -> None:
    none = supplies(("customer", thing("cloud"), Number("=", 0)))
    assert stated(ask(Select(company(none)), engine)) == ["atlas", "lumen", "nova", "silent"]


def test_only_ignores_statements_that_leave_the_role_open(engine: str) -> None:
    only = supplies(("customer", thing("orion", "vega"), Only()))
    answer = ask(Select(company(only)), engine)
    assert stated(answer) == ["lumen"]
    assert evidence(answer) == {"s5", "s6"}


def test_only_fails_on_one_other_filler(engine: str) -> None:
    assert stated(ask(Select(company(supplies(("customer", "nova", Only())))), engine)) == ["orion"]


def test_only_looks_at_kinds(engine: str) -> None:
    assert stated(ask(Select(company(supplies(("item", "module", Only())))), engine)) == ["orion", "vega"]


def test_every_wants_each_that_the_noun_covers(engine: str) -> None:
    answer = ask(Select(company(supplies(("customer", company(None, "cloud"), Every())))), engine)
    assert stated(answer) == ["vega"]
    assert evidence(answer) == {"s2", "s3", "s4"}


def test_every_of_nothing_holds_of_nothing(engine: str) -> None:
    nobody = company(supplies(("item", "tower")))
    assert stated(ask(Select(company(supplies(("customer", nobody, Every())))), engine)) == []


def test_quantifiers_take_scope_from_left_to_right(engine: str) -> None:
    both = holds("Supply", "customer", ("supplier", thing("vega", "orion"), Every()), ("item", Noun(), Number("=", 1)))
    assert stated(ask(Select(company(both)), engine)) == ["nova"]


def test_a_symmetric_frame_is_matched_in_both_directions(engine: str) -> None:
    assert stated(ask(Select(thing(where=holds("Rival", "one", ("other", "vega")))), engine)) == ["orion"]
    assert stated(ask(Select(thing(where=holds("Rival", "one", ("other", "orion")))), engine)) == ["vega"]


def test_a_chain_leads_through_several_statements_and_shows_them(engine: str) -> None:
    answer = ask(Select(company(supplies(("customer", "atlas"), chain=True))), engine)
    assert stated(answer) == ["lumen", "vega"]
    assert evidence(answer, 0) == {"s6", "s4"}


def test_a_chain_of_plain_triples(engine: str) -> None:
    answer = ask(Select(thing(where=holds("KindOf", "narrower", ("broader", "module"), chain=True))), engine)
    assert stated(answer) == ["module-fast"]
    assert [answer.statements[id].frame for id in answer.rows[0].statements] == ["KindOf"]


def test_a_chain_to_anything_is_a_first_link(engine: str) -> None:
    answer = ask(Select(company(supplies(("customer", Noun()), chain=True))), engine)
    assert stated(answer) == ["lumen", "orion", "vega"]


def test_a_chain_that_leads_nowhere_finds_nothing(engine: str) -> None:
    assert stated(ask(Select(company(supplies(("customer", "lumen"), chain=True))), engine)) == []


def test_not_of_a_chain(engine: str) -> None:
    noun = company(And((supplies(), Not(supplies(("customer", "atlas"), chain=True)))))
    assert stated(ask(Select(noun), engine)) == ["orion"]


def test_a_rule_adds_rows_of_its_own(engine: str) -> None:
    answer = ask(Select(company(supplies(("item", "module"), ("system", "tower")))), engine)
    assert stated(answer) == ["vega"]
    assert derived(answer) == ["orion", "vega"]


def test_a_derived_row_stands_on_its_premises(engine: str) -> None:
    answer = ask(Select(company(supplies(("item", "module"), ("system", "tower")))), engine)
    orion = next(row for row in answer.rows if row.derived and answer.statements[row.statements[0]].id == "d1")
    made = next(id for id in orion.statements if answer.statements[id].frame == "Make")
    assert set(orion.statements) == {"d1", "s1", "q1", made}
    assert orion.derived == "through-maker"


def test_a_rule_that_only_restates_a_statement_adds_no_row(engine: str) -> None:
    assert derived(ask(Select(company(supplies(("customer", "nova")))), engine)) == []


def test_derived_statements_stand_in_under_or(engine: str) -> None:
    either = Or((supplies(("system", "tower")), supplies(("item", "laser"))))
    answer = ask(Select(company(either)), engine)
    assert (stated(answer), derived(answer)) == (["lumen", "vega"], ["orion", "vega"])


def test_derived_statements_stand_in_inside_of_a_noun(engine: str) -> None:
    sellers = thing(where=supplies(("system", "tower")))
    answer = ask(Select(company(supplies(("customer", sellers)))), engine)
    assert stated(answer) == ["lumen"]
    assert {"d1", "d2"} <= set(answer.statements)


def test_quantified_conditions_rest_on_what_is_stated(engine: str) -> None:
    answer = ask(Select(company(supplies(("system", "tower", Only())))), engine)
    assert (stated(answer), derived(answer)) == (["vega"], [])


def test_a_test_and_a_fill_belong_to_one_statement(engine: str) -> None:
    noun = company(Holds("Supply", "supplier", supplies(("customer", "nova")).fills))
    assert stated(ask(Select(noun), engine)) == ["orion", "vega"]
