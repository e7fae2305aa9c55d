"""A pack's folder in; everything that is wrong with it, each with file, line and remedy, out."""

from __future__ import annotations

from pathlib import Path

from kg.base.diagnostics import Diagnostic
from kg.base.errors import PackError
from kg.load.check_names import check_names
from kg.load.check_shapes import check_shapes
from kg.load.read_facts import read_facts
from kg.pack.manifest import read_manifest
from kg.pack.problems import Problems
from kg.pack.read_pack import read_pack


def check(folder: Path) -> tuple[Diagnostic, ...]:
    """Return every mistake of a pack, ordered by file, line and column; nothing when it is sound.

    An ontology that cannot be read hides the mistakes of the facts: mend it first, then check again.
    """
    problems = Problems()
    try:
        manifest, pack = read_manifest(folder), read_pack(folder)
        facts = read_facts(manifest, pack, problems)
        check_names(manifest, facts, problems)
        check_shapes(manifest, pack, facts, problems)
    except PackError as error:
        problems.found.extend(found for found in error.diagnostics if found not in problems.found)
    return tuple(sorted(problems.found, key=lambda found: (found.file, found.line, found.column, found.code)))
