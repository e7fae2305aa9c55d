"""Columns to files beside the store that they were read from, and back: a folder of arrays, written whole or not at all.

It is named after what the store's files and the pack's frames are: of any other store or pack it is not read. What is
missing, damaged or of another format is read from the store anew.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from kg.columns.columns import Columns, FrameColumns
from kg.columns.texts import Texts
from kg.pack.pack import Frame
from kg.store.embedded import EmbeddedStore

#: Changes when what is kept does.
_FORMAT = 1
#: Fewer statements are read sooner than they are opened.
_FEW = 20_000
_MANIFEST = "manifest.json"


def save_columns(columns: Columns, store: EmbeddedStore, frames: Iterable[Frame]) -> None:
    """Write the columns beside a store on disk, if they are many. Where nothing can be written nothing is."""
    if store.folder is None or len(columns.fillers) < _FEW:
        return
    with suppress(OSError):
        place = _place(store.folder, frames)
        temporary = Path(tempfile.mkdtemp(prefix="building-", dir=place.parent))
        try:
            for name, array in _arrays(columns):
                np.save(temporary / f"{name}.npy", array)
            files = {path.name: _digest(path) for path in temporary.iterdir()}
            parts = [(frame.id, frame.roles, frame.first, frame.count) for frame in columns.frames]
            (temporary / _MANIFEST).write_text(json.dumps({"files": files, "frames": parts}), encoding="utf-8")
            temporary.chmod(0o755)
            shutil.rmtree(place, ignore_errors=True)  # damaged, or it would have been opened
            temporary.rename(place)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)


def load_columns(store: EmbeddedStore, frames: Iterable[Frame]) -> Columns | None:
    """Return the columns that were written beside a store; None when there are none that are whole."""
    if store.folder is None:
        return None
    try:
        place = _place(store.folder, frames)
        manifest = json.loads((place / _MANIFEST).read_bytes())
        if any(_digest(place / name) != digest for name, digest in manifest["files"].items()):
            return None
        parts = tuple(
            FrameColumns(id, tuple(roles), first, count, _texts(place, f"names-{number}"))
            for number, (id, roles, first, count) in enumerate(manifest["frames"])
        )
        things = _texts(place, "things")
        assert things is not None  # it is among the files
        return Columns(things, parts, np.load(place / "fillers.npy"))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _arrays(columns: Columns) -> Iterable[tuple[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]]:
    yield "fillers", columns.fillers
    blocks: Sequence[tuple[str, Texts | None]] = [
        ("things", columns.things),
        *((f"names-{number}", frame.names) for number, frame in enumerate(columns.frames)),
    ]
    for name, block in blocks:
        if block is not None:
            yield name, np.frombuffer(block.block, dtype=np.uint8)
            yield f"{name}-ends", block.ends


def _texts(place: Path, name: str) -> Texts | None:
    if not (place / f"{name}.npy").exists():
        return None
    return Texts(np.load(place / f"{name}.npy").tobytes(), np.load(place / f"{name}-ends.npy"))


def _place(folder: Path, frames: Iterable[Frame]) -> Path:
    """Return where the columns of a store are kept; raise OSError when the store cannot be looked at."""
    told = [(frame.id, frame.form, frame.iri, frame.predicate, [role.iri for role in frame.roles]) for frame in frames]
    files = sorted(
        (path.name, path.stat().st_size) for path in folder.iterdir() if not path.name.startswith(("LOG", "LOCK"))
    )
    key = hashlib.sha256(json.dumps([_FORMAT, told, files]).encode()).hexdigest()[:16]
    return folder.with_name(f"{folder.name}-columns-{key}")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
