"""The one place where the stages are wired: a question's text in, its answer, explanation or paraphrase out.

What few questions need is imported when it is asked for: the start stays light.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kg.answer.answer import Answer as AnswerData
from kg.base.dates import Period, read_period
from kg.base.diagnostics import Diagnostic, Lang, diagnostic
from kg.base.errors import KgError, QuestionError, StoreError
from kg.pack.pack import Pack
from kg.pack.resources import default_pack_folder
from kg.plan.lower import lower
from kg.query.query import Query
from kg.query.say import say
from kg.query.understand import Understood, understand
from kg.run.run import run
from kg.session.answer import Answer
from kg.session.opening import Opened, open_pack
from kg.store.store import Table

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.session.explanation import Explanation
    from kg.session.words import Entry
    from kg.store.remote.endpoint import Endpoint


def open(
    pack: str | Path | None = None,
    *,
    store: str | Path | None = None,
    endpoint: str | Endpoint | None = None,
    refresh: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Session:
    """Open a graph: a pack, the one that ships or the folder of another; a store; or what an endpoint serves.

    A pack is compiled once and kept in a cache by content.

    ``store``  the path of a store that ``kg store`` or ``graph.keep`` made; it brings its pack along.
    ``endpoint``  the address of a SPARQL 1.1 query service; the pack gives the ontology and the words. Names are
    fetched once a day, or when ``refresh`` says so; ``progress`` is called with how many there are so far, and in all.

    Raise PackError when the pack is at fault, StoreError when the store cannot be opened or the endpoint asked.
    """
    if store is not None:
        from kg.session.open_store import open_store

        return Session(open_store(Path(store)))
    folder = default_pack_folder() if pack is None else Path(pack)
    if endpoint is None:
        return Session(open_pack(folder))
    from kg.session.open_endpoint import open_endpoint
    from kg.store.remote.endpoint import read_endpoint

    place = read_endpoint(endpoint, os.environ) if isinstance(endpoint, str) else endpoint
    return Session(open_endpoint(folder, place, refresh=refresh, progress=progress))


def check_pack(pack: str | Path | None = None) -> tuple[Diagnostic, ...]:
    """Return every mistake of a pack, the one that ships or that of a folder, or of a store, without opening it."""
    from kg.load.check import check
    from kg.store.persistent import is_store, read_store

    folder = default_pack_folder() if pack is None else Path(pack)
    if not is_store(folder):
        return check(folder)
    try:
        read_store(folder, thorough=True).held.close()
    except StoreError as error:
        return () if error.diagnostic is None else (error.diagnostic,)
    return ()


class Session:
    """A graph that can be asked. Made by ``kg.open``; it keeps no state between questions."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    @property
    def pack(self) -> Pack:
        """The typed pack: its classes, frames, units, rules and things."""
        return self._opened.pack

    @property
    def notes(self) -> tuple[Mapping[str, str], ...]:
        """What did not go as usual when the graph was opened (no room for the cache), in both languages."""
        return self._opened.notes

    @property
    def rdf(self) -> Dataset:
        """A copy of the graph as an rdflib Dataset; what rules derive is in the named graph kg:derived."""
        from kg.store.rdf import rdf

        return rdf(self._opened.store)

    def ask(
        self,
        text: str,
        *,
        as_of: str | date | None = None,
        derived: bool = True,
        today: date | None = None,
        seconds: float = 30.0,
    ) -> Answer:
        """Answer a question in English or Chinese.

        ``as_of``  a day, or a partial date such as "2024-03"; a date in the question itself comes first.
        ``derived``  False leaves out what rules derive, as "directly" in a question does.
        ``today``  the day to answer as of when nothing else is said.
        Raise QuestionError when the question cannot be read, BudgetError past ``seconds``.
        """
        timings: dict[str, float] = {}
        with _timed(timings, "understand"):
            understood = self._understand(text)
        query = _within(understood.query, as_of, derived=derived)
        with _timed(timings, "say"):
            reading = self._say_both(query)
        with _timed(timings, "plan"):
            plan = lower(query, self.pack)
        answer = run(
            query,
            plan,
            self._opened.store,
            self.pack,
            question=text,
            language=understood.lang,
            reading=reading,
            today=today or datetime.now(UTC).astimezone().date(),
            seconds=seconds,
        )
        if answer.error is not None:
            raise QuestionError(text, understood.lang, (answer.error,))
        return self._public(replace(answer, timings=timings | dict(answer.timings)))

    def explain(self, text: str, *, today: date | None = None, seconds: float = 30.0) -> Explanation:
        """Return what becomes of a question at every stage: words, tree, query, plan, SPARQL, counts, times."""
        from kg.session.explanation import Explanation
        from kg.sparql.write_plan import write_plan

        understood = self._understand(text)
        plan = lower(understood.query, self.pack)
        return Explanation(
            question=text,
            lang=understood.lang,
            reading=self._say_both(understood.query),
            tokens=understood.tokens,
            syntax=understood.syntax,
            query=understood.query,
            plan=plan,
            sparql=write_plan(plan),
            answer=self.ask(text, today=today, seconds=seconds),
        )

    def say(self, text: str, lang: Lang | None = None) -> str:
        """Return the canonical sentence of a question, in its own language or the other one."""
        understood = self._understand(text)
        return say(understood.query, self.pack, self._opened.lexicon, lang or understood.lang)

    def check(self) -> tuple[Diagnostic, ...]:
        """Return every mistake of the pack, each with file, line and remedy."""
        return check_pack(self._opened.folder)

    def nquads(self) -> bytes:
        """Return the graph as sorted N-Quads; what rules derive is in the named graph kg:derived."""
        return self._opened.store.nquads()

    def keep(self, path: str | Path) -> None:
        """Keep the graph in a store that ``kg.open(store=path)`` opens at once: all of it, or nothing is changed.

        Raise StoreError when it cannot be written, or while another process writes it.
        """
        from kg.session.open_store import keep_store

        keep_store(self._opened, Path(path))

    def sparql(self, text: str, *, seconds: float = 30.0, federated: bool = False) -> Table:
        """Run a SPARQL SELECT, which only reads, and only this graph.

        ``federated``  lets the query name other graphs and servers (FROM, SERVICE).
        Raise StoreError when it is none or does more than that, BudgetError past ``seconds``.
        """
        from kg.store.read_only import read_only

        read_only(text, federated=federated)
        return self._opened.store.select(text, seconds=seconds)

    def words(self, text: str = "") -> tuple[Entry, ...]:
        """Return the words and names that questions may use; with ``text``, those that contain it."""
        from kg.session.words import entries

        return entries(self._opened.lexicon, self.pack, text)

    def refusal(self, text: str, error: KgError) -> Answer:
        """Return the answer that stands for an error: ``error`` set, all the rest empty."""
        from kg.session.refusal import refusal

        return self._public(refusal(text, error))

    def _understand(self, text: str) -> Understood:
        return understand(text, self.pack, self._opened.lexicon)

    def _say_both(self, query: Query) -> Mapping[str, str]:
        return {lang: say(query, self.pack, self._opened.lexicon, lang) for lang in ("en", "zh")}

    def _public(self, answer: AnswerData) -> Answer:
        return Answer(**{field.name: getattr(answer, field.name) for field in fields(answer)}, pack=self.pack)


def _within(query: Query, as_of: str | date | None, *, derived: bool) -> Query:
    """Return the query with the settings of the one who asks; the question's own words come first."""
    context = query.context
    if as_of is not None and context.as_of is None and context.during is None:
        context = replace(context, as_of=_period(as_of))
    return replace(query, context=context if derived else replace(context, directly=True))


def _period(as_of: str | date) -> Period:
    if isinstance(as_of, date):
        return Period(as_of, as_of, "day")
    try:
        return read_period(as_of)
    except ValueError:
        raise QuestionError(as_of, "en", (diagnostic("Q005", text=as_of),)) from None


@contextmanager
def _timed(timings: dict[str, float], stage: str) -> Iterator[None]:
    """Note the milliseconds that a stage takes."""
    begin = time.perf_counter()
    yield
    timings[stage] = round(1000 * (time.perf_counter() - begin), 3)
