"""One statement as an analysis sees it: its frame, who fills its roles, and its qualifiers where they were read."""

from __future__ import annotations

from msgspec import Struct

from kg.base.terms import Iri


class Saying(Struct, frozen=True):
    """A stated statement; its sources are looked up when an answer rests on it.

    ``iri`` is None for a plain triple. ``roles`` are in the order of the frame, without empty ones.
    """

    frame: str
    iri: Iri | None
    roles: tuple[tuple[str, Iri], ...]
    qualifiers: tuple[tuple[str, str | float], ...] = ()

    def filler(self, role: str) -> Iri | None:
        """Return what fills a role, None when nothing does."""
        return next((thing for key, thing in self.roles if key == role), None)

    def qualifier(self, id: str) -> str | float | None:
        """Return the value of a qualifier, None when the statement has none or it was not read."""
        return next((value for key, value in self.qualifiers if key == id), None)

    @property
    def things(self) -> tuple[Iri, ...]:
        """What takes part, each thing once."""
        return tuple(dict.fromkeys(thing for _, thing in self.roles))
