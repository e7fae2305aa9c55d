"""The shipped pack, compiled once for the tests that ask it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kg.answer.answer import Answer
from kg.lexicon.build import build_lexicon
from kg.load.compile_pack import compile_pack
from kg.plan.lower import lower
from kg.query.query import Form, Query
from kg.query.understand import understand
from kg.run.run import run
from kg.store.embedded import from_nquads

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology" / "ai-compute"


@pytest.fixture(scope="session")
def shipped() -> Callable[[str | Form], Answer]:
    """Answer a question, or a form, over the shipped pack."""
    compiled = compile_pack(ONTOLOGY)
    lexicon = build_lexicon(compiled.pack)
    store = from_nquads(compiled.quads)

    def ask(asked: str | Form) -> Answer:
        query = understand(asked, compiled.pack, lexicon).query if isinstance(asked, str) else Query(asked)
        plan = lower(query, compiled.pack)
        today = date(2026, 11, 23)
        return run(query, plan, store, compiled.pack, question="?", language="en", reading={}, today=today)

    return ask
