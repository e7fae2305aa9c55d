"""A pack's ontology as text in; the typed pack, or what is wrong with it, out."""

from __future__ import annotations

from pathlib import Path

from kg.base.diagnostics import Diagnostic
from kg.base.errors import PackError
from kg.pack.pack import Pack
from kg.pack.read_pack import read_pack

MANIFEST = 'id = "p"\nnamespace = "https://example.org/p/"\n[files]\nontology = ["ontology.ttl"]\n'
PREFIXES = """@prefix : <https://example.org/p/> .
@prefix kg: <https://w3id.org/kgask/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix unit: <https://w3id.org/kgask/unit/> .
"""


def pack_of(folder: Path, turtle: str) -> Pack:
    """Read a pack whose ontology is ``turtle`` below the usual prefixes."""
    (folder / "pack.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "ontology.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    return read_pack(folder)


def mistakes(folder: Path, turtle: str) -> list[Diagnostic]:
    """Read a pack and return what is wrong with it."""
    try:
        pack_of(folder, turtle)
    except PackError as error:
        return list(error.diagnostics)
    return []
