"""What an addition to a pack comes to: what is new, ended and in conflict, and the files as they will be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from kg.base.diagnostics import Diagnostic
from kg.load.facts import StatementFact


class Told(Struct, frozen=True):
    """A statement of the addition, and of those that were there the one that it ends or contradicts.

    ``still_open``  another source goes on to say the old one, which has no end.
    """

    new: StatementFact
    old: StatementFact
    still_open: bool = False


class Duplicate(Struct, frozen=True):
    """A new thing and one that may be the same, by its ``name``, ``ticker`` or another ``identifier``."""

    new: str
    other: str
    by: Literal["name", "ticker", "identifier"]
    text: str


class Difference(Struct, frozen=True):
    """What is different after an addition. ``claims`` counts new claims of statements that were there."""

    things: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    statements: tuple[StatementFact, ...] = ()
    claims: int = 0
    ended: tuple[Told, ...] = ()
    conflicts: tuple[Told, ...] = ()


class Addition(Struct, frozen=True):
    """An addition that was checked and not yet made.

    ``problems``  when there is any, nothing can be made of it;
    ``files``     path in the pack -> its bytes now (None: not there) and after;
    ``known``     rows that said nothing new.
    """

    folder: Path
    difference: Difference
    duplicates: tuple[Duplicate, ...]
    problems: tuple[Diagnostic, ...]
    files: Mapping[str, tuple[bytes | None, bytes]]
    known: int = 0
