"""The one place where the stages are wired: a question's text in, its answer, explanation or paraphrase out.

What few questions need is imported when it is asked for: the start stays light.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.answer.answer import Answer as AnswerData
from kg.answer.answer import Statement
from kg.base.dates import Period, read_period
from kg.base.diagnostics import Diagnostic, Lang, diagnostic
from kg.base.errors import KgError, QuestionError, StoreError
from kg.base.spans import Span
from kg.lexicon.lexicon import Lexicon
from kg.pack.pack import Pack
from kg.pack.resources import default_pack_folder
from kg.plan.lower import lower
from kg.query.definition import Definition
from kg.query.parameter import Parameter
from kg.query.query import Askable, Breakdown, Describe, Query, Upstream
from kg.query.read_parameters import read_parameters, with_values
from kg.query.say_faithfully import say_faithfully
from kg.query.understand import Understood, understand
from kg.run.run import run
from kg.session.advise import advise
from kg.session.answer import Answer
from kg.session.opening import Opened, open_files, open_pack
from kg.session.search import Prober, is_empty
from kg.store.store import Table

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.query.complete import Completion
    from kg.session.collisions import Collision
    from kg.session.explanation import Explanation
    from kg.session.highlight import Role
    from kg.session.words import Entry
    from kg.store.remote.endpoint import Endpoint


def open(
    pack: str | Path | None = None,
    *,
    ontology: str | Path | Sequence[str | Path] = (),
    data: str | Path | Sequence[str | Path] = (),
    inference: bool = True,
    store: str | Path | None = None,
    endpoint: str | Endpoint | None = None,
    refresh: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Session:
    """Open a graph: a pack, the one that ships or the folder of another; ontology and data files that nobody prepared;
    a store; or what an endpoint serves.

    What is opened is compiled once and kept in a cache by content.

    ``ontology``, ``data``  files in Turtle, RDF/XML, N-Triples, N-Quads, TriG or JSON-LD, gzipped or not. Their classes,
    properties and things are words by their labels, or by their names.
    ``inference``  False leaves out what the ontology implies.
    ``store``  the path of a store that ``kg store`` or ``graph.keep`` made; it brings its pack along.
    ``endpoint``  the address of a SPARQL 1.1 query service; the pack gives the ontology and the words. Names are
    fetched once a day, or when ``refresh`` says so; ``progress`` is called with how many there are so far, and in all.

    Raise PackError when a file or the pack is at fault, StoreError when the store cannot be opened or the endpoint asked.
    """
    if ontology or data:
        return Session(open_files(_paths(ontology), _paths(data), inference=inference))
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


def _paths(files: str | Path | Sequence[str | Path]) -> tuple[Path, ...]:
    return tuple(map(Path, [files] if isinstance(files, str | Path) else files))


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
    """A graph that can be asked. Made by ``kg.open``; it keeps no state between questions: ``define`` makes another."""

    def __init__(self, opened: Opened, lexicon: Lexicon | None = None, known: tuple[Definition, ...] = ()) -> None:
        self._opened = opened
        self._lexicon = lexicon or opened.lexicon
        self._definitions = known

    @property
    def pack(self) -> Pack:
        """The typed pack: its classes, frames, units, rules and things."""
        return self._opened.pack

    @property
    def folder(self) -> Path:
        """The folder of the pack."""
        return self._opened.folder

    @property
    def lexicon(self) -> Lexicon:
        """The words that questions may use, and what each may mean."""
        return self._opened.lexicon

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """The words that ``define`` added, and what each stands for."""
        return self._definitions

    def define(self, *texts: str) -> Session:
        """Return the graph with words of one's own: ``define "laser maker" as company that makes lasers``.

        The right side is a noun or a verb phrase, in either language; definitions may use one another, in any order.
        One of a word that was defined before takes its place. Raise QuestionError for one that cannot be read.
        """
        from kg.query.define import define

        known = (*(one.text for one in self._definitions), *texts)
        defined = define(known, self.pack, self._opened.lexicon)
        return Session(self._opened, defined.lexicon, defined.definitions)

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
        parameters: Mapping[str, str | Parameter] = MappingProxyType({}),
    ) -> Answer:
        """Answer a question in English or Chinese.

        ``as_of``  a day, or a partial date such as "2024-03"; a date in the question itself comes first.
        ``derived``  False leaves out what rules derive, as "directly" in a question does.
        ``today``  the day to answer as of when nothing else is said.
        ``parameters``  what "$customer" in the question stands for: each one name, number or date.
        Raise QuestionError when the question cannot be read, BudgetError past ``seconds``.
        """
        timings: dict[str, float] = {}
        with _timed(timings, "understand"):
            understood = self._understand(text, parameters)
        text = with_values(text, parameters)
        query = _within(understood.query, as_of, derived=derived)
        with _timed(timings, "say"):
            reading = self._say_both(query)
        today = today or _today()
        if isinstance(query.form, Askable):
            return self._askable(query.form, AnswerData(text, understood.lang, reading, "rows"), today, seconds)
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
            today=today,
            seconds=seconds,
        )
        if answer.error is not None:
            raise QuestionError(text, understood.lang, (answer.error,))
        timings |= dict(answer.timings)
        if is_empty(answer):
            with _timed(timings, "advise"):
                answer = advise(query, answer, self.pack, self._prober(understood.lang, today), seconds)
        return self._public(replace(answer, timings=timings))

    def about(self, *ids: str, lang: Lang = "en", today: date | None = None, seconds: float = 30.0) -> Answer:
        """Return what is known of things that are named by their ids, as an answer; KgError for an unknown id."""
        if unknown := [id for id in ids if id not in self.pack.things]:
            raise KgError(f"no thing has the id '{unknown[0]}'; `kg words {unknown[0]}` lists names like it")
        from kg.view.values import name

        query = Query(Describe(ids))
        reading = self._say_both(query)
        day = today or datetime.now(UTC).astimezone().date()
        plan = lower(query, self.pack)
        answer = run(
            query,
            plan,
            self._opened.store,
            self.pack,
            question=" · ".join(name(self.pack.things[id].names, lang, id) for id in ids),
            language=lang,
            reading=reading,
            today=day,
            seconds=seconds,
        )
        return self._public(answer)

    def portfolio(
        self,
        path: str | Path,
        *,
        tiers: int = 2,
        shared: int = 2,
        lang: Lang = "en",
        as_of: str | date | None = None,
        seconds: float = 30.0,
    ) -> Answer:
        """Return the companies upstream of several holdings, from a CSV file with a column name and perhaps weight.

        ``tiers``  how many companies away at most; ``shared``  how many holdings must depend on a company.
        Raise PackError with every row that is at fault, BudgetError past ``seconds``.
        """
        from kg.lexicon.nearest import nearest
        from kg.session.holdings import read_holdings
        from kg.session.portfolio import portfolio

        holdings = read_holdings(Path(path), self.named, lambda text: nearest(text, self._opened.lexicon))
        prober = self._prober(lang, _today())
        ends = time.monotonic() + seconds

        def upstream(id: str) -> AnswerData:
            query = _within(Query(Breakdown(Upstream((id,)))), as_of, derived=True)
            return prober.run(query, max(ends - time.monotonic(), 0.001))

        said = {"en": f"what stands upstream of {shared} or more holdings", "zh": f"{shared}项或更多持仓的共同上游"}
        answer = AnswerData(said[lang], lang, said, "rows", answered_on=_today())
        return self._public(portfolio(holdings, upstream, self.pack, answer, tiers, shared))

    def around(self, answer: AnswerData, steps: int = 1, *, seconds: float = 30.0) -> Mapping[str, Statement]:
        """Return the statements within so many steps of an answer's things, by id, for ``kg.view.page``."""
        from kg.session.around import around

        return around(answer, self.pack, lambda ids: self.about(*ids, seconds=seconds), steps)

    def named(self, text: str) -> tuple[str, ...]:
        """Return the ids of the things that have this name or id, in any spelling; none where there is no such thing."""
        if text in self.pack.things:
            return (text,)
        from kg.session.words import named

        return named(self._opened.lexicon, text)

    def explain(self, text: str, *, today: date | None = None, seconds: float = 30.0) -> Explanation:
        """Return what becomes of a question at every stage: words, tree, query, plan, SPARQL, counts, times."""
        from kg.session.explanation import Explanation
        from kg.session.watched import Watched
        from kg.sparql.write_plan import write_plan

        understood = self._understand(text)
        watched = Watched(self._opened.store)
        answered = Session(replace(self._opened, store=watched), self._lexicon, self._definitions)
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
            answer=answered.ask(text, today=today, seconds=seconds),
            requests=tuple(watched.requests),
        )

    def say(
        self, text: str, lang: Lang | None = None, parameters: Mapping[str, str | Parameter] = MappingProxyType({})
    ) -> str:
        """Return the canonical sentence of a question, in its own language or the other one."""
        understood = self._understand(text, parameters)
        return self._say(understood.query, lang or understood.lang)

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

    def collisions(self) -> tuple[Collision, ...]:
        """Return the words that mean several things, and the text that selects each meaning."""
        from kg.session.collisions import collisions

        return collisions(self._opened.lexicon, self.pack)

    def understand(self, text: str) -> Understood:
        """Return what a question is understood to mean, without asking it. Raise QuestionError as ``ask`` does."""
        return self._understand(text)

    def complete(self, text: str, *, limit: int = 20, seconds: float = 0.5) -> tuple[Completion, ...]:
        """Return what may follow a text, or finish its last word: by grammar, by class, in its language.

        Names are only those with which the question has answers, where that is found in time.
        """
        from kg.session.complete import complete

        return complete(text, self.pack, self._lexicon, self._prober("en", _today()), limit, seconds, self._definitions)

    def highlight(self, text: str) -> tuple[tuple[Span, Role], ...]:
        """Return what each word of a text is (name, noun, verb, number, word, unknown), place by place."""
        from kg.session.highlight import highlight

        return highlight(text, self._lexicon)

    def refusal(self, text: str, error: KgError) -> Answer:
        """Return the answer that stands for an error: ``error`` set, all the rest empty."""
        from kg.session.refusal import refusal

        return self._public(refusal(text, error))

    def _askable(self, form: Askable, answer: AnswerData, today: date, seconds: float) -> Answer:
        from kg.session.askable import askable

        return self._public(askable(form, answer, self.pack, self._prober(answer.language, today), seconds))

    def _prober(self, lang: Lang, today: date) -> Prober:
        """Return what tries other queries as of a day, to see what they find."""

        def probe(query: Query, seconds: float) -> AnswerData:
            plan, store = lower(query, self.pack), self._opened.store
            return run(
                query, plan, store, self.pack, question="", language=lang, reading={}, today=today, seconds=seconds
            )

        return Prober(
            lang,
            probe,
            self._say,
            lambda text: self._understand(text).query,
        )

    def _understand(self, text: str, parameters: Mapping[str, str | Parameter] = MappingProxyType({})) -> Understood:
        given = read_parameters(text, parameters, self.pack, self._lexicon) if parameters else {}
        return understand(text, self.pack, self._lexicon, given=given, definitions=self._definitions)

    def _say_both(self, query: Query) -> Mapping[str, str]:
        return {"en": self._say(query, "en"), "zh": self._say(query, "zh")}

    def _say(self, query: Query, lang: Lang) -> str:
        return say_faithfully(query, self.pack, self._opened.lexicon, lang)

    def _public(self, answer: AnswerData) -> Answer:
        return Answer(**{name: getattr(answer, name) for name in AnswerData.__struct_fields__}, pack=self.pack)


def _within(query: Query, as_of: str | date | None, *, derived: bool) -> Query:
    """Return the query with the settings of the one who asks; the question's own words come first."""
    context = query.context
    if as_of is not None and context.as_of is None and context.during is None:
        context = replace(context, as_of=_period(as_of))
    return replace(query, context=context if derived else replace(context, directly=True))


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


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
