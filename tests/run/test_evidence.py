"""Statements with all that belongs to them, on both engines."""

from kg.answer.answer import Claim, Source
from kg.query.query import Select
from kg.run.evidence import strength
from tests.run.story import NAMESPACE, ask, company, holds, stated, supplies, thing


def test_a_statement_has_roles_in_the_order_of_the_frame(engine: str) -> None:
    statement = ask(Select(company(supplies(("system", "tower")))), engine).statements["s2"]
    assert [(role, cell.id) for role, cell in statement.roles.items()] == [
        ("supplier", "vega"),
        ("item", "module"),
        ("customer", "nova"),
        ("system", "tower-max"),
    ]


def test_a_statement_has_qualifiers_and_dates_as_written(engine: str) -> None:
    statement = ask(Select(company(supplies(("customer", "atlas")))), engine).statements["s4"]
    assert statement.qualifiers == {"stage": "ended", "quantity": 50, "unit": "pieces"}
    assert (statement.valid_from, statement.valid_to) == ("2022", "2023")
    assert (statement.frame, statement.iri) == ("Supply", NAMESPACE + "s4")


def test_claims_come_with_source_place_and_strongest_first(engine: str) -> None:
    claims = ask(Select(company(supplies(("customer", "nova")))), engine).statements["s1"].claims
    assert [(claim.status, claim.confidence) for claim in claims] == [("fact", "high"), ("rumour", "low")]
    source = Source("report", NAMESPACE + "report", "The report", date="2024-03")
    assert claims[0] == Claim("claim-s1-1", source, "fact", "high", "facts.csv", 3)


def test_a_derived_statement_names_rule_and_premises(engine: str) -> None:
    answer = ask(Select(company(supplies(("system", "tower")))), engine)
    found = answer.statements["d1"]
    assert (found.rule, found.claims) == ("through-maker", ())
    assert set(found.premises) == {"s1", "q1", *(id for id in found.premises if id.startswith("make-"))}
    assert set(found.premises) <= set(answer.statements)


def test_a_plain_triple_is_a_statement_without_iri_and_claims(engine: str) -> None:
    answer = ask(Select(company(holds("InLand", "resident", ("land", "china")))), engine)
    for statement in answer.statements.values():
        assert (statement.frame, statement.iri, statement.claims) == ("InLand", "", ())


def test_a_statement_is_as_strong_as_its_strongest_claim(engine: str) -> None:
    found = ask(Select(company(supplies())), engine).statements
    assert sorted(("s1", "s2", "s3", "s6"), key=lambda id: strength(found[id])) == ["s1", "s3", "s2", "s6"]


def test_more_statements_than_fit_into_one_query_are_all_fetched(engine: str) -> None:
    from tests.run.story import SAID, Said

    many = tuple(
        Said(f"x{n}", "Supply", {"supplier": "silent", "item": "laser", "customer": "atlas"}) for n in range(600)
    )
    answer = ask(Select(thing(where=supplies(("item", "laser"), ("customer", "atlas")))), engine, said=(*SAID, *many))
    assert stated(answer) == ["silent"]
    assert len(answer.statements) == 600
