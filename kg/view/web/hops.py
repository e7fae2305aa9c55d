"""A statement in; the hops from thing to thing that draw it, each with its words, out."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from kg.answer.answer import Statement
from kg.base.diagnostics import Lang
from kg.pack.pack import Frame, Pack
from kg.view.alike import Alike, SameFrame
from kg.view.readings import Pieces, applies, best_reading, filled_slots, pieces
from kg.view.sentence import slot_text, value_text_of
from kg.view.values import name, qualifier_text, shown_qualifiers
from kg.view.web.drawing import Texts

LANGUAGES: tuple[Lang, Lang] = ("en", "zh")
#: A label on a line is cut at so many columns; the panel has it in full.
_LONGEST = 34


class Hop(Struct, frozen=True):
    """One step of a statement's chain: from the filler of one role to that of the next.

    ``words``  the verb or preposition alone; ``full`` has the numbers of the statement too.
    """

    start_role: str
    end_role: str
    words: Texts
    full: Texts
    first: bool
    downstream: int


class _Chain(Struct, frozen=True):
    """A statement with the order of its things, and what is needed to put it into words."""

    statement: Statement
    frame: Frame
    order: tuple[str, ...]
    pack: Pack

    def reading(self, lang: Lang) -> Pieces | None:
        return best_reading(self.frame, self.statement, lang)

    def value(self, lang: Lang) -> str:
        return value_text_of(self.frame, self.statement, self.pack, lang)


def hops(statement: Statement, frame: Frame, pack: Pack) -> tuple[Hop, ...]:
    """Return the chain that draws a statement: its things in the order of its reading, each tied to the next."""
    return _hops(Alike(statement, frame, pack))


@lru_cache(maxsize=8192)
def _hops(alike: Alike) -> tuple[Hop, ...]:
    statement, frame = alike.statement, alike.frame
    chain = _Chain(statement, frame, role_order(statement, frame), alike.pack)
    found = []
    for index, (start, end) in enumerate(pairwise(chain.order)):
        words = {lang: _words(chain, index, lang) for lang in LANGUAGES}
        numbers = {lang: _numbers(chain, lang) if index == 0 else "" for lang in LANGUAGES}
        full = {lang: _joined(words[lang], numbers[lang]) for lang in LANGUAGES}
        found.append(Hop(start, end, words, full, index == 0, _downstream(frame, start, end)))
    return tuple(found)


def role_order(statement: Statement, frame: Frame) -> tuple[str, ...]:
    """Return the filled roles: two as the first reading names them, more as the frame lists them."""
    reading = best_reading(frame, statement, "en") or best_reading(frame, statement, "zh")
    return _order(SameFrame(frame), tuple(statement.roles), reading)


@lru_cache(maxsize=4096)
def _order(same: SameFrame, filled: tuple[str, ...], reading: Pieces | None) -> tuple[str, ...]:
    declared = [role.id for role in same.frame.roles if role.id in filled]
    named = [slot for slot in reading.names if slot in filled] if reading and len(declared) == 2 else []
    return tuple(dict.fromkeys((*named, *declared, *filled)))


def _downstream(frame: Frame, start: str, end: str) -> int:
    """Tell whether a hop leads downstream: with the flow, from who offers to what is offered, from part to whole."""
    for before, after in filter(None, (frame.offers, frame.composes and frame.composes[::-1])):
        if {start, end} == {before, after}:
            return 1 if start == before else -1
    if frame.flow is None:
        return 0
    places = [role.id for role in frame.roles]
    if start not in places or end not in places:
        return 0
    forward = places.index(frame.flow[0]) < places.index(frame.flow[1])
    return 1 if (places.index(start) < places.index(end)) == forward else -1


def _words(chain: _Chain, index: int, lang: Lang) -> str:
    """Return the words of one hop: the verb, or the preposition of a later role."""
    frame, end = chain.frame, chain.order[index + 1]
    reading = chain.reading(lang)
    unsaid_value = reading is None and chain.value(lang)
    if len(chain.order) == 2:
        return _between(chain, lang) or ("" if unsaid_value else name(frame.names, lang, frame.id))
    if reading is not None and {chain.order[index], end} <= set(reading.names):
        before = next(piece.before for piece in reading.kept(filled_slots(chain.statement)) or () if piece.slot == end)
        if before.strip():
            return before.strip(" ,，")
    if index == 0:
        return "" if unsaid_value else name(frame.names, lang, frame.id)
    return name(frame.role(end).names, lang, end)


def _between(chain: _Chain, lang: Lang) -> str:
    """Return the words from one thing to the other: "supplies"; "与…合作" where words follow the second."""
    start, end = chain.order
    reading = _reading_from(chain, start, end, lang)
    if reading is None:
        return ""
    words: list[str] = []
    taken = reading.kept(filled_slots(chain.statement)) or ()
    names = [piece.slot for piece in taken]
    for piece in taken[names.index(start) + 1 : names.index(end) + 1]:
        words.append(piece.before)
        if piece.slot not in ("", end):
            words.append(slot_text(chain.frame, piece.slot, chain.statement, chain.pack, lang))
    before, after = "".join(words).strip(), reading.after.strip() if names[-1] == end else ""
    return f"{before}…{after}" if before and after else before or after


def _reading_from(chain: _Chain, start: str, end: str, lang: Lang) -> Pieces | None:
    filled = filled_slots(chain.statement)
    for reading in chain.frame.readings:
        taken = pieces(reading.text, lang)
        names = taken.names
        if reading.lang != lang or not taken.said or not applies(reading, chain.statement) or not taken.kept(filled):
            continue
        if start in names and end in names and names.index(start) < names.index(end):
            return taken
    return None


def _numbers(chain: _Chain, lang: Lang) -> str:
    """Return the numbers of a statement that its reading does not say."""
    reading = chain.reading(lang)
    if reading is None:
        return chain.value(lang)
    texts = [
        qualifier_text(chain.statement, one, chain.pack, lang)
        for one in shown_qualifiers(chain.frame)
        if one.type == "number" and one.id not in reading.names
    ]
    return " ".join(text for text in texts if text)


def _joined(words: str, numbers: str) -> str:
    return short(" · ".join(text for text in (words, numbers) if text))


def short(text: str, longest: int = _LONGEST) -> str:
    """Return a text cut to so many columns, wide characters counted as two."""
    widths = [2 if ord(character) > 0x2E7F else 1 for character in text]
    if sum(widths) <= longest:
        return text
    kept, room = 0, longest - 1
    while widths[kept] <= room:
        room -= widths[kept]
        kept += 1
    return text[: max(kept, 1)] + "…"
