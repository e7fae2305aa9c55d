"""A pack folder, or ontology and data files, in; pack, words and store, compiled once and kept by content, out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from kg.lexicon.lexicon import Lexicon
from kg.pack.finish_addition import finish_addition
from kg.pack.pack import Pack
from kg.pack.resources import shipped_folder
from kg.store.blob import from_bytes, to_bytes
from kg.store.cache import Built, fingerprint, open_cached
from kg.store.store import Store

_CODE = Path(__file__).resolve().parents[1]
#: The folders whose code decides what a pack is compiled to.
_COMPILERS = ("base", "pack", "infer", "load", "lexicon", "store")


class Opened(Struct, frozen=True):
    """What a session works on; ``notes`` tell the user what did not go as usual, in both languages."""

    folder: Path
    pack: Pack
    lexicon: Lexicon
    store: Store
    notes: tuple[Mapping[str, str], ...] = ()


def open_pack(folder: Path) -> Opened:
    """Open a pack: from the cache when it was compiled before, else compile it. PackError when it is at fault."""
    finish_addition(folder)
    return _opened(folder, fingerprint(_folders(folder), compiler_version()), lambda: _build(folder))


def open_files(ontology: Sequence[Path], data: Sequence[Path], *, inference: bool = True) -> Opened:
    """Open files that nobody prepared as a graph that can be asked. PackError when one is missing or broken."""
    files = [*ontology, *data]
    folder = files[0].parent if files else Path()
    return _opened(folder, _files_key(files, inference), lambda: _build_files(ontology, data, inference))


def _opened(folder: Path, key: str, build: Callable[[], Built]) -> Opened:
    found = open_cached(key, build)
    return Opened(
        folder=folder,
        pack=from_bytes(found.parts["pack"], Pack),
        lexicon=from_bytes(found.parts["lexicon"], Lexicon),
        store=found.store,
        notes=found.notes,
    )


def _build(folder: Path) -> Built:
    # Imported only when a pack is compiled: a start with a warm cache reads no facts.
    from kg.load.compile_pack import compile_pack

    compiled = compile_pack(folder)
    return _built(compiled.pack, compiled.quads)


def _build_files(ontology: Sequence[Path], data: Sequence[Path], inference: bool) -> Built:
    from kg.load.bare.compile_bare import compile_bare

    compiled = compile_bare(ontology, data, inference=inference)
    return _built(compiled.pack, compiled.quads)


def _built(pack: Pack, quads: bytes) -> Built:
    from kg.lexicon.build import build_lexicon
    from kg.lexicon.readings_from_names import with_readings

    return Built(quads, {"pack": to_bytes(with_readings(pack)), "lexicon": to_bytes(build_lexicon(pack))})


def _files_key(files: Sequence[Path], inference: bool) -> str:
    """Return a key for the names and contents of files. A missing one has none: compiling says what is wrong."""
    digest = hashlib.sha256(f"{compiler_version()}\0{inference}".encode())
    for path in files:
        content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "missing"
        digest.update(f"\0{path.name}\0{content}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:32]


def _folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders that a pack is made of: its own, and the core vocabulary's."""
    core = shipped_folder("ontology").resolve()
    return (core,) if folder.resolve().is_relative_to(core) else (core, folder)


def compiler_version() -> str:
    """Return a text that changes when the code that compiles packs does: names, sizes and times of its files."""
    digest = hashlib.sha256()
    for name in _COMPILERS:
        for file in sorted((_CODE / name).rglob("*.py")):
            status = file.stat()
            digest.update(f"{name}/{file.name}:{status.st_size}:{status.st_mtime_ns};".encode())
    return digest.hexdigest()
