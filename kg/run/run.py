"""A query, its plan, a store and the pack -> the answer with its evidence.

The day and the time limit come in as arguments: the same question of the same graph on the same
day gives the same answer, but for the timings.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec.structs import replace

from kg.analysis.analyse import analyse
from kg.answer.answer import Answer, Assumed, Coverage
from kg.pack.pack import Pack
from kg.plan.plan import AnalysisPlan, DescribePlan, Omitted, Plan, TablePlan
from kg.query.query import Context, Count, Exists, Facts, Group, Query, Rank, Select, Sources, Total
from kg.run.clock import Clock
from kg.run.describe import describe
from kg.run.engine import Engine
from kg.run.entities import Entities
from kg.run.evidence import STATUSES, Evidence
from kg.run.facts import facts, sources
from kg.run.found import Hit, Key, NodeKey
from kg.run.lent import Lent
from kg.run.notes import left_out as left_out_note
from kg.run.numbers import group, rank, total
from kg.run.scene import Scene
from kg.run.steps import Steps
from kg.run.table import table
from kg.run.things import count, exists, select
from kg.store.store import Store


def run(
    query: Query,
    plan: Plan,
    store: Store,
    pack: Pack,
    *,
    question: str,
    language: Literal["en", "zh"],
    reading: Mapping[str, str],
    today: date,
    seconds: float = 30.0,
) -> Answer:
    """Return the answer to a query.

    Raise BudgetError when not even the rows were found within ``seconds``; what was cut after that
    is said in ``truncated``. Raise StoreError when the engine refuses.

    A query that speaks of no day is held to none: ``assumed.as_of`` then says on which day it was
    answered, and an end that the statements themselves tell of is judged by that day.
    """
    clock = Clock(seconds)
    answer = Answer(question, language, reading, "rows", assumed=_assumed(query.context, today), answered_on=today)
    engine = Engine(store, pack, clock, plan.prefixes)
    entities = Entities(pack)
    evidence = Evidence(engine, entities, query.context)
    lent = Lent(engine, entities, evidence)
    steps = Steps(lent, query.context)
    with clock.stage("preparations"):
        engine.prepare(() if isinstance(plan, DescribePlan) else plan.preparations, steps.carry_out)
    if isinstance(plan, AnalysisPlan):
        answer = analyse(query, lent, answer, lent.about(plan))
    elif isinstance(plan, DescribePlan):
        answer = describe(plan, engine, entities, evidence, answer)
    elif isinstance(plan, TablePlan):
        answer = table(plan, engine, entities, evidence, answer)
    else:
        scene = Scene(plan, engine, entities, evidence, today)
        answer = _complete(scene, _answered(scene, answer))
    timings = {**clock.spent, "run": round(1000 * (seconds - clock.left), 3)}
    truncated = answer.truncated or steps.cut or engine.cut
    return replace(answer, truncated=truncated, notes=(*answer.notes, *steps.notes), timings=timings)


def _answered(scene: Scene, answer: Answer) -> Answer:
    match scene.plan.query.form:
        case Select(noun):
            return select(scene, noun, answer)
        case Count(noun):
            return count(scene, noun, answer)
        case Exists(noun):
            return exists(scene, noun, answer)
        case Facts() as form:
            return facts(scene, form, answer)
        case Sources() as form:
            return sources(scene, form, answer)
        case Total() as form:
            return total(scene, form, answer)
        case Rank() as form:
            return rank(scene, form, answer)
        case Group() as form:
            return group(scene, form, answer)
        case form:
            raise AssertionError(f"{type(form).__name__} is not answered by a search")


def _complete(scene: Scene, answer: Answer) -> Answer:
    """Add what rules would add, and the coverage of an answer that rests on silence."""
    with scene.engine.clock.stage("derived"):
        answer = _with_omitted(scene, answer)
    coverage = scene.plan.coverage
    silent = not answer.rows or (answer.kind == "boolean" and answer.boolean is None)
    if coverage is None or not (coverage.always or silent):
        return answer
    with scene.engine.clock.stage("coverage"):
        asked, documented = scene.engine.number(coverage.asked), scene.engine.number(coverage.documented)
    if asked is None or documented is None:
        return answer
    return replace(answer, coverage=Coverage(asked, documented, coverage.frame))


def _with_omitted(scene: Scene, answer: Answer) -> Answer:
    """Note how many things (Count, Exists) or statements rules would add."""
    hits = [hit for left_out in scene.plan.omitted for hit in _adding(scene, left_out, answer)]
    derived = {key for hit in hits for key in hit.keys if _is_derived(key)}
    things = {scene.cell(hit.thing).id for hit in hits} - set(answer.entities)
    by_things = isinstance(scene.plan.query.form, Count | Exists) and len(scene.plan.omitted) == 1
    number = len(things) if by_things else len(derived)
    if not number:
        return answer
    return replace(answer, notes=(*answer.notes, left_out_note(number, by_things)))


def _adding(scene: Scene, omitted: Omitted, answer: Answer) -> tuple[Hit, ...]:
    """Return the derived hits that would change the answer."""
    hits = scene.engine.further(omitted.derived, "derived statements were counted")
    if omitted.denied:
        shown = set(answer.entities)
        hits = tuple(hit for hit in hits if scene.cell(hit.thing).id in shown)
    return scene.adding(hits, scene.engine.further(omitted.stated, "derived statements were counted")) if hits else ()


def _is_derived(key: Key) -> bool:
    return isinstance(key, NodeKey) and key.derived


def _assumed(context: Context, today: date) -> Assumed:
    """Return every default that took part."""
    as_of = context.as_of or (None if context.during else today)
    known_on = context.known_on.isoformat() if context.known_on else None
    return Assumed(str(as_of) if as_of else None, known_on, context.statuses or STATUSES)
