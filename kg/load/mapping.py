"""How the columns of a pack's CSV files become facts: the typed form of its ``facts.toml``."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

#: What a name of the facts is read from: name -> column.
Columns = Mapping[str, str]


class Layout(Struct, frozen=True):
    """How the cells of a file are written.

    ``separator``  between the values of a cell that lists several;
    ``defaults``   column -> what an empty cell means, or every cell when the file has no such column;
    ``values``     column -> cell -> what the pack calls it ("t" -> "tonne");
    ``dates``      forms that dates have, beside those of the pack: "DD.MM.YYYY";
    ``decimal``, ``thousands``  the marks inside numbers;
    ``by_name``    cells name things by their names, not only by their ids.
    """

    encoding: str = "utf-8-sig"
    delimiter: str = ","
    separator: str = "|"
    defaults: Columns = field(default_factory=dict)
    values: Mapping[str, Columns] = field(default_factory=dict)
    dates: tuple[str, ...] = ()
    decimal: str = "."
    thousands: str = ""
    by_name: bool = False


class MadeId(Struct, frozen=True):
    """An id made of the texts of columns: lower case, all that is no letter or digit a hyphen."""

    columns: tuple[str, ...]
    prefix: str = ""


class Picked(Struct, frozen=True):
    """A value from the first of ``columns`` that is filled; or ``value``, when it is set.

    It is taken only if every column of ``filled`` is filled and every column of ``empty`` is not.
    """

    columns: tuple[str, ...] = ()
    value: str = ""
    filled: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


class Link(Struct, frozen=True):
    """A triple frame of which the row's thing fills ``role``, and each value of ``column`` the other role."""

    frame: str
    role: str
    column: str


class Tickers(Struct, frozen=True):
    """A column of ``EXCHANGE:CODE``; ``spellings`` of an exchange are templates over ``{code}``."""

    column: str
    spellings: Mapping[str, tuple[str, ...]]


class ThingFile(Struct, frozen=True):
    """A CSV file with a thing a row. The class is one for all (``cls``), or stands in a column.

    The id stands in the column ``id``, or is ``made`` of others.
    """

    file: str
    id: str
    made: MadeId | None = None
    cls: str = ""
    cls_column: str = ""
    labels: Columns = field(default_factory=dict)
    aliases: Columns = field(default_factory=dict)
    adjectives: Columns = field(default_factory=dict)
    notes: Columns = field(default_factory=dict)
    kinds: str = ""
    tickers: Tickers | None = None
    links: tuple[Link, ...] = ()
    properties: Columns = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    layout: Layout = field(default_factory=Layout)


class AliasFile(Struct, frozen=True):
    """A CSV file with another name of a thing a row. The language is one for all, or stands in a column.

    ``hidden`` names are understood and never written.
    """

    file: str
    thing: str
    name: str
    lang: str = "en"
    lang_column: str = ""
    hidden: bool = False
    unused: tuple[str, ...] = ()
    layout: Layout = field(default_factory=Layout)


class SourceFile(Struct, frozen=True):
    """A CSV file with a source a row; empty names are columns that the file does not have."""

    file: str
    id: str
    title: str
    publisher: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    reliability: str = ""
    language: str = ""
    unused: tuple[str, ...] = ()
    layout: Layout = field(default_factory=Layout)


class FrameColumns(Struct, frozen=True):
    """The frame that a row states, and which column fills each of its roles."""

    frame: str
    roles: Columns


class StatementFile(Struct, frozen=True):
    """A CSV file with a claim a row. One frame for all (under ""), or chosen by the value of a column.

    A cell of a column of ``lists`` fills its role with several things, each in a statement of its own.
    """

    file: str
    frames: Mapping[str, FrameColumns]
    frame_column: str = ""
    qualifiers: Mapping[str, Picked] = field(default_factory=dict)
    valid_from: str = ""
    valid_to: str = ""
    source: str = ""
    status: str = ""
    confidence: str = ""
    lists: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    layout: Layout = field(default_factory=Layout)


class FactFiles(Struct, frozen=True):
    """All files of a pack's facts, in order."""

    things: tuple[ThingFile, ...] = ()
    aliases: tuple[AliasFile, ...] = ()
    sources: tuple[SourceFile, ...] = ()
    statements: tuple[StatementFile, ...] = ()
