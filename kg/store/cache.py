"""What a pack was compiled to, kept in a folder by content: open it in milliseconds, or build it once.

An entry is a folder named by its key: the store, the parts (bytes that others read), and a manifest
with the digest of every file. It is written beside its place and renamed into it, so that there is
never half an entry: of several processes that build at once the first to finish wins and the others
take what it made. An entry that is damaged is built anew. Where nothing can be written, all stays
in memory, and a note says so.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from kg.base.errors import StoreError
from kg.store.embedded import EmbeddedStore, from_folder, from_nquads, write_folder

#: Changes when the shape of an entry does, so that older entries are left alone.
FORMAT = "1"
_KEPT = 8
_PART = ".part"
#: Larger stores are left to the checks of the engine: reading all of them would take longer than a question.
_CHECKED_BYTES = 64_000_000
_TEMPORARY = "building-"
_ABANDONED_AFTER = 3600.0

Note = Mapping[str, str]


class Built(Struct, frozen=True):
    """What is kept: the quads, and parts by name (letters, digits, ``-``)."""

    quads: bytes
    parts: Mapping[str, bytes]


class Opened(Struct, frozen=True):
    """A store ready to be asked, its parts, and notes for the user in both languages.

    ``warm`` tells that nothing had to be built.
    """

    store: EmbeddedStore
    parts: Mapping[str, bytes]
    warm: bool
    notes: tuple[Note, ...] = ()


def cache_folder() -> Path:
    """Return the folder of all entries: $KG_CACHE, or the place for caches on this system."""
    if chosen := os.environ.get("KG_CACHE"):
        return Path(chosen)
    system = str(sys.platform)
    if system == "linux":  # what platformdirs would say, without the time to import it
        base = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(base) if Path(base).is_absolute() else Path.home() / ".cache") / "kgask"
    from platformdirs import user_cache_path

    return user_cache_path("kgask", appauthor=False)


def fingerprint(folders: Iterable[Path], version: str) -> str:
    """Return a key for everything in the folders: paths and contents, and the version of the builder.

    Raise OSError when a file cannot be read.
    """
    digest = hashlib.sha256(f"{FORMAT}\0{version}\0".encode())
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
            digest.update(b"%d\0%s\0" % (len(name), name))
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        digest.update(b"\0")
    return digest.hexdigest()[:32]


def open_cached(key: str, build: Callable[[], Built], folder: Path | None = None) -> Opened:
    """Return the entry of a key, built when there is none. Whatever ``build`` raises is raised."""
    folder = cache_folder() if folder is None else folder
    place = folder / key
    found = read_entry(place)
    if found is not None:
        with suppress(OSError):
            os.utime(place)
        return found
    built = build()
    try:
        write_entry(place, built)
        kept = read_entry(place)
    except (OSError, StoreError) as error:
        return _in_memory(built, folder, str(error))
    if kept is None:
        return _in_memory(built, folder, "what was written could not be read back")
    _prune(folder)
    return Opened(kept.store, kept.parts, warm=False)


def _in_memory(built: Built, folder: Path, why: str) -> Opened:
    note = {
        "en": f"The compiled graph could not be kept in {folder} ({why}); it is in memory only, and every start compiles it anew.",
        "zh": f"编译后的图谱无法保存到 {folder}({why});目前只在内存中,每次启动都会重新编译。",
    }
    return Opened(from_nquads(built.quads), built.parts, warm=False, notes=(note,))


# ---------------------------------------------------------------- one entry


def read_entry(place: Path, *, thorough: bool = False) -> Opened | None:
    """Return an entry, None when it is missing or damaged; ``thorough`` reads large stores too."""
    try:
        digests: dict[str, str] = json.loads((place / "manifest.json").read_bytes())["files"]
        if not digests:
            return None
        parts = {name: (place / name).read_bytes() for name in digests if name.endswith(_PART)}
        checked = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
        store = {name: place / name for name in digests if name not in parts}
        if thorough or sum(path.stat().st_size for path in store.values()) <= _CHECKED_BYTES:
            checked |= {name: _digest(path) for name, path in store.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    if any(digests[name] != digest for name, digest in checked.items()):
        return None
    try:
        found = from_folder(place / "store")
    except StoreError:
        return None
    return Opened(found, {name.removesuffix(_PART): data for name, data in parts.items()}, warm=True)


def write_entry(place: Path, built: Built) -> None:
    """Write an entry whole, or raise OSError or StoreError and leave nothing."""
    place.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=place.parent))
    try:
        write_folder(built.quads, temporary / "store")
        for name, data in built.parts.items():
            (temporary / (name + _PART)).write_bytes(data)
        files = {path.relative_to(temporary).as_posix(): _digest(path) for path in _files(temporary)}
        (temporary / "manifest.json").write_text(json.dumps({"files": files}, indent=1), encoding="utf-8")
        temporary.chmod(0o755)
        _rename(temporary, place)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _files(folder: Path) -> list[Path]:
    """Return the files that never change again: the engine writes its log and lock even when it only reads."""
    ignored = ("LOG", "LOCK")
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(ignored))


def _rename(temporary: Path, place: Path) -> None:
    """Put an entry into its place, unless another process was first; what is damaged there gives way."""
    try:
        temporary.rename(place)
    except OSError:
        if not place.exists() or read_entry(place) is not None:
            if not place.exists():
                raise
            return
        _remove(place)
        with suppress(OSError):  # again another process may be first
            temporary.rename(place)


def _remove(place: Path) -> None:
    """Remove an entry: its name goes first, so that a killed process leaves no half of it there."""
    removed = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=place.parent))
    place.rename(removed / "entry")
    shutil.rmtree(removed, ignore_errors=True)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _prune(folder: Path) -> None:
    """Remove the entries that were not used for longest, and what killed processes left behind."""
    with suppress(OSError):
        by_age = sorted(((path.stat().st_mtime, path) for path in folder.iterdir() if path.is_dir()), reverse=True)
        entries = [path for _, path in by_age if (path / "manifest.json").is_file() and not _is_temporary(path)]
        left = [path for age, path in by_age if _is_temporary(path) and age < time.time() - _ABANDONED_AFTER]
        for path in left:
            shutil.rmtree(path, ignore_errors=True)
        for path in entries[_KEPT:]:
            _remove(path)


def _is_temporary(path: Path) -> bool:
    return path.name.startswith(_TEMPORARY)
