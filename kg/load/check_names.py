"""The names of a pack's things and its list of ambiguous names in; where the two disagree, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.load.facts import Facts
from kg.load.names import fold_name
from kg.load.table import Row, read_table
from kg.pack.manifest import FILE, Manifest
from kg.pack.problems import Problems, listed

_COLUMNS = ("name", "things")


def check_names(manifest: Manifest, facts: Facts, problems: Problems) -> None:
    """Note names that several things share and nobody listed, and listed names that are out of date.

    Names compare without regard to letter case and width, in whatever language they are.
    """
    owners = _owners(facts)
    rows = {fold_name(row.cell("name")): row for row in _rows(manifest, problems)}
    for name, things in owners.items():
        if len(things) > 1 and name not in rows:
            last, text = list(things.items())[-1]
            file = manifest.ambiguous or f"`ambiguous` ({FILE})"
            problems.add("P020", facts.things[last].place, text=text, things=listed(things), list=file)
    for name, row in rows.items():
        _check_listed(row, owners.get(name, {}), problems)


def _check_listed(row: Row, owners: Mapping[str, str], problems: Problems) -> None:
    wanted = row.several("things")
    if set(wanted) != set(owners):
        place = row.place("things")
        problems.add("P021", place, text=row.cell("name"), listed=listed(wanted), things=listed(owners))


def _rows(manifest: Manifest, problems: Problems) -> Iterator[Row]:
    if manifest.ambiguous:
        yield from read_table(manifest.folder, manifest.ambiguous, _COLUMNS, ("why",), problems)


def _owners(facts: Facts) -> dict[str, dict[str, str]]:
    """Return each folded name with the things that have it, and how they write it."""
    owners: dict[str, dict[str, str]] = {}
    for key, fact in facts.things.items():
        for words in fact.thing.names.values():
            for name in words.all:
                owners.setdefault(fold_name(name), {}).setdefault(key, name)
    return owners
