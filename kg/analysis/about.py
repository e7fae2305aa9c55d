"""What a form speaks of, as the plan found it: things, and the statements of its condition that each takes part in."""

from __future__ import annotations

from msgspec import Struct

from kg.analysis.saying import Saying
from kg.base.terms import Iri


class About(Struct, frozen=True):
    """``things`` None: the form has no noun. ``told``: thing and statement, where the form has a condition."""

    things: tuple[Iri, ...] | None = None
    told: tuple[tuple[Iri, Saying], ...] = ()
