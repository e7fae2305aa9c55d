"""A noun in; an answer whose rows are the questions that can be asked about it and how much each finds, out."""

from __future__ import annotations

import time

from msgspec.structs import replace

from kg.answer.answer import Answer, Column, Row, ValueCell
from kg.pack.pack import Pack
from kg.query.askable import askable as candidates
from kg.query.query import Askable
from kg.session.search import Prober, Search

_QUESTION = Column({"en": "question", "zh": "问题"}, "question")
_FINDS = Column({"en": "finds", "zh": "结果数"}, "finds")


def askable(form: Askable, answer: Answer, pack: Pack, prober: Prober, seconds: float) -> Answer:
    """Return the answer with a row for each question that has an answer, those that find most first.

    Past ``seconds`` the questions not yet tried are left out, and ``truncated`` says so.
    """
    search = Search(prober, time.monotonic() + seconds)
    found = [advice for query in candidates(form.subject, pack) if (advice := search.advice(query)) is not None]
    found.sort(key=lambda one: -one.finds)
    rows = tuple(Row((ValueCell(one.text), ValueCell(one.finds))) for one in found)
    cut = "not every question was tried" if search.cut else None
    return replace(answer, columns=(_QUESTION, _FINDS), rows=rows, truncated=cut)
