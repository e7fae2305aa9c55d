"""A pack's folder in; what a test of the language needs of it, compiled once a test run, out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from kg.answer.answer import Answer
from kg.base.errors import QuestionError
from kg.lexicon.build import build_lexicon
from kg.lexicon.lexicon import Lexicon
from kg.load.compile_pack import compile_pack
from kg.pack.pack import Pack
from kg.plan.lower import lower
from kg.query.query import Query
from kg.query.say import say
from kg.query.understand import Understood, understand
from kg.run.run import run
from kg.sparql.write_plan import write_plan
from kg.store.embedded import from_nquads
from kg.store.store import Store

CHECKOUT = Path(__file__).resolve().parents[2]
Lang = Literal["en", "zh"]
#: Answers are as of this day, whenever the tests run.
TODAY = date(2026, 11, 1)


@dataclass(frozen=True, repr=False)
class Graph:
    """A compiled pack with its words."""

    pack: Pack
    lexicon: Lexicon
    quads: bytes

    @cached_property
    def store(self) -> Store:
        return from_nquads(self.quads)

    def understand(self, text: str) -> Understood:
        return understand(text, self.pack, self.lexicon)

    def read(self, text: str) -> Query:
        return self.understand(text).query

    def say(self, query: Query, lang: Lang) -> str:
        return say(query, self.pack, self.lexicon, lang)

    def sparql(self, query: Query) -> tuple[tuple[str, str], ...]:
        return write_plan(lower(query, self.pack))

    def refuse(self, text: str) -> QuestionError:
        """Return the error of a question that cannot be read; fail when it can."""
        try:
            understood = self.understand(text)
        except QuestionError as error:
            return error
        raise AssertionError(f"{text!r} was read as {self.say(understood.query, understood.lang)!r}")

    def ask(self, text: str) -> Answer:
        understood = self.understand(text)
        plan = lower(understood.query, self.pack)
        return run(
            understood.query,
            plan,
            self.store,
            self.pack,
            question=text,
            language=understood.lang,
            reading={},
            today=TODAY,
        )


@cache
def shipped() -> Graph:
    """The pack that ships."""
    return _compiled(CHECKOUT / "ontology" / "ai-compute")


@cache
def bakery() -> Graph:
    """The small foreign pack of the tests."""
    return _compiled(CHECKOUT / "tests" / "packs" / "bakery")


def _compiled(folder: Path) -> Graph:
    compiled = compile_pack(folder)
    return Graph(compiled.pack, build_lexicon(compiled.pack), compiled.quads)
