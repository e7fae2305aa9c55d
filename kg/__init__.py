"""kg answers questions in exact English or Chinese from a knowledge graph, with sources on every row.

::

    text --read--> Syntax --resolve--> Query --plan--> Plan --write--> SPARQL --run--> Answer --> table | graph | page
          language          query             plan           sparql           run               view
          + lexicon         (typed)           (steps)        (text)           rows + evidence

>>> import kg
>>> graph = kg.open()
>>> answer = graph.ask("who supplies optical modules to NVL clusters")
>>> "innolight" in answer.entities
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kg.base.version import __version__ as __version__

if TYPE_CHECKING:
    from kg.base.diagnostics import Diagnostic as Diagnostic
    from kg.base.errors import BudgetError as BudgetError
    from kg.base.errors import KgError as KgError
    from kg.base.errors import PackError as PackError
    from kg.base.errors import QuestionError as QuestionError
    from kg.base.errors import StoreError as StoreError
    from kg.session.answer import Answer as Answer
    from kg.session.session import Session as Session
    from kg.session.session import open as open

#: Where each public name lives; it is imported when it is first asked for, so that `import kg` costs nothing.
_HOMES = {
    "Answer": "kg.session.answer",
    "BudgetError": "kg.base.errors",
    "Diagnostic": "kg.base.diagnostics",
    "KgError": "kg.base.errors",
    "PackError": "kg.base.errors",
    "QuestionError": "kg.base.errors",
    "Session": "kg.session.session",
    "StoreError": "kg.base.errors",
    "open": "kg.session.session",
}
__all__ = [
    "Answer",
    "BudgetError",
    "Diagnostic",
    "KgError",
    "PackError",
    "QuestionError",
    "Session",
    "StoreError",
    "open",
]


def __getattr__(name: str) -> object:
    """Import a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
