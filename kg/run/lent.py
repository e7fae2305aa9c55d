"""A run's engine, cells and evidence -> the witness that an analysis asks (``kg.analysis.witness``)."""

from __future__ import annotations

from collections.abc import Iterable

from kg.analysis.about import About
from kg.analysis.saying import Saying
from kg.answer.answer import EntityCell, Statement
from kg.base.errors import BudgetError
from kg.base.terms import Iri
from kg.pack.pack import Pack
from kg.plan.pattern import Select
from kg.plan.plan import AnalysisPlan
from kg.run.engine import Engine
from kg.run.entities import Entities
from kg.run.evidence import Evidence
from kg.run.found import Key, NodeKey, TripleKey
from kg.store.store import Store, Table


class Lent:
    """The parts of a run, lent to an analysis."""

    def __init__(self, engine: Engine, entities: Entities, evidence: Evidence) -> None:
        self._engine = engine
        self._entities = entities
        self._evidence = evidence

    @property
    def pack(self) -> Pack:
        """The pack of the graph."""
        return self._engine.pack

    @property
    def store(self) -> Store:
        """The store, for what is read of it once and kept."""
        return self._engine.store

    @property
    def left(self) -> float:
        """The seconds that are left; nothing or less when time is out."""
        return self._engine.clock.left

    def table(self, select: Select) -> Table:
        """Run a SELECT; raise BudgetError when time is out."""
        with self._engine.clock.stage("main"):
            return self._engine.table(select)

    def cell(self, thing: Iri) -> EntityCell:
        """Return the cell of a thing."""
        return self._entities.cell(thing)

    def gather(self, sayings: Iterable[Saying]) -> None:
        """Fetch the statements with their claims; when time is out remember that some are missing."""
        try:
            with self._engine.clock.stage("evidence"):
                self._evidence.fetch(self.key(saying) for saying in sayings)
        except BudgetError:
            self._engine.cut = self._engine.cut or "time: stopped before the evidence was complete"

    def ordered(self, sayings: Iterable[Saying]) -> tuple[Statement, ...]:
        """Return the statements that were gathered, the strongest first."""
        return self._evidence.ordered(self.key(saying) for saying in sayings)

    def about(self, plan: AnalysisPlan) -> About:
        """Return what the plan's form speaks of; raise BudgetError when time is out."""
        with self._engine.clock.stage("main"):
            things = None if plan.subject is None else self._engine.things(plan.subject)
            hits = () if plan.told is None else self._engine.hits(plan.told)
        frame = getattr(plan.query.form, "holds", None)
        told = ((hit.thing, self._saying(frame.frame, key)) for hit in hits for key in hit.told[:1]) if frame else ()
        return About(things, tuple(dict.fromkeys(told)))

    def _saying(self, frame: str, key: Key) -> Saying:
        if isinstance(key, NodeKey):
            return Saying(frame, key.iri, ())
        first, second = self.pack.frames[frame].roles[:2]
        return Saying(frame, None, ((first.id, key.subject), (second.id, key.object)))

    def key(self, saying: Saying) -> Key:
        """Return the key of a statement."""
        if saying.iri is not None:
            return NodeKey(saying.iri)
        (_, one), (_, other) = saying.roles
        if self.pack.frames[saying.frame].symmetric and other < one:
            one, other = other, one
        return TripleKey(saying.frame, one, other)
