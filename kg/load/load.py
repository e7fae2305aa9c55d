"""The facts of a pack's folder in; its things, sources and N-Quads out. User packs come through here too."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from kg.load.derive import derive
from kg.load.read_facts import read_facts
from kg.load.write_quads import write_quads
from kg.pack.manifest import read_manifest
from kg.pack.pack import Pack, Source, Thing
from kg.pack.problems import Problems


class Loaded(Struct, frozen=True):
    """What the facts of a pack come to. ``counts``: file -> rows read (triples, of an RDF file)."""

    things: Mapping[str, Thing]
    sources: Mapping[str, Source]
    quads: bytes
    counts: Mapping[str, int]


def load(folder: Path, pack: Pack) -> Loaded:
    """Read every fact file that the pack in ``folder`` lists, and derive what its rules say.

    ``quads`` are sorted N-Quads: equal facts give equal bytes. Things and sources are ordered by id.
    Raise PackError with every mistake, each with file, line and remedy; then nothing is loaded.
    """
    problems = Problems()
    facts = read_facts(read_manifest(folder), pack, problems)
    problems.stop()
    facts.derived = derive(pack, facts)
    return Loaded(
        things={key: facts.things[key].thing for key in sorted(facts.things)},
        sources={key: facts.sources[key].source for key in sorted(facts.sources)},
        quads=write_quads(pack, facts),
        counts=facts.counts,
    )
