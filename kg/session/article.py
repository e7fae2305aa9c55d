"""What an article says, as far as the graph can tell: mentions, what is mentioned together, candidate statements."""

from __future__ import annotations

from msgspec import Struct

from kg.lexicon.find_mentions import Cashtag, Mention


class Together(Struct, frozen=True):
    """Two things that sentences name together, and the lines of those sentences."""

    first: str
    second: str
    lines: tuple[int, ...]


class Candidate(Struct, frozen=True):
    """A statement that a sentence makes, to be accepted by a person or not.

    ``said`` is the sentence that was understood; ``quote`` is the evidence, at ``line``. ``known`` tells that the
    graph states it already.
    """

    frame: str
    roles: tuple[tuple[str, str], ...]
    qualifiers: tuple[tuple[str, str], ...]
    valid_from: str
    said: str
    quote: str
    line: int
    known: bool


class Article(Struct, frozen=True):
    """``cut_short`` says that time ran out before all sentences were tried, and at which line."""

    text: str
    title: str
    mentions: tuple[Mention, ...]
    unknown: tuple[Cashtag, ...]
    together: tuple[Together, ...]
    candidates: tuple[Candidate, ...]
    cut_short: int = 0

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 1."""
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)
