"""What every answer says of itself."""

from dataclasses import dataclass

import pytest

from kg.answer.answer import Assumed
from kg.base.errors import BudgetError
from kg.plan.lower import lower
from kg.query.query import Context, Form, Paths, Query, Select
from kg.run.run import run
from kg.store.store import Store, Table
from tests.run.story import PACK, TODAY, ask, company, period, store, supplies

TO_NOVA = Select(company(supplies(("customer", "nova"))))
STATUSES = ("fact", "claim", "forecast", "rumour")


@dataclass
class Slow:
    """A store that is out of time after so many queries."""

    store: Store
    queries: int
    name: str = "slow"

    def select(self, sparql: str, *, seconds: float = 30.0) -> Table:
        self.queries -= 1
        if self.queries < 0:
            raise BudgetError("out of time")
        return self.store.select(sparql, seconds=seconds)

    def ask(self, sparql: str, *, seconds: float = 30.0) -> bool:
        raise NotImplementedError

    def nquads(self) -> bytes:
        raise NotImplementedError


def slowly(form: Form, queries: int):  # type: ignore[no-untyped-def]
    query = Query(form)
    slow = Slow(store("pyoxigraph"), queries)
    words = {"question": "?", "language": "en", "reading": {}, "today": TODAY}
    return run(query, lower(query, PACK), slow, PACK, **words)  # type: ignore[arg-type]


def test_an_answer_says_when_it_was_given_and_what_it_let_in(engine: str) -> None:
    answer = ask(TO_NOVA, engine)
    assert answer.assumed == Assumed("2026-01-15", None, STATUSES)
    assert answer.answered_on == TODAY


def test_what_the_question_said_is_not_assumed(engine: str) -> None:
    context = Context(as_of=period("2025-Q1"), statuses=("fact",), known_on=TODAY)
    assert ask(TO_NOVA, engine, context=context).assumed == Assumed("2025-Q1", "2026-01-15", ("fact",))
    during = ask(TO_NOVA, engine, context=Context(during=period("2025"))).assumed
    assert during is not None
    assert during.as_of is None


def test_question_language_and_reading_are_carried_through(engine: str) -> None:
    answer = ask(TO_NOVA, engine)
    assert (answer.question, answer.language, answer.reading) == ("?", "en", {"en": "?", "zh": "?"})


def test_each_stage_has_its_time(engine: str) -> None:
    assert {"closures", "main", "evidence", "derived", "run"} <= set(ask(TO_NOVA, engine).timings)


def test_both_engines_give_the_same_answer() -> None:
    from dataclasses import replace

    one, other = (replace(ask(TO_NOVA, name), timings={}) for name in ("pyoxigraph", "rdflib"))
    assert one == other


def test_what_sparql_cannot_do_is_answered_by_the_analysis(engine: str) -> None:
    assert ask(Paths("lumen", "nova"), engine).kind == "paths"


def test_without_time_for_the_rows_there_is_no_answer() -> None:
    with pytest.raises(BudgetError):
        slowly(TO_NOVA, 0)
    with pytest.raises(BudgetError):
        ask(TO_NOVA, seconds=0.0)


def test_rows_stand_when_time_is_out_afterwards_and_it_is_said() -> None:
    answer = slowly(TO_NOVA, 1)
    assert answer.entities == ("orion", "vega")
    assert answer.truncated == "time: stopped before derived rows were looked for"


def test_evidence_that_could_not_be_fetched_is_missing_and_it_is_said() -> None:
    answer = slowly(TO_NOVA, 3)
    assert answer.statements == {}
    assert answer.truncated == "time: stopped before the evidence was complete"


def test_coverage_that_could_not_be_counted_is_missing() -> None:
    answer = slowly(Select(company(supplies(("customer", "silent")))), 2)
    assert answer.coverage is None
    assert answer.truncated == "time: stopped before the coverage was counted"
