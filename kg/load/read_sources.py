"""A CSV file of sources in; sources, with the days on which they may have been published, out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kg.base.dates import Period, read_period
from kg.load.facts import Facts, SourceFact
from kg.load.mapping import SourceFile
from kg.load.table import Row, read_table
from kg.pack.pack import Pack, Source
from kg.pack.problems import Place, Problems, listed

RELIABILITIES = ("A", "B", "C", "D")


def read_sources(folder: Path, file: SourceFile, pack: Pack, facts: Facts, problems: Problems) -> None:
    """Add the sources of one CSV file to ``facts``, noting repeated ids, bad dates and reliabilities."""
    columns = (file.title, file.publisher, file.author, file.date, file.url, file.reliability, file.language)
    facts.counts[file.file] = 0
    for row in read_table(folder, file.file, (file.id, *columns), file.unused, problems, file.layout):
        facts.counts[file.file] += 1
        key = row.cell(file.id)
        if key in facts.sources:
            problems.add("P009", row.place(file.id), text=key, where=str(facts.sources[key].place))
            continue
        facts.sources[key] = _source(row, file, pack, problems)


def _source(row: Row, file: SourceFile, pack: Pack, problems: Problems) -> SourceFact:
    key, title, reliability = (row.cell(column) for column in (file.id, file.title, file.reliability))
    date = row.date(file.date)
    if not title:
        problems.add("P019", row.place(file.title), text=key)
    if reliability and reliability not in RELIABILITIES:
        place = row.place(file.reliability)
        problems.add("P016", place, text=reliability, wanted=file.reliability, expected=listed(RELIABILITIES))
    return SourceFact(
        Source(key, pack.iri(key), title, row.cell(file.publisher), row.cell(file.author)),
        row.place(),
        date,
        period(date, partial(row.place, file.date), problems),
        row.cell(file.url),
        reliability,
        row.cell(file.language),
    )


def period(text: str, place: Callable[[], Place], problems: Problems) -> Period | None:
    """Return the days that a partial date may mean; None when it is empty, or noted as no date."""
    if not text:
        return None
    try:
        return read_period(text)
    except ValueError:
        problems.add("P013", place(), text=text)
        return None
