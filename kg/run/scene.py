"""What the forms of an answer share: the plan at work, its evidence, and how rows are made and cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from kg.answer.answer import Answer, Cell, Column, EntityCell, Row, Statement
from kg.base.errors import BudgetError
from kg.base.terms import Iri
from kg.pack.pack import Frame, Pack
from kg.plan.plan import SearchPlan
from kg.query.query import Among, And, Condition, Holds, Lost, Noun, Or, Vital
from kg.run.engine import Engine
from kg.run.entities import Entities, heading, labels
from kg.run.evidence import Evidence
from kg.run.found import Hit, Key, NodeKey


class Scene(Struct, frozen=True):
    """One plan at work on one store, on the day ``today``."""

    plan: SearchPlan
    engine: Engine
    entities: Entities
    evidence: Evidence
    today: date

    @property
    def pack(self) -> Pack:
        """The pack of the graph."""
        return self.engine.pack

    def cell(self, thing: Iri) -> EntityCell:
        """Return the cell of a thing."""
        return self.entities.cell(thing)

    def gather(self, keys: Iterable[Key]) -> None:
        """Fetch statements; when time is out remember that the evidence is not complete."""
        try:
            with self.engine.clock.stage("evidence"):
                self.evidence.fetch(keys)
        except BudgetError:
            self.engine.cut = self.engine.cut or "time: stopped before the evidence was complete"

    def row(self, cells: tuple[Cell, ...], keys: Iterable[Key], rule: str | None = None) -> Row:
        """Return a row with the ids of the statements behind it, the strongest first."""
        return Row(cells, tuple(statement.id for statement in self.evidence.ordered(keys)), rule)

    def adding(self, derived: Sequence[Hit], stated: Iterable[Hit]) -> tuple[Hit, ...]:
        """Return the derived hits that say more than the stated ones.

        A rule that only restates a statement adds nothing where that very statement answers the
        question for the same thing.
        """
        if not derived:
            return ()
        known: dict[Iri, set[Key]] = {}
        for hit in stated:
            known.setdefault(hit.thing, set()).update(hit.keys)
        premises = self.evidence.premises(keys_of(derived))
        behind = {
            hit: {p for key in hit.keys if isinstance(key, NodeKey) for p in premises.get(key, ())} for hit in derived
        }
        return tuple(hit for hit in derived if not behind[hit] & known.get(hit.thing, set()))

    def kept(self, rows: Sequence[Row], keys: Iterable[Key], answer: Answer) -> Answer:
        """Return the answer with its first rows, as many as the query wants, and all statements behind them."""
        limit = self.plan.query.limit
        behind = {statement.id: statement for statement in self.evidence.ordered(keys)}
        if limit is not None and len(rows) > limit:
            answer = replace(answer, truncated=f"limit: the first {limit} of {len(rows)} rows")
            rows = rows[:limit]
            shown = {id for row in rows for id in row.statements}
            behind = {id: statement for id, statement in behind.items() if id in shown}
        return replace(answer, rows=tuple(rows), statements=behind)

    def frame_of(self, holds: Holds) -> Frame:
        """Return the frame of a condition."""
        return self.pack.frames[holds.frame]

    def oriented(self, statement: Statement, holds: Holds, thing: EntityCell) -> dict[str, EntityCell]:
        """Return the roles of a statement so that the thing fills its own: a symmetric one may be turned round."""
        frame = self.frame_of(holds)
        roles = dict(statement.roles)
        filler = roles.get(holds.role)
        if not frame.symmetric or (filler is not None and filler.id == thing.id):
            return roles
        one, other = frame.roles[0].id, frame.roles[1].id
        turned = {one: roles.get(other), other: roles.get(one)}
        return roles | {id: cell for id, cell in turned.items() if cell is not None}


def by_thing(hits: Iterable[Hit]) -> dict[Iri, list[Hit]]:
    """Return the hits of each thing."""
    found: dict[Iri, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.thing, []).append(hit)
    return found


def keys_of(hits: Iterable[Hit]) -> tuple[Key, ...]:
    """Return all statements behind some hits, each once."""
    return tuple(dict.fromkeys(key for hit in hits for key in hit.keys))


def thing_column(noun: Noun, pack: Pack, holds: Holds | None = None) -> Column:
    """Return the column of the things of a noun: it is named after the role that they are asked for in."""
    holds = holds or first_holds(noun.where, pack)
    if holds is not None:
        role = pack.frames[holds.frame].role(holds.role)
        cls = noun.cls or (role.ranges[0] if len(role.ranges) == 1 else None)
        return Column(labels(role.names, role.id), role.id, cls)
    part = _step_role(noun.where)
    if noun.cls is not None and noun.cls in pack.classes:
        return Column(labels(pack.classes[noun.cls].names, noun.cls), part, noun.cls)
    return Column(heading("thing").name, part, noun.cls)


def _step_role(where: Condition | None) -> str:
    """Return what the things of a noun are to a step of analysis: what is lost, what is vital, or just things."""
    steps = [part.step for part in (where.parts if isinstance(where, And) else (where,)) if isinstance(part, Among)]
    match steps:
        case [Lost()]:
            return "lost"
        case [Vital()]:
            return "vital"
        case _:
            return "thing"


def first_holds(where: Condition | None, pack: Pack) -> Holds | None:
    """Return the first condition that the things take part in, those on statement nodes first."""
    found = list(_affirmed(where))
    return min(found, key=lambda holds: pack.frames[holds.frame].form != "node", default=None)


def _affirmed(where: Condition | None) -> Iterable[Holds]:
    match where:
        case Holds():
            yield where
        case And(parts) | Or(parts):
            for part in parts:
                yield from _affirmed(part)
        case _:
            return
