"""An answer without rows in; the same answer that explains itself, out.

Its notes say how far each part of the question gets alone, its advice lists the nearest questions that do have
answers. Every question offered can be typed as it stands: it was read back to the query that was run.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from kg.answer.answer import Advice, Answer
from kg.pack.pack import Pack
from kg.query.parts import parts
from kg.query.query import Query
from kg.query.relax import Relaxed, relax
from kg.session.search import Prober, Search

#: So many nearby questions are offered, and at most so many are tried.
_OFFERED, _TRIED = 3, 60
#: The share of the question's seconds that the search may take, and the most that it takes.
_SHARE, _MOST = 0.1, 2.0


def advise(query: Query, answer: Answer, pack: Pack, prober: Prober, seconds: float) -> Answer:
    """Return the answer with what explains its emptiness, found within a share of the question's seconds."""
    search = Search(prober, time.monotonic() + min(_MOST, _SHARE * seconds))
    notes = [note for note in (_parts_note(query, search),) if note]
    advice = _nearest(query, pack, search)
    if search.cut:
        notes.append(_CUT)
    return replace(answer, notes=(*answer.notes, *notes), advice=advice)


def _nearest(query: Query, pack: Pack, search: Search) -> tuple[Advice, ...]:
    """Return the nearest questions with answers: one step away, two where there are none."""
    once = relax(query, pack)
    found = tuple(itertools.islice(_answered(once, search), _OFFERED))
    return found or tuple(itertools.islice(_answered(_twice(query, once, pack), search), _OFFERED))


def _answered(near: Iterable[Relaxed], search: Search) -> Iterator[Advice]:
    for one in near:
        if len(search.known) > _TRIED:
            return
        if found := search.advice(one.query):
            yield found


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


def _parts_note(query: Query, search: Search) -> dict[str, str] | None:
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
