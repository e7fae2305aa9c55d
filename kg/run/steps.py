"""The steps of analysis that a plan rests on: carried out one by one, with what must be said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.analysis.carry_out import carry_out
from kg.analysis.yielded import Lazily
from kg.base.terms import Iri
from kg.query.query import Context, Step
from kg.run.found import Key
from kg.run.lent import Lent


class Steps:
    """Carries steps out. ``notes`` are for the reader; ``cut`` says why a step may lack things."""

    def __init__(self, lent: Lent, context: Context) -> None:
        self.notes: tuple[Mapping[str, str], ...] = ()
        self.cut: str | None = None
        self._lent = lent
        self._context = context

    def carry_out(self, step: Step, gone: Sequence[Iri]) -> Mapping[Iri, tuple[Key, ...]]:
        """Return what a step yields, with the keys of the statements behind each thing."""
        yielded = carry_out(step, gone, self._context, self._lent)
        self.notes = (*self.notes, *(note for note in yielded.notes if note not in self.notes))
        self.cut = self.cut or yielded.cut
        return Lazily(yielded.things.keys(), lambda thing: tuple(map(self._lent.key, yielded.things[thing])))
