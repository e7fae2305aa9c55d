"""CSV files of things in; things, and the triples that their rows state, out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from kg.load.facts import Facts, NamedLink, StatementFact, ThingFact, triple
from kg.load.mapping import Columns, Link, ThingFile, Tickers
from kg.load.table import Row, read_table
from kg.pack.pack import Names, Pack, Thing, Words
from kg.pack.problems import Place, Problems

_ID = re.compile(r"\w[\w.\-~]*")
_NO_ID = re.compile(r"[\W_]+")


def read_things(folder: Path, file: ThingFile, pack: Pack, facts: Facts, problems: Problems) -> None:
    """Add the things of one CSV file to ``facts``, noting bad or repeated ids, classes and labels.

    Whether kinds and links name a thing is judged when all things are read.
    """
    facts.counts[file.file] = 0
    for row in read_table(folder, file.file, _columns(file), file.unused, problems, file.layout):
        facts.counts[file.file] += 1
        thing = _thing(row, file, pack, problems)
        place = row.place(file.id)
        if not new_id(thing.id, place, facts, problems):
            continue
        facts.things[thing.id] = ThingFact(
            thing,
            row.place(),
            row.several(file.tickers.column) if file.tickers else (),
            {lang: row.cell(column) for lang, column in file.notes.items() if row.cell(column)},
            tuple(
                (pack.namespace + name, row.cell(column))
                for name, column in file.properties.items()
                if row.cell(column)
            ),
        )
        if file.layout.by_name:
            facts.by_name += _mentions(row, thing.id, file)
            continue
        for statement, at in _links(row, thing.id, file, pack):
            facts.state(statement, at)


def new_id(id: str, place: Place, facts: Facts, problems: Problems) -> bool:
    """Tell whether the id can be given to a thing, noting why not."""
    if ":" not in id and not _ID.fullmatch(id):
        problems.add("P008", place, text=id)
        return False
    if id in facts.things:
        problems.add("P009", place, text=id, where=str(facts.things[id].place))
        return False
    return True


def _columns(file: ThingFile) -> list[str]:
    words: tuple[Columns, ...] = (file.labels, file.aliases, file.adjectives, file.notes, file.properties)
    return [
        *(file.made.columns if file.made else (file.id,)),
        file.cls_column,
        *(column for columns in words for column in columns.values()),
        file.kinds,
        file.tickers.column if file.tickers else "",
        *(link.column for link in file.links),
    ]


def _thing(row: Row, file: ThingFile, pack: Pack, problems: Problems) -> Thing:
    key, cls = _id(row, file), file.cls or row.cell(file.cls_column)
    if cls not in pack.classes:
        problems.unknown(cls, "class", pack.classes, row.place(file.cls_column))
    names = _names(row, file)
    if not names:
        problems.add("P019", row.place(next(iter(file.labels.values()), "")), text=key)
    adjectives = {lang: row.several(column) for lang, column in file.adjectives.items() if row.cell(column)}
    kinds = () if file.layout.by_name else row.several(file.kinds)
    return Thing(key, pack.iri(key), cls, names, kinds, adjectives)


def _id(row: Row, file: ThingFile) -> str:
    if file.made is None:
        return row.cell(file.id)
    written = "-".join(filter(None, map(row.cell, file.made.columns)))
    folded = _NO_ID.sub("-", unicodedata.normalize("NFKC", written).casefold()).strip("-")
    return f"{file.made.prefix}{folded}" if folded else ""


def _names(row: Row, file: ThingFile) -> Names:
    hidden = tuple(dict.fromkeys(_spellings(row, file.tickers))) if file.tickers else ()
    return {
        lang: Words(row.cell(column), row.several(file.aliases.get(lang, "")), hidden)
        for lang, column in file.labels.items()
        if row.cell(column)
    }


def _spellings(row: Row, tickers: Tickers) -> Iterator[str]:
    """Yield each ticker in the spellings of its exchange; as written where the exchange has none."""
    for ticker in row.several(tickers.column):
        exchange, _, code = ticker.partition(":")
        for form in tickers.spellings.get(exchange, (ticker,)):
            yield form.format(code=code)


def _mentions(row: Row, id: str, file: ThingFile) -> Iterator[NamedLink]:
    """Yield what the row says of other things by their names: settled when all names are known."""
    for link in file.links:
        for name in row.several(link.column):
            yield NamedLink(id, link, name, row.place(link.column))
    for name in row.several(file.kinds):
        yield NamedLink(id, None, name, row.place(file.kinds))


def _links(row: Row, id: str, file: ThingFile, pack: Pack) -> Iterator[tuple[StatementFact, Place]]:
    for link in file.links:
        for other in row.several(link.column):
            yield linked(id, link, other, pack), row.place(link.column)
    frame = pack.kind_frame
    if frame is not None:
        for kind in row.several(file.kinds):
            yield triple(frame, id, kind), row.place(file.kinds)


def linked(id: str, link: Link, other: str, pack: Pack) -> StatementFact:
    """Return the triple that a link states of a thing and another."""
    frame = pack.frames[link.frame]
    return triple(frame, id, other) if frame.roles[0].id == link.role else triple(frame, other, id)
