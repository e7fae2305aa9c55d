"""Frames and statements as keys: what is the same of two statements needs to be put into words only once."""

from __future__ import annotations

from kg.answer.answer import Statement
from kg.pack.pack import Frame, Pack


class SameFrame:
    """A frame as a key: the very same object, as its value would take long to compare."""

    __slots__ = ("frame",)

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def __hash__(self) -> int:
        return id(self.frame)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameFrame) and other.frame is self.frame


class Alike:
    """A statement as a key: those of a frame that fill the same roles and have the same qualifiers are alike.

    They are told alike but for the names of their things, their dates and their claims.
    """

    __slots__ = ("_hash", "_key", "frame", "pack", "statement")

    def __init__(self, statement: Statement, frame: Frame, pack: Pack) -> None:
        self.statement, self.frame, self.pack = statement, frame, pack
        self._key = (*statement.roles, *statement.qualifiers.items())
        self._hash = hash((id(frame), self._key))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Alike)
            and self.frame is other.frame
            and self.pack is other.pack
            and self._key == other._key
        )
