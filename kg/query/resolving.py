"""What the resolving of nominals and measures needs of the resolver that ties them to clauses."""

from __future__ import annotations

from typing import Protocol

from kg.language.syntax import Clauses, Nominal, Phrase
from kg.query.meaning import Scope
from kg.query.query import Condition, Fill, Noun

#: A nominal with the marker or the role at which it stands.
Placed = tuple[str, Nominal]


class Resolving(Protocol):
    """The resolver, as far as nouns and measures see it; resolve.py says what each does."""

    @property
    def scope(self) -> Scope:
        """The pack and its words."""
        ...

    @property
    def substitutes(self) -> bool:
        """Whether the question allows substitutes in place of what is lost."""
        ...

    def holds(
        self, frame: str, role: str, placed: tuple[Placed, ...], fixes: tuple[tuple[str, str], ...] = ()
    ) -> Condition:
        """Return that a thing fills a role in a statement with others filled."""
        ...

    def fill(self, frame: str, role: str, nominal: Nominal) -> Fill:
        """Return one role filled by a nominal."""
        ...

    def step_noun(self, phrase: Phrase) -> Noun | None:
        """Return what a noun for a step of analysis covers ("tier 2 suppliers of X"), None for other nouns."""
        ...

    def relative(self, clauses: Clauses, classes: tuple[str, ...]) -> Condition:
        """Return what relative clauses say of the thing in their gap."""
        ...

    def collection(self, rest: list[Placed], classes: tuple[str, ...]) -> Condition | None:
        """Return membership of a collection that is named for its members."""
        ...

    def belonging(
        self, rest: list[Placed], classes: tuple[str, ...], phrase: Phrase | None
    ) -> tuple[Condition, list[Placed]]:
        """Return what the first of some phrases says of a thing, and those that it used."""
        ...
