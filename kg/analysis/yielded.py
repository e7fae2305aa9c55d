"""What a step of analysis yields: things, each with the statements by which it does, and what must be said of it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from kg.analysis.notes import Note
from kg.analysis.saying import Saying
from kg.base.terms import Iri


class Yielded(Struct, frozen=True):
    """``things`` in order; ``cut`` says why some may be missing."""

    things: Mapping[Iri, tuple[Saying, ...]]
    notes: tuple[Note, ...] = ()
    cut: str | None = None
