"""What became of a question at each stage, as data and as readable text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from kg.base.dates import Period
from kg.base.diagnostics import Lang
from kg.base.spans import Span
from kg.language.syntax import Question
from kg.language.token import Token
from kg.plan.plan import Plan
from kg.query.query import Query
from kg.session.answer import Answer
from kg.session.watched import Request

_WIDTH = 100
#: So many characters of a request that is no step of the plan are shown.
_BEGINNING = 70


class Explanation(Struct, frozen=True):
    """Every stage of one question. ``str()`` writes it for reading.

    ``sparql`` has (step, text) in the order in which the steps were run; ``requests`` are those that the store
    was sent, in their order, with rows and milliseconds: the steps, and what evidence and analysis asked beside them.
    """

    question: str
    lang: Lang
    reading: Mapping[str, str]
    tokens: tuple[Token, ...]
    syntax: Question
    query: Query
    plan: Plan
    sparql: tuple[tuple[str, str], ...]
    answer: Answer
    requests: tuple[Request, ...] = ()

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"question  {self.question}"
        for lang, sentence in self.reading.items():
            yield f"reading   {lang}: {sentence}"
        yield "\n== words"
        width = max((len(token.kind) for token in self.tokens), default=0)
        for token in self.tokens:
            meanings = ", ".join(dict.fromkeys(f"{meaning.kind} {meaning.id}" for meaning in token.meanings))
            yield f"{token.span.start:>4}  {token.kind:{width}}  {token.text}{f'   ({meanings})' if meanings else ''}"
        yield f"\n== tree\n{outline(self.syntax)}"
        yield f"\n== query\n{outline(self.query)}"
        for step, text in self.sparql:
            yield f"\n== SPARQL: {step}\n{text.rstrip()}"
        yield from self._sent()
        yield f"\n== answer\n{len(self.answer.rows)} rows, {len(self.answer.statements)} statements"
        yield from self._assumed()
        for stage, milliseconds in self.answer.timings.items():
            yield f"{stage:12} {milliseconds:8.1f} ms"

    def _sent(self) -> Iterator[str]:
        """Tell what the store was sent: under the name of its step, else by the beginning of its text."""
        steps = {text: step for step, text in self.sparql}
        yield f"\n== sent to the store\n{len(self.requests)} requests"
        for request in self.requests:
            name = steps.get(request.sparql) or " ".join(_unprefixed(request.sparql).split())[:_BEGINNING] + " …"
            yield f"{request.milliseconds:8.1f} ms {request.rows:7} rows  {name}"

    def _assumed(self) -> Iterator[str]:
        assumed = self.answer.assumed
        if assumed is None:
            return
        if assumed.as_of is not None:
            yield f"assumed      as of {assumed.as_of}"
        if assumed.statuses:
            yield f"assumed      {', '.join(assumed.statuses)}"


def _unprefixed(sparql: str) -> str:
    return "\n".join(line for line in sparql.splitlines() if not line.startswith("PREFIX"))


def outline(value: object, indent: int = 0) -> str:
    """Write a tree of typed values for reading: a part a line where it is long; places and defaults left out."""
    flat = _flat(value)
    if len(flat) + indent <= _WIDTH or not isinstance(_parts(value), list):
        return flat
    inner = " " * (indent + 2)
    lines = "".join(f"\n{inner}{name}{outline(part, indent + 2)}" for name, part in _parts(value) or [])
    return (type(value).__name__ if isinstance(value, Struct) else "") + lines


def _flat(value: object) -> str:
    parts = _parts(value)
    if parts is None:
        return str(value) if isinstance(value, Period) else repr(value)
    inside = ", ".join(name + _flat(part) for name, part in parts)
    return f"{type(value).__name__}({inside})" if isinstance(value, Struct) else f"[{inside}]"


def _parts(value: object) -> list[tuple[str, object]] | None:
    """Return the named parts of a value, None when it has none."""
    if isinstance(value, tuple | list):
        return [("", part) for part in value]
    if isinstance(value, Mapping):
        return [(f"{key}: ", part) for key, part in value.items()]
    if not isinstance(value, Struct) or isinstance(value, Period):
        return None
    named = [(field, getattr(value, field.name)) for field in fields(value)]
    return [(f"{field.name}=", part) for field, part in named if not isinstance(part, Span) and part != _default(field)]


def _default(field: FieldInfo) -> object:
    return field.default if field.default_factory is NODEFAULT else field.default_factory()
