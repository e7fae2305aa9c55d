"""A small supply story: what each form of question answers, and on which statements each row stands."""

from collections.abc import Mapping

import pytest

from kg.answer.answer import Answer, Coverage, EntityCell, ValueCell
from kg.base.dates import read_period
from kg.query.query import (
    Context,
    Count,
    Every,
    Exists,
    Facts,
    Fill,
    Form,
    Group,
    Holds,
    Not,
    Noun,
    Number,
    Only,
    Query,
    Rank,
    Select,
    Sources,
    Total,
)
from kg.store.store import Store
from tests.property.engines import TODAY, answer, stores
from tests.reference.story import say, tell
from tests.reference.world import World

FIRMS = Noun("Firm")
SUPPLIER = Holds("Supply", "supplier")
#: Acme and Beta supply Gamma, as sources say; that Delta does is concluded from what Acme does.
STORY = tell(
    "acme:Firm beta:Firm gamma:Firm delta:Firm lens:Component laser:Component norland:Land",
    say("Supply", "acme lens gamma", id="lenses", claims="blog=rumour wire=fact paper=fact", valid_from="2020"),
    say("Supply", "acme laser gamma", id="lasers", claims="blog=rumour", valid_from="2023"),
    say("Supply", "beta lens gamma", id="older", claims="paper=claim", valid_from="2019", valid_to="2021"),
    say("Supply", "delta lens gamma", id="concluded", premises="lenses"),
    say("Supply", "beta lens delta", id="other", claims="wire=fact", valid_from="2021-06"),
    say("In", "acme norland"),
    sources="paper=2022 blog=2023 wire=2024-02",
)


@pytest.fixture(params=["pyoxigraph", "rdflib"])
def engine(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


_OPEN: dict[str, Mapping[str, Store]] = {}


def ask(
    form: Form,
    context: Context | None = None,
    world: World = STORY,
    limit: int | None = None,
    engine: str = "pyoxigraph",
) -> Answer:
    if world is not STORY:
        return answer(Query(form, context or Context(), limit), world, stores(world)[engine])
    if "story" not in _OPEN:
        _OPEN["story"] = stores(STORY)
    return answer(Query(form, context or Context(), limit), STORY, _OPEN["story"][engine])


def to(name: str, cls: str = "Firm") -> Noun:
    return Noun(cls, where=Holds("Supply", "supplier", (Fill("customer", Noun(names=(name,))),)))


def only(name: str) -> Noun:
    return Noun("Firm", where=Holds("Supply", "supplier", (Fill("customer", Noun(names=(name,)), Only()),)))


def firm(name: str, noun: Noun) -> Noun:
    return Noun("Firm", (name,), noun.where)


def rows(found: Answer) -> list[tuple[object, ...]]:
    return [tuple(plain(cell) for cell in row.cells) for row in found.rows]


def plain(cell: object) -> object:
    match cell:
        case EntityCell():
            return cell.id
        case ValueCell():
            return cell.value
        case _:
            return cell


def evidence(found: Answer) -> list[tuple[str, ...]]:
    return [row.statements for row in found.rows]


def notes(found: Answer) -> list[str]:
    return [note["en"] for note in found.notes]


# ---------------------------------------------------------------- rows and what is behind them


def test_stated_rows_come_before_derived_ones(engine: str) -> None:
    found = ask(Select(to("gamma")), engine=engine)
    assert [(row.cells[0].id, row.derived) for row in found.rows if isinstance(row.cells[0], EntityCell)] == [
        ("acme", None),
        ("beta", None),
        ("delta", "inferred-Supply"),
    ]


def test_a_row_names_its_statements_the_strongest_first(engine: str) -> None:
    assert evidence(ask(Select(to("gamma")), engine=engine))[0] == ("lenses", "lasers")


def test_a_derived_row_names_the_statement_behind_it_too(engine: str) -> None:
    assert evidence(ask(Select(to("gamma")), engine=engine))[2] == ("concluded", "lenses")


def test_the_answer_holds_every_statement_of_its_rows() -> None:
    found = ask(Select(to("gamma")))
    assert {id for row in found.rows for id in row.statements} == set(found.statements)


def test_the_claims_of_a_statement_are_sorted_strongest_and_newest_first(engine: str) -> None:
    claims = ask(Select(to("gamma")), engine=engine).statements["lenses"].claims
    assert [(claim.source.id, claim.status) for claim in claims] == [
        ("wire", "fact"),
        ("paper", "fact"),
        ("blog", "rumour"),
    ]


def test_a_claim_tells_of_its_source() -> None:
    source = ask(Select(to("gamma"))).statements["older"].claims[0].source
    assert (source.title, source.date) == ("Title of paper", "2022")


def test_a_claim_tells_the_line_of_the_facts_that_holds_it() -> None:
    claim = ask(Select(to("gamma"))).statements["older"].claims[0]
    assert (claim.file, claim.line) == ("facts/story.csv", 1)


def test_a_statement_has_its_roles_and_dates() -> None:
    older = ask(Select(to("gamma"))).statements["older"]
    assert ({role: cell.id for role, cell in older.roles.items()}, older.valid_from, older.valid_to) == (
        {"supplier": "beta", "item": "lens", "customer": "gamma"},
        "2019",
        "2021",
    )


def test_a_derived_statement_names_its_rule_and_premises() -> None:
    concluded = ask(Select(to("gamma"))).statements["concluded"]
    assert (concluded.rule, concluded.premises, concluded.claims) == ("inferred-Supply", ("lenses",), ())


def test_a_plain_triple_is_evidence_as_well() -> None:
    found = ask(Select(Noun("Firm", where=Holds("In", "thing"))))
    assert [found.statements[id].frame for id in evidence(found)[0]] == ["In"]


def test_the_column_is_named_after_the_role() -> None:
    (column,) = ask(Select(to("gamma"))).columns
    assert (column.role, column.cls, dict(column.name)) == ("supplier", "Firm", {"en": "supplier", "zh": "supplier号"})


def test_directly_leaves_out_what_rules_derive(engine: str) -> None:
    assert rows(ask(Select(to("gamma")), Context(directly=True), engine=engine)) == [("acme",), ("beta",)]


def test_facts_have_a_row_for_each_statement() -> None:
    found = ask(Facts(FIRMS, SUPPLIER, ("supplier", "item", "customer")), Context(directly=True))
    assert sorted(rows(found)) == [
        ("acme", "laser", "gamma"),
        ("acme", "lens", "gamma"),
        ("beta", "lens", "delta"),
        ("beta", "lens", "gamma"),
    ]


def test_sources_are_listed_once() -> None:
    assert sorted(rows(ask(Sources(FIRMS, SUPPLIER)))) == [("blog",), ("paper",), ("wire",)]


# ---------------------------------------------------------------- numbers


def test_a_count_rests_on_stated_rows_alone(engine: str) -> None:
    assert ask(Count(to("gamma")), engine=engine).number == 2.0


def test_a_count_notes_what_rules_would_add(engine: str) -> None:
    assert notes(ask(Count(to("gamma")), engine=engine)) == [
        "Only what sources state is counted here; rules derive 1 more thing that would fit."
    ]


def test_a_count_has_what_it_counted_as_rows() -> None:
    assert rows(ask(Count(to("gamma")))) == [("acme",), ("beta",)]


def test_a_count_of_nothing_is_no_number() -> None:
    assert ask(Count(to("acme"))).number is None


def test_a_count_of_nothing_says_that_this_is_not_none() -> None:
    assert notes(ask(Count(to("acme")))) == ["None is documented; that does not mean that there is none."]


#: Two supplies in pieces, one in dozens, one in money, and one of which no amount is known.
SALES = (
    say("Supply", "acme lens gamma", id="a", amount=30.0, unit="pieces"),
    say("Supply", "beta lens gamma", id="b", amount=24.0, unit="pieces"),
    say("Supply", "gamma lens delta", id="c", amount=2.0, unit="dozen"),
)
UNKNOWN = say("Supply", "delta lens gamma", id="d")
MONEY = say("Supply", "delta lens acme", id="e", amount=5.0, unit="usd")
THINGS = "acme:Firm beta:Firm gamma:Firm delta:Firm lens:Component laser:Component"
PIECES = tell(THINGS, *SALES[:2], UNKNOWN)
AMOUNT = Total(FIRMS, SUPPLIER, "amount")


@pytest.mark.parametrize(("how", "number"), [("sum", 54.0), ("average", 27.0), ("minimum", 24.0), ("maximum", 30.0)])
def test_a_total_is_over_the_known_values(how: str, number: float) -> None:
    found = ask(Total(FIRMS, SUPPLIER, "amount", how), world=PIECES)  # type: ignore[arg-type]
    assert (found.number, found.unit) == (number, "pieces")


def test_a_total_says_how_many_values_are_unknown() -> None:
    assert notes(ask(AMOUNT, world=PIECES)) == ["1 of 3 statements give no amount; they are left out."]


def test_a_total_has_its_values_as_rows() -> None:
    assert rows(ask(AMOUNT, world=PIECES)) == [("acme", 30), ("beta", 24)]


@pytest.mark.parametrize("other", [SALES[2], MONEY], ids=["same dimension", "another dimension"])
def test_a_total_of_mixed_units_is_refused(other: object, engine: str) -> None:
    found = ask(AMOUNT, world=tell(THINGS, SALES[0], other), engine=engine)  # type: ignore[arg-type]
    assert (found.number, found.unit) == (None, None)


def test_a_total_that_is_refused_names_the_units() -> None:
    assert notes(ask(AMOUNT, world=tell(THINGS, *SALES))) == [
        "The values are in different units (dozen, pieces) and are not put together."
    ]


def test_a_total_of_nothing_is_no_number() -> None:
    found = ask(AMOUNT, world=tell(THINGS, UNKNOWN))
    assert (found.number, notes(found)) == (None, ["No amount is documented."])


def test_a_rank_compares_in_the_base_unit_and_keeps_ties(engine: str) -> None:
    found = ask(Rank(FIRMS, SUPPLIER, "amount", 2), world=tell(THINGS, *SALES), engine=engine)
    assert rows(found) == [("acme", 30), ("beta", 24), ("gamma", 2)]


def test_a_rank_without_a_tie_has_as_many_rows_as_asked() -> None:
    assert rows(ask(Rank(FIRMS, SUPPLIER, "amount", 1), world=tell(THINGS, *SALES))) == [("acme", 30)]


def test_a_rank_of_the_smallest_keeps_ties_as_well() -> None:
    found = ask(Rank(FIRMS, SUPPLIER, "amount", 1, smallest=True), world=tell(THINGS, *SALES))
    assert rows(found) == [("beta", 24), ("gamma", 2)]


def test_a_rank_over_two_dimensions_has_no_rows() -> None:
    assert ask(Rank(FIRMS, SUPPLIER, "amount", 1), world=tell(THINGS, *SALES, MONEY)).rows == ()


SUPPLIERS_OF = Holds("Supply", "customer")


def group(top: int | None = None) -> Group:
    return Group(FIRMS, SUPPLIERS_OF, Fill("supplier", FIRMS), top)


def test_a_group_counts_distinct_fillers_of_stated_statements(engine: str) -> None:
    assert rows(ask(group(), engine=engine)) == [("delta", 1), ("gamma", 2)]


def test_the_top_of_a_group_is_in_order_of_number() -> None:
    assert rows(ask(group(1))) == [("gamma", 2)]


def test_the_top_of_a_group_keeps_ties() -> None:
    assert rows(ask(group(1), world=tell(THINGS, *SALES[1:]))) == [("delta", 1), ("gamma", 1)]


def test_a_row_of_a_group_names_the_statements_counted() -> None:
    assert set(evidence(ask(group(1)))[0]) == {"lenses", "lasers", "older"}


# ---------------------------------------------------------------- yes, no, not documented


def test_what_is_stated_is_a_yes(engine: str) -> None:
    found = ask(Exists(firm("acme", to("gamma"))), engine=engine)
    assert (found.boolean, evidence(found)) == (True, [("lenses", "lasers")])


def test_what_is_not_documented_is_neither_yes_nor_no(engine: str) -> None:
    found = ask(Exists(firm("gamma", to("acme"))), engine=engine)
    assert (found.boolean, found.rows) == (None, ())


def test_what_only_a_rule_derives_is_not_a_yes() -> None:
    assert ask(Exists(firm("delta", to("gamma")))).boolean is None


def test_what_only_a_rule_derives_is_noted() -> None:
    assert notes(ask(Exists(firm("delta", to("gamma"))))) == [
        "Only what sources state is counted here; rules derive 1 more thing that would fit."
    ]


def test_a_supply_that_had_ended_contradicts_as_of_a_later_day(engine: str) -> None:
    found = ask(Exists(firm("beta", to("gamma"))), Context(as_of=read_period("2022")), engine=engine)
    assert (found.boolean, evidence(found)) == (False, [("older",)])


def test_a_supply_that_begins_later_contradicts_nothing() -> None:
    assert ask(Exists(firm("beta", to("gamma"))), Context(as_of=read_period("2018"))).boolean is None


def test_a_statement_contradicts_that_there_is_none() -> None:
    noun = firm("acme", Noun(where=Not(to("gamma").where)))  # type: ignore[arg-type]
    found = ask(Exists(noun))
    assert (found.boolean, evidence(found)) == (False, [("lenses", "lasers")])


def test_another_customer_contradicts_only() -> None:
    found = ask(Exists(firm("beta", only("gamma"))))
    assert (found.boolean, evidence(found)) == (False, [("other",)])


# ---------------------------------------------------------------- coverage


def test_a_negative_answer_tells_of_how_many_anything_is_documented(engine: str) -> None:
    found = ask(Select(Noun("Firm", where=Not(to("gamma").where))), engine=engine)  # type: ignore[arg-type]
    assert found.coverage == Coverage(4, 2, "Supply")


def test_only_tells_of_how_many_anything_is_documented() -> None:
    found = ask(Select(only("gamma")))
    assert (rows(found), found.coverage) == ([("acme",)], Coverage(4, 2, "Supply"))


@pytest.mark.parametrize("quantifier", [Number("=", 1), Number("<=", 2), Every()])
def test_a_quantifier_tells_of_how_many_anything_is_documented(quantifier: Number | Every) -> None:
    noun = Noun("Firm", where=Holds("Supply", "supplier", (Fill("item", Noun("Component"), quantifier),)))
    assert ask(Select(noun)).coverage == Coverage(4, 2, "Supply")


def test_an_empty_answer_tells_of_how_many_anything_is_documented() -> None:
    found = ask(Select(to("acme")))
    assert (found.rows, found.coverage) == ((), Coverage(4, 2, "Supply"))


def test_an_answer_with_rows_needs_no_coverage() -> None:
    assert ask(Select(to("gamma"))).coverage is None


def test_a_yes_or_no_without_either_tells_its_coverage() -> None:
    assert ask(Exists(firm("gamma", to("acme")))).coverage == Coverage(1, 0, "Supply")


# ---------------------------------------------------------------- time, status and sources

FILTERS: dict[str, tuple[Context, list[str]]] = {
    "as of 2019": (Context(as_of=read_period("2019")), ["beta"]),
    "as of 2020": (Context(as_of=read_period("2020")), ["acme", "beta"]),
    "as of 2022": (Context(as_of=read_period("2022")), ["acme"]),
    "since 2019": (Context(since=read_period("2019")), ["acme", "beta"]),
    "since 2020": (Context(since=read_period("2020")), ["acme"]),
    "since 2024": (Context(since=read_period("2024")), []),
    "before 2020": (Context(before=read_period("2020")), ["beta"]),
    "known on a day of 2021": (Context(known_on=read_period("2021").last), []),
    "known on a day of 2022": (Context(known_on=read_period("2022").last), ["acme", "beta"]),
    "facts": (Context(statuses=("fact",)), ["acme"]),
    "claims": (Context(statuses=("claim",)), ["beta"]),
    "forecasts": (Context(statuses=("forecast",)), []),
    "facts or claims": (Context(statuses=("fact", "claim")), ["acme", "beta"]),
    "by the blog": (Context(sources=("blog",)), ["acme"]),
    "by the paper": (Context(sources=("paper",)), ["acme", "beta"]),
    "facts by the blog": (Context(statuses=("fact",), sources=("blog",)), []),
    "by two sources": (Context(min_sources=2), ["acme"]),
    "by four sources": (Context(min_sources=4), []),
}


@pytest.mark.parametrize(("context", "expected"), FILTERS.values(), ids=FILTERS)
def test_only_what_the_context_admits_is_found(context: Context, expected: list[str], engine: str) -> None:
    found = ask(Select(to("gamma")), context, engine=engine)
    assert [
        row.cells[0].id for row in found.rows if isinstance(row.cells[0], EntityCell) and not row.derived
    ] == expected


def test_what_is_derived_falls_with_its_premise() -> None:
    found = ask(Select(to("gamma")), Context(statuses=("claim",)))
    assert [row.derived for row in found.rows] == [None]


def test_claims_that_the_context_does_not_admit_are_not_shown(engine: str) -> None:
    found = ask(Select(to("gamma")), Context(statuses=("fact",)), engine=engine)
    assert [claim.source.id for claim in found.statements["lenses"].claims] == ["wire", "paper"]


def test_statements_that_the_context_does_not_admit_are_no_evidence() -> None:
    assert evidence(ask(Select(to("gamma")), Context(statuses=("fact",), directly=True))) == [("lenses",)]


def test_the_statuses_let_in_are_said() -> None:
    assumed = ask(Select(to("gamma")), Context(statuses=("fact",))).assumed
    assert assumed is not None and assumed.statuses == ("fact",)


def test_the_day_of_the_answer_is_said() -> None:
    assumed = ask(Select(to("gamma"))).assumed
    assert assumed is not None and assumed.as_of == TODAY.isoformat()


def test_the_day_of_knowledge_is_said() -> None:
    assumed = ask(Select(to("gamma")), Context(known_on=TODAY)).assumed
    assert assumed is not None and assumed.known_on == TODAY.isoformat()


# ---------------------------------------------------------------- what is cut


def test_a_limit_keeps_the_first_rows() -> None:
    assert rows(ask(Select(to("gamma")), limit=1)) == [("acme",)]


def test_what_a_limit_cuts_is_said(engine: str) -> None:
    assert ask(Select(to("gamma")), limit=1, engine=engine).truncated == "limit: the first 1 of 3 rows"


def test_a_limit_keeps_only_the_statements_of_the_rows_shown() -> None:
    assert set(ask(Select(to("gamma")), limit=1).statements) == {"lenses", "lasers"}


def test_a_limit_that_cuts_nothing_is_not_said() -> None:
    assert ask(Select(to("gamma")), limit=3).truncated is None


def test_the_number_of_a_count_is_not_cut() -> None:
    found = ask(Count(to("gamma")), limit=1)
    assert (found.number, len(found.rows)) == (2.0, 1)
