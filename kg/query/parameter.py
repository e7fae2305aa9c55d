"""Parameter: the value that a question is asked with, and what it may be."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

#: name: a thing or a class; number: with or without a unit, or a share; date; any: one of these.
ParameterKind = Literal["any", "name", "number", "date"]


class Parameter(Struct, frozen=True):
    """A value as it was written; ``cls`` is the class that a name must be of, None for any."""

    value: str
    kind: ParameterKind = "any"
    cls: str | None = None
