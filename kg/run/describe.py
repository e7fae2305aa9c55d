"""Describe: names, kinds and literals of things, and their statements -> rows of thing, aspect, value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.answer.answer import Answer, Cell, EntityCell, Row, Statement, ValueCell
from kg.base.terms import Iri, Text
from kg.pack.pack import Frame, Names
from kg.plan.plan import DescribePlan
from kg.run.engine import Engine
from kg.run.entities import Entities, heading, labels
from kg.run.evidence import Evidence, strength
from kg.run.facts import value_cell
from kg.run.found import Hit, Key

#: Aspects that are neither roles nor qualifiers.
_ASPECTS: dict[str, dict[str, str]] = {
    "class": {"en": "class", "zh": "类别"},
    "name": {"en": "also called", "zh": "又称"},
    "definition": {"en": "definition", "zh": "定义"},
    "note": {"en": "note", "zh": "备注"},
    "ticker": {"en": "ticker", "zh": "股票代码"},
}


@dataclass(frozen=True, slots=True)
class _Describer:
    """One plan of a description at work."""

    plan: DescribePlan
    engine: Engine
    entities: Entities
    evidence: Evidence


def describe(plan: DescribePlan, engine: Engine, entities: Entities, evidence: Evidence, answer: Answer) -> Answer:
    """Answer with what is known of each thing: its class, names and notes, then its statements.

    The frames come in the order of the pack, the strongest statements first. The value of a
    statement is what fills its first other role, else its first number.
    """
    with engine.clock.stage("main"):
        literals = engine.table(plan.literals).rows
        hits = [(match, engine.hits(match)) for match in plan.matches]
    with engine.clock.stage("evidence"):
        evidence.fetch(key for _, found in hits for hit in found for key in hit.keys)
    describer = _Describer(plan, engine, entities, evidence)
    things = [engine.pack.iri(name) for name in getattr(plan.query.form, "names", ())]
    rows: list[Row] = []
    for thing in things:
        texts = [(str(row[1]), row[2]) for row in literals if row[0] == thing]
        rows += describer_rows(describer, thing, texts, [hit for _, found in hits for hit in found if hit.thing == thing])
    columns = (heading("thing"), heading("aspect"), heading("value"))
    return replace(answer, kind="description", columns=columns, rows=tuple(rows))
