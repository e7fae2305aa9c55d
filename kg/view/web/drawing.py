"""What a picture is made of: boxes, lines between them, and columns. Plain immutable data."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from kg.base.diagnostics import Lang

Texts = Mapping[Lang, str]


class Box(Struct, frozen=True):
    """A thing of the answer, or a value that a statement gives (``cls`` is then empty).

    ``asked``  it is in the first column of the answer: "stated", "derived", or empty when it is not.
    ``note``   a second line: what qualifies a value, the amount of a part; by default the label in the other language.
    ``mark``   "gone" or "lost" in a picture of a loss.
    ``thing``  the id of the thing where another box has it already.
    """

    id: str
    cls: str
    label: Texts
    note: Texts
    asked: str = ""
    mark: str = ""
    thing: str = ""


class Line(Struct, frozen=True):
    """The statements of one frame that lead from one box to another by the same role.

    ``standing``   how it is drawn: the status of the strongest statement, "derived" or "reference".
    ``statements`` ids; all lines of one statement open the same evidence.
    ``downstream`` 1 when the end is downstream of the start, -1 upstream, 0 when the frame has no direction.
    ``level``      the frame is symmetric: neither end comes first.
    """

    id: str
    start: str
    end: str
    frame: str
    label: Texts
    standing: str
    statements: tuple[str, ...]
    downstream: int = 0
    level: bool = False


class Drawing(Struct, frozen=True):
    """Boxes and lines, in the order of the answer; ``headings`` says for each box what it is in the statements."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    headings: Mapping[str, tuple[Texts, ...]]


class Spot(Struct, frozen=True):
    """Where a box stands: its middle, its size, its column."""

    x: float
    y: float
    width: float
    height: float
    column: int


class Column(Struct, frozen=True):
    """A column of the picture: from left to right edge, with what its boxes are."""

    left: float
    right: float
    heading: Texts


class Layout(Struct, frozen=True):
    """Where everything stands. ``lanes``: the height at which a long line passes the columns between."""

    spots: Mapping[str, Spot]
    lanes: Mapping[str, float]
    columns: tuple[Column, ...]
    top: float
