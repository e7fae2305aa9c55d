"""A CSV file with a further name of a thing a row in; the things with those names, out."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from kg.load.facts import Facts
from kg.load.mapping import AliasFile
from kg.load.table import Row, read_table
from kg.pack.pack import Names, Words
from kg.pack.problems import Problems, listed


def read_aliases(folder: Path, file: AliasFile, facts: Facts, problems: Problems) -> None:
    """Add the names of one CSV file to the things of ``facts``: a thing may have any number of rows."""
    facts.counts[file.file] = 0
    columns = (file.thing, file.name, file.lang_column)
    for row in read_table(folder, file.file, columns, file.unused, problems, file.layout):
        facts.counts[file.file] += 1
        _add(row, file, facts, problems)


def _add(row: Row, file: AliasFile, facts: Facts, problems: Problems) -> None:
    key, name, lang = row.cell(file.thing), row.cell(file.name), file.lang or row.cell(file.lang_column)
    fact = facts.things.get(key)
    if fact is None:
        near = problems.near(key, facts.things)
        problems.add("P010", row.place(file.thing), near=near, text=key, guess=listed(near))
        return
    for column, text in ((file.name, name), (file.lang_column, lang)):
        if not text:
            problems.add("P012", row.place(column), role=column)
            return
    names = _with(fact.thing.names, lang, name, hidden=file.hidden)
    facts.things[key] = replace(fact, thing=replace(fact.thing, names=names))


def _with(names: Names, lang: str, name: str, *, hidden: bool) -> Names:
    """Return the names with one more; the first name in a language is its label."""
    words = names.get(lang)
    if words is None:
        return {**names, lang: Words(name)}
    if name in words.all:
        return names
    more = replace(words, hidden=(*words.hidden, name)) if hidden else replace(words, others=(*words.others, name))
    return {**names, lang: more}
