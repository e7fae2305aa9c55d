"""A pack's folder in; the complete typed pack and its graph as N-Quads out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kg.load.load import load
from kg.pack.pack import Pack
from kg.pack.read_pack import read_pack


class Compiled(Struct, frozen=True):
    """A pack with its things, and what it states and derives, as sorted N-Quads."""

    pack: Pack
    quads: bytes
    counts: Mapping[str, int]


def compile_pack(folder: Path) -> Compiled:
    """Read the ontology and the facts of a pack. Raise PackError with every mistake found."""
    pack = read_pack(folder)
    loaded = load(folder, pack)
    return Compiled(replace(pack, things=loaded.things, sources=loaded.sources), loaded.quads, loaded.counts)
