"""An answer without rows in; the same answer that explains itself, out.

Its notes say how far each part of the question gets alone, its advice lists the nearest questions that do have
answers. Every question offered can be typed as it stands: it was read back to the query that was run.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from kg.answer.answer import Advice, Answer
from kg.base.diagnostics import Lang
from kg.base.errors import BudgetError, QuestionError
from kg.pack.pack import Pack
from kg.query.parts import parts
from kg.query.query import Query
from kg.query.relax import Relaxed, relax

#: So many nearby questions are offered, and at most so many are tried.
_OFFERED, _TRIED = 3, 60
#: The share of the question's seconds that the search may take, and the most that it takes.
_SHARE, _MOST = 0.1, 2.0


@dataclass(frozen=True, slots=True)
class Prober:
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


def advise(query: Query, answer: Answer, pack: Pack, prober: Prober, seconds: float) -> Answer:
    """Return the answer with what explains its emptiness, found within a share of the question's seconds."""
    search = _Search(prober, time.monotonic() + min(_MOST, _SHARE * seconds))
    notes = [note for note in (_parts_note(query, search),) if note]
    advice = tuple(search.nearest(query, pack))
    if search.cut:
        notes.append(_CUT)
    return replace(answer, notes=(*answer.notes, *notes), advice=advice)


@dataclass(slots=True)
class _Search:
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

    def nearest(self, query: Query, pack: Pack) -> tuple[Advice, ...]:
        """Return the nearest questions with answers: one step away, two where there are none."""
        once = relax(query, pack)
        found = tuple(itertools.islice(self._answered(once), _OFFERED))
        return found or tuple(itertools.islice(self._answered(_twice(query, once, pack)), _OFFERED))

    def _answered(self, near: Iterable[Relaxed]) -> Iterator[Advice]:
        for one in near:
            if self.cut or len(self.known) > _TRIED:
                return
            text = self.sentence(one.query, self.prober.lang)
            if text and (found := self.finds(one.query)):
                yield Advice(text, found)


def _twice(query: Query, once: tuple[Relaxed, ...], pack: Pack) -> list[Relaxed]:
    """Return the queries two steps away, the closest first."""
    seen = {query, *(one.query for one in once)}
    found: dict[Query, Relaxed] = {}
    for first in once:
        for second in relax(first.query, pack):
            if second.query not in seen:
                found.setdefault(second.query, Relaxed(second.query, first.distance + second.distance))
    return sorted(found.values(), key=lambda one: one.distance)


# ---------------------------------------------------------------- notes


_CUT = {
    "en": "The search for nearby questions was cut short.",
    "zh": "对相近问题的搜索因时间限制而提前结束。",
}


def _parts_note(query: Query, search: _Search) -> dict[str, str] | None:
    """Say how far each part of the question gets alone, and which has no match at all."""
    found = [(part, search.finds(part)) for part in parts(query)]
    if search.cut or not found:
        return None
    said = [(search.sentence(part, "en"), search.sentence(part, "zh"), number) for part, number in found]
    told = [(en, zh, number) for en, zh, number in said if en and zh]
    if len(told) < 2:
        return None
    english = "; ".join(f'"{en}" {_finds_en(number)}' for en, _, number in told)
    chinese = ";".join(f"“{zh}”{_finds_zh(number)}" for _, zh, number in told)
    whole_en = "" if any(not number for *_, number in told) else "; all of it together finds nothing"
    whole_zh = "" if any(not number for *_, number in told) else ";合在一起则没有结果"
    return {"en": f"Each part alone: {english}{whole_en}.", "zh": f"各部分单独来看:{chinese}{whole_zh}。"}


def _finds_en(number: int) -> str:
    return f"finds {number}" if number else "has no match"


def _finds_zh(number: int) -> str:
    return f"有{number}个结果" if number else "没有匹配"
