"""A statement and two of its things in; the words that lead from the one to the other out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.answer.answer import Statement
from kg.base.diagnostics import Lang
from kg.pack.pack import Frame, Pack
from kg.view.values import label, name
from kg.view.web.drawing import Texts
from kg.view.web.hops import LANGUAGES, Hop, hops, role_order, short

_LONGEST = 46


def between(statement: Statement, frame: Frame, pack: Pack, start: str, end: str) -> tuple[Texts, bool] | None:
    """Return the words from one thing to the other, and whether the statement reads in that direction.

    What stands between them in the statement is named: "supplies optical module to". None where the statement does
    not hold both things.
    """
    order = role_order(statement, frame)
    places = {statement.roles[role].id: index for index, role in reversed(list(enumerate(order)))}
    if start not in places or end not in places or start == end:
        return None
    first, last = sorted((places[start], places[end]))
    steps = hops(statement, frame, pack)[first:last]
    texts: dict[Lang, str] = {lang: _words(statement, frame, steps, lang) for lang in LANGUAGES}
    return texts, places[start] < places[end]


def _words(statement: Statement, frame: Frame, steps: Sequence[Hop], lang: Lang) -> str:
    parts: list[str] = []
    for index, step in enumerate(steps):
        parts.append(step.full[lang] if len(steps) == 1 else step.words[lang])
        if index < len(steps) - 1:
            cell = statement.roles[step.end_role]
            parts.append(label(cell.label, lang, cell.id))
    text = (" " if lang == "en" else "").join(part for part in parts if part)
    if steps and not steps[0].first and text:
        text = f"{name(frame.names, lang, frame.id)} {text}"
    return short(text or name(frame.names, lang, frame.id), _LONGEST)
