"""Queries in; the questions among them that have answers, with how much each finds, within a time limit, out."""

from __future__ import annotations

import time
from collections.abc import Callable

from msgspec import Struct, field

from kg.answer.answer import Advice, Answer
from kg.base.diagnostics import Lang
from kg.base.errors import BudgetError, QuestionError
from kg.query.query import Query


class Prober(Struct, frozen=True):
    """How a query is tried: ``run`` it within some seconds, ``say`` it, ``read`` a sentence back in ``lang``."""

    lang: Lang
    run: Callable[[Query, float], Answer]
    say: Callable[[Query, Lang], str]
    read: Callable[[str], Query]


def is_empty(answer: Answer) -> bool:
    """Tell whether an answer found nothing: no rows, none counted, not documented."""
    match answer.kind:
        case "boolean":
            return answer.boolean is None
        case "number":
            return not answer.number
        case "rows" | "paths":
            return not answer.rows
        case _:
            return False


def finds(answer: Answer) -> int:
    """Return how much an answer found: the number counted, else its rows; a yes is one at least."""
    if answer.kind == "number":
        return int(answer.number or 0)
    if answer.kind == "boolean":
        return max(1, len(answer.rows)) if answer.boolean else 0
    return len(answer.rows)


class Search(Struct):
    """One search for questions that have answers; it stops at its deadline and says so."""

    prober: Prober
    deadline: float
    cut: bool = False
    known: dict[Query, int] = field(default_factory=dict)

    def finds(self, query: Query) -> int:
        """Return how much a query finds; nothing when the time is up."""
        if query not in self.known:
            left = self.deadline - time.monotonic()
            if left <= 0:
                self.cut = True
                return 0
            try:
                self.known[query] = finds(self.prober.run(query, left))
            except BudgetError:
                self.cut = True
                return 0
        return self.known[query]

    def sentence(self, query: Query, lang: Lang) -> str | None:
        """Return the sentence of a query, None when it does not read back as the same one."""
        text = self.prober.say(query, lang)
        try:
            return text if self.prober.read(text) == query else None
        except QuestionError:
            return None

    def advice(self, query: Query) -> Advice | None:
        """Return a query as a question that can be typed, None when it finds nothing or cannot be said."""
        text = None if self.cut else self.sentence(query, self.prober.lang)
        found = self.finds(query) if text else 0
        return Advice(text, found) if text and found else None
