"""A pack folder in; its pack, words and store, compiled once and kept by content, out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.lexicon.lexicon import Lexicon
from kg.pack.pack import Pack
from kg.pack.resources import shipped_folder
from kg.store.blob import from_bytes, to_bytes
from kg.store.cache import Built, fingerprint, open_cached
from kg.store.store import Store

_CODE = Path(__file__).resolve().parents[1]
#: The folders whose code decides what a pack is compiled to.
_COMPILERS = ("base", "pack", "load", "lexicon", "store")


@dataclass(frozen=True, slots=True)
class Opened:
    """What a session works on; ``notes`` tell the user what did not go as usual, in both languages."""

    folder: Path
    pack: Pack
    lexicon: Lexicon
    store: Store
    notes: tuple[Mapping[str, str], ...] = ()


def open_pack(folder: Path) -> Opened:
    """Open a pack: from the cache when it was compiled before, else compile it. PackError when it is at fault."""
    found = open_cached(fingerprint(_folders(folder), compiler_version()), lambda: _build(folder))
    return Opened(
        folder=folder,
        pack=from_bytes(found.parts["pack"], Pack),
        lexicon=from_bytes(found.parts["lexicon"], Lexicon),
        store=found.store,
        notes=found.notes,
    )


def _build(folder: Path) -> Built:
    # Imported only when a pack is compiled: a start with a warm cache reads no facts.
    from kg.lexicon.build import build_lexicon
    from kg.load.compile_pack import compile_pack

    compiled = compile_pack(folder)
    lexicon = build_lexicon(compiled.pack)
    return Built(compiled.quads, {"pack": to_bytes(compiled.pack), "lexicon": to_bytes(lexicon)})


def _folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders that a pack is made of: its own, and the core vocabulary's."""
    core = shipped_folder("ontology").resolve()
    return (core,) if folder.resolve().is_relative_to(core) else (core, folder)


def compiler_version() -> str:
    """Return a text that changes when the code that compiles packs does: names, sizes and times of its files."""
    digest = hashlib.sha256()
    for name in _COMPILERS:
        for file in sorted((_CODE / name).glob("*.py")):
            status = file.stat()
            digest.update(f"{name}/{file.name}:{status.st_size}:{status.st_mtime_ns};".encode())
    return digest.hexdigest()
