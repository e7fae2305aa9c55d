"""The judge sees what is wrong with an answer."""

from msgspec.structs import replace

from kg.answer.answer import Answer, Cell, EntityCell, Row, Statement, ValueCell
from kg.query.query import Count, Describe, Exists, Facts, Fill, Form, Group, Holds, Noun, Query, Rank, Select, Total
from tests.property.engines import TODAY
from tests.property.judge import faults
from tests.reference.evaluate import evaluate
from tests.reference.story import say, tell

SUPPLIES = Holds("Supply", "supplier")
WORLD = tell(
    "acme:Firm beta:Firm lens:Component",
    say("Supply", "acme lens", id="1", amount=2.0, unit="dozen"),
    say("Supply", "beta lens", id="2", amount=1.0, unit="dozen"),
    say("Supply", "beta lens acme", id="d", premises="1"),
)
SUPPLIERS = Select(Noun("Firm", where=SUPPLIES))


def thing(name: str) -> EntityCell:
    return EntityCell(name, name, "Firm", {})


def answer(*rows: tuple[Cell, ...], **more: object) -> Answer:
    """An answer whose rows rest on the statement of the thing in their first cell."""
    behind = {"acme": "1", "beta": "2"}
    first = [next((cell.id for cell in row if isinstance(cell, EntityCell)), "") for row in rows]
    kept = [Row(row, (behind[name],)) for row, name in zip(rows, first, strict=True)]
    roles = {"1": {"supplier": "acme", "item": "lens"}, "2": {"supplier": "beta", "item": "lens"}}
    statements = {
        key: Statement(key, key, "Supply", {role: thing(filler) for role, filler in fillers.items()}, {})
        for key, fillers in roles.items()
    }
    return replace(Answer("", "en", {}, "rows", (), tuple(kept), statements), **more)  # type: ignore[arg-type]


def judged(form: Form, given: Answer, limit: int | None = None) -> list[str]:
    query = Query(form, limit=limit)
    return faults(given, evaluate(query, WORLD, TODAY), query, WORLD)


def test_a_right_answer_has_no_fault() -> None:
    assert not judged(SUPPLIERS, answer((thing("acme"),), (thing("beta"),)))


def test_a_missing_row_is_a_fault() -> None:
    assert judged(SUPPLIERS, answer((thing("acme"),))) == ["missing rows: [\"('beta',)\"]"]


def test_a_row_too_many_is_a_fault() -> None:
    right = answer((thing("acme"),), (thing("beta"),))
    assert "wrong rows" in judged(SUPPLIERS, replace(right, rows=(*right.rows, right.rows[0])))[0]


def test_a_stated_row_that_is_marked_as_derived_is_a_fault() -> None:
    right = answer((thing("acme"),), (thing("beta"),))
    marked = replace(right, rows=(replace(right.rows[0], derived="rule"), right.rows[1]))
    assert [fault.split(":")[0] for fault in judged(SUPPLIERS, marked)] == [
        "missing rows",
        "a derived row without a derived statement",
    ]


def test_a_row_without_all_of_its_evidence_is_a_fault() -> None:
    right = answer((thing("acme"),), (thing("beta"),))
    bare = replace(right, rows=(replace(right.rows[0], statements=()), right.rows[1]))
    assert "evidence" in judged(SUPPLIERS, bare)[0]


def test_evidence_that_is_not_in_the_world_is_a_fault() -> None:
    right = answer((thing("acme"),), (thing("beta"),))
    made_up = replace(right.statements["1"], roles={"supplier": thing("acme"), "item": thing("beta")})
    assert "not in the world" in judged(SUPPLIERS, replace(right, statements={**right.statements, "1": made_up}))[0]


def test_a_cut_must_be_said() -> None:
    cut = answer((thing("acme"),))
    assert judged(SUPPLIERS, cut, limit=1) == ["truncated is None with 1 of 2 rows"]
    assert not judged(SUPPLIERS, replace(cut, truncated="limit"), limit=1)


def test_numbers_are_compared_with_their_units() -> None:
    total = Total(Noun("Firm"), SUPPLIES, "amount")
    assert not judged(total, answer(number=3.0, unit="dozen"))
    assert not judged(total, answer(number=36.0, unit="pieces"))
    assert judged(total, answer(number=3.0, unit="usd"))
    assert judged(total, answer(number=3.0))
    assert judged(Count(SUPPLIERS.noun), answer(number=None))


def test_yes_is_not_the_same_as_not_documented() -> None:
    assert judged(Exists(SUPPLIERS.noun), answer(boolean=None))
    assert not judged(Exists(SUPPLIERS.noun), answer(boolean=True))


def test_ranks_must_be_in_order() -> None:
    rank = Rank(Noun("Firm"), SUPPLIES, "amount", 2)
    rows = ((thing("acme"), ValueCell(2.0, "dozen")), (thing("beta"), ValueCell(12.0, "pieces")))
    assert not judged(rank, answer(*rows))
    assert "order" in judged(rank, answer(*rows[::-1]))[0]


def test_groups_must_be_in_order() -> None:
    group = Group(Noun("Firm"), SUPPLIES, Fill("item", Noun()))
    rows = ((thing("acme"), ValueCell(1)), (thing("beta"), ValueCell(1)))
    assert not judged(group, answer(*rows))
    assert "order" in judged(group, answer(*rows[::-1]))[0]


def test_facts_are_compared_row_by_row() -> None:
    facts = Facts(Noun(names=("acme",)), SUPPLIES, ("amount",))
    given = answer((ValueCell(3.0, "dozen"), thing("acme")))
    assert judged(facts, replace(given, rows=(replace(given.rows[0], cells=given.rows[0].cells[:1]),)))


def test_descriptions_are_of_the_named_things() -> None:
    assert judged(Describe(("beta",)), answer((thing("acme"),)))
